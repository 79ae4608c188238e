using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Architecture;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Tests.Accounts;

/// <summary>The register on a database of its own; the clock stands at 2026-04-01 00:00 UTC.</summary>
internal sealed class RegisterBench(TestStorage storage, int passwordDays = 180) : IAsyncDisposable
{
    public const string Url = "https://x.com/okayama_kanko";

    private static readonly Lazy<LiveKnowledge> Shared = new(() => new LiveKnowledge(Path.Combine(Sources.Root, "knowledge")));
    private int numbers;

    public TestStorage Storage => storage;

    public static LiveKnowledge Knowledge => Shared.Value;

    public static string Said(AccountEvent happened) => AccountWords.Of(happened, Knowledge.Current.Offices);

    public AccountFinder Finder => new(Knowledge, storage.Clock);

    public AccountDuties Duties => new(Options.Create(new AccountsOptions { PasswordDays = passwordDays }), storage.Clock);

    public AccountRegister Register => new(Finder, Duties, Knowledge, storage.Clock);

    public AccountEdits Edits => new(storage.Get<IDbContextFactory<Database>>(), Duties, storage.Changes, [], storage.Clock);

    public DutyWorker Worker =>
        new(storage.Get<IDbContextFactory<Database>>(), storage.Changes, storage.Clock, NullLogger<DutyWorker>.Instance);

    /// <summary>The clock is set to the morning of this day, and what was announced for it counts.</summary>
    public async Task BeginAsync(DateOnly day)
    {
        storage.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(0, 1), TimeSpan.Zero));
        var clock = new AccountClock(
            storage.Get<IDbContextFactory<Database>>(),
            Register,
            Finder,
            storage.Changes,
            storage.Clock,
            NullLogger<AccountClock>.Instance
        );
        await clock.LookAsync(default);
    }

    public DutyComposer Composer => new(storage.Get<IDbContextFactory<Database>>(), new DutyCards(Knowledge, storage.Clock));

    public FinishDuty FinishDuty => new(Duties, Finder, new DutyCards(Knowledge, storage.Clock), storage.Changes, []);

    public static async Task<RegisterBench> StartAsync(Server server, int passwordDays = 180) =>
        new(await TestStorage.StartAsync(server), passwordDays);

    public static Dictionary<string, string> StartFields =>
        new()
        {
            ["service"] = "X",
            ["accountName"] = "岡山市観光課",
            ["url"] = Url,
            ["section"] = "観光課",
            ["manager"] = "岡本 健",
            ["person"] = "山田 花子",
            ["purpose"] = "観光情報の発信",
            ["startDate"] = "2026-04-10",
            ["policyUrl"] = "https://www.city.okayama.jp/policy",
            ["termsUrl"] = "https://www.city.okayama.jp/terms",
        };

    public Task<Account> OpenAsync(Dictionary<string, string>? fields = null) =>
        AcceptAsync(NoticeKind.Start, fields ?? StartFields, (database, notice) => Register.OpenAsync(database, notice, default));

    public Task<Account> ChangeAsync(Dictionary<string, string> fields, string submitter = "suzuki", string submitterName = "鈴木 次郎") =>
        AcceptAsync(
            NoticeKind.Change,
            fields,
            (database, notice) => Register.ChangeAsync(database, notice, default),
            submitter,
            submitterName
        );

    public Task<Account> EndAsync(Dictionary<string, string> fields) =>
        AcceptAsync(NoticeKind.End, fields, (database, notice) => Register.EndAsync(database, notice, default));

    /// <summary>Accepts a notice as its reviewer's press does: notice and register in one transaction.</summary>
    public async Task<Account> AcceptAsync(
        NoticeKind kind,
        Dictionary<string, string> fields,
        Func<Database, AcceptedNotice, Task<Account>> accept,
        string submitter = "yamada",
        string submitterName = "山田 花子"
    )
    {
        await using var database = storage.Open();
        var notice = new Notice
        {
            Kind = kind,
            FiscalYear = 2026,
            Number = Interlocked.Increment(ref numbers),
            Status = NoticeStatus.Accepted,
            Submitter = new(submitter, submitterName),
            Conversation = $"chat-{submitter}",
            Fields = fields,
            SubmittedAt = storage.Clock.GetUtcNow(),
        };
        database.Notices.Add(notice);
        var account = await accept(
            database,
            new AcceptedNotice(notice.Id, $"令和8年度 第{notice.Number}号", notice.Submitter, new("29:koho", "広報"), fields)
        );
        await database.SaveChangesAsync();
        return account;
    }

    public async Task<Account> ReadAsync(Guid id)
    {
        await using var database = storage.Open();
        return await database.Accounts.AsNoTracking().Include(account => account.Events).SingleAsync(account => account.Id == id);
    }

    public async Task<List<Duty>> DutiesAsync(DutyKind kind)
    {
        await using var database = storage.Open();
        return await database.Duties.AsNoTracking().Where(duty => duty.Kind == kind).OrderBy(duty => duty.DueAt).ToListAsync();
    }

    public async Task<List<OutboxMessage>> OutboxAsync()
    {
        await using var database = storage.Open();
        return await database.Outbox.AsNoTracking().OrderBy(message => message.CreatedAt).ThenBy(message => message.Key).ToListAsync();
    }

    /// <summary>A chat that the bot knows.</summary>
    public async Task KnowAsync(string id, string? person, bool takesNotices = false, bool isClosed = false, string? name = null)
    {
        await using var database = storage.Open();
        database.KnownConversations.Add(
            new KnownConversation
            {
                Id = id,
                PersonId = person,
                Name = name,
                ServiceUrl = "https://smba.example/",
                Reference = "{}",
                TakesNotices = takesNotices,
                IsClosed = isClosed,
                SeenAt = storage.Clock.GetUtcNow(),
            }
        );
        await database.SaveChangesAsync();
    }

    public static Person Person(string id, Roles roles = Roles.None) => new(id, $"{id}の名", null, roles);

    public ValueTask DisposeAsync() => storage.DisposeAsync();
}
