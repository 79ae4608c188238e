using GuidelineBot.Knowledge.Procedures;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>Acts that ask for all that is to be done on an occasion.</content>
internal sealed partial class ActReader
{
    /// <summary>Of the model's word, beside a word for what to do and a named occasion.</summary>
    private const double EnoughOfSteps = 0.2;

    /// <summary>Where steps are asked for by their name, of an account or a service: 「LINE公式をやめるときの流れ」.</summary>
    private const double EnoughByName = 0.05;

    /// <summary>「じゃあやめるときは？」: longer, it says by itself what it asks.</summary>
    private const int ShortTurn = 20;

    private const int MostClauses = 10;

    /// <summary>A subject is plain where one of so many clauses found is of the procedure.</summary>
    private const int FirstFound = 3;

    /// <summary>A question for the steps as a whole. For one detail (いつまで, どこに) its clause is the answer; a wish to file opens the paper.</summary>
    private Act? ProcedureOf(string message, bool asks, Situation situation)
    {
        if (Turned(message, situation) is { } other)
            return Of(other, 1, message);
        // 「アクセスの記録も残るんかな」: without a word for steps a model is easily sure of what asks for none.
        if (!Signs.AsksSteps(message))
            return null;
        var found = cues.In(message);
        var p = procedureModel.Predict(message);
        var (label, share) = p.Where(pair => ProcedureModel.IsProcedure(pair.Key)).OrderByDescending(pair => pair.Value).FirstOrDefault();
        if (label is null || Named(label) is not { } procedure || !IsNamed(procedure.Key, message, found))
            return null;
        var all = p.Where(pair => ProcedureModel.IsProcedure(pair.Key)).Sum(pair => pair.Value);
        var namesSubject = NamesSubject(message);
        if (!namesSubject && procedure.Key != "unblock" && Signs.IsOfWebsite(message))
            return null;
        return
            all >= (namesSubject && Signs.NamesSteps(message) ? EnoughByName : EnoughOfSteps)
            && share >= all / 2
            && all > p.GetValueOrDefault(ActModel.Outside) + p.GetValueOrDefault(Procedure.OfOthers)
            && (asks || all > p.GetValueOrDefault(ProcedureModel.Wish))
            && (namesSubject || Fits(message, procedure))
            ? Of(procedure, share, message)
            : null;
    }

    /// <summary>Another occasion, named in a few words after a procedure was shown, or the clause that one is about.</summary>
    private Procedure? Turned(string message, Situation situation) =>
        situation.Topic is { } topic
        && message.Length <= ShortTurn
        && !NamesPaper(message)
        && (!Signs.AsksDetail(message) || Signs.AsksSteps(message))
        && (Signs.Asks(message) || Signs.EndsOpen(message))
            ? OfOtherOccasion(message, topic)
            : null;

    /// <summary>「SNSの手続きを全部」 names no occasion.</summary>
    private static bool IsNamed(string procedure, string message, IReadOnlyCollection<string> found) =>
        // 「使わなくなったら閲覧解除は」 is about giving it back, which the end has a step for.
        (procedure != "unblock" || !found.Contains("不要") && Signs.IsOfViewing(message))
        && (
            Occasions.Of(found).Exists(occasion => occasion.Procedure == procedure)
            || procedure == "start" && Signs.Makes(message)
            || procedure == "end" && Signs.Ends(message)
            || procedure == "change" && Signs.ChangesHands(message)
            || procedure == "share" && Signs.Shares(message)
            || procedure == "unblock" && Signs.IsUnseen(message)
        );

    /// <summary>An account, a service or a paper.</summary>
    private bool NamesSubject(string message) =>
        Signs.IsOfAccounts(message)
        || cues.In(message).Contains("媒体")
        || forms.Any(form =>
            message.Contains(form.ShortTitle, StringComparison.Ordinal) || message.Contains(form.Title, StringComparison.Ordinal)
        );

    /// <summary>「やめるときの流れ」: no word in it is of something else, as in the steps for opening a shelter or for travel expenses.</summary>
    private bool Fits(string message, Procedure procedure) =>
        understander.Unknown(message).All(term => wordsOfSteps.Contains(term) || IsFiller(term))
        && understander.Search(message).Clauses is var found
        && (found.Count == 0 || found.Take(FirstFound).Any(clause => procedure.Shown.Contains(clause.Id)));

    /// <summary>みたい, とか: what other offices deal with is seldom written so.</summary>
    private static bool IsFiller(string term) => term.All(sign => sign is >= 'ぁ' and <= 'ん');

    private Procedure? Named(string act) => procedures.FirstOrDefault(procedure => Procedure.Acts + procedure.Key == act);

    /// <summary>The clauses that it shows go first, those that are near besides follow; each a little behind the one before.</summary>
    private Act Of(Procedure procedure, double probability, string message)
    {
        var near = understander.Search(message).Clauses.Select(clause => clause.Id);
        return new Act(new Route(Procedure.Acts + procedure.Key), probability)
        {
            Clauses =
            [
                .. procedure
                    .Shown.Concat(near)
                    .Distinct()
                    .Take(MostClauses)
                    .Select((clause, place) => new ScoredClause(clause, Math.Round(probability / (place + 1), 4))),
            ],
        };
    }
}
