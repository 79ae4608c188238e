using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Slots;

/// <content>What takes the place of what was said.</content>
internal sealed partial class FieldReader
{
    /// <summary>「担当は西川です、あっ違う、西山です」: what stands before the afterthought, and what it says instead; empty where there is none.</summary>
    private (string Before, string After) Corrected(string text, NoticeForm form)
    {
        // 「漢字まちがえました。真由美じゃなくて麻由美です」 says itself what takes the place of what.
        if (Instead().IsMatch(text))
            return (text, "");
        foreach (Match turn in Afterthought().Matches(text))
        {
            var after = text[(turn.Index + turn.Length)..];
            // An excuse, or what begins the next thing, corrects nothing.
            if (
                turn.Index > 0
                && after.Length > 0
                && (turn.Groups["wrong"].Success || names.In(after, form).Count > 0 || after.Length <= ShortValue)
            )
                return (text[..turn.Index], after);
        }
        return (text, "");
    }

    /// <summary>Instead of what was said last, unless it names its field.</summary>
    private void TakeAfterthought(string after, Reading reading, string self)
    {
        if (after.Length == 0)
            return;
        var named = names.In(after, reading.Form);
        foreach (var (field, value) in named)
            Take(reading, field, value, self);
        if (named.Count > 0 || reading.Last is not { } last)
            return;
        // Of words that a text could hold, only those that can be nothing else take the place of what was said.
        var of = reading.Form.Fields.FirstOrDefault(field =>
            field.Type == FieldType.Date && JapaneseDates.Read(after, reading.Today).Found.Count > 0
        );
        if (of is not null && reading.Values.ContainsKey(of.Id))
            Take(reading, of, after, self);
        else if (last.Type != FieldType.Text || last.Id == "accountName" || PersonField.Is(last.Id))
            Take(reading, last, after, self);
    }

    /// <summary>「みほん緑の手帳」 for 「みほん緑の手帖」: said anew from its beginning, and no part of it.</summary>
    private static bool IsWhole(string said, string now) => said.Length > 2 && now.StartsWith(said[..2], StringComparison.Ordinal);

    /// <summary>「アカウント名のNEWSはカタカナでした。正しくは「…」」: the one field that is named before it.</summary>
    private bool TakeRight(string text, Reading reading, string self)
    {
        if (
            Right().Match(text) is not { Success: true } right
            || names.Mentioned(text[..right.Index], reading.Form) is not [var field]
            || names.In(text[right.Index..], reading.Form).Count > 0
        )
            return false;
        Take(reading, field, right.Groups["value"].Value, self);
        return reading.IsNamed = reading.Values.Count > 0 || reading.Problems.Count > 0;
    }

    [GeneratedRegex("(?:正しくは|正確には|正式には|本当は|ほんまは|ほんとは)[、,:\\s]*(?<value>[^。\\n]{1,200})")]
    private static partial Regex Right();

    /// <summary>「XじゃなくてY」: the field that holds X, or that is named, or whose kind Y is of.</summary>
    private bool TakeCorrection(string text, Reading reading, string self)
    {
        if (Instead().Match(text) is not { Success: true } instead)
            return false;
        var (before, after) = (instead.Groups["old"].Value, Bare(Predicate().Split(instead.Groups["new"].Value)[0]));
        // 「浅野は薫じゃなくて香です」: of the person of that family name, the given one.
        if (
            FamilyAndGiven().Match(before) is { Success: true } said
            && reading.Form.Fields.Any(one =>
                PersonField.Is(one.Id)
                && reading
                    .Draft.Fields.GetValueOrDefault(one.Id, "")
                    .Split('、')
                    .Contains($"{said.Groups["family"].Value} {said.Groups["given"].Value}")
            )
        )
            before = said.Groups["given"].Value;
        var named = names.At(before, reading.Form);
        // 「日付も違う、18日やなくて25日」
        if (before.LastIndexOf('、') is > 0 and var comma && (named is null || Wrong().IsMatch(before[..comma])))
        {
            before = named is null ? before[(comma + 1)..] : string.Concat(before.AsSpan(0, named.Value.Length), before.AsSpan(comma));
            named ??= names.At(before, reading.Form);
        }
        var old = Bare(named is { } label ? before[label.Length..].TrimStart('は', 'が', '、', ',', ':', ' ', 'を') : before);
        if (after.Length == 0)
            return false;
        var holding = reading.Form.Fields.FirstOrDefault(one =>
            Holds(reading.Draft.Fields.GetValueOrDefault(one.Id, ""), one, old, reading.Today)
        );
        // 「名前の字ちがった 蓮じゃなくて漣」: the last word is what is wrong.
        if (holding is null && old.Split(' ', '　', '、')[^1] is { Length: > 0 } last && last != old)
        {
            holding = reading.Form.Fields.FirstOrDefault(one =>
                PersonField.Is(one.Id) && Holds(reading.Draft.Fields.GetValueOrDefault(one.Id, ""), one, last, reading.Today)
            );
            if (holding is not null)
                (named, old) = (null, last);
        }
        // 「代わるのは上田 徹じゃなくて吉田 幸」: what is no day is not about the day.
        var isDay = named?.Field.Type != FieldType.Date || JapaneseDates.Read(after, reading.Today).Found.Count > 0;
        if ((isDay ? named?.Field ?? holding : holding) is { } field)
        {
            var now = reading.Draft.Fields.GetValueOrDefault(field.Id, "");
            if (field.Type is FieldType.Date or FieldType.Service or FieldType.Url)
                Take(reading, field, instead.Groups["new"].Value, self);
            else if (PersonField.Is(field.Id))
                reading.Values[field.Id] = PersonValue.Replaced(now, old, after);
            else
                reading.Values[field.Id] =
                    now.Contains(old, StringComparison.Ordinal) && old.Length > 0 && old.Length < now.Length && !IsWhole(after, now)
                        ? now.Replace(old, after, StringComparison.Ordinal)
                        : after;
            reading.IsNamed = true;
            // 「…でした。それと担当は景山 悠斗です」
            foreach (var (other, value) in names.In(text[(instead.Index + instead.Length)..], reading.Form))
                if (other != field)
                    Take(reading, other, value, self);
            return reading.Values.Count > 0 || reading.Problems.Count > 0;
        }
        if (reading.Form.Find(FieldId.Service) is { } service && services.Named(after) is { } proper)
        {
            reading.Values[service.Id] = proper.Name;
            return reading.IsNamed = true;
        }
        if (reading.Form.OnlyDay is { } day && JapaneseDates.Read(after, reading.Today).Found.Count > 0)
        {
            TakeDate(reading, reading.Form.Find(day)!, after);
            return reading.IsNamed = reading.Values.Count > 0;
        }
        return false;
    }

    [GeneratedRegex(
        "^(?<family>[一-龥々ヶ]{1,4})(?:さん|くん|氏)?(?:の(?:下の名前|名前))?(?:は|が)[、 ]?(?<given>[一-龥々ぁ-んァ-ヶー]{1,5})$"
    )]
    private static partial Regex FamilyAndGiven();
}
