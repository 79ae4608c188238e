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

    private static readonly string[] Unsure =
    [
        "SNSを使うのに必要な手続きを全部教えて",
        "問題が起きてからの動き方、全体像を見せて",
        "手続き関係はガイドラインの何番に載っていますか",
        "5①の中身",
        "コメントの扱いと、写真の扱い",
        "管理と責任の所在は？",
        "5の①を全部見せて",
        "トラブルを防ぐために普段から気をつけることは？",
        "じゃあそのあとは？",
        "防止策の一覧",
        "未然に防ぐポイントを箇条書きで",
        "普段の運用で注意すべき4点って何でしたっけ",
        "炎上しないために日頃できること",
    ];

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
