using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Drafts;

/// <summary>Posts are looked over before they are published.</summary>
internal static class DraftsSetup
{
    /// <summary>The message extension's command, beside a message and in the compose box (see Packaging/manifest.json).</summary>
    public const string CheckCommand = "checkDraft";

    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services.AddSingleton<DraftCards>();
        services.AddSingleton<PostShelf>();
        services.AddSingleton<OpenDraftForm>();
        services.AddSingleton<CheckDraft>();
        services.AddSingleton<KeepPost>();
        services.AddSingleton<ListKeptPosts>();
        services.AddSingleton<OpenKeptPost>();
        services.AddSingleton<IOffer, DraftOffer>();
        return services;
    }

    public static void AddDrafts(this Routes routes)
    {
        routes.OnMessage<OpenDraftForm>(Route.DraftCheck);
        routes.OnMessage<ListKeptPosts>(Route.Command("kept-posts"));
        routes.OnExtension<OpenDraftForm>(CheckCommand);

        // A draft must not stay behind in an answer that is kept for copies of the press.
        routes.OnPress<OpenDraftForm>(DraftCheckCard.FormVerb, Answers.AreNotKept);
        routes.OnPress<CheckDraft>(DraftCheckCard.CheckVerb, Answers.AreNotKept);
        routes.OnPress<CheckDraft>(DraftCheckCard.MendVerb, Answers.AreNotKept);
        routes.OnPress<KeepPost>(DraftCheckCard.KeepVerb, Answers.AreNotKept);
        routes.OnPress<OpenKeptPost>(KeptPostsCard.OpenVerb, Answers.AreNotKept);
        routes.OnPress<ListKeptPosts>(KeptPostsCard.ListVerb, Answers.AreNotKept);
        routes.OnPress<ListKeptPosts>(KeptPostsCard.RemoveVerb, Answers.AreNotKept);
    }
}
