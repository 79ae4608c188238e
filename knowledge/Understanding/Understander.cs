using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>Decides what a message asks for: a command, a wish to start something, or a question with its clauses.</summary>
internal sealed class Understander
{
    private readonly Commands commands;
    private readonly ClauseIndex index;
    private readonly ClauseModel clauseModel;
    private readonly FurtherGuidelines further;
    private readonly ActModel acts;
    private readonly Calibration calibration;

    public Understander(IReadOnlyList<SearchedClause> clauses, KnowledgeText text, TrainedModels models)
    {
        commands = new Commands(text.Commands);
        calibration = text.Calibration;
        (clauseModel, acts) = (models.Clauses, models.Acts);
        // What has no examples is told apart by its own words, and changes nothing in how the rest is found.
        var taught = clauseModel.Clauses.Skip(1).Select(id => id.Guideline).Append("").ToHashSet(StringComparer.Ordinal);
        index = new ClauseIndex([.. clauses.Where(clause => taught.Contains(clause.Id.Guideline))]);
        further = new FurtherGuidelines(text, taught);
    }

    /// <summary>A short message with a fixed meaning.</summary>
    public Route? Command(string message) => commands.Find(message);

    /// <summary>The message taken as a question.</summary>
    /// <param name="before">The question that it goes on from: it fills in what is left unsaid, but what is said goes first.</param>
    /// <param name="predicted">What it does, where that is known already.</param>
    public Understood Search(string question, string? before = null, Predicted? predicted = null)
    {
        var hits = index.Search(question, 20);
        var (ranked, evidence) = Rank(question, before, hits, predicted);
        var probability = calibration.Probability(evidence);
        var route = ranked.Count == 0 ? Route.None : calibration.Decide(probability);
        // The first score is a probability; those after it keep their distance from it.
        var scored = ranked.ConvertAll(clause => clause with { Score = Math.Round(probability * clause.Score / ranked[0].Score, 4) });
        return Beside(new Understood(route, route == Route.None ? [] : scored), Whole(question, before));
    }

    /// <summary>A clause of a further guideline that the message names, guideline and number.</summary>
    public ClauseId? Elsewhere(string message) => further.Find(message, own: 0) is { IsNumbered: true } found ? found.Clauses[0].Id : null;

    /// <summary>The message names a further guideline by its whole title: it is a question to that one, whatever else its words would do.</summary>
    public Understood? ToTitled(string message) =>
        further.Find(message, own: 0) is { IsTitled: true, IsNumbered: false } ? Search(message) : null;

    /// <summary>
    /// Nobody has written example questions for further guidelines, and the models know nothing of them: their clauses are offered, alone or beside those
    /// of the city's own, and never given as the answer, unless the question names the clause.
    /// </summary>
    private Understood Beside(Understood own, string question)
    {
        if (
            further.Find(question, own.Clauses.Count == 0 ? 0 : own.Clauses[0].Score) is not { } found
            || found.Probability < (own.Clauses.Count == 0 ? Decision.OfferFurther : Decision.BesideOwn)
        )
            return own;
        IReadOnlyList<ScoredClause> offered = [.. found.Clauses.Select(clause => new ScoredClause(clause.Id, Math.Round(clause.Share, 4)))];
        if (found.IsNamed)
            return new Understood(found.IsNumbered ? Route.Answer : Route.Candidates, offered);
        var (first, then, lead) = found.Probability >= Decision.FurtherFirst ? (offered, own.Clauses, 2) : (own.Clauses, offered, 1);
        IEnumerable<ScoredClause> mixed = [.. first.Take(lead), .. then.Take(3 - lead), .. first.Skip(lead), .. then.Skip(3 - lead)];
        return new Understood(Route.Candidates, [.. Falling(mixed.Take(10))]);
    }

    /// <summary>Scores of two kinds, put so that none is above the one before it.</summary>
    private static IEnumerable<ScoredClause> Falling(IEnumerable<ScoredClause> clauses)
    {
        var highest = 1d;
        foreach (var clause in clauses)
            yield return clause with
            {
                Score = highest = Math.Min(highest, clause.Score),
            };
    }

    /// <returns>The nearest clauses, best first, and what speaks for the first one.</returns>
    internal (List<ScoredClause> Ranked, Evidence Evidence) Rank(string question) => Rank(question, null, index.Search(question, 20), null);

    private (List<ScoredClause> Ranked, Evidence Evidence) Rank(
        string question,
        string? before,
        IReadOnlyList<ScoredText> hits,
        Predicted? predicted
    )
    {
        var probabilities = clauseModel.Predict(question);
        if (before is not null)
            probabilities = Continued(probabilities, clauseModel.Predict(Whole(question, before)));
        var shares = hits.ToDictionary(hit => hit.Id, hit => (double)hit.Share);
        var scores = shares.ToDictionary(pair => pair.Key, pair => Decision.TextWeight * pair.Value);
        for (var label = 1; label < clauseModel.Clauses.Length; label++)
            scores[clauseModel.Clauses[label]] = scores.GetValueOrDefault(clauseModel.Clauses[label]) + probabilities[label];
        var ranked = scores
            .OrderByDescending(pair => pair.Value)
            .Take(10)
            .Select(pair => new ScoredClause(pair.Key, pair.Value / (1 + Decision.TextWeight)))
            .ToList();
        if (ranked.Count == 0)
            return (ranked, default);
        var whole = Whole(question, before);
        var words = before is null
            ? shares.GetValueOrDefault(ranked[0].Id)
            : index.Search(whole, 20).FirstOrDefault(hit => hit.Id == ranked[0].Id).Share;
        var model = Array.IndexOf(clauseModel.Clauses, ranked[0].Id) is > 0 and var place ? probabilities[place] : 0;
        var lead = ranked.Count > 1 ? ranked[0].Score - ranked[1].Score : 1;
        predicted ??= acts.Predict(question, label => label is ActModel.Question or ActModel.Outside ? 1 : 0);
        return (ranked, new Evidence(model, words, lead, probabilities[0], predicted.Elsewhere, predicted.Outside ?? 0, Unfamiliar(whole)));
    }

    /// <summary>A follow-up leaves most of its words to the question before.</summary>
    private static string Whole(string question, string? before) => before is null ? question : $"{before}　{question}";

    /// <summary>A geometric mean: where the follow-up's own words leave it open, those of the question before decide.</summary>
    private static float[] Continued(float[] own, float[] together)
    {
        var mixed = own.Zip(together, (alone, both) => MathF.Pow(alone, Decision.OwnWords) * MathF.Pow(both, 1 - Decision.OwnWords))
            .ToArray();
        var sum = mixed.Sum();
        return Array.ConvertAll(mixed, share => share / sum);
    }

    /// <summary>The terms that neither the guidelines nor their example questions have.</summary>
    public IEnumerable<string> Unknown(string message) => Terms(message).Distinct(StringComparer.Ordinal).Where(term => !index.Holds(term));

    private double Unfamiliar(string question)
    {
        var terms = Terms(question).Distinct(StringComparer.Ordinal).ToList();
        return terms.Count == 0 ? 0 : (double)terms.Count(term => !index.Holds(term)) / terms.Count;
    }

    internal static IEnumerable<string> Terms(string text) => Tokens.Of(Folding.Fold(text)).Select(token => token.Term);
}
