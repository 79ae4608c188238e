using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Slots;

/// <content>Fields that hold people.</content>
internal sealed partial class FieldReader
{
    private static void TakePerson(Reading reading, NoticeField field, string value, string self)
    {
        if (Myself().IsMatch(value))
        {
            if (self.Length > 0)
                reading.Values[field.Id] = PersonValue.Of(self);
            return;
        }
        // 「私と片山 剛さん」 is two; of 「私で、三宅 しおりです」 the second tells who I am.
        if (self.Length > 0 && WithMe().Match(value) is { Success: true } me)
            value = $"{PersonValue.Of(self)}と{value[me.Length..]}";
        value = OnlyOne().Replace(AddedTo().Replace(MeFirst().Replace(value, ""), ""), "");
        // 「河川課の水島 透です」 says where, too.
        if (OfSection().Match(value) is { Success: true } of)
        {
            value = value[of.Length..];
            if (
                reading.Form.Find(FieldId.Section) is { } section
                && string.IsNullOrEmpty(reading.Of(section.Id))
                && field.Id == FieldId.Person
            )
                reading.Values[section.Id] = of.Groups["section"].Value;
        }
        // 「久山 誠、所属長は浅井 律子」: the second is said of somebody in a part that this paper may not have.
        if (OtherPart().Match(value) is { Success: true } part)
            (value, reading.Behind) = (value[..part.Index], $"{reading.Behind}。{value[(part.Index + 1)..]}");
        // 「小野田 勝で一月四日からの新しい担当は…」: a day behind a name is the paper's.
        if (JapaneseDates.Read(value, reading.Today).Found.Count > 0)
            reading.Behind += $"。{value}";
        // 「後任が須賀 大地、4月1日からです」
        var (people, behind) = PersonValue.AtStart(value);
        if (behind.Length > 0)
            reading.Behind += $"。{behind}";
        if (people.Count > 0)
            reading.Values[field.Id] = string.Join('、', people);
        else if (!Sentence().IsMatch(value))
            reading.Problems.Add($"「{field.Label}」のお名前を教えてください。");
    }

    /// <summary>「横山さんは担当から外して」, 「久保 美和を担当に追加」, 「藤井の下の名前は 美里です」.</summary>
    private bool TakePeople(string text, Reading reading)
    {
        var field = reading.Form.Find(FieldId.Person) ?? reading.Form.Find(FieldId.NewPerson);
        if (field is null)
            return false;
        // 「新旧が逆でした」
        if (
            reading.Form.Find(FieldId.OldPerson) is not null
            && Swapped().IsMatch(text)
            && names.In(text, reading.Form).Count == 0
            && reading.Of(FieldId.OldPerson) is { Length: > 0 } left
            && reading.Of(FieldId.NewPerson) is { Length: > 0 } came
        )
        {
            (reading.Values[FieldId.OldPerson], reading.Values[FieldId.NewPerson]) = (came, left);
            return reading.IsNamed = true;
        }
        var now = reading.Draft.Fields.GetValueOrDefault(field.Id, "").Split('、', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (GivenName().Match(text) is { Success: true } given)
        {
            foreach (var candidate in reading.Form.Fields.Where(one => PersonField.Is(one.Id)))
            {
                var people = reading.Draft.Fields.GetValueOrDefault(candidate.Id, "").Split('、');
                var who = given.Groups["family"].Value;
                var place = Array.FindIndex(people, name => name.Split(' ')[0] == who);
                // 「担当の下の名前は直人」: the only one of that field.
                if (place < 0 && people is [{ Length: > 0 }] && names.At(who, reading.Form) is { Field: var of } && of == candidate)
                    place = 0;
                if (place < 0)
                    continue;
                people[place] = $"{people[place].Split(' ')[0]} {given.Groups["given"].Value}";
                reading.Values[candidate.Id] = string.Join('、', people);
                return reading.IsNamed = true;
            }
        }
        if (now.Count > 0 && !Instead().IsMatch(text) && TakenOut().Match(text) is { Success: true } gone)
        {
            var who = gone.Groups["who"].Value;
            if (now.Find(name => IsSame(name, who)) is { } leaves)
            {
                now.Remove(leaves);
                reading.Values[field.Id] = string.Join('、', now);
                return reading.IsNamed = true;
            }
            // Who is not in it is not put in by being taken out.
            if (gone.Groups["title"].Success && reading.Form.Fields.All(one => !Holds(reading.Of(one.Id) ?? "", one, who, reading.Today)))
            {
                reading.Problems.Add($"「{field.Label}」に「{who}」さんは入っていません。");
                return reading.IsNamed = true;
            }
        }
        if (
            now.Count > 0
            && !Instead().IsMatch(text)
            && (AddedBehind().Match(text) is { Success: true } behind ? behind : Added().Match(text)) is { Success: true } added
            && PersonValue.Several(added.Groups["who"].Value) is { Count: > 0 } more
        )
        {
            reading.Values[field.Id] = string.Join('、', now.Concat(more).Distinct());
            return reading.IsNamed = true;
        }
        return false;
    }

    /// <summary>By whole name, family name or given name.</summary>
    private static bool IsSame(string person, string said) => PersonValue.IsSame(person, said);
}
