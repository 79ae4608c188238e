using System.Text.Json.Nodes;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GuidelineBot.Tests.Notices;

/// <summary>All five papers from the sentence to the mail server, the office's chat and back to the submitter.</summary>
[Slow]
public sealed class EndToEndTests
{
    private const string Office = "19:koho";
    private const string Koho = EndToEndPaper.Koho;
    private const string Network = EndToEndPaper.Network;

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9)));

    [SmtpTheory, OnSqlite, OnPostgres]
    public async Task Every_paper_goes_from_the_sentence_to_those_who_decide_and_back(Server server)
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var bot = await StartAsync(server, smtp);
        foreach (var paper in EndToEndPaper.All)
        {
            var before = (await smtp.MailsAsync()).Count;
            Assert.Contains(paper.Number, (await SubmitAsync(bot, paper)).Words(), StringComparison.Ordinal);

            var mails = (await smtp.MailsAsync()).Skip(before).OrderBy(mail => mail.To[0] == paper.To ? 0 : 1).ToList();
            Assert.Equal(paper.Copy is null ? [paper.To] : [paper.To, paper.Copy], mails.Select(mail => Assert.Single(mail.To)));
            paper.AssertIsIn(mails[0].Message, "【提出】", $"{paper.Title}が提出されました。");
            if (paper.Copy is not null)
                paper.AssertIsIn(mails[1].Message, "【提出・写し】", $"{paper.Title}の写しを共有します（ガイドライン 6②エ）。");

            var told = Last(bot, Office);
            Assert.Contains("satoさんから「提出」がありました。", told.Words(), StringComparison.Ordinal);
            Assert.Contains(paper.Number, told.Words(), StringComparison.Ordinal);
            await DecideAsync(bot, told, $"{paper.Decision}する");
            await bot.Services.DrainAsync();
            Assert.Contains($"yamadaさんから「{paper.Decision}」の連絡です。", Last(bot, "a:personal").Words(), StringComparison.Ordinal);
        }
        Assert.All(await bot.Services.OutboxAsync(), row => Assert.Equal((OutboxStatus.Sent, null), (row.Status, row.LastError)));
        Assert.Equal(8, (await smtp.MailsAsync()).Count);
    }

    [SmtpTheory, OnSqlite, OnPostgres]
    public async Task A_question_reaches_the_submitter_and_the_answer_the_office(Server server)
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var bot = await StartAsync(server, smtp);
        await FileAsync(bot);

        await ExplainAsync(bot, Last(bot, Office), "質問する", "いつまで残しますか。", "yamada");
        var asked = Last(bot, "a:personal");
        Assert.Contains("yamadaさんから「質問」の連絡です。いつまで残しますか。", asked.Words(), StringComparison.Ordinal);
        await ExplainAsync(bot, asked, "質問に答える", "半年残します。", "sato");

        var answered = Last(bot, Office);
        Assert.Contains("satoさんから「回答」がありました。半年残します。", answered.Words(), StringComparison.Ordinal);
        var mail = (await smtp.MailsAsync())[^1];
        Assert.Equal(Koho, Assert.Single(mail.To));
        Assert.StartsWith("【回答】令和8年度 終了 第1号", mail.Message.Subject, StringComparison.Ordinal);
        Assert.Contains("半年残します。", mail.Message.TextBody, StringComparison.Ordinal);
        await DecideAsync(bot, (await bot.PressAsync(answered, "届出を開く"))["value"]!, "受理する");
        Assert.Equal(NoticeStatus.Accepted, await StatusAsync(bot));
    }

    [SmtpTheory, OnSqlite, OnPostgres]
    public async Task A_notice_comes_back_with_the_reason_is_filed_again_and_withdrawn(Server server)
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var bot = await StartAsync(server, smtp);
        await FileAsync(bot);

        await ExplainAsync(bot, Last(bot, Office), "差し戻す", "終了日を確かめてください。", "yamada");
        var returned = Last(bot, "a:personal");
        Assert.Contains("yamadaさんから「差戻し」の連絡です。終了日を確かめてください。", returned.Words(), StringComparison.Ordinal);
        var form = (await bot.PressAsync(returned, "直して出し直す", person: "sato"))["value"]!;
        await bot.PressAsync(
            await bot.FillAsync(form, "sato", new() { ["f_endDate"] = "2027-02-28", ["f_url"] = "https://x.com/okayama_hana" }),
            "提出する",
            person: "sato"
        );
        await bot.Services.DrainAsync();

        Assert.Contains("satoさんから「再提出」がありました。", Last(bot, Office).Words(), StringComparison.Ordinal);
        var again = (await smtp.MailsAsync()).TakeLast(2).ToList();
        Assert.All(again, mail => Assert.Contains("再提出", mail.Message.Subject, StringComparison.Ordinal));
        Assert.Equal([Koho, Network], again.Select(mail => Assert.Single(mail.To)).Order());
        Assert.All(again, mail => Assert.Contains("令和9年2月28日", mail.Message.TextBody, StringComparison.Ordinal));

        await ExplainAsync(bot, await OpenAsync(bot, "sato"), "取り下げる", "続けることになりました。", "sato");
        // A chat takes a card a second.
        clock.Advance(TimeSpan.FromSeconds(2));
        await bot.Services.DrainAsync();
        var withdrawn = Last(bot, Office);
        Assert.Contains("satoさんから「取下げ」がありました。続けることになりました。", withdrawn.Words(), StringComparison.Ordinal);
        Assert.Equal(["書類（Word）"], withdrawn.Presses());
        Assert.StartsWith("【取下げ】令和8年度 終了 第1号", (await smtp.MailsAsync())[^1].Message.Subject, StringComparison.Ordinal);
        Assert.Equal(NoticeStatus.Withdrawn, await StatusAsync(bot));
    }

    [SmtpTheory, OnSqlite, OnPostgres]
    public async Task An_application_that_is_not_permitted_comes_back_with_the_reason(Server server)
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var bot = await StartAsync(server, smtp);
        await SubmitAsync(bot, EndToEndPaper.All.Single(paper => paper.Decision == "許可"));

        await ExplainAsync(bot, Last(bot, Office), "許可しない", "業務での使い道が分かりません。", "yamada");

        Assert.Contains(
            "yamadaさんから「不許可」の連絡です。業務での使い道が分かりません。",
            Last(bot, "a:personal").Words(),
            StringComparison.Ordinal
        );
        Assert.Equal(NoticeStatus.Refused, await StatusAsync(bot));
    }

    [SmtpTheory, OnSqlite, OnPostgres]
    public async Task Of_two_who_press_at_once_one_decides_and_the_submitter_is_told_once(Server server)
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var bot = await StartAsync(server, smtp);
        await FileAsync(bot);
        var card = Last(bot, Office);
        var reason = (await bot.PressAsync(card, "差し戻す", person: "suzuki"))["value"]!;

        var yes = (await bot.PressAsync(card, "受理する"))["value"]!;
        var answers = await Task.WhenAll(
            bot.PressAsync(yes, "受理する"),
            bot.PressAsync(reason, "差し戻す", new JsonObject { ["reason"] = "目的を書いてください。" }, "suzuki")
        );
        await bot.Services.DrainAsync();

        Assert.Single(answers, answer => answer["value"]!.Words().Contains("として記録し、お知らせします。", StringComparison.Ordinal));
        Assert.Single(
            answers,
            answer => answer["value"]!.Words().Contains("がありました。今の状態をご確認ください。", StringComparison.Ordinal)
        );
        Assert.Single(await bot.Services.OutboxAsync(), row => row.Topic == "notice.moved");
    }

    private async Task<BotHost> StartAsync(Server server, SmtpServer smtp)
    {
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("JST", TimeSpan.FromHours(9), "JST", "JST"));
        var (key, value) = await TestStorage.NewDatabaseAsync(server);
        var bot = await BotHost.StartAsync(
            settings: new()
            {
                [key] = value,
                ["Roles:Reviewers:0"] = "33333333-3333-4333-8333-333333333332",
                ["Recipients:PublicRelations:0"] = Koho,
                ["Recipients:PublicRelations:1"] = Koho,
                ["Recipients:NetworkAdministrator:0"] = Network,
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{smtp.Port}",
                ["Mail:Security"] = "None",
            },
            services: services =>
            {
                BotHost.WithoutJobs(services);
                services.AddSingleton<TimeProvider>(clock);
            }
        );
        await bot.SayAsync("ここに届ける", conversation: Office);
        return bot;
    }

    /// <summary>A decision that is asked about once.</summary>
    private static async Task DecideAsync(BotHost bot, JsonNode card, string title) =>
        await bot.PressAsync((await bot.PressAsync(card, title))["value"]!, title);

    private static async Task<JsonNode> SubmitAsync(BotHost bot, EndToEndPaper paper)
    {
        var confirm = await bot.FillAsync((await bot.SayAsync(paper.Sentence, "sato")).Card(), "sato", paper.Fields);
        var submitted = (await bot.PressAsync(confirm, "提出する", person: "sato"))["value"]!;
        await bot.Services.DrainAsync();
        return submitted;
    }

    /// <summary>sato's end notice, told to the office.</summary>
    private static async Task FileAsync(BotHost bot)
    {
        await Filed.EndAsync(bot, "sato");
        await bot.Services.DrainAsync();
    }

    /// <summary>A step that asks why first.</summary>
    private static async Task ExplainAsync(BotHost bot, JsonNode card, string title, string reason, string person)
    {
        var form = (await bot.PressAsync(card, title, person: person))["value"]!;
        await bot.PressAsync(form, title, new JsonObject { ["reason"] = reason }, person);
        await bot.Services.DrainAsync();
    }

    private static async Task<JsonNode> OpenAsync(BotHost bot, string person)
    {
        var list = (await bot.SayAsync("届出状況", person)).Card();
        return (
            await bot.PressAsync(
                list,
                list.Actions().First(press => press["verb"]?.ToString() == "notice.show")["title"]!.ToString(),
                person: person
            )
        )["value"]!;
    }

    /// <summary>The last card in a conversation.</summary>
    private static JsonNode Last(BotHost bot, string conversation) =>
        bot
            .Teams.Calls.Last(call =>
                Uri.UnescapeDataString(call.Path).Contains($"/{conversation}/", StringComparison.Ordinal)
                && call.Body?["attachments"] is JsonArray
            )
            .Body!.Card();

    private static async Task<NoticeStatus> StatusAsync(BotHost bot)
    {
        await using var database = bot.Services.OpenDatabase();
        return Assert.Single(database.Notices).Status;
    }
}
