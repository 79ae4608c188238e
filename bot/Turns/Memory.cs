using System.Globalization;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Turns;

/// <summary>
/// What one person and the bot spoke of last in one chat, kept beside the dialogs' state so that it outlives a restart and goes along to another
/// instance. Each part is good for a while only: after that a short message is taken for a new subject.
/// </summary>
internal sealed class Memory
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public LastTopic? Topic { get; set; }

    /// <summary>The choices that the bot offered in its last message.</summary>
    public List<Choice> Offered { get; set; } = [];

    public LastPost? Post { get; set; }

    /// <summary>An incident whose form is in front and not started yet.</summary>
    public IncidentFacts? Incident { get; set; }

    /// <summary>Of several running incidents, the one that was chosen or pressed last.</summary>
    public WorkingOn? Working { get; set; }

    /// <summary>What the last words changed in a draft, so that they can be taken back.</summary>
    public LastChange? Change { get; set; }

    /// <summary>The bot's last sentence, for 「もう一度」.</summary>
    public string? Said { get; set; }

    [Newtonsoft.Json.JsonIgnore]
    public bool IsEmpty =>
        Topic is null && Offered.Count == 0 && Post is null && Incident is null && Working is null && Change is null && Said is null;

    public static bool IsFresh(DateTimeOffset at, DateTimeOffset now) => now - at < Lasts;

    /// <param name="Clause">The clause that was shown.</param>
    /// <param name="Question">What it answered.</param>
    internal sealed record LastTopic(string Clause, string Question, DateTimeOffset At)
    {
        /// <summary>The key of the procedure that was shown as a whole; null where it was a clause alone.</summary>
        public string? Procedure { get; init; }
    }

    internal sealed record Choice(string Words, string Route);

    internal sealed record LastPost(PostTalk State, DateTimeOffset At)
    {
        /// <summary>How often what was found in it, by title; of the post itself nothing is kept.</summary>
        public Dictionary<string, int> Found { get; init; } = [];
    }

    internal sealed record WorkingOn(Guid Incident, DateTimeOffset At);

    internal sealed record LastChange(string Draft, Dictionary<string, string> Before);

    /// <param name="OccurredAt">Local, to the minute; null where it was not said.</param>
    internal sealed record IncidentFacts(
        string Kind,
        bool IsDrill,
        string Seen,
        string Service,
        string AccountName,
        string? Account,
        string Url,
        string? OccurredAt,
        DateTimeOffset At
    )
    {
        public DateTime? Since() =>
            DateTime.TryParse(OccurredAt, CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : null;
    }
}
