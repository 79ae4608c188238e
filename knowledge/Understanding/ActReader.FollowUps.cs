using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Procedures;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>Acts that go on about what was shown.</content>
internal sealed partial class ActReader
{
    private const string Follow = "follow:";

    /// <summary>How much likelier another clause must be before the talk leaves the one it is about.</summary>
    private const double LeadToLeave = 0.15;

    /// <summary>So probably a message concerns something else at most, to be read with the question before.</summary>
    private const double NotElsewhere = 0.3;

    /// <summary>A clause so short is a heading: its text is what stands below it.</summary>
    private const int Heading = 40;

    /// <summary>「この届はどこに出すん？」: the paper that is open is what it is about, whatever was shown before.</summary>
    private Act? OfOpenPaper(string message, bool asks, Situation situation) =>
        situation.Draft is { } draft
        && (
            asks
                && (Signs.PointsToPaper(message) || PapersNamed(message).Contains(draft.Kind))
                && (Signs.AsksDetail(message) || Signs.SideAsked(message) is not null || Signs.AsksWhereItGoes(message))
            || message.Length <= Leaning.LongestQuestion
                && Signs.AsksWhereItGoes(message)
                && !NamesField(message, situation)
                && (PapersNamed(message) is not { Count: > 0 } named || named.Contains(draft.Kind))
        )
        && forms.FirstOrDefault(form => form.Kind == draft.Kind) is { Clauses: [var demands, ..] }
            ? new Act(new Route("follow:where"), 1) { Clauses = [new ScoredClause(demands, 1)], Text = message }
            : null;

    /// <summary>「廃止の届」 of a 閲覧解除廃止届: the papers by a word of their titles.</summary>
    private List<NoticeKind> PapersNamed(string message) =>
        PaperWord().Match(message) is { Success: true } named
            ? [.. forms.Where(form => form.Title.Contains(named.Groups["what"].Value, StringComparison.Ordinal)).Select(form => form.Kind)]
            : [];

    /// <summary>「廃止の届」</summary>
    [GeneratedRegex("(?<what>[一-龥]{2})の?(?:届|申請)")]
    private static partial Regex PaperWord();

    /// <summary>「様式3の方の期限は」: one side of the only paper that is named.</summary>
    private Act? OfNamedPaper(string message, Situation situation) =>
        message.Length <= ShortTurn
        && situation is { Incident: null, Draft: null, Topic: not null }
        && !Signs.Shares(message)
        && forms.Where(form => Names(message, form)).ToList() is [{ Clauses: [var demands, ..] } form]
        && Signs.SideAsked(form.Number.Length > 0 ? Folding.Compose(message).Replace(form.Number, "", StringComparison.Ordinal) : message)
            is { } side
            ? new Act(new Route(Follow + side), 1) { Clauses = [new ScoredClause(demands, 1)], Text = message }
            : null;

    /// <summary>「誰が受け付けるんですか」 behind a procedure: a few words for one side of it that name no other occasion.</summary>
    private Act? SideOfProcedure(string message, Situation situation)
    {
        if (
            situation is not { Draft: null, Incident: null, Topic: { } topic }
            || message.Length > ShortTurn
            || ProcedureAbout(topic) is not { } procedure
        )
            return null;
        var occasions = Occasions.Of(cues.In(message)).ConvertAll(occasion => occasion.Procedure);
        if (EndOfViewing(message, procedure, occasions) is { } end)
            return new Act(Route.Answer, 1) { Clauses = [new ScoredClause(end, 1)], GoesOnFrom = topic.Question };
        // What is done with a copy is the same for every paper: 「終了届もそう？」
        if (procedure.Key == "share" && Signs.AsksWhetherSame(message))
            return new Act(Route.Answer, 1) { Clauses = [new ScoredClause(procedure.Main, 1)], GoesOnFrom = topic.Question };
        // 「届の写しは誰かに共有されるんですか」 is about what becomes of the paper, whichever it is.
        if (procedure.Key != "share" && Signs.Shares(message) || !occasions.TrueForAll(occasion => occasion == procedure.Key))
            return null;
        if (Signs.AsksForMoreSteps(message))
            return Of(procedure, 1, message);
        return Signs.SideAsked(message) is { } side && !Signs.AsksSteps(message)
            ? new Act(new Route(Follow + side), 1)
            {
                Clauses = [new ScoredClause(procedure.Main, 1)],
                GoesOnFrom = topic.Question,
                Text = message,
            }
            : null;
    }

    /// <summary>The procedure of the one occasion that the message names, where another was shown.</summary>
    private Procedure? OfOtherOccasion(string message, Topic topic) =>
        ProcedureAbout(topic) is { Key: var about } && Occasions.Of(cues.In(message)) is [var occasion] && occasion.Procedure != about
            ? Named(Procedure.Acts + occasion.Procedure)
            : null;

