using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Delivery;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Handovers;

/// <summary>異動: one sentence, or a file, and the accounts of a whole section have a new operator.</summary>
public sealed class HandoverTests : IAsyncLifetime
{
    private const string Office = "19:koho@thread.v2";

    private readonly JapaneseClock clock = new(new DateTimeOffset(2026, 11, 30, 10, 0, 0, TimeSpan.FromHours(9)));
    private BotHost bot = null!;
    private int presses;

    public async Task InitializeAsync()
    {
        bot = await BotHost.StartAsync(services: services =>
        {
            BotHost.WithoutJobs(services);
            services.AddSingleton<TimeProvider>(clock);
        });
        await bot.SayAsync("ここに届ける", conversation: Office);
        await bot.Services.DrainAsync();
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task Forty_accounts_change_hands_in_under_ten_presses()
    {
        await EnterAsync(40, "sato、藤原 みのり");

        // 1: the sentence; 2: the form.
        var form = (await bot.SayAsync("4月から私の担当は全部岡本 健に", "sato", "a:sato")).Card();
        Assert.Equal("届け出るアカウント（40件）", form.Input(HandoverCard.ChosenInput)["label"]!.ToString());
        var filed = await PressAsync(form, "まとめて提出する", "sato", "a:sato", InputsOf(form));
        Assert.Contains("40件を提出しました。", filed, StringComparison.Ordinal);
        Assert.Contains("状態　提出済 40件", filed, StringComparison.Ordinal);
        await bot.Services.DrainAsync();
        // 3 and 4: the office, on one card.
        var card = Assert.Single(Shown(Office, "異動の届出（変更届"));
        var ask = bot.Press(card.Button("まとめて受理する"), "yamada", conversation: Office);
        var yes = (await bot.AnswerAsync(Count(ask)))["value"]!;
        var accepted = await bot.AnswerAsync(Count(bot.Press(yes.Button("受理する"), "yamada", conversation: Office)));
        Assert.Contains("状態　受理 40件", accepted["value"]!.Words(), StringComparison.Ordinal);
        Assert.InRange(presses, 1, 9);

        await using var database = Open();
        var notices = await database.Notices.AsNoTracking().Include(notice => notice.Events).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 40), notices.Select(notice => notice.Number).Order());
        Assert.All(notices, notice => Assert.Equal(["Submitted", "Accepted"], notice.Events.Select(one => one.Step.ToString())));
        Assert.All(await database.Accounts.ToListAsync(), account => Assert.Equal("sato、藤原 みのり", account.Operator));
        await bot.Services.DrainAsync();
        Assert.Contains("「受理」の連絡です", Last("a:sato").Words(), StringComparison.Ordinal);

