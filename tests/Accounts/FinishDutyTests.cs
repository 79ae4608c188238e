using System.Text.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Tests.Accounts;

public sealed class FinishDutyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_password_is_noted_once_and_the_next_change_planned(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        var id = (await bench.OpenAsync()).Id;
        bench.Storage.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 1, 3, 0, 0, TimeSpan.Zero));
        var duty = Assert.Single(await bench.DutiesAsync(DutyKind.ChangePassword));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => PressAsync(bench, duty.Id, RegisterBench.Person("yamada"))))
        );

        Assert.Single(
            answers,
            words =>
                words.Contains("パスワードの変更を記録しました。次の目安は令和9年3月30日です（実務の目安）。", StringComparison.Ordinal)
        );
        Assert.Equal(3, answers.Count(words => words.Contains("すでに済んでいます（令和8年10月1日）。", StringComparison.Ordinal)));
        var account = await bench.ReadAsync(id);
        Assert.Equal(new DateOnly(2026, 10, 1), account.PasswordChangedOn);
        Assert.Single(account.Events, happened => RegisterBench.Said(happened) == "パスワードを変更" && happened.ByName == "yamadaの名");
        var duties = await bench.DutiesAsync(DutyKind.ChangePassword);
        Assert.Equal([(true, "yamada"), (false, "yamada")], duties.Select(known => (known.DoneAt is not null, known.PersonId!)));
        Assert.Equal(new DateTimeOffset(2027, 3, 30, 9, 0, 0, TimeSpan.Zero), duties[1].DueAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_person_concerned_and_reviewers_may_press(Server server)
    {
        await using var bench = await RegisterBench.StartAsync(server);
        await bench.OpenAsync();
        await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-03-31" });
        var unblock = Assert.Single(await bench.DutiesAsync(DutyKind.EndUnblocking));
        var list = Assert.Single(await bench.DutiesAsync(DutyKind.TakeOffList));

        foreach (
            var (duty, person) in new[]
            {
                (unblock, RegisterBench.Person("sato")),
                (list, RegisterBench.Person("yamada")),
                (list, RegisterBench.Person("net", Roles.NetworkAdministrator)),
            }
        )
            Assert.Equal("このボタンは、お知らせの宛先の方と広報広聴課の担当者だけが押せます。", await PressAsync(bench, duty.Id, person));
        Assert.All(
            [.. await bench.DutiesAsync(DutyKind.EndUnblocking), .. await bench.DutiesAsync(DutyKind.TakeOffList)],
            duty => Assert.Null(duty.DoneAt)
        );

        Assert.Contains(
            "閲覧解除廃止届の提出を記録しました。",
            await PressAsync(bench, unblock.Id, RegisterBench.Person("reviewer", Roles.Reviewer)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "一覧から外したことを記録しました。",
            await PressAsync(bench, list.Id, RegisterBench.Person("reviewer", Roles.Reviewer)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Taken_off_the_list_it_is_no_longer_listed()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);
        var id = (await bench.OpenAsync()).Id;
        await bench.Edits.MarkListedAsync("", id, true, new("29:koho", "広報"), default);
        await bench.EndAsync(new() { ["url"] = RegisterBench.Url, ["endDate"] = "2026-03-31" });

        await PressAsync(
            bench,
            Assert.Single(await bench.DutiesAsync(DutyKind.TakeOffList)).Id,
            RegisterBench.Person("reviewer", Roles.Reviewer)
        );

        Assert.False((await bench.ReadAsync(id)).IsListed);
    }

    [Fact]
    public async Task A_duty_that_is_not_there_gets_a_sentence()
    {
        await using var bench = await RegisterBench.StartAsync(Server.Sqlite);

        Assert.Contains(
            "このアカウントは台帳にありません。",
            await PressAsync(bench, Guid.NewGuid(), RegisterBench.Person("yamada", Roles.All)),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> PressAsync(RegisterBench bench, Guid duty, Person person)
    {
        var data = JsonSerializer.SerializeToElement(new { duty });
        var turn = new Turn(person, new Conversation("chat", ConversationKind.Personal), "", new Pressed(DutyCard.DoneVerb, "", data));
        return await bench.FinishDuty.HandleAsync(turn, default) switch
        {
            Reply.Say say => say.Text,
            Reply.Update update => JsonNode.Parse(update.Card.ToJson())!.Words(),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
