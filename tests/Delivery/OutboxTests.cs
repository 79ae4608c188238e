using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace GuidelineBot.Tests.Delivery;

/// <summary>What becomes of the outbox's rows.</summary>
public sealed class OutboxTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9)));
    private readonly ScriptedChannel channel = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_instances_send_each_row_once(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var one = await StartAsync(connection);
        await using var other = await StartAsync(connection);
        await one.Services.AddMailsAsync([.. Enumerable.Range(0, 40).Select(place => $"row{place}")]);

        await Task.WhenAll(new[] { one, other, one, other }.Select(bot => Task.Run(() => bot.Services.DrainAsync())));

        Assert.Equal(Enumerable.Range(0, 40).Select(place => $"row{place}").Order(), channel.Sent.Order());
        await using var database = one.Services.OpenDatabase();
        Assert.Equal(40, await database.Outbox.CountAsync(message => message.Status == OutboxStatus.Sent && message.ChannelId != null));
    }

    [Fact]
    public async Task A_fault_that_may_pass_is_tried_again_later_and_later()
    {
        await using var bot = await StartAsync();
        await bot.Services.AddMailsAsync("row");
        channel.Fault = new IOException("接続が切れました");

        await bot.Services.DrainAsync();
        Assert.Equal((OutboxStatus.Waiting, 1, "接続が切れました"), await StateAsync(bot));
        await bot.Services.DrainAsync();
        Assert.Equal(1, channel.Attempts);

        clock.Advance(TimeSpan.FromMinutes(1));
        channel.Fault = null;
        await bot.Services.DrainAsync();
        Assert.Equal((OutboxStatus.Sent, 2, null), await StateAsync(bot));
    }

    [Fact]
    public async Task After_the_last_attempt_it_waits_for_an_administrator_who_sends_it_again()
    {
        await using var bot = await StartAsync();
        await bot.Services.AddMailsAsync("row");
        channel.Fault = new IOException("接続が切れました");
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await bot.Services.DrainAsync();
            clock.Advance(TimeSpan.FromDays(1));
        }
        Assert.Equal((OutboxStatus.Dead, 10, "接続が切れました"), await StateAsync(bot));

        channel.Fault = null;
        Assert.Contains("管理者だけ", (await bot.SayAsync("配信状況", "suzuki"))["text"]!.ToString(), StringComparison.Ordinal);
        var card = (await bot.SayAsync("配信状況")).Card();
        Assert.Contains("接続が切れました", card.Words(), StringComparison.Ordinal);
        Assert.Contains(
            "管理者だけ",
            (await bot.PressAsync(card, "再送", person: "suzuki"))["value"]!.ToString(),
            StringComparison.Ordinal
        );
        await bot.PressAsync(card, "再送");
        await bot.Services.DrainAsync();
        Assert.Equal(OutboxStatus.Sent, (await StateAsync(bot)).Status);
    }

    [Fact]
    public async Task What_can_never_arrive_is_given_up_at_once()
    {
        await using var bot = await StartAsync();
        await bot.Services.AddMailsAsync("row");
        channel.Fault = new UndeliverableException("宛先がありません");

        await bot.Services.DrainAsync();

        Assert.Equal((OutboxStatus.Dead, 1, "宛先がありません"), await StateAsync(bot));
    }

    [Fact]
    public async Task A_row_whose_instance_died_is_taken_up_when_its_lease_ends()
    {
        await using var bot = await StartAsync();
        await bot.Services.AddMailsAsync("row");
        await using (var database = bot.Services.OpenDatabase())
            await database.Outbox.ExecuteUpdateAsync(message =>
                message.SetProperty(found => found.LeasedUntil, clock.GetUtcNow() + DeliveryWorker.Lease)
            );

        await bot.Services.DrainAsync();
        Assert.Empty(channel.Sent);
        clock.Advance(DeliveryWorker.Lease + TimeSpan.FromSeconds(1));
        await bot.Services.DrainAsync();

        Assert.Equal(["row"], channel.Sent);
    }

    [Fact]
    public async Task A_row_leased_by_an_instance_whose_clock_is_ahead_is_left_to_it()
    {
        await using var bot = await StartAsync();
        await bot.Services.AddMailsAsync("row");
        await using (var database = bot.Services.OpenDatabase())
            await database.Outbox.ExecuteUpdateAsync(message =>
                message.SetProperty(found => found.LeasedUntil, clock.GetUtcNow() + DeliveryWorker.Lease + TimeSpan.FromSeconds(30))
            );

        await bot.Services.DrainAsync();

        Assert.Empty(channel.Sent);
    }

    [Fact]
    public async Task Without_a_server_a_mail_is_a_file_with_the_paper_in_it()
    {
        var pickup = TestFolder.New();
        await using var bot = await BotHost.StartAsync(
            settings: new()
            {
                ["Mail:Pickup"] = pickup,
                ["Recipients:PublicRelations:0"] = "koho@example.jp",
                ["Recipients:NetworkAdministrator:0"] = "network@example.jp",
            },
            services: BotHost.WithoutJobs
        );
        await Notices.Filed.EndAsync(bot, "sato");
        await bot.Services.DrainAsync();

        var mails = Directory.GetFiles(pickup, "*.eml").Select(file => MimeMessage.Load(file)).OrderBy(mail => mail.To.ToString()).ToList();
        Assert.Equal(["koho@example.jp", "network@example.jp"], mails.Select(mail => mail.To.ToString()));
        Assert.Contains("第1号", mails[0].Subject, StringComparison.Ordinal);
        Assert.Contains("様式3　ソーシャルメディア利用終了届出書が提出されました。", mails[0].TextBody, StringComparison.Ordinal);
        Assert.Contains("写しを共有します（ガイドライン 6②エ）", mails[1].TextBody, StringComparison.Ordinal);
        var paper = Assert.IsType<MimePart>(Assert.Single(mails[0].Attachments), exactMatch: false);
        Assert.Matches("^終了届_令和[0-9]+年度_終了_第1号\\.docx$", paper.FileName);
        foreach (var mail in mails)
            mail.Dispose();
    }

    [Fact]
    public async Task A_chosen_chat_is_told_of_notices_and_the_submitter_of_what_becomes_of_them()
    {
        await using var bot = await BotHost.StartAsync(services: BotHost.WithoutJobs);
        Assert.Contains(
            "このチャットにお知らせします",
            (await bot.SayAsync("ここに届ける", conversation: "19:koho"))["text"]!.ToString(),
            StringComparison.Ordinal
        );
        await Notices.Filed.EndAsync(bot, "sato", "a:sato");
        await bot.Services.DrainAsync();

        var told = bot
            .Teams.Calls.Last(call =>
                call.Path.Contains("19:koho", StringComparison.Ordinal)
                || call.Path.Contains("19%3Akoho", StringComparison.OrdinalIgnoreCase)
            )
            .Body!;
        Assert.Contains("提出", told.Card().Words(), StringComparison.Ordinal);
        await bot.PressAsync((await bot.PressAsync(told.Card(), "受理する")).Card(), "受理する");
        await bot.Services.DrainAsync();

        Assert.Contains("「受理」の連絡です", bot.Teams.Messages[^1].Card().Words(), StringComparison.Ordinal);
    }

    private Task<BotHost> StartAsync() => StartAsync(("", ""));

    private Task<BotHost> StartAsync((string Key, string Value) connection) =>
        BotHost.StartAsync(
            settings: connection.Key.Length == 0 ? [] : new() { [connection.Key] = connection.Value },
            services: services =>
            {
                BotHost.WithoutJobs(services);
                services
                    .RemoveAll<IDeliveryChannel>()
                    .AddSingleton<IDeliveryChannel>(channel)
                    .AddSingleton<IComposer, TestComposer>()
                    .AddSingleton<TimeProvider>(clock);
            }
        );

    private static async Task<(OutboxStatus Status, int Attempts, string? Error)> StateAsync(BotHost bot)
    {
        var message = Assert.Single(await bot.Services.OutboxAsync());
        return (message.Status, message.Attempts, message.LastError);
    }

    private sealed class ScriptedChannel : IDeliveryChannel
    {
        private readonly Lock gate = new();

        public OutboxChannel Kind => OutboxChannel.Mail;

        public List<string> Sent { get; } = [];

        public int Attempts { get; private set; }

        public Exception? Fault { get; set; }

        public Task<string?> SendAsync(OutboxMessage message, IComposer composer, CancellationToken cancellationToken)
        {
            lock (gate)
            {
                Attempts++;
                if (Fault is not null)
                    throw Fault;
                Sent.Add(message.Recipient);
            }
            return Task.FromResult<string?>($"sent-{message.Recipient}");
        }
    }
}
