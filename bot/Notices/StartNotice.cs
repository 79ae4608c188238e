using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Opens a form, with the facts already said filled in.</summary>
internal sealed class StartNotice(LiveKnowledge knowledge, NoticeDrafts drafts, NoticeViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (KindOf(turn) is not { } kind || knowledge.Current.FormOf(kind) is not { } form)
            return new Reply.Say("その様式は今は作れません。「届出」と入力すると、作れるものをご覧いただけます。");

        var said = FieldValues.FromSlots(form, turn.Understood?.Slots ?? new Dictionary<string, object>());
        var draft = await drafts.CreateAsync(turn, kind, said, null, cancellationToken);
        var taken = said.Count == 0 ? null : $"{Taken(form, said)}を読み取りました。違うところは直してください。";
        return new Reply.Converse(
            draft.Id.ToString(),
            null,
            new Reply.Show(NoticeFormCard.Render(views.Form(draft, 0, [], taken)), $"{form.FullTitle}の入力を始めます。{taken}")
        );
    }

    private static NoticeKind? KindOf(Turn turn) =>
        turn.Press is null ? NoticeKinds.Of(turn.Understood!.Route) : NoticeKinds.Of(turn.Read<NoticesCard.Begin>().Kind);

    private static string Taken(NoticeForm form, Dictionary<string, string> said) =>
        string.Join(
            "、",
            form.Fields.Where(field => said.ContainsKey(field.Id))
                .Select(field => $"{field.Label}「{Plain.Cut(FieldValues.Show(field, said[field.Id]), 40)}」")
        );
}
