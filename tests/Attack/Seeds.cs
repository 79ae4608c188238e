using System.Text.Json.Nodes;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tickets;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Attack;

/// <summary>Activities as Teams sends them, of every kind that the bot knows, with ids of things that exist: one's own and other people's.</summary>
internal sealed class Seeds
{
    private static readonly string[] People = ["yamada", "sato", "tanaka", "mallory"];
    private static readonly string[] Chats = ["a:personal", "a:sato", IncidentBot.Group, "19:koho"];
    private static readonly string[] Says =
    [
        "ヘルプ",
        "目次",
        "届出",
        "届出一覧",
        "届出状況",
        "下書き",
        "台帳",
        "チェックリスト",
        "質問一覧",
        "利用状況",
        "配信状況",
        "投稿チェック",
        "改訂内容",
        "ここに届ける",
        "中止",
        "戻る",
        "なぜ必要？",
        "提出する",
        "パスワードってどれくらいの頻度で変えるの？",
        "じゃあやめるときは？",
        "投稿が叩かれまくってる どうすれば",
        "うちの偽アカウントがある",
        "来月1日から観光課でTikTok始めます、担当は岡本健",
        "やっぱり15日から",
        "この投稿チェックして\n花まつりは3月20日 bit.ly/3abc 090-1234-5678",
        "明日の天気は？",
    ];

    private readonly BotHost bot;
    private readonly string[] verbs;
    private readonly Dictionary<string, string[]> values;

    private Seeds(BotHost bot, Dictionary<string, string[]> ids)
    {
        this.bot = bot;
        verbs = [.. bot.Services.GetRequiredService<Routes>().Presses.Select(press => press.Key)];
        values = ids;
    }

    public static async Task<Seeds> PrepareAsync(BotHost bot)
    {
        var notice = await Filed.EndAsync(bot, "sato", "a:sato");
        var drafts = new[]
        {
            await Filed.DraftAsync(bot, "sato", "a:sato"),
            await Filed.DraftAsync(bot, "yamada"),
            await Filed.DraftAsync(bot, "mallory"),
        };
        var incidents = new[] { await bot.StartAsync(person: "sato", conversation: "a:sato"), await bot.StartAsync() };
        await bot.PressAsync("ask.escalate.send", new JsonObject { ["question"] = "質問です", ["note"] = "" }, "sato", "a:sato");
        await using var database = bot.Open();
        var ticket = (await database.Tickets.FirstAsync()).Id;
        return new Seeds(
            bot,
            new()
            {
                ["notice"] = [notice.Id.ToString()],
                ["draft"] = [.. drafts.Select(draft => draft.Id.ToString())],
                ["incident"] = incidents,
                ["ticket"] = [ticket.ToString()],
                ["clause"] = ["4-5", "5-2-ア-a", "6-1-注-c", "9-9"],
                ["step"] = ["hold", "capture", "chief", "accepted", "returned", "withdrawn"],
                ["does"] = ["take", "done", "skip", "undo"],
                ["checklist"] = ["flaming", "impersonation", "mistake", "takeover"],
                ["kind"] = ["start", "change", "end", "unblock", "unblock-end"],
                ["person"] = ["29:user-sato", "29:user-yamada"],
                ["takes"] = ["lead", "responder", "recorder"],
                ["service"] = ["X", "Instagram", "LINE"],
            }
        );
    }

    public JsonObject Any(Random dice)
    {
        var (person, chat) = (People[dice.Next(People.Length)], Chats[dice.Next(Chats.Length)]);
        return dice.Next(10) switch
        {
            < 3 => Message(dice, person, chat),
            < 7 => Press(verbs[dice.Next(verbs.Length)], dice, person, chat),
            7 => Extension(dice, person, chat),
            8 => Submit(dice, person, chat),
            _ => Event(dice, person, chat),
        };
    }

