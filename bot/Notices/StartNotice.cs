using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Opens a form, with the facts already said, and what the register knows of the account, filled in.</summary>
internal sealed class StartNotice(LiveKnowledge knowledge, NoticeDrafts drafts, NoticeViews views, KnownFacts known, TimeProvider clock)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (KindOf(turn) is not { } kind || knowledge.Current.FormOf(kind) is not { } form)
            return new Reply.Say("その様式は今は作れません。「届出」と入力すると、作れるものをご覧いただけます。");

        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var read = turn.Press is null ? knowledge.Current.Fields(turn.Text, kind, turn.From.Name, today) : null;
        var said = FieldValues.FromSlots(form, turn.Understood?.Slots ?? new Dictionary<string, object>());
        foreach (var (name, value) in read?.Values ?? new Dictionary<string, string>())
            if (value.Length > 0)
                said[name] = value;
        // The paper in front was the wrong one; what it holds goes over.
        var wrong =
            turn.Act is { ReplacesDraft: true } && turn.Open?.Draft is { } id ? await drafts.FindAsync(turn, id, cancellationToken) : null;
        foreach (var (name, value) in wrong?.Fields ?? [])
            if (form.Find(name) is not null)
                said.TryAdd(name, value);
        foreach (var (name, value) in await known.OfAsync(turn, form, said, cancellationToken))
            said.TryAdd(name, value);
        if (turn.Press is not null && turn.Read<NoticesCard.Begin>().Account is { } account)
            foreach (var (name, value) in await known.OfAccountAsync(form, account, cancellationToken))
                said.TryAdd(name, value);
        var draft = await drafts.CreateAsync(turn, kind, said, null, cancellationToken);
        if (wrong is not null)
            await drafts.DropAsync(turn, wrong.Id.ToString(), cancellationToken);
        var taken = said.Count == 0 ? null : $"{Taken(form, said)}を読み取りました。違うところは直してください。";
        var asked = string.Concat(read?.Problems ?? []);
        return new Reply.Converse(
            draft.Id.ToString(),
            null,
            new Reply.Show(
                NoticeFormCard.Render(views.Form(draft, 0, [], taken is null && asked.Length == 0 ? null : taken + asked)),
                $"{form.FullTitle}の入力を始めます。{taken}{asked}"
            )
            {
                Shown = new(DraftForms.TopicName, draft.Id, draft.Forms),
            }
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
