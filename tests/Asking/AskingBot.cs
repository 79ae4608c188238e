using System.Text.Json.Nodes;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Asking;

/// <summary>One bot for all tests of a class; each test keeps to questions or conversations of its own.</summary>
public sealed class AskingBot : IAsyncLifetime
{
    /// <summary>Answered by 5①・4 whatever else is taught.</summary>
    public const string ShortUrl = "URL短縮サービスを使ってもいい？";

    /// <summary>Of two matters at once neither is surely meant; whatever else is taught, some pair of them stays so.</summary>
    private static readonly string[] Matters =
    [
        "写真の扱い",
        "外部の引用",
        "管理と責任",
        "お詫び",
        "リンク",
        "規約",
        "閲覧の許可",
        "時間外の利用",
        "公開の範囲",
        "控えの共有",
    ];

    private static IEnumerable<string> Unsure =>
        from one in Matters
        from other in Matters
        where one != other
        select $"{one}と{other}について";

    private static readonly string[] Unanswered =
    [
        "有給休暇の申請方法は？",
        "明日の天気は？",
        "給食の献立を教えて",
        "駐車場の料金はいくら？",
    ];

    public BotHost Bot { get; private set; } = null!;

    internal KnowledgeBase Knowledge => Bot.Services.GetRequiredService<LiveKnowledge>().Current;

    /// <summary>A question that is read as one of several clauses.</summary>
    public string UnsureQuestion => Unsure.First(question => Read(question) == Route.Candidates);

    /// <summary>A question that the guideline does not answer.</summary>
    public string UnansweredQuestion => Unanswered.First(question => Read(question) == Route.None);

    private Route Read(string question) => Knowledge.Understand(question, DateOnly.FromDateTime(DateTime.Today)).Route;

    public async Task InitializeAsync() => Bot = await BotHost.StartAsync();

    public Task DisposeAsync() => Bot.DisposeAsync().AsTask();

    internal Database Open() => Bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();

    /// <summary>A press whose payload was changed on its way.</summary>
    public static JsonObject Forged(string verb, JsonObject data)
    {
        data["verb"] = verb;
        return new JsonObject { ["verb"] = verb, ["data"] = data };
    }
}
