using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
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
    public static async Task<Notice> EndAsync(BotHost bot, string person, string conversation = "a:personal")
    {
        await bot.SayAsync("ヘルプ", person, conversation);
        var draft = await DraftAsync(bot, person, conversation);
        return (
            await bot.Services.GetRequiredService<NoticeDesk>().SubmitAsync(By(person, conversation), draft.Id, draft.Version, default)
        ).Notice!;
    }

    /// <summary>The same, not submitted yet.</summary>
    public static Task<NoticeDraft> DraftAsync(BotHost bot, string person, string conversation = "a:personal") =>
        bot.Services.GetRequiredService<NoticeDrafts>().CreateAsync(By(person, conversation), NoticeKind.End, EndFields, null, default);

    private static Turn By(string person, string conversation) =>
        new(new Person($"29:user-{person}", person, null, Roles.None), new Conversation(conversation, ConversationKind.Personal), "");
}
