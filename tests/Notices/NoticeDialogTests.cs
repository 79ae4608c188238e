using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Notices;

/// <summary>Filling in a notice by typing.</summary>
public sealed class NoticeDialogTests : IAsyncLifetime
{
    private BotHost bot = null!;
    private DialogTestClient client = null!;
    private Guid draft;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task One_answer_after_the_other_fills_in_the_notice()
    {
        await BeginAsync(NoticeKind.End, [], "service");

        Assert.StartsWith("アカウント名を教えてください。", await SayAsync("ふぇいすぶっく"), StringComparison.Ordinal);
        Assert.StartsWith("所属を教えてください。", await SayAsync("おかやま花だよりです"), StringComparison.Ordinal);
        Assert.StartsWith("利用担当者を教えてください。", await SayAsync("観光振興課"), StringComparison.Ordinal);
        Assert.StartsWith("利用終了日を教えてください。", await SayAsync("岡本健です"), StringComparison.Ordinal);
        Assert.Contains("提出する", await SayAsync("2099年3月31日"), StringComparison.Ordinal);

        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["accountName"] = "おかやま花だより",
                ["endDate"] = "2099-03-31",
                ["person"] = "岡本健",
                ["section"] = "観光振興課",
                ["service"] = "Facebook",
            },
            new SortedDictionary<string, string>(await FieldsAsync())
        );
    }

    [Fact]
    public async Task Several_facts_in_one_message_are_taken_at_once()
    {
        await BeginAsync(NoticeKind.End, [], "service");

        Assert.StartsWith(
            "アカウント名",
            (await SayAsync("観光課のインスタを2099年3月31日で終了、担当は岡本健です")).Split("\n\n")[^1],
            StringComparison.Ordinal
        );

        var fields = await FieldsAsync();
        Assert.Equal(
            ("Instagram", "観光課", "2099-03-31", "岡本健"),
            (fields["service"], fields["section"], fields["endDate"], fields["person"])
        );
    }

    [Fact]
    public async Task A_correction_changes_what_was_said_before()
    {
        await BeginAsync(NoticeKind.End, new() { ["service"] = "X", ["endDate"] = "2099-03-31" }, "accountName");

        Assert.Contains("令和81年3月15日", await SayAsync("やっぱり15日で"), StringComparison.Ordinal);

        Assert.Equal("2099-03-15", (await FieldsAsync())["endDate"]);
    }

    [Fact]
    public async Task Bad_input_gets_the_reason_and_loses_nothing()
    {
        await BeginAsync(
            NoticeKind.End,
            new()
            {
                ["service"] = "X",
                ["accountName"] = "おかやま花だより",
                ["section"] = "観光課",
                ["person"] = "岡本健",
            },
            "endDate"
        );

        Assert.Contains("暦にありません", await SayAsync("2099年2月30日"), StringComparison.Ordinal);
        Assert.Contains("提出する", await SayAsync("2099年2月28日"), StringComparison.Ordinal);
        Assert.Equal("おかやま花だより", (await FieldsAsync())["accountName"]);
    }

    [Fact]
    public async Task Every_field_says_why_it_is_asked_for()
    {
        await BeginAsync(NoticeKind.Start, [], "manager");

        var why = await SayAsync("なぜ必要？");

        Assert.Contains("4③", why, StringComparison.Ordinal);
        Assert.Contains("アカウント名、URL（※2）及びアカウント管理者名", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_can_go_back_leave_and_drop()
    {
        await BeginAsync(NoticeKind.End, new() { ["service"] = "X" }, "accountName");

        Assert.Contains("今は「X」です", await SayAsync("戻る"), StringComparison.Ordinal);
        Assert.Contains("下書きを削除しますか", await SayAsync("中止"), StringComparison.Ordinal);
        Assert.Contains("下書きに保存しました", await SayAsync("一時保存"), StringComparison.Ordinal);
        Assert.Equal(DialogTurnStatus.Complete, client.DialogTurnResult.Status);
        Assert.Equal("X", (await FieldsAsync())["service"]);
    }

    [Fact]
    public async Task A_question_in_between_is_left_to_be_answered_and_asked_again_after_that()
    {
        await BeginAsync(NoticeKind.End, new() { ["service"] = "X" }, "accountName");

        await client.SendActivityAsync<IMessageActivity>("終了届は誰に出すんですか？");

        Assert.Equal((DialogTurnStatus.Waiting, true), (client.DialogTurnResult.Status, client.DialogTurnResult.Result is Talks.Declined));
        Assert.DoesNotContain("accountName", (await FieldsAsync()).Keys);
    }

    [Fact]
    public async Task A_question_in_the_middle_is_answered_and_the_notice_goes_on()
    {
        var form = (await bot.SayAsync("月末でXをやめるので終了届を出したい", "sato")).Card();
        await bot.PressAsync(form, "ひとつずつ答える", person: "sato");
        Assert.StartsWith("アカウント名を教えてください", LastSaid(), StringComparison.Ordinal);

        var answer = await bot.SayAsync("終了届は誰に出すんですか？", "sato");
        Assert.Contains("6②ウ", answer["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("終了届の続きです", LastSaid(), StringComparison.Ordinal);

        Assert.StartsWith(
            "所属を教えてください",
            (await bot.SayAsync("おかやま花だより", "sato"))["text"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task In_a_group_somebody_elses_words_are_no_answer()
    {
        var form = (await bot.SayAsync("月末でXをやめるので終了届を出したい", "sato", "19:group")).Card();
        using var pressed = await bot.PostAsync(bot.Press(form.Button("ひとつずつ答える"), "sato", conversation: "19:group"));

        await bot.SayAsync("こんにちは", "suzuki", "19:group");

        await using var database = Open();
        Assert.DoesNotContain("accountName", (await database.NoticeDrafts.SingleAsync()).Fields.Keys);
    }

    [Fact]
    public async Task Facts_typed_beside_the_form_go_into_it()
    {
        await bot.SayAsync("月末でXをやめるので終了届を出したい", "sato");

        var form = (await bot.SayAsync("担当は藤原みのりです", "sato")).Card();

        Assert.Contains("利用担当者を「藤原みのり」にしました", form.Words(), StringComparison.Ordinal);
    }

    private async Task BeginAsync(NoticeKind kind, Dictionary<string, string> fields, string field)
    {
        var dialog = bot.Services.GetRequiredService<IEnumerable<Dialog>>().Single();
        var now = DateTimeOffset.UnixEpoch;
        await using (var database = Open())
        {
            var stored = new NoticeDraft
            {
                Kind = kind,
                Owner = new("user1", "岡本健"),
                Conversation = "a:1",
                Fields = fields,
                CreatedAt = now,
                UpdatedAt = now,
            };
            database.NoticeDrafts.Add(stored);
            await database.SaveChangesAsync();
            draft = stored.Id;
        }
        client = new DialogTestClient(Channels.Msteams, dialog, new Talks.About(draft.ToString(), field));
        await client.SendActivityAsync<IMessageActivity>("始める");
    }

    /// <returns>The text of the answer, or the card's.</returns>
    private async Task<string> SayAsync(string text)
    {
        var reply = await client.SendActivityAsync<IMessageActivity>(text);
        return reply.Attachments is [{ Content: { } card }, ..] ? JObject.FromObject(card).ToString() : reply.Text;
    }

    private async Task<Dictionary<string, string>> FieldsAsync()
    {
        await using var database = Open();
        return (await database.NoticeDrafts.SingleAsync(stored => stored.Id == draft)).Fields;
    }

    /// <summary>The last words of the bot; a card that is drawn again has none.</summary>
    private string LastSaid() => bot.Teams.Messages.Last(message => message["text"] is not null)["text"]!.ToString();

    private Database Open() => bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();
}
