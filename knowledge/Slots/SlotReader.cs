using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Understanding;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Sequence;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>
/// The facts that a wish to file a notice states. Each kind of fact is read from what the kinds before it have left, so that the X in an address is no
/// service and the 動物園 in a purpose no section.
/// </summary>
internal sealed partial class SlotReader(ServiceBook services, Persons persons, IReadOnlyList<string> placeWords)
{
    private const string Notice = "notice:";

    /// <summary>Stands where something has been read already; belongs to no word.</summary>
    private const char Read = '\ufffc';

    /// <returns>By slot name: texts, dates in ISO 8601, and for several services a list. Empty for anything but a wish to file.</returns>
    public IReadOnlyDictionary<string, object> Of(string message, Route route, DateOnly today)
    {
        var slots = new Dictionary<string, object>();
        if (!route.Name.StartsWith(Notice, StringComparison.Ordinal))
            return slots;
        var kind = route.Name[Notice.Length..];
        slots["kind"] = kind;
        var text = Folding.Compose(message).Replace('\n', ' ').Replace('\r', ' ');

        var addresses = Addresses(text);
        text = Blank(text, addresses);
        if (addresses is [.., var url])
            slots[FieldId.Url] = url.Value;
        if ((AccountNames.Find(text) ?? AccountNames.Of(text, services.Find(text))) is { } name)
        {
            slots[FieldId.AccountName] = name.Value;
            text = Blank(text, [name]);
        }
        if (Purposes.Labelled(text) is { } purpose)
        {
            slots[FieldId.Purpose] = purpose.Value;
            text = Blank(text, [purpose]);
        }

        var (day, dates) = NoticeDates.Find(text, kind, today);
        if (day is { } found)
            slots[
                kind switch
                {
                    "change" => FieldId.ChangeDate,
                    "end" or "unblock-end" => FieldId.EndDate,
                    _ => FieldId.StartDate,
                }
            ] = found.ToString("O", CultureInfo.InvariantCulture);
        var undated = Blank(text, dates.Select(date => new Mention<string>(date.Start, date.Length, "")));

        var named = services.Find(undated);
        // 「XやめてThreadsにする」 begins with the second; who closes an account closes the first.
        var left =
            kind == "start" && named is [var given, var taken] && Dropped().IsMatch(undated[given.End..taken.Start]) ? [taken] : named;
        var meant = Corrections.Apply(undated, left).Select(mention => mention.Value.Name).Distinct().ToList();
        if (
            meant.Count == 0
            && addresses.Select(address => services.OfAddress(address.Value)).FirstOrDefault(service => service is not null) is { } hosted
        )
            meant.Add(hosted.Name);
        // 「YouTubeのほうもそのうち。まずはインスタだけで」
        if (named.Find(mention => OnlyThis().IsMatch(undated[mention.End..])) is { Length: > 0 } single)
            meant = [single.Value.Name];
        if (meant.Count > 0)
            slots[FieldId.Service] = meant is [var only] ? only : meant;
        text = Blank(undated, named);

        var sections = Sections.Find(text, placeWords);
        if (Corrections.Apply(text, sections) is [var first, ..] meantSections)
            slots[FieldId.Section] = meantSections.FirstOrDefault(mention => Speaks().IsMatch(text[mention.End..]), first).Value;
        text = Blank(text, sections);

        if (!slots.ContainsKey(FieldId.Purpose) && kind is "start" or "unblock" && Purposes.Told(text) is { } told)
        {
            slots[FieldId.Purpose] = told.Value;
            text = Blank(text, [told]);
        }
        var names = FullNames.In(text, persons.Surnames);
        if (kind is "start" or "change" && persons.Manager(names.Text) is { } manager)
        {
            slots[FieldId.Manager] = names.Restore(manager);
            names.Blank(manager);
        }
        if (kind == "change")
        {
            var (old, @new) = persons.Change(names.Text);
            if (old is not null)
                slots[FieldId.OldPerson] = names.Restore(old);
            if (@new is not null)
                slots[FieldId.NewPerson] = persons.TakingOver(names.Text, @new).Select(names.Restore).ToList() is [_, _, ..] several
                    ? several
                    : names.Restore(@new);
        }
        else if (persons.Operators(names.Text).Select(names.Restore).Distinct().ToList() is { Count: > 0 } people)
        {
            slots[FieldId.Person] = people is [var one] ? one : people;
        }
        return slots;
    }

