using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Clauses, made into the cards that quote them.</summary>
internal sealed class AnswerCards(LiveKnowledge knowledge, IEnumerable<IOffer> offers)
{
    private const int MostRelated = 5;

    /// <summary>Below this a clause only happens to share a word with the question.</summary>
    private const double LeastRelated = 0.06;

    private const int MostCandidates = 3;

    /// <summary>Where nothing answers, what is shown as near must share more with the question than a common word.</summary>
    private const double LeastNear = 0.12;
    private const int MostNear = 2;

    private string Office => knowledge.Current.Offices.PublicRelations.Name;

    /// <param name="ranked">Best first; the best is quoted.</param>
    /// <param name="beside">Those that answer the further questions of the same message.</param>
    /// <param name="missing">The number asked for that no clause has; the best is then the one above it.</param>
    public Reply Answer(
        string question,
        IReadOnlyList<ScoredClause> ranked,
        string? followUpOf = null,
        string missing = "",
        IReadOnlyList<ScoredClause>? beside = null
    )
    {
        var best = knowledge.Current.Find(ranked[0].Id)!;
        var others = (beside ?? []).Select(clause => knowledge.Current.Find(clause.Id)!).ToList();
        var model = Model(best, question, Related(ranked).Except(others.Select(clause => clause.Id))) with
        {
            FollowUpOf = followUpOf,
            Beside = [.. others.Select(clause => Beside(clause, question))],
        };
        return new Reply.Show(AnswerCard.Render(model), AnswerCard.PlainText(model))
        {
            Lead = missing.Length > 0 ? $"「{missing}」という条文はありません。{Said(best)}をご案内します。[1]" : Lead(model),
            Citations = Citations(model),
        };
    }

    /// <summary>A rated answer. A rating is one person's: where others read along, they still have theirs to give.</summary>
    public Reply Rated(AnswerCard.Model model, Turn turn) =>
        turn.Conversation.Kind == ConversationKind.Personal
            ? new Reply.Update(AnswerCard.Render(model)) { Lead = Lead(model), Citations = Citations(model) }
            : new Reply.View(AnswerCard.Render(model));

    private string Lead(AnswerCard.Model model)
    {
        var clause = ClauseId.Parse(model.Clause);
        var labels = model.Beside.Select(other => other.Label).Prepend(Said(knowledge.Current.Find(clause)!));
        return clause.Guideline switch
        {
            "" => $"{string.Join("と", labels)}に定めがあります。[1]",
            // Never the guideline's word.
            Addition.Guideline => $"ガイドラインには定めがありませんが、同じようなご質問に{Office}が回答しています。[1]",
            _ => $"「{model.GuidelineName}」の{model.Label}に定めがあります。[1]",
        };
    }

    /// <summary>「4⑤」; a number alone says nothing, so a whole part is called by its heading: 「2 ソーシャルメディアの定義」.</summary>
    private static string Said(Clause clause) =>
        clause.Label.All(char.IsAsciiDigit) && clause.Text.Split('\n')[0].Trim() is { Length: > 0 and < 40 } heading
            ? $"「{heading}」"
            : clause.Label;

    private static IReadOnlyList<Citation> Citations(AnswerCard.Model model) =>
        [
            new Citation(
                $"{model.GuidelineName} {model.Label}",
                string.Concat(model.Paragraphs.Select(runs => string.Concat(runs.Select(run => run.Text))))
            ),
        ];

    public Reply Candidates(string question, IReadOnlyList<ScoredClause> ranked)
    {
        var candidates = ranked
            .Take(MostCandidates)
            .Select(clause => knowledge.Current.Find(clause.Id)!)
            .Select(clause => new CandidatesCard.Candidate(
                Link(clause) with
                {
                    Excerpt = ClauseQuote.Excerpt(clause, CandidatesCard.LongestExcerpt),
                },
                Headings(clause)
            ))
            .ToList();
        return new Reply.Show(
            CandidatesCard.Render(new CandidatesCard.Model(question, candidates)),
            $"次のどれについてのご質問ですか？ {string.Join("、", candidates.Select(candidate => $"{candidate.Link.Label} {candidate.Link.Excerpt}"))}"
        );
    }

    public Reply None(string question)
    {
        var model = NoneModel(question);
        return new Reply.Show(NoneCard.Render(model), NoneCard.Summary(model));
    }

    /// <summary>What stands in the place of the candidates when none was meant, or of the form to the office when it is left.</summary>
    public Reply NoneAgain(string question) => new Reply.View(NoneCard.Render(NoneModel(question)));

    /// <summary>What the guideline does not say may be another office's, or be near to what it says.</summary>
    private NoneCard.Model NoneModel(string question)
    {
        var other = knowledge.Current.Elsewhere.For(question);
        return new NoneCard.Model(question, Office)
        {
            Elsewhere = other is null ? null : new NoneCard.Other(other.Matter, other.Office),
            Near =
            [
                .. knowledge
                    .Current.Search(question)
                    .Clauses.Where(clause => clause.Score >= LeastNear)
                    .Select(clause => clause.Id)
                    .Prepend(other?.Clause ?? default)
                    .Where(clause => clause != default)
                    .Distinct()
                    .Take(MostNear)
                    .Select(clause => Link(knowledge.Current.Find(clause)!)),
            ],
        };
    }

