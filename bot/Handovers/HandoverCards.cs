using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Handovers;

/// <summary>The card and the mail of notices that were submitted together, written from what is stored when they are sent.</summary>
internal sealed class HandoverCards(
    IDbContextFactory<Database> databases,
    LiveKnowledge knowledge,
    NoticePapers papers,
    NoticeTelling telling,
    DeputyBook deputies,
    TimeProvider clock
) : IComposer, ILiveCardArtist
{
    public const string Filed = "handover.filed";
    public const string Copied = "handover.copied";
    public const string Moved = "handover.moved";
    public const string BatchEntry = "batch";
    public const string EventEntry = "event";

    /// <summary>Those that a whole batch takes.</summary>
    private static readonly NoticeStep[] Offered = [NoticeStep.Approved, NoticeStep.Accepted, NoticeStep.Returned, NoticeStep.TakenBack];

    public string Topic => NoticeDesk.BatchTopic;

    public IReadOnlyCollection<string> Topics { get; } = [Filed, Copied, Moved];

    /// <param name="steps">Those that are open to the reader for any of them.</param>
    public NoticeBatchCard.Model Model(IReadOnlyList<Notice> notices, IEnumerable<NoticeStep> steps, bool isOwn)
    {
        var days = notices.Select(notice => notice.Fields.GetValueOrDefault(FieldId.ChangeDate, "")).Distinct().ToList();
        var form = knowledge.Current.FormOf(notices[0].Kind)!;
        var facts = new List<(string, string)> { ("届出者", notices[0].SubmitterName) };
        if (days is [{ Length: > 0 } day])
            facts.Add(("変更日", FieldValues.Show(form.Find(FieldId.ChangeDate)!, day)));
        return new NoticeBatchCard.Model(
            notices[0].Batch!.Value,
            notices[0].SubmitterName,
            facts,
            [.. notices.Select(notice => new NoticeBatchCard.Row(Line(notice), NoticeWords.Of(notice)))],
            [
                .. Offered
                    .Where(steps.Contains)
                    .Select(
                        (step, place) =>
                            new NoticeBatchCard.Move(
                                NoticeSteps.NameOf(step),
                                $"まとめて{NoticeWords.ButtonOf(step)}",
                                place == 0 && step != NoticeStep.TakenBack
                            )
                    ),
            ]
        )
        {
            IsOwn = isOwn,
        };
    }

    public async Task<NoticeBatchCard.Model> ForAsync(Turn turn, IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        var reader = await deputies.ReaderAsync(turn.From, cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return Model(
            notices,
            notices.SelectMany(notice => NoticeSteps.Open(reader, notice, clock.GetUtcNow())),
            NoticeSteps.IsOwn(reader, notices[0])
        );
    }

    public async Task<(AdaptiveCard Card, string Summary, int State)?> DrawAsync(
        string about,
        string conversation,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (
            !Guid.TryParse(about, out var batch)
            || await NoticeDesk.OfBatchAsync(database, batch, cancellationToken) is not [var first, ..] all
        )
            return null;
        var place = await KnownConversations.FindAsync(database, conversation, cancellationToken);
        var isOwn = conversation == first.Conversation || place?.PersonId == first.SubmitterId;
        var isChiefs = (await telling.ApproversAsync(database, first, cancellationToken)).Contains(conversation);
        var now = clock.GetUtcNow();
        var steps = all.SelectMany(notice =>
            isChiefs ? NoticeSteps.OfChief(notice)
            : isOwn ? []
            : NoticeSteps.OfDecider(notice, now)
        );
        var model = Model(all, steps, isOwn);
        return (NoticeBatchCard.Render(model), NoticeBatchCard.PlainText(model), NoticeDesk.StateOf(all, now));
    }

    public async Task<Mail?> MailAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await FindAsync(message, cancellationToken) is not [var first, ..] all)
            return null;
        var isCopy = message.Topic == Copied;
        var form = knowledge.Current.FormOf(first.Kind)!;
        return new Mail(
            $"【提出{(isCopy ? "・写し" : "")}】異動の届出　{form.ShortTitle}{all.Count}件（{first.SubmitterName}）",
            string.Join(
                "\r\n",
                [
                    isCopy
                        ? $"{form.FullTitle}の写しを共有します（ガイドライン {knowledge.Current.LabelOf(Demand.ShareCopies)}）。"
                        : $"{form.FullTitle}が{all.Count}件、まとめて提出されました。",
                    "",
                    .. all.Select(notice => $"・{Line(notice)}"),
                ]
            ),
            [.. all.SelectMany(papers.Of)]
        );
    }

    public async Task<TeamsMessage?> TeamsAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (
            await FindAsync(message, cancellationToken) is not [var first, ..] all
            || all.SelectMany(notice => notice.Events).FirstOrDefault(known => known.Id.ToString() == message.About[EventEntry])
                is not { } happened
        )
            return null;
        var told = $"{happened.Who}さんから「{NoticeWords.Of(happened.Step)}」の連絡です。{happened.Reason}";
        var model = Model(all, [], isOwn: true) with { Told = told };
        return new TeamsMessage(NoticeBatchCard.Render(model), $"{NoticeBatchCard.PlainText(model)}。{told}")
        {
            Shown = new LiveState(Topic, first.Batch!.Value, NoticeDesk.StateOf(all, clock.GetUtcNow())),
        };
    }

    private async Task<IReadOnlyList<Notice>> FindAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(message.About.GetValueOrDefault(BatchEntry), out var batch))
            return [];
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await NoticeDesk.OfBatchAsync(database, batch, cancellationToken);
    }

    private static string Line(Notice notice) =>
        $"{NoticeNumber.Of(notice)}　{notice.Fields.GetValueOrDefault(FieldId.Service, "")} "
        + $"{notice.Fields.GetValueOrDefault(FieldId.AccountName, "")}　"
        + $"{notice.Fields.GetValueOrDefault(FieldId.OldPerson, "")} → {notice.Fields.GetValueOrDefault(FieldId.NewPerson, "")}";
}