    /// <summary>
    /// What a report of trouble says: service, account, address, when it began (<see cref="IncidentFact.OccurredAt"/>), whether it is a
    /// drill.
    /// </summary>
    /// <param name="since">When it began, as it was told before.</param>
    public IReadOnlyDictionary<string, object> Facts(string message, DateOnly today, DateTime? since = null)
    {
        var facts = new Dictionary<string, object>();
        var text = Folding.Compose(message).Replace('\n', ' ').Replace('\r', ' ');
        var addresses = Addresses(text);
        text = Blank(text, addresses);
        if (addresses is [var url, ..])
            facts[FieldId.Url] = url.Value;
        if ((AccountNames.Find(text) ?? AccountNames.Of(text, services.Find(text))) is { } name)
            facts[FieldId.AccountName] = name.Value;
        if (services.Find(text) is [var service, ..])
            facts[FieldId.Service] = service.Value.Name;
        else if (addresses.Select(address => services.OfAddress(address.Value)).FirstOrDefault(hosted => hosted is not null) is { } hosted)
            facts[FieldId.Service] = hosted.Name;
        if (Moments.Find(text, today, since) is { } moment)
            facts[IncidentFact.OccurredAt] = moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        if (Signs.IsDrill(message))
            facts[IncidentFact.Drill] = "true";
        return facts;
    }

    /// <summary>The section that a value names; null where it names none.</summary>
    /// <param name="value">In NFKC.</param>
    public string? Section(string value) =>
        Sections.Find(value, placeWords) is [var first, ..] found ? Corrections.Apply(value, found)[0].Value ?? first.Value : null;

    /// <summary>Web addresses in the spelling of the text; the recogniser gives them in lower case and with a bracket that closes around them.</summary>
    private static List<Mention<string>> Addresses(string text)
    {
        var found = new List<Mention<string>>();
        foreach (var result in SequenceRecognizer.RecognizeURL(text, Culture.Japanese))
        {
            var start = result.Start;
            var url = NotInAddress().Split(text[start..(result.End + 1)])[0].TrimEnd('.', ',', ')', '(', ';');
            if (url.Length > 0 && (start == 0 || text[start - 1] != '@'))
                found.Add(new Mention<string>(start, url.Length, url));
        }
        return found;
    }

    private static string Blank<T>(string text, IEnumerable<Mention<T>> mentions)
    {
        var left = text.ToCharArray();
        foreach (var mention in mentions)
            Array.Fill(left, Read, mention.Start, mention.Length);
        return new string(left);
    }

    /// <summary>「北消防署の秋山です」: where the writer works.</summary>
    [GeneratedRegex("^(?:の[一-龥々ァ-ヶ]{1,6})?(?:です|と申|でござ|っす|じゃけど|ですが)")]
    private static partial Regex Speaks();

    [GeneratedRegex("^(?:の(?:ほう|方|分|やつ))?(?:だけ|のみ)")]
    private static partial Regex OnlyThis();

    [GeneratedRegex("^(?:は|を)?(?:やめ|止め|取りやめ|なし)")]
    private static partial Regex Dropped();

    [GeneratedRegex(@"[^\x21-\x7e]|[<>""]")]
    private static partial Regex NotInAddress();
}

/// <summary>The names of what a report of trouble says beside what notices say, too (<see cref="FieldId"/>).</summary>
public static class IncidentFact
{
    /// <summary>Local, ISO 8601 to the minute.</summary>
    public const string OccurredAt = "occurredAt";
    public const string Drill = "drill";
}
