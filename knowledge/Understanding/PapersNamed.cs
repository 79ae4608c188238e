using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>Which of the papers that are begun a message means: by the paper's name, its service, its account or its section.</summary>
internal sealed partial class PapersNamed(IReadOnlyList<NoticeForm> forms, ServiceBook services, CueBook cues)
{
    /// <summary>「岡」 stands in too many names to mean one.</summary>
    private const int ShortestPart = 2;

    /// <param name="text">The message without what it says of fields: 「サービスはInstagram」 is a value and names no other paper.</param>
    /// <returns>Empty where it names none.</returns>
    public IReadOnlyList<BegunPaper> In(string text, IReadOnlyList<BegunPaper> begun)
    {
        // 「終了届の理由は「Instagramへの移行」」 is about the end, whatever else it names.
        if (forms.Any(form => text.Contains(form.ShortTitle, StringComparison.Ordinal)))
            return [.. begun.Where(paper => FormOf(paper) is { } form && text.Contains(form.ShortTitle, StringComparison.Ordinal))];
        var service = services.FirstIn(text)?.Name;
        var told = begun.Where(paper => IsToldBy(text, service, paper)).ToList();
        if (told.Count > 0)
            return told;
        // 「終了するほうの日にち」, 「変えるほう」
        if (
            ByOccasion().Match(text) is { Success: true } one
            && Occasions.Of(cues.In(one.Groups["what"].Value)) is [var occasion]
            && begun.Where(paper => paper.Kind == occasion.Paper).ToList() is { Count: > 0 } ofKind
        )
            return ofKind;
        // 「農園の方」, 「図書館のやつ」: a part of one account's name will do where it points.
        var pointed = Pointing()
            .Matches(text)
            .Select(match => match.Groups["what"].Value)
            .Where(part => part.Length >= ShortestPart)
            .ToList();
        return [.. begun.Where(paper => pointed.Any(part => Name(paper).Contains(part, StringComparison.Ordinal)))];
    }

    private bool IsToldBy(string text, string? service, BegunPaper paper) =>
        FormOf(paper) is { } form && text.Contains($"{form.ShortTitle.TrimEnd('届')}の", StringComparison.Ordinal)
        || service is not null && Value(paper, "service").Split('、').Contains(service)
        || Value(paper, "section") is { Length: >= ShortestPart } section && text.Contains(section, StringComparison.Ordinal)
        || Name(paper) is { Length: >= ShortestPart } name && text.Contains(name, StringComparison.Ordinal);

    private NoticeForm? FormOf(BegunPaper paper) => forms.FirstOrDefault(form => form.Kind == paper.Kind);

    private static string Name(BegunPaper paper) => Value(paper, "accountName");

    private static string Value(BegunPaper paper, string field) => paper.Fields.GetValueOrDefault(field, "");

    [GeneratedRegex("(?<what>[^。、\\s]{1,10}(?:る|た))(?:ほう|方|やつ)(?=[はがのをにも、。]|で|だけ|$)")]
    private static partial Regex ByOccasion();

    [GeneratedRegex(
        "(?<what>[一-龥々ァ-ヶーA-Za-z0-9]+|[ぁ-ん]{3,})の(?:方|ほう|やつ|分|件|下書き|書類|届)(?=[はがのをにも、。,\\s]|で|$)"
    )]
    private static partial Regex Pointing();
}
