using System.Globalization;
using GuidelineBot.Accounts;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuidelineBot.Tests.Accounts;

/// <summary>Whatever is filed, in whatever order it is accepted: the register equals what the accepted papers say on each day.</summary>
public sealed class RegisterPropertyTests
{
    private const int Acts = 40;

    private static readonly string[] People = ["岡本健", "藤原みのり", "三宅由紀子", "水島直樹", "赤木花子"];

    private readonly DaysApart clock = new();
    private RegisterOracle oracle = new();
    private List<(RegisterOracle.Paper Paper, Notice Notice)> waiting = [];

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    [Theory]
    [InlineData(Server.Sqlite, 30)]
    [InlineData(Server.Postgres, 10)]
    public async Task The_register_equals_what_the_accepted_papers_say_on_each_day(Server server, int rounds)
    {
        var (key, value) = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await BotHost.StartAsync(
            settings: new() { [key] = value },
            services: services => services.AddSingleton<TimeProvider>(clock)
        );
        var compared = new HashSet<(int Accounts, int People)>();
        foreach (var seed in Enumerable.Range(1, rounds))
        {
            var random = new Random(seed);
            (oracle, waiting) = (new RegisterOracle(), []);
            string[] urls = [$"https://x.com/round{seed}a", $"https://x.com/round{seed}b"];
            var told = new List<string>();
            foreach (var _ in Enumerable.Range(0, Acts))
            {
                told.Add(await ActAsync(bot, random, urls[random.Next(urls.Length)]));
                clock.Advance(TimeSpan.FromMinutes(1));
                foreach (var url in urls)
                {
                    var says = oracle.On(url, Today);
                    compared.Add((says.Count, says.Select(life => life.Operators.Split('、').Length).DefaultIfEmpty().Max()));
                    Assert.Equal(
                        (string.Join("\n", says), $"{seed}: {string.Join(" → ", told)}"),
                        (string.Join("\n", await StoredAsync(bot, url)), $"{seed}: {string.Join(" → ", told)}")
                    );
                }
            }
        }
        // Otherwise it says nothing about those.
        Assert.Contains(compared, one => one.Accounts > 1);
        Assert.Contains(compared, one => one.People > 1);
    }

    private async Task<string> ActAsync(BotHost bot, Random random, string url)
    {
        switch (random.Next(10))
        {
            case < 3:
                var days = random.Next(1, 5);
                clock.Advance(TimeSpan.FromDays(days));
                await bot.Services.GetServices<IHostedService>().OfType<AccountClock>().Single().LookAsync(default);
                return $"{days} days on, {Today:MM-dd}";
            case < 7 when waiting.Count < 4:
                return await FileAsync(bot, Paper(random, url));
            default:
                return await DecideAsync(bot, random);
        }
    }

    private RegisterOracle.Paper Paper(Random random, string url)
    {
        var operators = (oracle.On(url, Today) is [.., var last] ? last.Operators : "").Split('、');
        string[] two = [.. People.OrderBy(_ => random.Next()).Take(random.Next(1, 3))];
        return random.Next(8) switch
        {
            < 2 => new(Guid.NewGuid(), RegisterOracle.Form.Start, url, Today.AddDays(random.Next(-4, 8)), "", two),
            // Somebody who does not operate it, now and then.
            < 6 => new(
                Guid.NewGuid(),
                RegisterOracle.Form.Change,
                url,
                Today.AddDays(random.Next(-6, 9)),
                random.Next(5) == 0 || operators[0].Length == 0
                    ? People[random.Next(People.Length)]
                    : operators[random.Next(operators.Length)],
                two
            ),
            _ => new(Guid.NewGuid(), RegisterOracle.Form.End, url, Today.AddDays(random.Next(-3, 9)), "", []),
        };
    }

