using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Accounts;

public sealed class DutyWorkerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_person_is_reminded_when_it_is_due_and_every_week_until_it_is_done(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        await bench.OpenAsync();
        await bench.KnowAsync("group", null, takesNotices: true);
        await bench.KnowAsync("chat", "yamada");
        var duty = Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword));

        await RemindAtAsync(bench, duty.DueAt.AddSeconds(-1));
        Assert.Empty(await bench.OutboxAsync());

        await RemindAtAsync(bench, duty.DueAt);
        await RemindAtAsync(bench, duty.DueAt.AddDays(6));
        var message = Assert.Single(await bench.OutboxAsync());
        Assert.Equal(
            ($"duty.password:{duty.Id:N}:20260928:Teams:chat", OutboxChannel.Teams, "chat", "duty.password", OutboxStatus.Waiting),
            (message.Key, message.Channel, message.Recipient, message.Topic, message.Status)
        );
        Assert.Equal(duty.Id.ToString(), message.About["duty"]);
        Assert.Equal(duty.DueAt, message.DueAt);

        // A look a moment early counts, so that the hour of the day stays.
        await RemindAtAsync(bench, duty.DueAt.AddDays(7).AddSeconds(-5));
        Assert.Equal(
            [$"duty.password:{duty.Id:N}:20260928:Teams:chat", $"duty.password:{duty.Id:N}:20261005:Teams:chat"],
            (await bench.OutboxAsync()).Select(sent => sent.Key)
        );

        await using (var database = bench.Storage.Open())
            await database.Duties.ExecuteUpdateAsync(set =>
                set.SetProperty(known => known.DoneAt, (DateTimeOffset?)bench.Storage.Clock.GetUtcNow())
            );
        await RemindAtAsync(bench, duty.DueAt.AddDays(30));
        Assert.Equal(2, (await bench.OutboxAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Several_instances_remind_once(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        for (var i = 0; i < 5; i++)
            await bench.OpenAsync(new(RegisterBench.StartFields) { ["url"] = $"https://x.com/okayama_{i}" });
        await bench.KnowAsync("chat", "yamada");
        bench.Storage.Clock.Advance(TimeSpan.FromDays(200));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.Worker.LookAsync(default))));

        Assert.Equal(5, (await bench.OutboxAsync()).Count);
    }

    [Fact]
    public async Task What_concerns_no_person_goes_to_every_conversation_of_the_public_relations_section()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        await bench.OpenAsync();
        await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-03-31" });
        await bench.KnowAsync("a", null, takesNotices: true);
        await bench.KnowAsync("b", "reviewer", takesNotices: true);
        await bench.KnowAsync("closed", null, takesNotices: true, isClosed: true);
        await bench.KnowAsync("chat", "yamada");

        await bench.Worker.LookAsync(default);

        var list = Assert.Single(await bench.DutiesAsync(DutyKind.TakeOffList));
        var outbox = await bench.OutboxAsync();
        Assert.Equal(
            [("a", $"duty.list:{list.Id:N}:20260401:Teams:a"), ("b", $"duty.list:{list.Id:N}:20260401:Teams:b")],
            outbox.Where(message => message.Topic == "duty.list").Select(message => (message.Recipient, message.Key))
        );
        Assert.Equal("chat", Assert.Single(outbox, message => message.Topic == "duty.unblock-end").Recipient);
    }

    [Fact]
    public async Task A_person_without_a_chat_is_told_through_the_public_relations_section()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        await bench.OpenAsync();
        await bench.KnowAsync("gone", "yamada", isClosed: true);
        bench.Storage.Clock.Advance(TimeSpan.FromDays(200));

        await bench.Worker.LookAsync(default);
        Assert.Empty(await bench.OutboxAsync());
        Assert.Null(Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword)).RemindedAt);

        await bench.KnowAsync("group", null, takesNotices: true);
        await bench.Worker.LookAsync(default);
        Assert.Equal("group", Assert.Single(await bench.OutboxAsync()).Recipient);
    }

    [Fact]
    public async Task The_worker_looks_after_the_start_and_then_hourly()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        await bench.OpenAsync();
        await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-03-31" });
        using var worker = bench.Worker;
        await worker.StartAsync(default);

        await bench.KnowAsync("chat", "yamada");
        await UntilAsync(bench, TimeSpan.FromMinutes(1), 1);
        await bench.KnowAsync("group", null, takesNotices: true);
        await UntilAsync(bench, TimeSpan.FromHours(1), 2);

        await worker.StopAsync(default);
    }

    [Theory]
    [InlineData(nameof(DutyKind.ChangePassword), "4-5", "変更しました")]
    [InlineData(nameof(DutyKind.EndUnblocking), "6-1-イ", "届け出ました")]
    [InlineData(nameof(DutyKind.TakeOffList), "4-2", "一覧から外しました")]
    public async Task A_reminder_quotes_its_clause_word_for_word(string name, string clause, string button)
    {
        var kind = Enum.Parse<DutyKind>(name);
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        await bench.OpenAsync();
        if (kind != DutyKind.ChangePassword)
            await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-03-31" });
        await bench.KnowAsync("chat", "yamada", takesNotices: true);
        bench.Storage.Clock.Advance(TimeSpan.FromDays(200));
        await bench.Worker.LookAsync(default);
        var topic = GuidelineBot.Accounts.DutyComposer.TopicOf(kind);
        var message = Assert.Single(await bench.OutboxAsync(), sent => sent.Topic == topic);

        var composed = (await bench.Composer.TeamsAsync(message, default))!;

        Assert.Contains(topic, bench.Composer.Topics);
        var json = System.Text.Json.Nodes.JsonNode.Parse(composed.Card.ToJson())!;
        Assert.Contains(
            RegisterBench
                .Knowledge.Current.Find(GuidelineBot.Knowledge.ClauseId.Parse(clause))!
                .Text.Split('\n')[0]
                .Trim()
                .TrimStart('-')
                .Trim(),
            json.Words(),
            StringComparison.Ordinal
        );
        Assert.Contains("岡山市観光課", json.Words(), StringComparison.Ordinal);
        Assert.Equal(DutyCard.DoneVerb, json.Button(button)["verb"]!.ToString());
        Assert.Contains("岡山市観光課", composed.Summary, StringComparison.Ordinal);
        Assert.Null(await bench.Composer.MailAsync(message, default));
    }

    [Fact]
    public async Task What_was_done_or_is_gone_is_not_told()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        await bench.OpenAsync();
        var duty = Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword));
        Assert.NotNull(await bench.Composer.TeamsAsync(About(duty.Id.ToString()), default));

        await using (var database = bench.Storage.Open())
            await database.Duties.ExecuteUpdateAsync(set =>
                set.SetProperty(known => known.DoneAt, (DateTimeOffset?)bench.Storage.Clock.GetUtcNow())
            );

        Assert.Null(await bench.Composer.TeamsAsync(About(duty.Id.ToString()), default));
        Assert.Null(await bench.Composer.TeamsAsync(About(Guid.Empty.ToString()), default));
        Assert.Null(await bench.Composer.TeamsAsync(About("?"), default));
    }

    private static OutboxMessage About(string duty) =>
        new()
        {
            Key = "k",
            Channel = OutboxChannel.Teams,
            Recipient = "chat",
            Topic = "duty.password",
            About = { ["duty"] = duty },
            CreatedAt = default,
            DueAt = default,
        };

    private static Task RemindAtAsync(RegisterBench bench, DateTimeOffset at)
    {
        bench.Storage.Clock.SetUtcNow(at);
        return bench.Worker.LookAsync(default);
    }

    private static async Task UntilAsync(RegisterBench bench, TimeSpan step, int messages)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await bench.OutboxAsync()).Count != messages)
        {
            // Again and again, because the worker may not have begun to wait when the time passes.
            bench.Storage.Clock.Advance(step);
            await Task.Delay(20, limit.Token);
        }
    }
}
