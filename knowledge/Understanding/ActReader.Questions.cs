namespace GuidelineBot.Knowledge.Understanding;

/// <content>Acts that ask for a clause, and the courtesies around them.</content>
internal sealed partial class ActReader
{
    /// <summary>From here on the clause that was found is shown, and not the chapter that is named.</summary>
    private const double SureOfClause = 0.8;

    /// <summary>A word so short names no chapter.</summary>
    private const int ShortestWord = 3;

    private readonly IReadOnlyList<(string Word, ClauseId Id)> chapters;

    /// <summary>What asks nothing and finds nothing, and is rather a remark than a question, is one.</summary>
    private Act Found(string message, Predicted p, bool asks)
    {
        var found = Question(message, p);
        var asking = p.GetValueOrDefault(ActModel.Outside) + p.GetValueOrDefault(ActModel.Question);
        var remarks = Sum(p, "talk:") + p.GetValueOrDefault("statement") + p.GetValueOrDefault("mention");
        // 「おまえの中身はLLM？」, 「先輩に似とるわ、あなた」
        if (Signs.Addresses(message) && (asks ? found.Route == Route.None && message.Length <= Leaning.LongestQuestion : remarks > 0.1))
            return new Act(new Route(asks ? "talk:who" : "talk:other"), remarks) { Text = message };
        return
            !asks
            && (
                found.Route == Route.None && (remarks > asking || !Signs.IsPhrase(message))
                // Clauses that are merely offered are no answer to a remark.
                || found.Route == Route.Candidates && remarks > asking
            )
            ? new Act(new Route("talk:other"), remarks) { Text = message }
            : found;
    }

    /// <summary>「炎上いう言葉の意味は」: the entry of the glossary, where the meaning of its very term is asked for.</summary>
    private ClauseId? Term(string message) =>
        Signs.AsksMeaning(message) is { } asked
        && guideline.Glossary.FirstOrDefault(entry => asked.EndsWith(entry.Term, StringComparison.OrdinalIgnoreCase)) is { } entry
            ? entry.Clause
            : null;

    /// <summary>「職員の心構えみたいなものはありますか」: the chapter whose title alone has that word.</summary>
    private ClauseId? Chapter(string message) =>
        chapters.FirstOrDefault(chapter => message.Contains(chapter.Word, StringComparison.Ordinal)) is { Word: not null } named
            ? named.Id
            : null;

    /// <summary>The chapters whose title ends in a word that no other clause has: 心構え.</summary>
    private static IReadOnlyList<(string Word, ClauseId Id)> ByTheirWord(Guideline guideline) =>
        [
            .. guideline
                .Clauses.Where(clause => clause.Parent is null || clause.Parent.ToString() == "0")
                .Select(clause => (Word: clause.Heading.Split('の')[^1], clause.Id))
                .Where(chapter =>
                    chapter.Word.Length >= ShortestWord
                    && guideline.Clauses.All(clause =>
                        clause.Id == chapter.Id || !clause.Text.Contains(chapter.Word, StringComparison.Ordinal)
                    )
                ),
        ];

    private Act Question(string message, Predicted p)
    {
        message = Courtesies.WithoutOffice(message);
        if (Several(message) is { } several)
            return several;
        // 「パスワードについてガイドラインにはどう書かれていますか」 asks about passwords, and of guidelines nothing.
        var found =
            Signs.AsksWhatIsWritten(message) is { } subject && !subject.Contains("ガイドライン", StringComparison.Ordinal)
                ? understander.Search(subject)
                : understander.Search(message, predicted: p);
        if (found is not { Route: var route, Clauses: [{ Score: >= SureOfClause }, ..] } || route != Route.Answer)
            if (Chapter(message) is { } chapter)
                return new Act(Route.Answer, 1) { Clauses = [new ScoredClause(chapter, 1)] };
        // 「ポリシーって誰が決めるもんなんですか」: the clause that says who, before the one that only says what.
        var clauses = found.Clauses;
        if (found.Route == Route.Answer && Signs.AsksWhoDecides(message) && WhoDoes(clauses[0].Id) is { } who)
            clauses = [new ScoredClause(who, clauses[0].Score), .. clauses.Where(clause => clause.Id != who)];
        return new Act(found.Route, p.GetValueOrDefault(ActModel.Question)) { Clauses = clauses };
    }

    /// <summary>「返信はせんといけん？あと短縮URLは使うてもええ？」: each question has its own answer; null where they have one.</summary>
    private Act? Several(string message)
    {
        var questions = Courtesies.Sentences(message).Where(Signs.Asks).ToList();
        if (questions.Count < 2)
            return null;
        var answers = questions.Select(question => understander.Search(question)).Where(found => found.Route == Route.Answer).ToList();
        var heads = answers.Select(found => found.Clauses[0]).DistinctBy(clause => clause.Id).Take(MostAtOnce).ToList();
        return heads.Count < 2
            ? null
            : new Act(Route.Answer, 1)
            {
                Clauses = [.. heads.Concat(answers[0].Clauses).DistinctBy(clause => clause.Id)],
                Beside = heads[1..],
            };
    }

    /// <summary>The greeting, thanks, farewell or excuse that a sentence is; null where it is none.</summary>
    private string? CourtesyOf(string sentence, Prior prior) =>
        sentence.Length > 0
        && model.Predict(sentence, prior.Of, label => Signs.BearOut(label, sentence)).MaxBy(pair => pair.Value)
            is { Value: > (float)Sure, Key: "talk:hello" or "talk:thanks" or "talk:bye" or "talk:sorry" } top
            ? top.Key
            : null;

    /// <summary>A question to a further guideline that the message names, with the clause's number or by its whole title.</summary>
    private Act? ToFurther(string message) =>
        understander.Elsewhere(message) is { } clause ? new Act(Route.Answer, 1) { Clauses = [new ScoredClause(clause, 1)] }
        : understander.ToTitled(message) is { } titled ? new Act(titled.Route, 1) { Clauses = titled.Clauses }
        : null;

    private static float Sum(IReadOnlyDictionary<string, float> p, string prefix) =>
        p.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(pair => pair.Value);
}