    /// <returns>What was done, for whoever reads a failure.</returns>
    private async Task<string> FileAsync(BotHost bot, RegisterOracle.Paper paper)
    {
        var day = paper.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var people = string.Join("、", paper.New);
        var fields = new Dictionary<string, string>
        {
            ["service"] = "X",
            ["accountName"] = paper.Url,
            ["url"] = paper.Url,
            ["section"] = "観光課",
            ["lateReason"] = "遅れました",
        };
        var (kind, more) = paper.Form switch
        {
            RegisterOracle.Form.Start => (
                NoticeKind.Start,
                new Dictionary<string, string>
                {
                    ["startDate"] = day,
                    ["person"] = people,
                    ["manager"] = "観光課長",
                    ["purpose"] = "観光",
                    ["content"] = "催し",
                    ["hours"] = "平日",
                    ["replies"] = "返信しない",
                    ["policyUrl"] = "https://www.city.okayama.jp/policy",
                    ["termsUrl"] = "https://www.city.okayama.jp/terms",
                }
            ),
            RegisterOracle.Form.Change => (
                NoticeKind.Change,
                new Dictionary<string, string>
                {
                    ["changeDate"] = day,
                    ["oldPerson"] = paper.Old,
                    ["newPerson"] = people,
                }
            ),
            _ => (NoticeKind.End, new Dictionary<string, string> { ["endDate"] = day, ["person"] = "岡本健" }),
        };
        foreach (var (name, value) in more)
            fields[name] = value;
        var turn = By("clerk");
        var draft = await bot.Services.GetRequiredService<NoticeDrafts>().CreateAsync(turn, kind, fields, null, default);
        var result = await Desk(bot).SubmitAsync(turn, draft.Id, draft.Version, default);
        if (result.Notice is { } notice)
            waiting.Add((paper, notice));
        return $"{paper.Form} from {day} {paper.Old}>{people} filed {result.Refusal}";
    }

    /// <summary>Any that waits, not the first one: papers are accepted in another order than they were filed, and late.</summary>
    private async Task<string> DecideAsync(BotHost bot, Random random)
    {
        if (waiting.Count == 0)
            return "nothing";
        var (paper, notice) = waiting[random.Next(waiting.Count)];
        waiting.RemoveAll(one => one.Notice.Id == notice.Id);
        var step = random.Next(6) switch
        {
            0 => NoticeStep.Returned,
            1 => NoticeStep.PulledBack,
            _ => NoticeStep.Accepted,
        };
        var by = step == NoticeStep.PulledBack ? By("clerk") : By("reviewer", Roles.Reviewer);
        var result = await Desk(bot).MoveAsync(by, notice.Id.ToString(), notice.Version, step, "理由", default);
        Assert.Null(result.Refusal);
        var did = $"{paper.Form} from {paper.Day:MM-dd} {step}";
        if (step != NoticeStep.Accepted)
            return did;
        oracle.Accept(paper, Today);
        if (random.Next(4) > 0)
            return did;
        clock.Advance(TimeSpan.FromMinutes(1));
        var back = await Desk(bot).MoveAsync(by, notice.Id.ToString(), result.Notice!.Version, NoticeStep.TakenBack, null, default);
        Assert.Null(back.Refusal);
        oracle.TakeBack(paper.Id);
        return $"{did} and taken back";
    }

    private static async Task<List<RegisterOracle.Life>> StoredAsync(BotHost bot, string url)
    {
        await using var database = await bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContextAsync();
        var key = AccountKey.Of(url);
        var accounts = await database.Accounts.AsNoTracking().Where(account => account.UrlKey == key).ToListAsync();
        return
        [
            .. accounts
                .OrderBy(account => account.Id)
                .Select(account => new RegisterOracle.Life(account.StartedOn, account.EndedOn, account.Operator)),
        ];
    }

    /// <summary>Some months pass here. Timers do not, or every periodic job of the bot would run through all their minutes.</summary>
    private sealed class DaysApart : TimeProvider
    {
        private DateTimeOffset now = new(2026, 6, 1, 8, 0, 0, TimeSpan.FromHours(9));

        public override TimeZoneInfo LocalTimeZone { get; } =
            TimeZoneInfo.CreateCustomTimeZone("Japan", TimeSpan.FromHours(9), "Japan", "Japan");

        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

        public void Advance(TimeSpan by) => now += by;
    }

    private static NoticeDesk Desk(BotHost bot) => bot.Services.GetRequiredService<NoticeDesk>();

    private static Turn By(string person, Roles roles = Roles.None) =>
        new(new Person($"29:{person}", person, null, roles), new Conversation($"a:{person}", ConversationKind.Personal), "");
}