    /// <summary>The procedure that was shown, or whose main clause was.</summary>
    private Procedure? ProcedureAbout(Topic topic) =>
        topic.Procedure is { } shown
            ? Named(Procedure.Acts + shown)
            : procedures.FirstOrDefault(procedure => procedure.Main == topic.Clause);

    /// <summary>To give back the view of a site is a step of those for getting it: 「いらなくなったら？」</summary>
    private ClauseId? EndOfViewing(string message, Procedure procedure, List<string> occasions) =>
        procedure.Key == "unblock" && !NamesSubject(message) && (occasions.Contains("end") || cues.In(message).Contains("不要"))
        // 「閲覧解除してもらっとる分はどうすれば」 where an account ends.
        || procedure.Key == "end" && occasions.Contains("unblock") && Signs.IsOfViewing(message)
            ? procedure.Steps.FirstOrDefault(step => step.Form == NoticeKind.UnblockEnd)?.Clause
            : null;

    /// <summary>A fragment that goes on from the last answer, with the clause that it is about now.</summary>
    private Act GoOn(Act act, string message, Situation situation)
    {
        if (act.Clauses.Count > 0 || situation.Topic is not { } topic)
            return act;
        var side = act.Route.Name[Follow.Length..];
        // 「著作権に気をつけるのってどの項目？」 names its own subject.
        if (
            side is "clause" or "text"
            && (Signs.AsksWhatIsWritten(message) ?? Signs.BeforeClauseAsked(message)) is { Length: >= 3 } subject
            && understander.Search(subject) is { Route: var route } own
            && route == Route.Answer
        )
            return new Act(route, act.Probability) { Clauses = own.Clauses };
        var clause = side is "clause" or "text" or "more" ? Near(topic.Clause, side) : About(message, side, topic);
        return act with { Clauses = [new ScoredClause(clause, 1)], GoesOnFrom = topic.Question };
    }

    /// <summary>A question that leans on the one before; what it finds by itself goes first where it is sure.</summary>
    private Act Continued(Act found, string message, Situation situation)
    {
        // 「なりすましだったら？」 asks what to do then, and not what the word means.
        if (
            found.Clauses is [{ Id: var term }, ..]
            && Leaning.IsTerm(term)
            && Signs.EndsInCase(message)
            && found.Clauses.FirstOrDefault(clause => !Leaning.IsTerm(clause.Id)) is { Score: > 0 } then
        )
            return new Act(Route.Answer, 1) { Clauses = [then] };
        if (
            situation.Topic is not { } topic
            || found.Text.Length > 0
            || Signs.TurnsAway(message)
            || found.Beside.Count > 0
            || found.Clauses is [{ Score: >= 1 }, ..]
            || !Leaning.IsSeen(message)
                && Signs.OfThat(message) is null
                && !AsksOfPaper(message, topic)
                && !(found.Route == Route.None && IsNear(message))
        )
            return found;
        // 「じゃあ炎上は？」 behind another entry of the glossary.
        if (Leaning.IsTerm(topic.Clause) && Signs.EndsOpen(message) && OtherTerm(message, topic.Clause) is { } named)
            return new Act(Route.Answer, 1) { Clauses = [new ScoredClause(named, 1)], GoesOnFrom = topic.Question };
        // 「その中身には何を書けばいいんでしょう」: of what was asked about.
        if (
            Signs.OfThat(message) is { } rest
            && SubjectOf(topic) is { } subject
            && understander.Search($"{subject}の{rest}") is { Route: var route } resolved
            && route == Route.Answer
        )
            return new Act(Route.Answer, 1) { Clauses = resolved.Clauses, GoesOnFrom = topic.Question };
        if (Leaning.StaysWith(topic.Clause, message) || OfOtherOccasion(message, topic) is null && IsWordOf(topic.Clause, message))
            return new Act(Route.Answer, 1) { Clauses = [new ScoredClause(topic.Clause, 1)], GoesOnFrom = topic.Question };
        if (found.Route == Route.Answer && !Leaning.IsSaid(message))
            return found;
        var together = understander.Search(message, topic.Question);
        // What is asked behind a term is about what the term stands for, which the glossary has said already.
        IReadOnlyList<ScoredClause> clauses = Leaning.IsTerm(topic.Clause)
            ? [.. together.Clauses.Where(clause => !Leaning.IsTerm(clause.Id))]
            : together.Clauses;
        return together.Route == Route.None || clauses.Count == 0
            ? found
            : new Act(together.Route, found.Probability) { Clauses = clauses, GoesOnFrom = topic.Question };
    }

    private ClauseId? OtherTerm(string message, ClauseId shown) =>
        message.Length <= ShortFact
        && guideline.Glossary.FirstOrDefault(entry => message.Contains(entry.Term, StringComparison.OrdinalIgnoreCase)) is { } entry
        && entry.Clause != shown
            ? entry.Clause
            : null;

