using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>Decides what a message asks for: a command, a wish to start something, or a question with its clauses.</summary>
internal sealed class Understander
{
    private const string Unanswered = "none";
    private const string Question = "question";

    /// <summary>The place of the last of the intent model's labels that is no wish.</summary>
    private const int NoWish = 1;

    private readonly Commands commands;
    private readonly Features features;
    private readonly ClauseIndex index;
    private readonly string[] clauseLabels;
    private readonly LinearModel clauseModel;
    private readonly HashSet<string> taught;
    private readonly string[] intentLabels;
    private readonly LinearModel intentModel;

    /// <param name="clauses">Every clause that may be the answer.</param>
    /// <param name="questions">Examples labelled with clauses, or with nothing.</param>
    /// <param name="intents">Examples labelled with routes, or with <c>question</c>.</param>
    /// <param name="commands">Whole messages with a fixed meaning.</param>
    public Understander(
        IReadOnlyList<SearchedClause> clauses, IReadOnlyList<Example> questions, IReadOnlyList<Example> intents, Commands commands, SynonymBook synonyms)
    {
        this.commands = commands;
        var indexing = Task.Run(() => new ClauseIndex(clauses));

        IReadOnlyList<Example> all = [.. questions, .. intents];
        (features, var texts) = Features.Learn(synonyms, [.. all.Select(example => example.Text)]);
        clauseLabels = [Unanswered, .. questions.SelectMany(example => example.Labels).Distinct()];
        taught = [.. clauseLabels.Skip(1).Select(label => ClauseId.Parse(label).Guideline)];
        intentLabels = [Unanswered, Question, .. intents.SelectMany(example => example.Labels).Where(label => label != Question).Distinct()];

        var training = Task.Run(() => Train(intentLabels, all.Select((example, place) =>
            (texts[place], place >= questions.Count ? example.Labels : example.Labels.Count == 0 ? [Unanswered] : [Question]))));
        clauseModel = Train(clauseLabels, questions.Select((example, place) => (texts[place], example.Labels.Count == 0 ? [Unanswered] : example.Labels)));
        intentModel = training.GetAwaiter().GetResult();
        index = indexing.GetAwaiter().GetResult();
    }

    public Understood Understand(string message)
    {
        if (commands.Find(message) is { } command)
            return new Understood(command, []);
        var question = Search(message);
        return Wish(message) is { } wish ? question with { Route = wish } : question;
    }

    /// <summary>The message taken as a question.</summary>
    /// <param name="before">The question that it goes on from: it fills in what is left unsaid, but what is said goes first.</param>
    public Understood Search(string question, string? before = null)
    {
        var probabilities = clauseModel.Predict(features.Of(question));
        if (before is not null)
        {
            var together = clauseModel.Predict(features.Of($"{before}　{question}"));
            for (var label = 0; label < probabilities.Length; label++)
                probabilities[label] = Decision.OwnWords * probabilities[label] + (1 - Decision.OwnWords) * together[label];
        }
        var hits = index.Search(question, 20);
        var scores = hits.ToDictionary(hit => hit.Id, hit => Decision.TextWeight * hit.Share);
        for (var label = 1; label < clauseLabels.Length; label++)
        {
            var id = ClauseId.Parse(clauseLabels[label]);
            scores[id] = scores.GetValueOrDefault(id) + probabilities[label];
        }
        var ranked = scores.OrderByDescending(pair => pair.Value).Take(10).Select(pair => new ScoredClause(pair.Key, pair.Value / (1 + Decision.TextWeight))).ToList();
        var route = Decision.Of(ranked, probabilities[0]);
        var offered = Untaught(hits);
        if (offered.Count > 0 && (route == Route.None || ranked[0].Score < Decision.SureBesideUntaught))
            return new Understood(Route.Candidates, route == Route.None ? offered : [.. offered.Concat(ranked).DistinctBy(clause => clause.Id).Take(10)]);
        return new Understood(route, route == Route.None ? [] : ranked);
    }

    /// <summary>Of a guideline that nobody has written example questions for, the model knows nothing: its clauses are offered for their words alone.</summary>
    private List<ScoredClause> Untaught(IReadOnlyList<ScoredText> hits) =>
        [.. hits.Where(hit => !taught.Contains(hit.Id.Guideline) && hit.Share >= Decision.WorthOfferingUntaught).Select(hit => new ScoredClause(hit.Id, hit.Share)).Take(10)];

    private Route? Wish(string message)
    {
        var probabilities = intentModel.Predict(features.Of(message));
        var best = NoWish;
        for (var label = NoWish + 1; label < intentLabels.Length; label++)
            if (best == NoWish || probabilities[label] > probabilities[best])
                best = label;
        return best != NoWish && probabilities[best] >= Decision.SureOfWish ? new Route(intentLabels[best]) : null;
    }

    private LinearModel Train(string[] labels, IEnumerable<(Feature[] Features, IReadOnlyList<string> Labels)> examples)
    {
        var places = labels.Select((label, place) => (label, place)).ToDictionary(pair => pair.label, pair => pair.place);
        return LinearModel.Train([.. examples.Select(example => (example.Features, example.Labels.Select(label => places[label]).ToArray()))], labels.Length, features.Count);
    }
}
