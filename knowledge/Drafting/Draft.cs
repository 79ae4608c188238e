using System.Text;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>A text that is about to be published.</summary>
/// <param name="Service">The service's name as in <c>services.txt</c>; empty where it is not decided.</param>
/// <param name="IsProfile">The account's own description, not a post.</param>
public sealed record Draft(string Text, string Service = "", bool IsProfile = false)
{
    /// <summary>Half a character, as broken clients send it, would break what reads the text later.</summary>
    public string Text { get; init; } = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text));

    /// <summary>Addresses of the city's accounts, as registered: what lies under them is no third party's.</summary>
    public IReadOnlyList<string> OwnAddresses { get; init; } = [];

    /// <summary>The day on which it is looked over; null where days are not to be compared with it.</summary>
    public DateOnly? Today { get; init; }

    public bool IsForX => Service == "X";
}

/// <summary>Something to look for in a draft; a part of a file in <c>draft-rules/</c>.</summary>
/// <param name="Id">Stable, as <c>shortener</c>.</param>
/// <param name="Title">「短縮URL」</param>
/// <param name="Clause">What it rests on; null for 実務の目安.</param>
/// <param name="IsHint">Better so, but nothing that must be settled before publishing.</param>
/// <param name="Why">One sentence for the writer.</param>
public sealed record DraftRule(string Id, string Title, ClauseId? Clause, bool IsHint, string Why)
{
    /// <summary>The places that the rule finds.</summary>
    internal Func<DraftText, IEnumerable<Spot>> Find { get; init; } = _ => [];

    /// <summary>Ids of rules that say more about the same characters.</summary>
    internal IReadOnlyList<string> GivesWayTo { get; init; } = [];
}

/// <summary>Some characters of a draft.</summary>
/// <param name="Instead">What could stand there; null where only the writer can know.</param>
/// <param name="Note">What there is to say of this place alone; null for nothing.</param>
internal readonly record struct Spot(int Start, int Length, string? Instead = null, string? Note = null);

/// <param name="Start">Place of the first character in the draft's text.</param>
/// <param name="Length">0: it is about the text as a whole.</param>
/// <param name="Instead">What could stand there; null where only the writer can know.</param>
public sealed record DraftFinding(DraftRule Rule, int Start, int Length, string? Instead)
{
    /// <summary>What there is to say of this place alone: 「2026年12月5日は土曜日です。」; empty for nothing.</summary>
    public string Note { get; init; } = "";

    public int End => Start + Length;

    /// <summary>The characters it is about; empty when it is about the whole.</summary>
    public string In(string text) => text.Substring(Start, Length);
}

/// <param name="Findings">In the order of the text; what concerns the whole comes last.</param>
/// <param name="Mended">The text with everything mechanical mended; null where nothing is.</param>
/// <param name="Skipped">Rules that were not done with this text in time.</param>
public sealed record DraftReport(Draft Draft, IReadOnlyList<DraftFinding> Findings, string? Mended, IReadOnlyList<DraftRule> Skipped)
{
    /// <summary>Nothing that must be settled before publishing.</summary>
    public bool IsQuiet => Findings.All(finding => finding.Rule.IsHint);
}