    /// <summary>「運用ポリシー」 of 「運用ポリシーは誰が定めるの」: what was asked about, by the longest word of it that the clause has, too.</summary>
    private string? SubjectOf(Topic topic) =>
        guideline.Find(topic.Clause) is { } clause
            ? Terms()
                .Matches(topic.Question)
                .Select(term => term.Value)
                .Where(term => clause.Text.Contains(term, StringComparison.Ordinal))
                .MaxBy(term => term.Length)
            : null;

    /// <summary>「共有する相手は？」 behind a clause that says with whom to share: a fragment about a word of it.</summary>
    private bool IsWordOf(ClauseId shown, string message) =>
        message.Length <= ShortFact
        && Signs.EndsOpen(message)
        && !Leaning.IsTerm(shown)
        && guideline.Find(shown) is { } clause
        && Understander.Terms(message).FirstOrDefault(term => term.Length > 1) is { } word
        && clause.Text.Contains(word, StringComparison.Ordinal);

    /// <summary>「見たらばれますか？」: a few words that find nothing by themselves, and sound like nothing else either.</summary>
    private bool IsNear(string message) =>
        message.Length <= Leaning.LongestQuestion && Signs.Asks(message) && model.Predict(message, _ => 1).Elsewhere < NotElsewhere;

    /// <summary>「届はどこに出すの？」 behind the clause that demands one.</summary>
    private bool AsksOfPaper(string message, Topic topic) =>
        NamesPaper(message)
        && Signs.AsksDetail(message)
        && Leaning.StaysWith(topic.Clause, message)
        && forms.Any(form => form.Clauses.Contains(topic.Clause));

    /// <summary>The clause itself; of a heading, what it stands in.</summary>
    private ClauseId Near(ClauseId clause, string side) =>
        side == "text" && guideline.Find(clause) is { Parent: { } parent } found && found.Text.Length < Heading && parent.ToString() != "0"
            ? parent
            : clause;

    private ClauseId About(string fragment, string side, Topic topic)
    {
        // 「やめるときの様式は？」 behind the paper to begin with: the occasion that it names is another.
        if (OfOtherOccasion(fragment, topic) is { } other)
            return other.Main;
        if (side == "who" && WhoDoes(topic.Clause) is { } named)
            return named;
        if (Leaning.StaysWith(topic.Clause, fragment))
            return topic.Clause;
        var together = understander.Search(fragment, topic.Question).Clauses;
        // 「その人に出す書類は」 behind a term: what is demanded, and not the term again.
        if (Leaning.IsTerm(topic.Clause) && side is "form" or "where" or "when")
            together = [.. together.Where(clause => !Leaning.IsTerm(clause.Id))];
        // Who does what a chapter demands is said in that chapter.
        if (side == "who" && !Leaning.IsTerm(topic.Clause))
            together = [.. together.Where(clause => Chapter(clause.Id) == Chapter(topic.Clause))];
        var own = together.FirstOrDefault(clause => clause.Id == topic.Clause)?.Score ?? 0;
        return together is [var best, ..] && (IsWithin(best.Id, topic.Clause) || best.Score - own > LeadToLeave) ? best.Id : topic.Clause;
    }

    /// <summary>
    /// 「それは誰が決めるんですか」 behind 「…を、利用規約として定める」: where a clause names nobody, the one of its chapter that says who does
    /// the same. Null where it names somebody itself, or none does.
    /// </summary>
    private ClauseId? WhoDoes(ClauseId shown)
    {
        if (Leaning.IsTerm(shown) || guideline.Find(shown) is not { } clause || Actor().IsMatch(clause.Text))
            return null;
        var terms = Terms().Matches(clause.Text).Select(term => term.Value).Distinct().ToList();
        return guideline
            .Clauses.Where(one => one.Id != shown && Chapter(one.Id) == Chapter(shown) && Actor().IsMatch(one.Text))
            .Select(one =>
                (one.Id, Shared: terms.Where(term => one.Text.Contains(term, StringComparison.Ordinal)).Sum(term => term.Length))
            )
            .Where(one => one.Shared > 0)
            .OrderByDescending(one => one.Shared)
            .Select(one => (ClauseId?)one.Id)
            .FirstOrDefault();
    }

    /// <summary>Who does something, as a guideline calls them.</summary>
    [GeneratedRegex("(?:所属長|職員|管理者|責任者|課長|部長|局長|課|室)(?:が|は|に|へ|及び|の承認)")]
    private static partial Regex Actor();

    /// <summary>「利用規約」, 「運用ポリシー」.</summary>
    [GeneratedRegex("[一-龥ァ-ヶー]{4,}")]
    private static partial Regex Terms();

    private static string Chapter(ClauseId clause) => clause.ToString().Split('-')[0];

    private static bool IsWithin(ClauseId clause, ClauseId whole) =>
        clause.ToString().StartsWith($"{whole}-", StringComparison.Ordinal)
        || whole.ToString().StartsWith($"{clause}-", StringComparison.Ordinal);
}
