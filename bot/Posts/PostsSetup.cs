using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>Posts are looked over before they are published.</summary>
internal static class PostsSetup
{
    /// <summary>The message extension's command, beside a message and in the compose box (see Packaging/manifest.json).</summary>
    public const string CheckCommand = "checkDraft";

    public static IServiceCollection AddPosts(this IServiceCollection services)
    {
        services.AddSingleton<PostCards>();
        services.AddSingleton<PostShelf>();
        services.AddSingleton<IOffer, PostOffer>();
        services.AddSingleton<IHomeRows, PostsHome>();
        return services;
    }

    public static void AddPosts(this Routes routes)
    {
        routes.OnMessage<OpenPostForm>(Route.DraftCheck);
        routes.OnMessage<ListKeptPosts>(Route.Command("kept-posts"));
        routes.OnExtension<OpenPostForm>(CheckCommand);

        // A draft must not stay behind in an answer that is kept for copies of the press.
        routes.OnPress<OpenPostForm>(PostCheckCard.FormVerb, Answers.AreNotKept);
        routes.OnPress<CheckPost>(PostCheckCard.CheckVerb, Answers.AreNotKept);
        routes.OnPress<MendPost>(PostCheckCard.MendVerb, Answers.AreNotKept);
        routes.OnPress<KeepPost>(PostCheckCard.KeepVerb, Answers.AreNotKept);
        routes.OnPress<OpenKeptPost>(KeptPostsCard.OpenVerb, Answers.AreNotKept);
        routes.OnPress<ListKeptPosts>(KeptPostsCard.ListVerb, Answers.AreNotKept);
        routes.OnPress<RemoveKeptPost>(KeptPostsCard.RemoveVerb, Answers.AreNotKept);
    }
}
