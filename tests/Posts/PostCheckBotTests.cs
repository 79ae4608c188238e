using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Posts;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Posts;

/// <summary>A post is looked over in the chat.</summary>
public sealed class PostCheckBotTests(AskingBot asking) : IClassFixture<AskingBot>
{
    private readonly BotHost bot = asking.Bot;

    [Fact]
    public async Task The_command_brings_a_form_and_the_form_what_was_found()
    {
        var form = (await bot.SayAsync("投稿チェック")).Card();
        Assert.Equal(["確認する", "保存した投稿"], form.Titles());

        var found = (
            await bot.PressAsync(
                form,
                "確認する",
                new JsonObject
                {
                    ["text"] = "詳しくは bit.ly/3abc へ ㈱花屋",
                    ["service"] = "X",
                    ["kind"] = "post",
                }
            )
        ).Card();

        Assert.Contains("確認してください 1件、ヒント 1件。", found.Words(), StringComparison.Ordinal);
        Assert.Contains("確認してください：短縮URL　「bit.ly/3abc」", found.Words(), StringComparison.Ordinal);
        Assert.Contains(
            "URL短縮サービスは、他の利用者に不安を与える恐れがあることに留意しなければならない。",
            found.Words(),
            StringComparison.Ordinal
        );
        Assert.Equal("詳しくは bit.ly/3abc へ ㈱花屋", found.Input("text")["value"]!.ToString());
        Assert.Equal("X", found.Input("service")["value"]!.ToString());
        Assert.Equal(["根拠の条文を読む", "もう一度確認", "直せるところを直す", "承認を依頼する", "保存する"], found.Titles());
    }

    [Theory]
    [InlineData("この投稿で問題ないか見て\n大雨です。もう安全ですのでご安心ください。", "大雨です。もう安全ですのでご安心ください。", "-")]
    [InlineData("投稿チェック\nbit.ly/abc で配布中", "bit.ly/abc で配布中", "-")]
    [InlineData("インスタの文案を確認してください「外人さんも大歓迎のパーティーです」", "外人さんも大歓迎のパーティーです", "Instagram")]
    [InlineData("次の投稿案をチェックして：明日の花火は雨でも絶対に中止しません", "明日の花火は雨でも絶対に中止しません", "-")]
    [InlineData("投稿チェック 夏まつりです🎆🎆🎆🎆\n駐車場はありません。", "夏まつりです🎆🎆🎆🎆\n駐車場はありません。", "-")]
    [InlineData("投稿チェック:雨天中止", "雨天中止", "-")]
    [InlineData("投稿チェック「晴れました」", "晴れました", "-")]
    [InlineData("投稿チェック、明日の朝市は中止です", "明日の朝市は中止です", "-")]
    [InlineData("Xの投稿チェック：明日は断水です", "明日は断水です", "X")]
    [InlineData("投稿チェック（LINE用） 明日は断水です。水をためてください。", "明日は断水です。水をためてください。", "LINE")]
    [InlineData("投稿チェックお願いします\n\n「朝市」を開きます。\nぜひどうぞ", "「朝市」を開きます。\nぜひどうぞ", "-")]
    [InlineData("投稿チェック 会場は「ももホール」です。", "会場は「ももホール」です。", "-")]
    [InlineData("この文章で投稿しても大丈夫ですか？『朝市は中止です』", "朝市は中止です", "-")]
    [InlineData("以下の文面で問題ないか確認をお願いします。\n> 朝市は中止です\n> 担当課まで", "朝市は中止です\n担当課まで", "-")]
    [InlineData("投稿文のチェックをお願いします。\n----\n朝市は中止です\n----\nよろしくお願いします。", "朝市は中止です", "-")]
    [InlineData("朝市は中止です。問い合わせは公園課まで。\n\n↑これ投稿して大丈夫？", "朝市は中止です。問い合わせは公園課まで。", "-")]
    [InlineData("投稿チェックお願いします！ 「桃の季節です🍑\n毎日おいしい」", "桃の季節です🍑\n毎日おいしい", "-")]
    public async Task A_post_in_the_message_is_looked_over_at_once(string message, string draft, string service)
    {
        var card = (await bot.SayAsync(message)).Card();

        Assert.Equal(draft, card.Input("text")["value"]!.ToString());
        Assert.Equal(service, card.Input("service")["value"]!.ToString());
        Assert.Contains("もう一度確認", card.Titles());
    }

    [Theory]
    [InlineData("投稿チェック")]
    [InlineData("投稿チェック お願いします")]
    [InlineData("投稿チェックをよろしくお願いします。")]
    [InlineData("下書きチェックお願い")]
    public async Task A_request_without_a_post_brings_the_form(string message) =>
        Assert.Equal(["確認する", "保存した投稿"], (await bot.SayAsync(message)).Card().Titles());

    [Fact]
    public async Task A_quoted_message_is_the_post()
    {
        var activity = bot.Message("これ投稿チェックして", "yamamoto", "a:yamamoto");
        activity["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "messageReference",
                ["content"] = new JsonObject { ["messageId"] = "1", ["messagePreview"] = "朝市です。連絡は090-1234-5678へ" },
            }
        );

        (await bot.PostAsync(activity)).EnsureSuccessStatusCode();
        var card = bot.Teams.Messages.First(message => message["replyToId"]?.ToString() == activity["id"]!.ToString()).Card();

