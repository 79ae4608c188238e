using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Opens a form, with the facts already said, and what the register and earlier notices know, filled in.</summary>
internal sealed class StartNotice(LiveKnowledge knowledge, NoticeDrafts drafts, NoticeForms forms, KnownFacts known, TimeProvider clock)
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
        if (turn.Press is not null && turn.Read<NoticesCard.Begin>().Account is { } account)
            foreach (var (name, value) in await known.OfAccountAsync(form, account, cancellationToken))
                said.TryAdd(name, value);
        if (turn.Press is not null && !said.ContainsKey(FieldId.Service) && ServiceAsked(turn, form) is { } asked)
            said[FieldId.Service] = asked;
        if (kind == NoticeKind.Start && AddressSaid(turn, said) is { } address)
            said[FieldId.Url] = address;
        var beside = await known.OfAsync(turn, form, said, cancellationToken);
        var fields = said.Concat(beside.Registered).Concat(beside.Earlier).ToDictionary();
        var draft = await drafts.CreateAsync(turn, kind, fields, null, cancellationToken);
        if (wrong is not null)
            await drafts.DropAsync(turn, wrong.Id.ToString(), cancellationToken);
        var taken =
            fields.Count == 0
                ? null
                : Taken(form, said, "を読み取りました。")
                    + Taken(form, beside.Registered, "を、台帳から入れました。")
                    + Taken(form, beside.Earlier, "を、以前の届出や台帳から入れました。")
                    + "違うところは直してください。";
        var problems = string.Concat(read?.Problems ?? []);
        return new Reply.Converse(
            draft.Id.ToString(),
            null,
            new Reply.Show(
                await forms.CardAsync(
                    turn,
                    draft,
                    0,
                    [],
                    cancellationToken,
                    taken is null && problems.Length == 0 ? null : taken + problems
                ),
                $"{form.FullTitle}の入力を始めます。{taken}{problems}"
            )
            {
                Shown = new(DraftForms.TopicName, draft.Id, draft.Forms),
            }
        );
    }

    private static NoticeKind? KindOf(Turn turn) =>
        turn.Press is null ? NoticeKinds.Of(turn.Understood!.Route) : NoticeKinds.Of(turn.Read<NoticesCard.Begin>().Kind);

    /// <summary>「Facebookが見られない」: the button beneath its answer opens the form for that service.</summary>
    private string? ServiceAsked(Turn turn, NoticeForm form) =>
        form.Find(FieldId.Service) is not null
        && turn.Memory.Topic is { } topic
        && Memory.IsFresh(topic.At, clock.GetUtcNow())
        && form.Clauses.Any(clause => clause.ToString() == topic.Clause)
            ? knowledge.Current.Services.FirstIn(topic.Question)?.Name
            : null;

    /// <summary>「みほん桃だより」（@mihon_momo）: the name behind the @ tells the address, and would be lost beside the account's other name.</summary>
    private string? AddressSaid(Turn turn, Dictionary<string, string> said) =>
        turn.Press is null
        && !said.ContainsKey(FieldId.Url)
        && said.TryGetValue(FieldId.AccountName, out var name)
        && AccountAddress.HandleIn(name) is null
        && turn.Text.Contains('@', StringComparison.Ordinal)
        && AccountAddress.HandleIn(turn.Text) is { } handle
            ? knowledge.Current.Services.AddressOf(said.GetValueOrDefault(FieldId.Service, ""), handle)
            : null;

    private static string Taken(NoticeForm form, IReadOnlyDictionary<string, string> facts, string how) =>
        facts.Count == 0
            ? ""
            : string.Join(
                "、",
                form.Fields.Where(field => facts.ContainsKey(field.Id))
                    .Select(field => $"{field.Label}「{Plain.Cut(FieldValues.Show(field, facts[field.Id]), 40)}」")
            ) + how;
}
