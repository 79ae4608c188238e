using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Approvals;
using GuidelineBot.Cards;
using GuidelineBot.Insights;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Approvals;

/// <summary>投稿の承認: exactly these characters for exactly this account.</summary>
public sealed class PostApprovalTests
{
    private const string Text = "朝市を開きます。\n12月5日（土）10時から。";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_post_is_approved_as_it_was_seen_and_one_other_character_is_not(Server server)
    {
        var connection = await TestStorage.NewDatabaseAsync(server);
        await using var bot = await BotHost.StartAsync(settings: new() { [connection.Key] = connection.Value });
        var account = await AccountAsync(bot);
        await bot.SayAsync("ヘルプ", "tanaka", "a:tanaka");

        var check = (await bot.SayAsync($"投稿チェック\n{Text}", "mori", "a:mori")).Card();
        var form = (
            await bot.PressAsync(
                check,
                "承認を依頼する",
                new JsonObject
                {
                    ["text"] = Text,
                    ["service"] = "-",
                    ["kind"] = "post",
                },
                "mori"
            )
        ).Card();
        Assert.Equal(Text, form.Input("text")["value"]!.ToString());
        var asked = await AskAsync(bot, account, "tanaka");
        Assert.Contains("承認を依頼しました。", asked.Words(), StringComparison.Ordinal);
        Assert.Contains("おかやま朝市（Instagram）", asked.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("この文を承認する", asked.Titles());

        PostApproval approval;
        await using (var database = bot.Open())
        {
            approval = await database.PostApprovals.AsNoTracking().SingleAsync();
            Assert.Equal("a:tanaka", (await database.Outbox.SingleAsync(message => message.Topic == ApprovalDesk.Asked)).Recipient);
        }
        Assert.Contains(
            "決められるのは、承認を頼まれた方だけです。",
            (await DecideAsync(bot, ApprovalCard.ApproveVerb, approval, approval.Seal, "mori")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ご覧になった文と違うため、決められません。",
            (await DecideAsync(bot, ApprovalCard.ApproveVerb, approval, PostApproval.SealOf($"{Text}！", approval.AccountId), "tanaka"))
                .Card()
                .Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "見つかりません",
            (await DecideAsync(bot, ApprovalCard.ApproveVerb, approval, approval.Seal, "stranger"))["value"]!.ToString(),
            StringComparison.Ordinal
        );
        var approved = (await DecideAsync(bot, ApprovalCard.ApproveVerb, approval, approval.Seal, "tanaka")).Card();
        Assert.Contains("承認しました。", approved.Words(), StringComparison.Ordinal);
        await using (var database = bot.Open())
        {
            Assert.Equal(ApprovalState.Approved, (await database.PostApprovals.SingleAsync()).State);
            Assert.Equal(1, await database.Outbox.CountAsync(message => message.Topic == ApprovalDesk.Decided));
        }

        Assert.Contains(
            "承認された文と同じです。",
            await CompareAsync(bot, approval, Text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "承認された文と違います（4文字目から）。この文は承認されていません。",
            await CompareAsync(bot, approval, Text.Replace("開き", "ひらき", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        var month = new DateOnly(approval.AskedAt.AddHours(9).Year, approval.AskedAt.AddHours(9).Month, 1);
        Assert.Contains(
            await bot.Services.GetRequiredService<InsightsReport>().OfAsync(month, default),
            row => row is { Part: "投稿の承認", What: "承認", Count: 1 }
        );
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_a_decision_stands()
    {
        await using var bot = await BotHost.StartAsync();
        var account = await AccountAsync(bot);
        await bot.SayAsync("ヘルプ", "tanaka", "a:tanaka");
        Assert.Contains(
            "緊急のため、所属で口頭の確認をとって投稿してください。",
            (await AskAsync(bot, account, "tanaka", ApprovalCard.UrgentPath)).Words(),
            StringComparison.Ordinal
        );
        await using var database = bot.Open();
        var approval = await database.PostApprovals.AsNoTracking().SingleAsync();
        Assert.True(approval.IsUrgent);

        Assert.Contains(
            "差し戻す理由を書いてください。",
            (await DecideAsync(bot, ApprovalCard.ReturnVerb, approval, approval.Seal, "tanaka")).Card().Words(),
            StringComparison.Ordinal
        );
        var returned = (await DecideAsync(bot, ApprovalCard.ReturnVerb, approval, approval.Seal, "tanaka", "日付を確かめて")).Card();
        Assert.Contains("理由　日付を確かめて", returned.Words(), StringComparison.Ordinal);
        Assert.Contains(
            "この依頼は、もう決まっています。",
            (await DecideAsync(bot, ApprovalCard.ApproveVerb, approval, approval.Seal, "tanaka")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains("まだ承認されていません。", await CompareAsync(bot, approval, Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mori", "ご自分では承認できません。")]
    [InlineData("いない人", "ボットはまだ知りません。")]
    [InlineData("", "承認する方のお名前を書いてください。")]
    public async Task Who_cannot_approve_is_said_so(string name, string sentence)
    {
        await using var bot = await BotHost.StartAsync();
        var account = await AccountAsync(bot);
        await bot.SayAsync("ヘルプ", "mori", "a:mori");

        var form = await AskAsync(bot, account, name);

        Assert.Contains(sentence, form.Words(), StringComparison.Ordinal);
        Assert.Equal(Text, form.Input("text")["value"]!.ToString());
        await using var database = bot.Open();
        Assert.False(await database.PostApprovals.AnyAsync());
    }

    private static async Task<Guid> AccountAsync(BotHost bot)
    {
        await using var database = bot.Open();
        var account = new Account
        {
            Service = "Instagram",
            Name = "おかやま朝市",
            Url = "https://www.instagram.com/okayama_asaichi",
            UrlKey = "instagram.com/okayama_asaichi",
            Section = "観光課",
        };
        database.Accounts.Add(account);
        await database.SaveChangesAsync();
        return account.Id;
    }

    private static async Task<JsonNode> AskAsync(BotHost bot, Guid account, string approver, string path = ApprovalCard.UsualPath) =>
        (
            await bot.PressAsync(
                ApprovalCard.AskVerb,
                new JsonObject
                {
                    ["text"] = Text,
                    ["account"] = account.ToString(),
                    ["approver"] = approver,
                    ["path"] = path,
                },
                "mori",
                "a:mori"
            )
        ).Card();

    private static Task<JsonNode> DecideAsync(
        BotHost bot,
        string verb,
        PostApproval approval,
        string seal,
        string person,
        string reason = ""
    ) =>
        bot.PressAsync(
            verb,
            new JsonObject
            {
                ["approval"] = approval.Id.ToString(),
                ["seal"] = seal,
                ["reason"] = reason,
            },
            person,
            $"a:{person}"
        );

    private static async Task<string> CompareAsync(BotHost bot, PostApproval approval, string text) =>
        (
            await bot.PressAsync(
                ApprovalCard.CompareVerb,
                new JsonObject { ["approval"] = approval.Id.ToString(), ["text"] = text },
                "mori",
                "a:mori"
            )
        )
            .Card()
            .Words();
}