        Assert.Equal("朝市です。連絡は090-1234-5678へ", card.Input("text")["value"]!.ToString());
        Assert.Contains("個人の電話番号", card.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_post_is_told_what_was_put_right_and_what_is_left()
    {
        await bot.SayAsync("投稿チェック\n外人も歓迎です。090-1234-5678と bit.ly/abc へ", "mori", "a:mori");

        var again = (await bot.SayAsync("直しました。これでどうですか\n外国人も歓迎です。bit.ly/abc へ。㈱花屋", "mori", "a:mori")).Card();

        Assert.Contains("直ったところ：差別的な表現のおそれ、個人の電話番号。", again.Words(), StringComparison.Ordinal);
        Assert.Contains("残っているところ：1件。新しく見つかったところ：機種依存文字。", again.Words(), StringComparison.Ordinal);

        var last = (
            await bot.PressAsync(
                again,
                "もう一度確認",
                new JsonObject
                {
                    ["text"] = "外国人も歓迎です",
                    ["service"] = "-",
                    ["kind"] = "post",
                },
                "mori"
            )
        ).Card();
        Assert.Contains("前に見つかったところは残っていません。", last.Words(), StringComparison.Ordinal);

        var other = (await bot.SayAsync("投稿チェック\n花まつりです。bit.ly/abc へ", "mori", "a:mori")).Card();
        Assert.DoesNotContain("直ったところ", other.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_mechanical_is_mended_by_a_press()
    {
        var mended = (await PressAsync(PostCheckCard.MendVerb, "㈱花屋 090-1234-5678")).Card();

        Assert.Equal("(株)花屋 090-1234-5678", mended.Input("text")["value"]!.ToString());
        Assert.Contains("直せるところを直しました。", mended.Words(), StringComparison.Ordinal);
        Assert.Contains("個人の電話番号", mended.Words(), StringComparison.Ordinal);
        Assert.Contains("直ったところ：機種依存文字。残っているところ：1件。", mended.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("ヒント：機種依存文字", mended.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("   ", "投稿の文が空です。")]
    [InlineData(null, "投稿の文が空です。")]
    public async Task Nothing_to_check_is_said_so(string? text, string sentence) =>
        Assert.Contains(sentence, (await PressAsync(PostCheckCard.CheckVerb, text)).Card().Words(), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_too_long_is_kept_as_far_as_the_form_holds_it()
    {
        var card = (await PressAsync(PostCheckCard.CheckVerb, new string('花', 2501))).Card();

        Assert.Contains("投稿の文が2501文字あります。2500文字以内に分けて確認してください。", card.Words(), StringComparison.Ordinal);
        Assert.Equal(2500, card.Input("text")["value"]!.ToString().Length);
    }

    [Fact]
    public async Task Nothing_of_a_post_stays_behind_unless_its_writer_asks()
    {
        const string marked = "ひみつの花まつり090-9999-0000です";
        await bot.SayAsync($"投稿チェック\n{marked}");
        await PressAsync(PostCheckCard.CheckVerb, marked);
        await PressAsync(PostCheckCard.MendVerb, marked);

        await using var database = asking.Open();
        foreach (var table in database.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
        {
            var connection = database.Database.GetDbConnection();
            await database.Database.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var column = 0; column < rows.FieldCount; column++)
                    Assert.DoesNotContain("ひみつの花まつり", rows.GetValue(column).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kept_post_is_there_for_its_writer_alone_until_it_is_removed()
    {
        const string text = "来月の花まつりの告知です";
        await PressAsync(PostCheckCard.KeepVerb, text);
        var again = (await PressAsync(PostCheckCard.KeepVerb, text)).Card();
        Assert.Contains("保存しました。", again.Words(), StringComparison.Ordinal);
        await using var database = asking.Open();
        var post = await database.KeptPosts.SingleAsync(kept => kept.Text == text);

        Assert.Contains(text, (await bot.SayAsync("保存した投稿", "sato", "a:sato")).Card().Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(text, (await bot.SayAsync("保存した投稿", "tanaka", "a:tanaka")).Card().Words(), StringComparison.Ordinal);
        var foreign = await bot.PressAsync(KeptPostsCard.OpenVerb, new JsonObject { ["post"] = post.Id.ToString() }, "tanaka", "a:tanaka");
        Assert.Equal("この投稿はもうありません。", foreign["value"]!.ToString());
        await bot.PressAsync(KeptPostsCard.RemoveVerb, new JsonObject { ["post"] = post.Id.ToString() }, "tanaka", "a:tanaka");
        var own = (await bot.PressAsync(KeptPostsCard.OpenVerb, new JsonObject { ["post"] = post.Id.ToString() }, "sato", "a:sato")).Card();
        Assert.Equal(text, own.Input("text")["value"]!.ToString());

        var left = (
            await bot.PressAsync(KeptPostsCard.RemoveVerb, new JsonObject { ["post"] = post.Id.ToString() }, "sato", "a:sato")
        ).Card();
        Assert.DoesNotContain(text, left.Words(), StringComparison.Ordinal);
        Assert.False(await database.KeptPosts.AnyAsync(kept => kept.Text == text));
    }

    private Task<JsonNode> PressAsync(string verb, string? text) =>
        IncidentBot.PressAsync(
            bot,
            verb,
            text is null
                ? []
                : new JsonObject
                {
                    ["text"] = text,
                    ["service"] = "",
                    ["kind"] = "post",
                },
            "sato",
            "a:sato"
        );
}
