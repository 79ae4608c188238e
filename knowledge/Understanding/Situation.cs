using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// What is open between the bot and one person in one chat, as far as it decides what the next message can mean. Plain data: made by the bot, read here.
/// </summary>
public sealed record Situation
{
    /// <summary>Nothing is open.</summary>
    public static readonly Situation Empty = new();

    /// <summary>The paper that the talk is about.</summary>
    public OpenPaper? Draft { get; init; }

    /// <summary>Every unfinished paper of this person, the open one included.</summary>
    public IReadOnlyList<BegunPaper> Drafts { get; init; } = [];

    /// <summary>The running incident that this person works on.</summary>
    public RunningIncident? Incident { get; init; }

    /// <summary>The form of an incident that is in front and not started yet.</summary>
    public OpenIncident? IncidentForm { get; init; }

    /// <summary>What was answered last.</summary>
    public Topic? Topic { get; init; }

    /// <summary>A post was looked over last, or asked for.</summary>
    public PostTalk Post { get; init; }

    /// <summary>What the bot asked back, and has had no answer to.</summary>
    public IReadOnlyList<AskedBack> AskedBack { get; init; } = [];

    /// <summary>The name of who writes.</summary>
    public string Person { get; init; } = "";
}

/// <param name="Fields">Values by field id.</param>
/// <param name="Asked">The field that was asked for; null where the form or the last look is in front.</param>
public sealed record OpenPaper(NoticeKind Kind, IReadOnlyDictionary<string, string> Fields, string? Asked)
{
    /// <summary>Its id among <see cref="Situation.Drafts"/>.</summary>
    public string Id { get; init; } = "";
}

/// <param name="Id">By which <see cref="Act.Papers"/> names it.</param>
/// <param name="Fields">Values by field id.</param>
public sealed record BegunPaper(string Id, NoticeKind Kind, IReadOnlyDictionary<string, string> Fields);

/// <param name="Kind">The checklist's key: <c>flaming</c> …</param>
/// <param name="Since">When it began, in local time, as far as it was told.</param>
public sealed record OpenIncident(string Kind, DateTime? Since = null);

/// <param name="Kind">The checklist's key: <c>flaming</c> …</param>
public sealed record RunningIncident(string Kind);

/// <param name="Clause">The clause that was shown.</param>
/// <param name="Question">What it answered.</param>
/// <param name="Procedure">The key of the procedure that was shown as a whole; null where it was a clause alone.</param>
public sealed record Topic(ClauseId Clause, string Question, string? Procedure = null);

/// <param name="Words">The button's words.</param>
/// <param name="Route">What choosing it does.</param>
public sealed record AskedBack(string Words, Route Route);

public enum PostTalk
{
    None,

    /// <summary>The bot asked for the text.</summary>
    Awaited,

    Checked,
}