    /// <summary>The clause's card; null where a card sent before a revision names a clause that is gone.</summary>
    public AnswerCard.Model? Open(string clause, string? question)
    {
        if (!ClauseId.TryParse(clause, out var id) || knowledge.Current.Find(id.Value) is not { } found)
            return null;
        var related = question is null ? [] : Related(knowledge.Current.Search(question).Clauses);
        return Model(found, question, related);
    }

    public ClauseLink Link(Clause clause) => new(clause.Id.ToString(), clause.Label, ClauseQuote.Excerpt(clause));

    private static IEnumerable<ClauseId> Related(IReadOnlyList<ScoredClause> ranked) =>
        ranked.Where(clause => clause.Score >= LeastRelated).Select(clause => clause.Id);

    private IReadOnlyList<IReadOnlyList<AnswerCard.Run>> Emphasised(Clause clause, IReadOnlyList<string> paragraphs, string? question) =>
        Emphasis.In(paragraphs, question, question is null ? null : passages => knowledge.Current.PassageOf(clause.Id, passages, question));

    private AnswerCard.Quoted Beside(Clause clause, string question) =>
        new(
            clause.Label,
            Headings(clause),
            Emphasised(clause, ClauseQuote.Paragraphs(knowledge.Current.GuidelineOf(clause.Id)!, clause), question)
        );

    private AnswerCard.Model Model(Clause clause, string? question, IEnumerable<ClauseId> related)
    {
        var guideline = knowledge.Current.GuidelineOf(clause.Id)!;
        // The office's own answers stand each for itself.
        var isOwnAnswer = guideline.Key == Addition.Guideline;
        var paragraphs = ClauseQuote.Paragraphs(guideline, clause);
        var terms = Terms(guideline, clause, string.Concat(paragraphs)).ToList();
        var (previous, next) = isOwnAnswer ? (null, null) : (guideline.Neighbour(clause.Id, -1), guideline.Neighbour(clause.Id, +1));
        return new AnswerCard.Model(
            clause.Id.ToString(),
            clause.Label,
            isOwnAnswer ? [] : Headings(clause),
            Emphasised(clause, paragraphs, question),
            guideline.Name,
            guideline.Revision
        )
        {
            Question = question,
            Title = isOwnAnswer ? clause.Heading : null,
            Starts =
            [
                // Two that are called alike would leave one to guess.
                .. offers.SelectMany(offer => offer.For(clause.Id)).DistinctBy(start => start.Title),
                .. question is null
                    ? Array.Empty<Start>()
                    :
                    [
                        new Start(
                            $"{Office}に質問する",
                            NoneCard.EscalateVerb,
                            new NoneCard.Escalate(Plain.Cut(question, AnswerCard.LongestQuestion))
                        ),
                    ],
            ],
            Terms =
            [
                .. terms.Select(entry => new AnswerCard.Term(
                    entry.Term,
                    entry.Definition.Replace("\n", "", StringComparison.Ordinal),
                    guideline.Find(entry.Clause)!.Label
                )),
            ],
            Related =
            [
                .. related
                    .Except(new[] { previous, next }.OfType<Clause>().Select(beside => beside.Id))
                    .Where(id => id != clause.Id && terms.TrueForAll(entry => entry.Clause != id))
                    .Select(id => knowledge.Current.Find(id)!)
                    .Where(other => !IsWithin(other, clause.Id))
                    .Take(MostRelated)
                    .Select(Link),
            ],
            Notes = isOwnAnswer ? [$"職員からの質問に、{Office}が回答したものです。"] : [],
            Previous = previous is null ? null : Link(previous),
            Next = next is null ? null : Link(next),
        };
    }

    private IReadOnlyList<string> Headings(Clause clause) =>
        [
            .. knowledge
                .Current.GuidelineOf(clause.Id)!
                .Path(clause.Id)
                .Where(above => above.Heading.Length > 0)
                .Select(above =>
                    above.Parent is null || above.Label.EndsWith('】') || above.Label.EndsWith('』')
                        ? above.Text.Split('\n')[0]
                        : $"{Sign(above)} {above.Heading}"
                ),
        ];

    /// <summary>The last part of a label: ② of 5②.</summary>
    private string Sign(Clause clause) =>
        clause.Parent is { } parent
        && knowledge.Current.Find(parent) is { } above
        && clause.Label.StartsWith(above.Label, StringComparison.Ordinal)
            ? clause.Label[above.Label.Length..]
            : clause.Label;

    private IEnumerable<GlossaryEntry> Terms(Guideline guideline, Clause clause, string text) =>
        from entry in guideline.Glossary
        where
            entry.Clause != clause.Id
            && text.Contains(entry.Term, StringComparison.Ordinal)
            && !IsWithin(knowledge.Current.Find(entry.Clause)!, clause.Id)
        select entry;

    /// <summary>Whether the clause is quoted already, as part of <paramref name="whole"/>.</summary>
    private bool IsWithin(Clause clause, ClauseId whole) =>
        knowledge.Current.GuidelineOf(clause.Id)!.Path(clause.Id).Any(above => above.Id == whole && above.Parent is not null);
}
