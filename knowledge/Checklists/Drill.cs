namespace GuidelineBot.Knowledge.Checklists;

/// <summary>A planned exercise (訓練), as <c>knowledge/drills</c> defines it: what arrives while a checklist is worked through.</summary>
/// <param name="Key">The file's name.</param>
/// <param name="Checklist">The key of the checklist that is the right one.</param>
/// <param name="Length">After it, nothing more arrives.</param>
/// <param name="Situation">What is known at the beginning.</param>
/// <param name="Steps">The ids of the checklist's steps by which it is scored.</param>
/// <param name="Messages">In order of time.</param>
public sealed record Drill(
    string Key,
    string Title,
    string Checklist,
    TimeSpan Length,
    string Situation,
    IReadOnlyList<string> Steps,
    IReadOnlyList<DrillMessage> Messages
);

/// <param name="After">After the start.</param>
/// <param name="From">Who seems to have written it.</param>
/// <param name="Picture">A file beside the scenario's; null for none.</param>
public sealed record DrillMessage(string Id, string Title, TimeSpan After, string From, string Text, DrillPicture? Picture);

/// <param name="Type">A media type.</param>
public sealed record DrillPicture(string Name, string Type, byte[] Content);
