using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>Submitting and deciding under load, on both databases.</summary>
public sealed class NoticeDeskTests
{
    private static readonly Dictionary<string, string> Complete = new()
    {
        ["service"] = "X",
        ["accountName"] = "おかやま花だより",
        ["section"] = "観光課",
        ["person"] = "岡本健",
        ["endDate"] = "2099-03-31",
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task Fifty_at_once_get_fifty_numbers_in_a_row(Server server)
    {
        await using var bot = await StartAsync(server);
        var drafts = new List<(Turn Turn, NoticeDraft Draft)>();
        foreach (var place in Enumerable.Range(1, 50))
            drafts.Add((By($"person{place}"), await DraftAsync(bot, By($"person{place}"))));

        var results = await Task.WhenAll(
            drafts.Select(one => Task.Run(() => Desk(bot).SubmitAsync(one.Turn, one.Draft.Id, one.Draft.Version, default)))
        );

        Assert.All(results, result => Assert.Null(result.Refusal));
        Assert.Equal(Enumerable.Range(1, 50), results.Select(result => result.Notice!.Number).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_draft_submitted_twice_at_once_is_one_notice(Server server)
    {
        await using var bot = await StartAsync(server);
        var turn = By("sato");
        var draft = await DraftAsync(bot, turn);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Desk(bot).SubmitAsync(turn, draft.Id, draft.Version, default)))
        );

        Assert.All(results, result => Assert.Equal(draft.Id, result.Notice!.Id));
        await using var database = Open(bot);
        Assert.Equal(1, (await database.Notices.SingleAsync()).Number);
        Assert.Equal(1, await database.NoticeEvents.CountAsync());
        // The next one gets the next number: the attempts that lost have taken none.
        var next = await DraftAsync(bot, turn);
        Assert.Equal(2, (await Desk(bot).SubmitAsync(turn, next.Id, next.Version, default)).Notice!.Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_reviewers_at_once_one_decides_and_the_other_is_told(Server server)
    {
        await using var bot = await StartAsync(server);
        var turn = By("sato");
        var draft = await DraftAsync(bot, turn);
        var notice = (await Desk(bot).SubmitAsync(turn, draft.Id, draft.Version, default)).Notice!;

        var results = await Task.WhenAll(
            new[] { NoticeStep.Accepted, NoticeStep.Returned }.Select(
                (step, place) =>
                    Task.Run(() =>
                        Desk(bot)
                            .MoveAsync(By($"reviewer{place}", Roles.Reviewer), notice.Id.ToString(), notice.Version, step, "理由", default)
                    )
            )
        );

        var lost = Assert.Single(results, result => result.Refusal is not null);
        Assert.Contains("先に「", lost.Refusal, StringComparison.Ordinal);
        await using var database = Open(bot);
        Assert.Equal(2, await database.NoticeEvents.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_pull_back_and_a_decision_at_once_one_wins_and_the_other_is_told(Server server)
    {
        await using var bot = await StartAsync(server);
        foreach (var round in Enumerable.Range(0, 8))
        {
            var turn = By($"sato{round}");
            var draft = await DraftAsync(bot, turn);
            var notice = (await Desk(bot).SubmitAsync(turn, draft.Id, draft.Version, default)).Notice!;
            (Turn By, NoticeStep Step)[] both = [(turn, NoticeStep.PulledBack), (By("reviewer", Roles.Reviewer), NoticeStep.Accepted)];

            var results = await Task.WhenAll(
                (round % 2 == 0 ? both : both.Reverse()).Select(one =>
                    Task.Run(() => Desk(bot).MoveAsync(one.By, notice.Id.ToString(), notice.Version, one.Step, null, default))
                )
            );

            var lost = Assert.Single(results, result => result.Refusal is not null);
            Assert.Contains("がありました。今の状態をご確認ください。", lost.Refusal, StringComparison.Ordinal);
            await using var database = Open(bot);
            var now = await database.Notices.SingleAsync(one => one.Id == notice.Id);
            var drafts = await database.NoticeDrafts.CountAsync(one => one.NoticeId == notice.Id);
            Assert.Equal(now.Status == NoticeStatus.PulledBack ? 1 : 0, drafts);
            Assert.Equal(now.Status == NoticeStatus.Accepted, now.AccountId is not null);
        }
    }

    [Fact]
    public async Task A_draft_changed_elsewhere_is_not_submitted_unseen()
    {
        await using var bot = await StartAsync(Server.Sqlite);
        var turn = By("sato");
        var draft = await DraftAsync(bot, turn);
        await bot
            .Services.GetRequiredService<NoticeDrafts>()
            .WriteAsync(turn, draft.Id.ToString(), new Dictionary<string, string> { ["person"] = "藤原みのり" }, default);

        Assert.Contains(
            "ほかの画面で変わっています",
            (await Desk(bot).SubmitAsync(turn, draft.Id, draft.Version, default)).Refusal,
            StringComparison.Ordinal
        );
    }

    private static async Task<BotHost> StartAsync(Server server)
    {
        var (key, value) = await TestStorage.NewDatabaseAsync(server);
        return await BotHost.StartAsync(settings: new() { [key] = value });
    }

    private static NoticeDesk Desk(BotHost bot) => bot.Services.GetRequiredService<NoticeDesk>();

    private static Database Open(BotHost bot) => bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();

    private static Task<NoticeDraft> DraftAsync(BotHost bot, Turn turn) =>
        bot.Services.GetRequiredService<NoticeDrafts>().CreateAsync(turn, NoticeKind.End, Complete, null, default);

    private static Turn By(string person, Roles roles = Roles.None) =>
        new(new Person($"29:{person}", person, null, roles), new Conversation($"a:{person}", ConversationKind.Personal), "");
}
