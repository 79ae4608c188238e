using GuidelineBot.Accounts;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>Notices for tests that are about what comes after.</summary>
internal static class Filed
{
    /// <summary>A complete end notice.</summary>
    public static readonly Dictionary<string, string> EndFields = new()
    {
        ["service"] = "X",
        ["accountName"] = "おかやま花だより",
        ["section"] = "観光課",
        ["person"] = "岡本健",
        ["endDate"] = "2099-03-31",
    };

    /// <summary>An end notice, submitted by this person, who has spoken to the bot in that chat.</summary>
    public static Task<Notice> EndAsync(BotHost bot, string person, string conversation = "a:personal") =>
        NewAsync(bot, NoticeKind.End, person, conversation);

    /// <summary>An end or a start notice.</summary>
    /// <param name="chief">Who is to approve it first.</param>
    public static async Task<Notice> NewAsync(
        BotHost bot,
        NoticeKind kind,
        string person,
        string conversation = "a:personal",
        Actor? chief = null
    )
    {
        await bot.SayAsync("ヘルプ", person, conversation);
        var drafts = bot.Services.GetRequiredService<NoticeDrafts>();
        var fields = kind == NoticeKind.Start ? StartFields() : EndFields;
        var draft = await drafts.CreateAsync(By(person, conversation), kind, fields, null, default);
        var desk = bot.Services.GetRequiredService<NoticeDesk>();
        var result = await desk.SubmitAsync(By(person, conversation), draft.Id, draft.Version, default, chief);
        return result.Notice ?? throw new InvalidOperationException(result.Refusal);
    }

    /// <summary>A complete start notice for an account that nobody has yet.</summary>
    private static Dictionary<string, string> StartFields() =>
        new()
        {
            ["service"] = "Instagram",
            ["accountName"] = $"おかやま桃だより {Guid.NewGuid():N}",
            ["url"] = $"https://www.instagram.com/okayama_{Guid.NewGuid():N}",
            ["section"] = "観光課",
            ["manager"] = "観光課長 赤木花子",
            ["person"] = "岡本健",
            ["startDate"] = "2099-04-01",
            ["purpose"] = "桃の魅力を知らせるため",
            ["content"] = "桃の生育と催し",
            ["hours"] = "平日の執務時間",
            ["replies"] = "原則として返信しない",
        };

    /// <summary>An account that the register holds already.</summary>
    public static async Task RegisterAsync(BotHost bot, string service, string name, string section, string person, string url)
    {
        await using var database = bot.Open();
        database.Accounts.Add(
            new Account
            {
                Service = service,
                Name = name,
                Url = url,
                UrlKey = AccountKey.Of(url),
                Section = section,
                Operator = person,
            }
        );
        await database.SaveChangesAsync();
    }

    /// <summary>An end notice that is not submitted yet.</summary>
    public static Task<NoticeDraft> DraftAsync(BotHost bot, string person, string conversation = "a:personal") =>
        bot.Services.GetRequiredService<NoticeDrafts>().CreateAsync(By(person, conversation), NoticeKind.End, EndFields, null, default);

    internal static Turn By(string person, string conversation) =>
        new(new Person($"29:user-{person}", person, null, Roles.None), new Conversation(conversation, ConversationKind.Personal), "");
}