        clock.SetUtcNow(new DateTimeOffset(2027, 4, 1, 9, 1, 0, TimeSpan.FromHours(9)));
        await ActivatorUtilities.CreateInstance<AccountClock>(bot.Services).LookAsync(default);
        await using var then = Open();
        var accounts = await then.Accounts.ToListAsync();
        Assert.All(accounts, account => Assert.Equal("岡本 健、藤原 みのり", account.Operator));
        var duties = await then.Duties.Where(duty => duty.Kind == DutyKind.ChangePassword && duty.DoneAt == null).ToListAsync();
        Assert.Equal(accounts.Select(account => account.Id).Order(), duties.Select(duty => duty.AccountId).Order());
        Assert.All(duties, duty => Assert.True(duty.DueAt <= clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_was_accepted_together_is_taken_back_together_within_ten_minutes()
    {
        await EnterAsync(3, "sato");
        var before = await AccountsAsync();
        var card = await AcceptAllAsync();
        Assert.NotEqual(before, await AccountsAsync());

        var ask = (await PressOnAsync(card, "まとめて取り消す（10分以内）"))["value"]!;
        Assert.Contains("受理した届出を、まとめて取り消しますか？", ask.Words(), StringComparison.Ordinal);
        var back = (await PressOnAsync(ask, "取り消す（10分以内）"))["value"]!;

        Assert.Contains("状態　提出済 3件", back.Words(), StringComparison.Ordinal);
        Assert.Equal(before, await AccountsAsync());
        await DrainAsync();
        Assert.Contains("「決定の取消し」の連絡です", Last("a:sato").Words(), StringComparison.Ordinal);
        // Accepted again, until the ten minutes are over.
        ask = (await PressOnAsync(back, "まとめて受理する"))["value"]!;
        card = (await PressOnAsync(ask, "受理する"))["value"]!;
        await DrainAsync();
        Assert.Contains("まとめて取り消す（10分以内）", Batch().Titles());
        clock.Advance(TimeSpan.FromMinutes(11));
        await ActivatorUtilities.CreateInstance<NoticeClock>(bot.Services).LookAsync(default);
        await DrainAsync();
        Assert.DoesNotContain("まとめて取り消す（10分以内）", Batch().Titles());
        var late = (await PressOnAsync((await PressOnAsync(card, "まとめて取り消す（10分以内）"))["value"]!, "取り消す（10分以内）"))[
            "value"
        ]!;
        Assert.Contains("決定から10分が過ぎたため", late.Words(), StringComparison.Ordinal);
        Assert.Contains("状態　受理 3件", late.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_account_that_has_changed_since_none_is_taken_back()
    {
        await EnterAsync(2, "sato");
        var card = await AcceptAllAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await using var database = Open();
        var one = await database.Accounts.FirstAsync();
        var edit = new JsonObject
        {
            ["account"] = one.Id.ToString(),
            ["version"] = one.Version,
            ["manager"] = "赤木花子",
            ["operator"] = one.Operator,
        };
        var saved = (await bot.PressAsync(AccountEditCard.SaveVerb, edit, "yamada", Office)).Card();
        Assert.Contains("保存しました。", saved.Words(), StringComparison.Ordinal);

        var ask = (await PressOnAsync(card, "まとめて取り消す（10分以内）"))["value"]!;
        var refused = (await PressOnAsync(ask, "取り消す（10分以内）"))["value"]!.Words();

        Assert.Contains("まとめては取り消せません。", refused, StringComparison.Ordinal);
        Assert.Contains("状態　受理 2件", refused, StringComparison.Ordinal);
    }

    private async Task<JsonNode> AcceptAllAsync()
    {
        var form = (await bot.SayAsync("4月から私の担当は全部岡本 健に", "sato", "a:sato")).Card();
        Assert.Contains(
            "を提出しました。",
            await PressAsync(form, "まとめて提出する", "sato", "a:sato", InputsOf(form)),
            StringComparison.Ordinal
        );
        await DrainAsync();
        var ask = (await PressOnAsync(Batch(), "まとめて受理する"))["value"]!;
        return (await PressOnAsync(ask, "受理する"))["value"]!;
    }

    private Task<JsonNode> PressOnAsync(JsonNode card, string title) =>
        bot.AnswerAsync(bot.Press(card.Button(title), "yamada", conversation: Office));

    /// <summary>What the register says of each now and on the day after the handover.</summary>
    private async Task<List<string>> AccountsAsync()
    {
        await using var database = Open();
        var accounts = await database
            .Accounts.AsNoTracking()
            .Include(account => account.Changes)
            .OrderBy(account => account.Name)
            .ToListAsync();
        var then = new DateOnly(2027, 4, 2);
        return [.. accounts.Select(account => $"{account.Name} {account.Operator} {account.On(then).Operator}")];
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_submits_once_and_what_is_not_chosen_stays()
    {
        await EnterAsync(3, "sato");
        var form = (await bot.SayAsync("私の担当を4月1日から全部岡本 健に引き継ぎます", "sato", "a:sato")).Card();
        var inputs = InputsOf(form);
        inputs[HandoverCard.ChosenInput] = "0,2";

        await PressAsync(form, "まとめて提出する", "sato", "a:sato", inputs);
        var again = await PressAsync(form, "まとめて提出する", "sato", "a:sato", inputs);

        Assert.Contains("提出済 2件", again, StringComparison.Ordinal);
        await using var database = Open();
        Assert.Equal(2, await database.Notices.CountAsync());
    }

    [Fact]
    public async Task All_of_them_or_none_and_what_is_wrong_is_said()
    {
        await EnterAsync(2, "sato");
        var form = (await bot.SayAsync("私の担当は全部岡本 健に変わりました", "sato", "a:sato")).Card();
        var inputs = InputsOf(form);

        inputs[HandoverCard.DayInput] = "2026-11-01";
        var late = await PressAsync(form, "まとめて提出する", "sato", "a:sato", inputs);
        Assert.Contains("届出が変更のあとになった理由を入力してください", late, StringComparison.Ordinal);
        inputs[HandoverCard.NewInput] = "sato";
        inputs[HandoverCard.LateInput] = "内示が遅れたため";
        var same = await PressAsync(form, "まとめて提出する", "sato", "a:sato", inputs);
        Assert.Contains("変更前と変更後の担当者が同じです", same, StringComparison.Ordinal);
        inputs[HandoverCard.NewInput] = "岡本 健";
        Assert.Contains(
            "2件を提出しました。",
            await PressAsync(form, "まとめて提出する", "sato", "a:sato", inputs),
            StringComparison.Ordinal
        );

        await using var database = Open();
        Assert.All(await database.Notices.ToListAsync(), notice => Assert.True(notice.IsLate));
    }

    [Fact]
    public async Task Who_files_cannot_decide_and_what_was_returned_alone_is_not_accepted_with_the_others()
    {
        await EnterAsync(3, "sato");
        var form = (await bot.SayAsync("4月1日から私の担当は全部岡本 健に", "yamada", "a:yamada")).Card();
        var inputs = InputsOf(form);
        inputs[HandoverCard.OldInput] = "sato";
        var found = (await bot.AnswerAsync(bot.Press(form.Button("アカウントを探す"), "yamada", inputs, "a:yamada")))["value"]!;
        var answer = await bot.AnswerAsync(bot.Press(found.Button("まとめて提出する"), "yamada", InputsOf(found), "a:yamada"));
        Assert.Contains("3件を提出しました。", answer["value"]!.Words(), StringComparison.Ordinal);
        await using var database = Open();
        var notices = await database.Notices.OrderBy(notice => notice.Number).ToListAsync();
        var batch = notices[0].Batch!.Value.ToString();

        var own = await bot.PressAsync("notices.decide", new() { ["batch"] = batch, ["step"] = "accepted" }, "yamada", "a:yamada");
        Assert.Contains("ご自分の届出は、ご自分では決められません", own.Card().Words(), StringComparison.Ordinal);
        var strangers = await bot.PressAsync("notices.decide", new() { ["batch"] = batch, ["step"] = "accepted" }, "tanaka", "a:tanaka");
        Assert.Contains("見つかりません", strangers["value"]!.ToString(), StringComparison.Ordinal);

        var desk = bot.Services.GetRequiredService<NoticeDesk>();
        var office = new GuidelineBot.Turns.Turn(
            new("29:koho", "広報", null, GuidelineBot.Turns.Roles.Reviewer),
            new("a:koho", ConversationKind.Personal),
            ""
        );
        await desk.MoveAsync(office, notices[1].Id.ToString(), notices[1].Version, NoticeStep.Returned, "所属が違います", default);
        var all = await desk.MoveAllAsync(
            office,
            notices[0].Batch!.Value,
            NoticeStep.Accepted,
            null,
            (_, _) => Task.CompletedTask,
            default
        );
        Assert.Equal([1, 3], all.Moved.Select(notice => notice.Number));
        Assert.Equal(["受理", "差戻し", "受理"], all.Notices.Select(NoticeWords.Of));
    }

    [Fact]
    public async Task A_file_names_each_account_its_own_new_operator_and_says_which_lines_are_wrong()
    {
        await EnterAsync(3, "sato");
        const string file = """
            異動一覧,,,
            アカウント名,ＵＲＬ,変更前,変更後,変更日
            花1,https://x.com/hana1,sato,岡本 健,令和9年4月1日
            花2,https://x.com/hana2,,藤原 みのり,2027/4/2
            花3,https://x.com/hana3,水島 直樹,藤原 みのり,2027/4/2
            海,https://x.com/umi,sato,藤原 みのり,2027/4/2
            花3,https://x.com/hana3,sato,藤原 みのり,4月
            """;
        var sent = await EvidenceTests.SendAsync(bot, "sato", "a:sato", "異動.csv", Encoding.UTF8.GetBytes(file));
        var form = sent.Card();

        Assert.Contains("異動.csvから2件を読み取りました。", form.Words(), StringComparison.Ordinal);
        Assert.Contains("5行目：「水島 直樹」さんは、台帳では花3の利用担当者ではありません", form.Words(), StringComparison.Ordinal);
        Assert.Contains("6行目：「https://x.com/umi」は台帳に見つかりません", form.Words(), StringComparison.Ordinal);
        Assert.Contains("7行目：変更日「4月」は日付として読み取れません", form.Words(), StringComparison.Ordinal);
        var filed = await PressAsync(form, "まとめて提出する", "sato", "a:sato", InputsOf(form));
        Assert.Contains("2件を提出しました。", filed, StringComparison.Ordinal);
        await using var database = Open();
        Assert.Equal(
            [("岡本 健", "2027-04-01"), ("藤原 みのり", "2027-04-02")],
            (await database.Notices.OrderBy(notice => notice.Number).ToListAsync()).Select(notice =>
                (notice.Fields["newPerson"], notice.Fields["changeDate"])
            )
        );
    }

    private async Task EnterAsync(int count, string operators)
    {
        await using var database = Open();
        foreach (var number in Enumerable.Range(1, count))
            database.Accounts.Add(
                new Account
                {
                    Service = "X",
                    Name = $"花{number}",
                    Url = $"https://x.com/hana{number}",
                    UrlKey = AccountKey.Of($"https://x.com/hana{number}"),
                    Section = "観光課",
                    Operator = operators,
                    OperatorId = "29:user-sato",
                }
            );
        await database.SaveChangesAsync();
    }

    /// <summary>What the inputs of a card hold.</summary>
    private static JsonObject InputsOf(JsonNode card)
    {
        var inputs = new JsonObject();
        foreach (var input in card.Inputs())
            inputs[input["id"]!.ToString()] = input["value"]?.ToString() ?? "";
        return inputs;
    }

    private async Task<string> PressAsync(JsonNode card, string title, string person, string chat, JsonObject inputs) =>
        (await bot.AnswerAsync(Count(bot.Press(card.Button(title), person, inputs, chat))))["value"]!.Words();

    private JsonObject Count(JsonObject press)
    {
        presses++;
        return press;
    }

    private IEnumerable<JsonNode> Shown(string conversation, string words) =>
        In(conversation).Where(card => card.Words().Contains(words, StringComparison.Ordinal));

    /// <summary>A chat takes a card a second.</summary>
    private Task DrainAsync()
    {
        clock.Advance(TimeSpan.FromSeconds(2));
        return bot.Services.DrainAsync();
    }

    private JsonNode Batch() => Shown(Office, "異動の届出（変更届").Last();

    private JsonNode Last(string conversation) => In(conversation)[^1];

    private List<JsonNode> In(string conversation) =>
        [
            .. bot
                .Teams.Calls.Where(call => call.Conversation == conversation && call.Body?["attachments"] is JsonArray)
                .Select(call => call.Body!.Card()),
        ];

    private Database Open() => bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();
}
