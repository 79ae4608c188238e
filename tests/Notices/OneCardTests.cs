using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tickets;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>One card a notice in the office's chat, always as the notice is now.</summary>
public sealed class OneCardTests : IAsyncLifetime
{
    private const string Office = "19:koho@thread.v2";
    private const string Reviewer = "yamada";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(9)));
    private BotHost bot = null!;

    public async Task InitializeAsync()
    {
        bot = await BotHost.StartAsync(
            settings: new() { ["Recipients:NetworkAdministrator:0"] = "network@example.jp" },
            services: services =>
            {
                BotHost.WithoutJobs(services);
                services.AddSingleton<TimeProvider>(clock).AddSingleton<NoticeClock>();
            }
        );
        await bot.SayAsync("ここに届ける", conversation: Office);
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task From_the_submission_to_the_acceptance_it_is_drawn_again_in_place()
    {
        var notice = await Filed.EndAsync(bot, "sato", "a:sato");
        await DrainAsync();
        var card = Assert.Single(Cards());
        Assert.Equal(["受理する", "差し戻す", "質問する", "書類（Word）"], Seen(card).Presses());

        await DecideAsync(notice, "asked", Reviewer, "いつまで残しますか。");
        Assert.Contains("いつまで残しますか。", Seen(card).Words(), StringComparison.Ordinal);
        await DecideAsync(notice, "answered", "sato", "半年残します。");
        await DecideAsync(notice, "returned", Reviewer, "終了日を確かめてください。");
        Assert.Equal(["書類（Word）"], Seen(card).Presses());
        await ResubmitAsync(notice);
        Assert.Contains("状態　提出済", Seen(card).Words(), StringComparison.Ordinal);
        Assert.Contains("satoさんから「再提出」がありました。", Seen(card).Words(), StringComparison.Ordinal);
        Assert.Contains("受理する", Seen(card).Presses());
        await DecideAsync(notice, "accepted", Reviewer);

        Assert.Equal([card], Cards());
        Assert.Contains("状態　受理", Seen(card).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("受理する", Seen(card).Presses());
        // Nobody is notified of a card that is drawn again: what has to be acted on is said below it, in a line.
        Assert.Equal(["satoさんから「回答」がありました。半年残します。", "satoさんから「再提出」がありました。"], Notes());
    }

    [Fact]
    public async Task The_four_essential_facts_stand_in_two_columns_and_the_rest_is_folded()
    {
        await Filed.NewAsync(bot, NoticeKind.Start, "sato", "a:sato");
        await DrainAsync();
        var card = Seen(Assert.Single(Cards()));

        var columns = card["body"]!.AsArray().Where(part => part!["type"]!.ToString() == "ColumnSet").ToList();
        Assert.All(columns, set => Assert.Equal(2, set!["columns"]!.AsArray().Count));
        Assert.Equal(
            ["ソーシャルメディアの種類", "アカウント名", "所属", "利用開始日"],
            columns.SelectMany(set => set!["columns"]!.AsArray()).Select(column => column!["items"]![0]!.Words().Trim())
        );
        var folded = Assert.Single(card["body"]!.AsArray(), part => part!["id"]?.ToString() == "rest")!;
        Assert.False(folded["isVisible"]!.GetValue<bool>());
        Assert.Contains("桃の生育と催し", folded.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("桃の生育と催し", string.Concat(columns.Select(set => set!.Words())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_acceptance_names_what_follows_and_each_is_done_or_waits()
    {
        var notice = await Filed.NewAsync(bot, NoticeKind.Start, "sato", "a:sato");
        await DrainAsync();
        var card = Assert.Single(Cards());
        await DecideAsync(notice, "accepted", Reviewer);

        Assert.Contains("□ まだ　ウェブサイトの一覧への掲載（4②）", Seen(card).Words(), StringComparison.Ordinal);
        Assert.Contains("✓ 済み　全庁ネットワーク管理者への写し（6②エ）", Seen(card).Words(), StringComparison.Ordinal);

        // From the register, not from this card.
        await using var database = bot.Open();
        var account = (await database.Notices.SingleAsync()).AccountId!.Value;
        await bot.PressAsync(
            AccountCard.ListVerb,
            new JsonObject { ["account"] = account.ToString(), ["listed"] = true },
            Reviewer,
            "a:personal",
            "register"
        );
        await DrainAsync();
        Assert.Contains("✓ 済み　ウェブサイトの一覧への掲載（4②）", Seen(card).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("一覧に掲載しました", Seen(card).Presses());
    }

    [Theory]
    [InlineData(NoticeKind.Start)]
    [InlineData(NoticeKind.End)]
    public async Task An_acceptance_can_be_taken_back_for_ten_minutes_and_then_not(NoticeKind kind)
    {
        var notice = await Filed.NewAsync(bot, kind, "sato", "a:sato");
        await DrainAsync();
        var card = Assert.Single(Cards());
        await DecideAsync(notice, "accepted", Reviewer);
        await using var database = bot.Open();
        Assert.Single(await database.Accounts.AsNoTracking().ToListAsync());

        clock.Advance(TimeSpan.FromMinutes(9));
        await DecideAsync(notice, "takenback", Reviewer);
        Assert.Contains("状態　提出済", Seen(card).Words(), StringComparison.Ordinal);
        Assert.Empty(await database.Accounts.AsNoTracking().ToListAsync());
        Assert.Empty(await database.Duties.AsNoTracking().ToListAsync());
        Assert.Contains("「決定の取消し」の連絡です", Last("a:sato"), StringComparison.Ordinal);

        await DecideAsync(notice, "accepted", Reviewer);
        clock.Advance(TimeSpan.FromMinutes(10));
        await bot.Services.GetRequiredService<NoticeClock>().LookAsync(default);
        await DrainAsync();
        Assert.DoesNotContain("取り消す（10分以内）", Seen(card).Presses());
        var late = await DecideAsync(notice, "takenback", Reviewer);
        Assert.Contains("決定から10分が過ぎた", late.Card().Words(), StringComparison.Ordinal);
        Assert.Single(await database.Accounts.AsNoTracking().ToListAsync());
    }

    [Fact]
    public async Task What_an_acceptance_changed_in_the_register_is_as_it_was_once_taken_back()
    {
        var start = await Filed.NewAsync(bot, NoticeKind.Start, "sato", "a:sato");
        await DecideAsync(start, "accepted", Reviewer);
        await using var database = bot.Open();
        var before = await database.Accounts.AsNoTracking().SingleAsync();
        var due = await DutiesAsync(database);
        clock.Advance(TimeSpan.FromDays(1));

        var end = await SubmitAsync(
            NoticeKind.End,
            new()
            {
                ["service"] = before.Service,
                ["accountName"] = before.Name,
                ["url"] = before.Url,
                ["section"] = "別の課",
                ["person"] = "別の人",
                ["endDate"] = "2099-12-31",
            }
        );
        await DecideAsync(end, "accepted", Reviewer);
        Assert.Equal(new DateOnly(2099, 12, 31), (await database.Accounts.AsNoTracking().SingleAsync()).EndedOn);
        await DecideAsync(end, "takenback", Reviewer);

        var after = await database.Accounts.AsNoTracking().SingleAsync();
        Assert.Equal(
            (before.EndedOn, before.Section, before.Operator, before.OperatorId, before.StartedOn),
            (after.EndedOn, after.Section, after.Operator, after.OperatorId, after.StartedOn)
        );
        Assert.Equal(due, await DutiesAsync(database));
        Assert.Contains(await database.AccountEvents.ToListAsync(), happened => happened.Kind == AccountEventKind.TakenBack);
    }

    [Fact]
    public async Task What_the_office_has_gone_on_with_is_not_taken_back()
    {
        var notice = await Filed.NewAsync(bot, NoticeKind.Start, "sato", "a:sato");
        await DecideAsync(notice, "accepted", Reviewer);
        await bot.PressAsync(NoticeCard.ListedVerb, new JsonObject { ["notice"] = notice.Id.ToString() }, Reviewer, Office, "card");

        var refused = await DecideAsync(notice, "takenback", Reviewer);

        Assert.Contains("台帳のアカウントがその後変わったため", refused.Card().Words(), StringComparison.Ordinal);
        await using var database = bot.Open();
        Assert.Equal(NoticeStatus.Accepted, (await database.Notices.SingleAsync()).Status);
    }

    [Fact]
    public async Task A_notice_is_pulled_back_put_right_and_submitted_under_its_number()
    {
        var notice = await Filed.EndAsync(bot, "sato", "a:sato");
        await DrainAsync();
        var card = Assert.Single(Cards());

        await DecideAsync(notice, "pulledback", "sato");
        Assert.Equal(["書類（Word）"], Seen(card).Presses());
        Assert.Contains("状態　引戻し", Seen(card).Words(), StringComparison.Ordinal);
        var form = Posted("a:sato").Last();
        Assert.Equal("おかやま花だより", form.Input("f_accountName")["value"]!.ToString());
        Assert.Contains(
            "この届出（引戻し）では",
            (await DecideAsync(notice, "accepted", Reviewer)).Card().Words(),
            StringComparison.Ordinal
        );

        var confirm = await bot.FillAsync(form, "sato", new() { ["f_endDate"] = "2099-05-31", ["f_url"] = "" });
        await bot.PressAsync(confirm, "提出する", person: "sato");
        await DrainAsync();

        await using var database = bot.Open();
        var again = await database.Notices.Include(one => one.Events).SingleAsync();
        Assert.Equal((1, NoticeStatus.Submitted, "2099-05-31"), (again.Number, again.Status, again.Fields["endDate"]));
        Assert.Equal(
            [NoticeStep.Submitted, NoticeStep.PulledBack, NoticeStep.Resubmitted],
            again.Events.OrderBy(happened => happened.At).Select(happened => happened.Step)
        );
        Assert.Empty(await database.NoticeDrafts.ToListAsync());
        Assert.Contains("受理する", Seen(card).Presses());
        Assert.Equal([card], Cards());
    }

    [Fact]
    public async Task A_chat_that_is_registered_later_gets_what_waits_already_and_only_once()
    {
        var waiting = await Filed.EndAsync(bot, "sato", "a:sato");
        var decided = await Filed.EndAsync(bot, "sato", "a:sato");
        await DecideAsync(decided, "returned", Reviewer, "理由");
        await bot.Services.GetRequiredService<TicketDesk>().OpenAsync(Sato(), "給食の献立は？", null, default);
        const string later = "19:later@thread.v2";

        var told = (await bot.SayAsync("ここに届ける", conversation: later))["text"]!.ToString();
        Assert.Contains("未回答の質問が1件、未処理の届出が1件", told, StringComparison.Ordinal);
        await DrainAsync();
        await bot.SayAsync("ここに届ける", conversation: later);
        await bot.SayAsync("ここに届ける", conversation: later);
        await DrainAsync();

        var posted = Posted(later).Select(card => card.Words()).ToList();
        Assert.Equal(2, posted.Count);
        Assert.Contains(posted, words => words.Contains(NoticeNumber.Of(waiting), StringComparison.Ordinal));
        Assert.Contains(posted, words => words.Contains("給食の献立は？", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_leads_back_to_itself_and_shows_what_was_done_from_it()
    {
        await Filed.EndAsync(bot, "sato", "a:sato");
        var message = bot.Teams.IdOf(await bot.SayAsync("届出一覧"));
        var row = bot
            .Teams.Seen("a:personal", message, "29:user-yamada")
            .Presses()
            .First(title => title.EndsWith("を開く", StringComparison.Ordinal));

        await bot.PressOnAsync("a:personal", message, row);
        await bot.PressOnAsync("a:personal", message, "差し戻す");
        await bot.PressOnAsync("a:personal", message, "差し戻す", new JsonObject { ["reason"] = "終了日を確かめてください。" });
        await DrainAsync();
        Assert.Contains("状態　差戻し", bot.Teams.Seen("a:personal", message, "29:user-yamada").Words(), StringComparison.Ordinal);
        await bot.PressOnAsync("a:personal", message, "一覧へ戻る");
        Assert.Contains(
            "該当する届出はありません。",
            bot.Teams.Seen("a:personal", message, "29:user-yamada").Words(),
            StringComparison.Ordinal
        );
        bot.Teams.Reload();
        Assert.Contains("届出一覧", bot.Teams.Seen("a:personal", message, "29:user-yamada").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("差し戻す", bot.Teams.Seen("a:personal", message, "29:user-yamada").Presses());
    }

    private static Turn Sato() => new(new Person("29:user-sato", "sato", null, Roles.None), new Conversation("a:sato", default), "");

    private static async Task<List<(DutyKind, DateTimeOffset, string?)>> DutiesAsync(GuidelineBot.Storage.Database database) =>
        [
            .. (await database.Duties.AsNoTracking().Where(duty => duty.DoneAt == null).OrderBy(duty => duty.Kind).ToListAsync()).Select(
                duty => (duty.Kind, duty.DueAt, duty.PersonId)
            ),
        ];

    private async Task<Notice> SubmitAsync(NoticeKind kind, Dictionary<string, string> fields)
    {
        var draft = await bot.Services.GetRequiredService<NoticeDrafts>().CreateAsync(Sato(), kind, fields, null, default);
        var result = await bot.Services.GetRequiredService<NoticeDesk>().SubmitAsync(Sato(), draft.Id, draft.Version, default);
        return result.Notice ?? throw new InvalidOperationException(result.Refusal);
    }

    /// <summary>As somebody presses who sees the notice as it is now.</summary>
    private async Task<JsonNode> DecideAsync(Notice notice, string step, string person, string reason = "")
    {
        await using var database = bot.Open();
        var now = await database.Notices.AsNoTracking().SingleAsync(one => one.Id == notice.Id);
        clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await bot.PressAsync(
            NoticeCard.DecideVerb,
            new JsonObject
            {
                ["notice"] = notice.Id.ToString(),
                ["version"] = now.Version,
                ["step"] = step,
                ["reason"] = reason,
            },
            person,
            person == Reviewer ? "a:personal" : $"a:{person}",
            "elsewhere"
        );
        await DrainAsync();
        return answer;
    }

    private async Task ResubmitAsync(Notice notice)
    {
        var form = await bot.PressAsync(
            NoticeCard.RedoVerb,
            new JsonObject { ["notice"] = notice.Id.ToString() },
            "sato",
            "a:sato",
            "back"
        );
        var confirm = await bot.FillAsync(form.Card(), "sato", new() { ["f_endDate"] = "2099-05-31", ["f_url"] = "" });
        clock.Advance(TimeSpan.FromSeconds(1));
        await bot.PressAsync(confirm, "提出する", person: "sato");
        await DrainAsync();
    }

    private Task DrainAsync()
    {
        // A chat takes a card a second.
        clock.Advance(TimeSpan.FromSeconds(2));
        return bot.Services.DrainAsync();
    }

    /// <summary>The messages in the office's chat that hold a whole card of a notice.</summary>
    private List<string> Cards()
    {
        using var database = bot.Open();
        var cards = database
            .LiveCards.Where(card => card.Topic == NoticeDesk.Topic && card.Conversation == Office)
            .Select(card => card.Activity)
            .ToList();
        Assert.Equal(cards.Count, Posted(Office).Count(card => card.Words().Contains("届出者", StringComparison.Ordinal)));
        return cards;
    }

    private List<string> Notes() =>
        [.. Posted(Office).Where(card => card.Presses().SequenceEqual(["届出を開く"])).Select(card => card.Words().Split('　')[^1].Trim())];

    private IEnumerable<JsonNode> Posted(string conversation) =>
        bot
            .Teams.Calls.Where(call => call.Method == "POST" && call.Conversation == conversation && call.Body?["attachments"] is JsonArray)
            .Select(call => call.Body!.Card());

    private JsonNode Seen(string card) => bot.Teams.Seen(Office, card, "29:user-suzuki");

    private string Last(string conversation) =>
        bot
            .Teams.Calls.Last(call => call.Method == "POST" && call.Conversation == conversation && call.Body?["attachments"] is JsonArray)
            .Body!.Card()
            .Words();
}
