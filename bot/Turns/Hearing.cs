using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Observability;

namespace GuidelineBot.Turns;

/// <summary>A slice's part of the situation: the paper that is open, the incident that runs.</summary>
internal interface ISituationPart
{
    Task<Situation> AddAsync(Situation situation, Turn turn, CancellationToken cancellationToken);
}

/// <summary>Finds out what a typed message does in its situation.</summary>
internal sealed class Hearing(
    LiveKnowledge knowledge,
    IEnumerable<ISituationPart> parts,
    Routes routes,
    Instruments instruments,
    TimeProvider clock
)
{
    /// <summary>A picture or file was sent.</summary>
    public static readonly Route SentFiles = new("files");

    public async Task<Turn> HearAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Press is not null || turn.Extension is not null || turn.Understood is not null || turn.Text.Length + turn.Files.Count == 0)
            return turn;
        var situation = await SituationAsync(turn, cancellationToken);
        // Where a checklist runs or a notice is filled in, what is sent belongs to it, with what was written beside it.
        if (turn.Files.Count > 0 && (situation.Incident is not null || situation.Draft is not null || turn.Text.Length == 0))
        {
            var kept = new Act(SentFiles, 1) { Text = turn.Text };
            return routes.Has(SentFiles) ? turn with { Act = kept, Situation = situation, Understood = kept.Understood } : turn;
        }
        using var watch = instruments.Search();
        var act = knowledge.Current.Read(turn.Text, situation, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        // What no feature of this installation can do is taken as a question about it.
        if (!routes.Has(act.Route))
        {
            var found = knowledge.Current.Search(turn.Text);
            act = new Act(found.Route, 1) { Clauses = found.Clauses };
        }
        turn.Memory.Offered.Clear();
        // Who asks for something else no longer means to send the text that was asked for.
        if (turn.Memory.Post is { State: PostTalk.Awaited } && !act.Route.Name.StartsWith("talk:", StringComparison.Ordinal))
            turn.Memory.Post = null;
        return turn with { Act = act, Situation = situation, Understood = act.Understood };
    }

    private async Task<Situation> SituationAsync(Turn turn, CancellationToken cancellationToken)
    {
        var (memory, now) = (turn.Memory, clock.GetUtcNow());
        var situation = new Situation
        {
            Person = turn.From.Name,
            Topic = TopicOf(memory, now),
            Post = memory.Post is { } post && Memory.IsFresh(post.At, now) ? post.State : PostTalk.None,
            IncidentForm = memory.Incident is { } form && Memory.IsFresh(form.At, now) ? new OpenIncident(form.Kind, form.Since()) : null,
            AskedBack = [.. memory.Offered.Select(choice => new AskedBack(choice.Words, new Route(choice.Route)))],
        };
        foreach (var part in parts)
            situation = await part.AddAsync(situation, turn, cancellationToken);
        return situation;
    }

    /// <summary>A clause that a revision took out meanwhile, or that a client made up, is nothing to go on about.</summary>
    private Topic? TopicOf(Memory memory, DateTimeOffset now) =>
        memory.Topic is { } topic
        && Memory.IsFresh(topic.At, now)
        && ClauseId.TryParse(topic.Clause, out var clause)
        && knowledge.Current.Find(clause.Value) is not null
            ? new Topic(clause.Value, topic.Question, topic.Procedure is { } key ? knowledge.Current.ProcedureOf(key)?.Key : null)
            : null;
}
