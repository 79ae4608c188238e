using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Procedures, made into the cards that show them.</summary>
internal sealed class ProcedureCards(LiveKnowledge knowledge)
{
    private const string OursAlone = "実務の目安";

    /// <param name="isUnfolded">With every clause in full.</param>
    public Reply Whole(Procedure procedure, string question, bool isUnfolded = false)
    {
        var model = Model(procedure, question) with { IsUnfolded = isUnfolded };
        var main = knowledge.Current.Find(procedure.Main)!;
        return new Reply.Show(ProcedureCard.Render(model), ProcedureCard.PlainText(model))
        {
            Lead = $"{procedure.Title}です。{main.Label}に定めがあります。[1]",
            Citations = [new Citation($"{knowledge.Current.GuidelineOf(main.Id)!.Name} {main.Label}", string.Concat(model.Quote))],
        };
    }

    /// <param name="question">What was asked, for passing it on to people; null where nothing was.</param>
    public ProcedureCard.Model Model(Procedure procedure, string? question)
    {
        var main = knowledge.Current.Find(procedure.Main)!;
        var guideline = knowledge.Current.GuidelineOf(main.Id)!;
        return new ProcedureCard.Model(
            procedure.Key,
            procedure.Title,
            ClauseQuote.Paragraphs(guideline, main),
            $"出典: {guideline.Name}{(guideline.Revision.Length == 0 ? " " : $"（{guideline.Revision}）")}{main.Label}",
            [.. procedure.Steps.Select(Item)]
        )
        {
            Starts = [.. Papers(procedure), .. Ask(question)],
        };
    }

    /// <returns>Null where no step has anything to say of it.</returns>
    public Reply? Side(Procedure procedure, string side)
    {
        var lines = procedure.Steps.SelectMany(step => Lines(step, side)).ToList();
        if (lines.Count == 0)
            return null;
        var model = new ProcedureCard.Side(procedure.Key, procedure.Title, HeadingOf(side), lines);
        return new Reply.Show(ProcedureCard.RenderSide(model), ProcedureCard.PlainText(model));
    }

    private static string HeadingOf(string side) =>
        side switch
        {
            "where" => "どこに",
            "form" => "様式",
            "when" => "いつまで",
            "who" => "だれが",
            "why" => "理由となる定め",
            _ => "もとになる条文",
        };

    private IEnumerable<ProcedureCard.Line> Lines(ProcedureStep step, string side)
    {
        var text = side switch
        {
            "where" => Words(step.Where),
            "when" => Words(step.When),
            "who" => Words(step.Who),
            "form" => FormOf(step)?.FullTitle ?? "",
            _ => step.Clause is { } clause ? ClauseQuote.Excerpt(knowledge.Current.Find(clause)!, 80) : "",
        };
        return text.Length == 0 ? [] : [new ProcedureCard.Line(step.Title, text, LabelOf(step), step.Clause?.ToString())];
    }

    private ProcedureCard.Item Item(ProcedureStep step) =>
        new(
            step.Title,
            LabelOf(step),
            step.Clause?.ToString(),
            [.. Facts(step).Where(fact => fact.Text.Length > 0)],
            step.Clause is { } clause
                ? ClauseQuote.Paragraphs(knowledge.Current.GuidelineOf(clause)!, knowledge.Current.Find(clause)!)
                : [],
            step.Help
        );

    private IEnumerable<ProcedureCard.Fact> Facts(ProcedureStep step) =>
        [
            new("どこに", step.Where.Text, step.Where.IsOurs),
            new("様式", FormOf(step)?.FullTitle ?? "", IsOurs: false),
            new("いつまで", step.When.Text, step.When.IsOurs),
            new("だれが", step.Who.Text, step.Who.IsOurs),
        ];

    private static string Words(Fact fact) => fact is { IsOurs: true, Text.Length: > 0 } ? $"{fact.Text}（{OursAlone}）" : fact.Text;

    private string LabelOf(ProcedureStep step) =>
        step.Clause is { } clause && knowledge.Current.Find(clause) is { } found ? found.Label : OursAlone;

    private NoticeForm? FormOf(ProcedureStep step) => step.Form is { } kind ? knowledge.Current.FormOf(kind) : null;

    /// <summary>The papers that its steps file, that of its main clause first.</summary>
    private IEnumerable<Start> Papers(Procedure procedure) =>
        procedure
            .Steps.OrderByDescending(step => step.Clause == procedure.Main)
            .Select(FormOf)
            .OfType<NoticeForm>()
            .DistinctBy(form => form.Kind)
            .Select(form => new Start(
                $"{form.ShortTitle}を作る",
                NoticesCard.StartVerb,
                new NoticesCard.Begin(NoticeKindNames.Of(form.Kind))
            ));

    private IEnumerable<Start> Ask(string? question) =>
        question is null
            ? []
            :
            [
                new Start(
                    $"{knowledge.Current.Offices.PublicRelations.Name}に質問する",
                    NoneCard.EscalateVerb,
                    new NoneCard.Escalate(Plain.Cut(question, AnswerCard.LongestQuestion))
                ),
            ];
}
