using GuidelineBot.Accounts;
using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Downloads;
using GuidelineBot.Files;
using GuidelineBot.Insights;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Tickets;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>Notices: filled in, submitted, decided; what leads here, and who answers.</summary>
internal static class NoticesSetup
{
    /// <summary>What one can say about a draft; see <see cref="NoticeTalk"/>.</summary>
    private static readonly string[] Words =
    [
        "set",
        "ask",
        "answer",
        "skip",
        "why",
        "back",
        "undo",
        "form",
        "each",
        "show",
        "resume",
        "save",
        "discard",
        "drop",
        "submit",
    ];

    public const string EverybodysCommand = "command:review";

    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptions<ApprovalOptions>().BindConfiguration(ApprovalOptions.Section);
        services.AddOptions<RecipientOptions>().BindConfiguration(RecipientOptions.Section);
        services.AddSingleton<IOffer, NoticeOffer>();
        services.AddSingleton<IHomeRows, NoticesHome>();
        services.AddSingleton<NoticeDrafts>();
        services.AddSingleton<NoticeAttachments>();
        services.AddSingleton<ITakesFiles, AttachFile>();
        services.AddSingleton<NoticeDesk>();
        services.AddSingleton<IColleagues, NoticeDeciders>();
        services.AddSingleton<NoticeTelling>();
        services.AddSingleton<IUndelivered>(provider => provider.GetRequiredService<NoticeTelling>());
        services.AddSingleton<NoticeViews>();
        services.AddSingleton<NoticePapers>();
        services.AddSingleton<IDownloads>(provider => provider.GetRequiredService<NoticePapers>());
        services.AddSingleton<NoticeComposer>();
        services.AddSingleton<IComposer>(provider => provider.GetRequiredService<NoticeComposer>());
        services.AddSingleton<NoticeCards>();
        services.AddSingleton<ILiveCardArtist>(provider => provider.GetRequiredService<NoticeCards>());
        services.AddSingleton<IOfficeNews, OpenAtOffice>();
        services.AddSingleton<IDeputyWork, OpenAtOffice>();
        services.AddSingleton<IComposer, NoticeReminders>();
        services.AddHostedService<NoticeClock>();
        services.AddSingleton<ILiveCardArtist, DraftForms>();
        services.AddSingleton<NoticeList>();
        services.AddSingleton<NoticeNextSteps>();
        services.AddSingleton<IAccountWatcher, ListedNotices>();
        services.AddSingleton<IFigures, NoticeFigures>();
        services.AddSingleton<NoticeChiefs>();
        services.AddSingleton<NoticeConfirmation>();
        services.AddSingleton<NoticeTalk>();
        services.AddSingleton<KnownFacts>();
        services.AddSingleton<AccountChoices>();
        services.AddSingleton<NoticeForms>();
        services.AddSingleton<ISituationPart, NoticeSituation>();
        return NoticeDialog.AddTo(services);
    }

    public static void AddNotices(this Routes routes)
    {
        routes.OnMessage<StartNotice>([.. NoticeKinds.Routes]);
        routes.OnMessage<ShowNotices>(Route.Command("file"));
        routes.OnMessage<AskWhichPaper>(new Route("clarify"));
        foreach (var word in Words)
            routes.OnMessage<TalkOfDrafts>(new Route($"draft:{word}"));
        routes.OnMessage<ListDrafts>(Route.Command("drafts"));
        routes.OnMessage<ListNotices>(Route.Command("notices"), new Route(EverybodysCommand));

        routes.OnPress<ShowNotices>(NoticesCard.OpenVerb);
        routes.OnPress<StartNotice>(NoticesCard.StartVerb);
        routes.OnPress<OpenDraft>(NoticeFormCard.OpenVerb);
        routes.OnPress<EditDraft>(NoticeFormCard.SaveVerb);
        routes.OnPress<CancelDraft>(NoticeFormCard.CancelVerb);
        routes.OnPress<DropDraft>(NoticeFormCard.DropVerb);
        routes.OnPress<RemoveFile>(NoticeFilesCard.RemoveVerb);
        routes.OnPress<ListDrafts>(DraftsCard.OpenVerb);
        routes.OnPress<SubmitNotice>(NoticeConfirmCard.SubmitVerb);
        routes.OnPress<ListNotices>(NoticeListCard.OpenVerb);
        routes.OnPress<OpenNotice>(NoticeCard.OpenVerb);
        routes.OnPress<OpenPapers>(NoticeCard.PapersVerb);
        routes.OnPress<SendPapers>(NoticeCard.SendPapersVerb);
        routes.OnPress<AskReason>(NoticeCard.ReasonVerb);
        routes.OnPress<MoveNotice>(NoticeCard.DecideVerb);
        routes.OnPress<MarkNoticeListed>(NoticeCard.ListedVerb);
        routes.OnPress<RedoNotice>(NoticeCard.RedoVerb);
    }
}