    private JsonObject Message(Random dice, string person, string chat)
    {
        var message = bot.Message(
            dice.Next(6) switch
            {
                0 or 1 => Nasty.Text(dice),
                2 => Nasty.Html(dice),
                _ => Says[dice.Next(Says.Length)],
            },
            person,
            chat,
            TeamsActivity.TypeOf(chat)
        );
        if (dice.Next(4) == 0)
            message["attachments"] = new JsonArray([.. Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Attachment(dice))]);
        if (dice.Next(4) == 0)
            message["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "mention",
                    ["text"] = "<at>ガイドラインボット</at>",
                    ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "ガイドラインボット" },
                }
            );
        return message;
    }

    private static JsonObject Attachment(Random dice) =>
        dice.Next(4) switch
        {
            0 => new JsonObject { ["contentType"] = "text/html", ["content"] = $"<blockquote>{Nasty.Html(dice)}" },
            3 => new JsonObject
            {
                ["contentType"] = "messageReference",
                ["content"] = new JsonObject { ["messagePreview"] = Nasty.Value(dice) },
            },
            1 => new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["contentUrl"] = "https://evil.example/花.docx",
                ["name"] = Nasty.Text(dice),
                ["content"] = new JsonObject { ["downloadUrl"] = "https://evil.example/", ["uniqueId"] = Nasty.Value(dice) },
            },
            _ => new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["content"] = new JsonObject { ["type"] = "AdaptiveCard", ["body"] = Nasty.Value(dice) },
            },
        };

    public IReadOnlyList<string> Verbs => verbs;

    /// <param name="text">What is typed everywhere; null for all sorts of things.</param>
    public JsonObject Press(string verb, Random dice, string person, string chat, string? text = null) =>
        OnCard(bot.Press(AskingBot.Forged(verb, Data(dice, text)), person, conversation: chat));

    /// <summary>Everything that any payload or form is called, so that each verb finds some of its own.</summary>
    private JsonObject Data(Random dice, string? text = null)
    {
        var data = new JsonObject();
        foreach (var (name, known) in values)
            data[name] = known[dice.Next(known.Length)];
        foreach (
            var name in (string[])
                [
                    "question",
                    "text",
                    "note",
                    "reason",
                    "comment",
                    "answer",
                    "proof",
                    "accountName",
                    "seen",
                    "url",
                    "where",
                    "title",
                    "query",
                    "id",
                    "to",
                    "place",
                    "field",
                    "rule",
                    "file",
                    "status",
                    "good",
                    "bad",
                    "next",
                ]
        )
            data[name] = text ?? (dice.Next(4) == 0 ? Nasty.Text(dice) : "岡山市の花まつり");
        foreach (var name in (string[])["page", "part", "version", "number", "minutes", "month", "year", "start"])
            data[name] = dice.Next(-1, 4);
        foreach (var name in (string[])["helpful", "drill", "isDrill", "all"])
            data[name] = dice.Next(2) == 0;
        foreach (var name in NoticeFields)
            data[$"f_{name}"] =
                text is not null && !name.EndsWith("Date", StringComparison.Ordinal) ? text
                : dice.Next(3) == 0 && text is null ? Nasty.Text(dice)
                : Filed.EndFields.GetValueOrDefault(name, "観光課");
        data["rendering"] = $"{dice.Next():x}";
        return data;
    }

    private static readonly string[] NoticeFields =
    [
        .. Filed.EndFields.Keys,
        "url",
        "purpose",
        "startDate",
        "changeDate",
        "oldPerson",
        "newPerson",
        "manager",
        "lateReason",
    ];

    private JsonObject Extension(Random dice, string person, string chat)
    {
        var activity = bot.Message("", person, chat);
        (activity["type"], activity["name"]) = (
            "invoke",
            (
                (string[])
                    [
                        "composeExtension/query",
                        "composeExtension/fetchTask",
                        "composeExtension/submitAction",
                        "composeExtension/queryLink",
                        "task/fetch",
                        "signin/verifyState",
                        "message/submitAction",
                    ]
            )[dice.Next(7)]
        );
        activity["value"] = new JsonObject
        {
            ["commandId"] = ((string[])["searchClauses", "checkDraft", "checkMessage"])[dice.Next(3)],
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = Nasty.Text(dice) }),
            ["queryOptions"] = new JsonObject { ["skip"] = dice.Next(-5, 5000), ["count"] = dice.Next(-5, 5000) },
            ["messagePayload"] = new JsonObject
            {
                ["body"] = new JsonObject
                {
                    ["contentType"] = "html",
                    ["content"] = dice.Next(2) == 0 ? $"<div>{Nasty.Text(dice)}</div>" : Nasty.Html(dice),
                },
            },
            ["data"] = Data(dice),
        };
        return activity;
    }

    /// <summary>An Action.Submit arrives as a message with a value.</summary>
    private JsonObject Submit(Random dice, string person, string chat)
    {
        var activity = OnCard(bot.Message("", person, chat));
        var data = Data(dice);
        data["verb"] = verbs[dice.Next(verbs.Length)];
        activity["value"] = data;
        return activity;
    }

    private JsonObject Event(Random dice, string person, string chat)
    {
        var activity = bot.Message("", person, chat);
        activity["type"] = (
            (string[])
                [
                    "conversationUpdate",
                    "installationUpdate",
                    "messageReaction",
                    "messageUpdate",
                    "messageDelete",
                    "event",
                    "typing",
                    "endOfConversation",
                    "trace",
                    "handoff",
                ]
        )[dice.Next(10)];
        activity["action"] = dice.Next(2) == 0 ? "add" : "remove";
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        return activity;
    }

    private static JsonObject OnCard(JsonObject activity)
    {
        activity["replyToId"] = "card-1";
        return activity;
    }
}
