using System.Text.Json.Nodes;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Tests.Asking;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Notices;

/// <summary>What is known is not asked again: earlier notices, the register, addresses, standard texts.</summary>
public sealed class KnownFactsTests : IAsyncLifetime
{
    private const string Person = "sato";

    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task A_sentence_becomes_a_start_notice_in_four_presses_and_three_answers()
    {
        await Filed.NewAsync(bot, NoticeKind.Start, Person);
        var form = (await bot.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健", Person)).Card();
        Assert.Contains(
            "アカウント管理者名「観光課長 赤木花子」を、以前の届出や台帳から入れました。",
            form.Words(),
            StringComparison.Ordinal
        );

        form = await PressAsync(form, "次へ", ("f_accountName", "おかやま桃だより（@okayama_momo）"));
        Assert.Contains("アカウント名から「https://www.tiktok.com/@okayama_momo」としました。", form.Words(), StringComparison.Ordinal);
        form = await PressAsync(form, "次へ", ("f_purpose", "桃の魅力を知らせるため"), ("f_content", "桃の生育と催し"));
        var confirm = await PressAsync(form, "内容を確認する");
        Assert.Contains("「免責事項」は、標準の文で届け出ます（実務の目安）。", confirm.Words(), StringComparison.Ordinal);
        Assert.Contains("災害時などは、これ以外の時間にも発信します。", confirm.Words(), StringComparison.Ordinal);
        Assert.Contains("開始 第2号", (await PressAsync(confirm, "提出する")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_standard_texts_are_taken_over_with_one_press_and_can_be_edited()
    {
        var form = (
            await bot.SayAsync(
                "開始届お願いします。\n種類：YouTube\nアカウント名：おかやま桃だより\nURL：https://www.youtube.com/@okayama_momo\n"
                    + "所属：観光課\n担当者：岡本健\n管理者：赤木花子\n開始日：12月15日",
                Person
            )
        ).Card();
        Assert.DoesNotContain("標準の文を使う", form.Presses());
        form = await PressAsync(form, "次へ");

        // What no standard text can stand for is asked for where it is; what was taken over stands there to be edited.
        form = await PressAsync(form, "標準の文を使う", ("f_purpose", "桃の魅力を知らせるため"));
        Assert.Contains("「情報発信の内容」を入力してください。", form.Words(), StringComparison.Ordinal);
        Assert.StartsWith("開庁日", form.Input("f_hours")["value"]!.ToString(), StringComparison.Ordinal);
        form = await PressAsync(form, "次へ", ("f_content", "桃の生育と催し"), ("f_replies", "返信しません。"));
        Assert.Contains("誹謗中傷", form.Input("f_compliance")["value"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("標準の文を使う", form.Presses());

        var confirm = await PressAsync(form, "内容を確認する");
        Assert.Contains("返信しません。", confirm.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("（標準の文。実務の目安です）", confirm.Words(), StringComparison.Ordinal);
        Assert.Contains("提出する", confirm.Presses());
    }

    [Fact]
    public async Task With_nothing_else_missing_the_standard_texts_lead_to_the_last_look()
    {
        var form = (await bot.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健", Person)).Card();
        form = await PressAsync(form, "次へ", ("f_accountName", "@okayama_momo"), ("f_manager", "観光課長 赤木花子"));
        var confirm = await PressAsync(form, "標準の文を使う", ("f_purpose", "桃の魅力"), ("f_content", "桃の生育"));
        Assert.Contains("https://www.tiktok.com/@okayama_momo", confirm.Words(), StringComparison.Ordinal);
        Assert.Contains("運用ポリシーや利用規約のURLがないものは", confirm.Words(), StringComparison.Ordinal);
        Assert.Contains("提出する", confirm.Presses());
    }

    [Fact]
    public async Task The_head_of_the_section_and_the_extension_come_from_earlier_notices_of_the_same_section()
    {
        await FileEndAsync("観光課", "観光課長 赤木花子", "1234");
        var form = (await bot.SayAsync("観光課のXの閲覧解除を申請します", Person)).Card();
        Assert.Equal(
            ("観光課長 赤木花子", "1234"),
            (form.Input("f_chief")["value"]!.ToString(), form.Input("f_extension")["value"]!.ToString())
        );

        // Of another section's nothing is known, and what was never filed is nobody's.
        var other = (await bot.SayAsync("別件で、公園緑地課のインスタの閲覧解除を申請します", Person)).Card();
        Assert.Equal("公園緑地課", other.Input("f_section")["value"]!.ToString());
        Assert.Equal("", other.Input("f_chief")["value"]?.ToString() ?? "");
        var others = (await bot.SayAsync("閲覧解除を申請します", "suzuki")).Card();
        Assert.Equal("", others.Input("f_section")["value"]?.ToString() ?? "");
    }

    [Fact]
    public async Task A_chief_of_another_section_is_said()
    {
        await FileEndAsync("観光課", "観光課長 赤木花子", "1234");
        var form = (await bot.SayAsync("Xの利用を月末で終了します", Person)).Card();
        Assert.Equal("観光課長 赤木花子", form.Input("f_chief")["value"]!.ToString());
        var values = new (string, string)[]
        {
            ("f_accountName", "花だより"),
            ("f_url", ""),
            ("f_person", "岡本健"),
            ("f_section", "公園緑地課"),
        };
        var confirm = await PressAsync(form, "内容を確認する", values);
        Assert.Contains("所属は「公園緑地課」、届出者（所属長）は「観光課長 赤木花子」です。", confirm.Words(), StringComparison.Ordinal);
        form = await PressAsync(confirm, "直す");
        confirm = await PressAsync(form, "内容を確認する", ("f_chief", "公園緑地課長 大森一郎"));
        Assert.DoesNotContain("所属は「公園緑地課」、", confirm.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_one_account_is_filled_in_and_of_several_one_is_chosen()
    {
        await RegisterAsync("Instagram", "おかやま花だより", "観光課", "山本恵");
        await RegisterAsync("X", "岡山市農林水産情報", "農林水産課", "大森一郎");
        var form = (await bot.SayAsync("観光課のアカウントを月末で終了します", Person)).Card();
        Assert.Equal("おかやま花だより", form.Input("f_accountName")["value"]!.ToString());
        Assert.Equal("山本恵", form.Input("f_person")["value"]!.ToString());

        await RegisterAsync("Facebook", "おかやま観光", "観光課", "岡本健");
        form = (await bot.SayAsync("別件で、観光課のアカウントの担当者変更届をお願いします", Person)).Card();
        Assert.Equal("", form.Input("f_accountName")["value"]?.ToString() ?? "");
        var picker = form.Input(GuidelineBot.Cards.NoticeFormCard.AccountInput);
        Assert.Equal(
            ["おかやま観光（Facebook、観光課）", "おかやま花だより（Instagram、観光課）"],
            picker["choices"]!.AsArray().Select(choice => choice!["title"]!.ToString())
        );
        var chosen = picker["choices"]![0]!["value"]!.ToString();
        var confirm = await PressAsync(form, "内容を確認する", (GuidelineBot.Cards.NoticeFormCard.AccountInput, chosen), ("f_url", ""));
        var fields = await FieldsAsync(NoticeKind.Change);
        Assert.Equal(("おかやま観光", "Facebook", "岡本健"), (fields["accountName"], fields["service"], fields["oldPerson"]));

        // What is typed afterwards stands, though the choice is still shown.
        form = await PressAsync(confirm, "直す");
        Assert.Equal(chosen, form.Input(GuidelineBot.Cards.NoticeFormCard.AccountInput)["value"]!.ToString());
        await PressAsync(form, "内容を確認する", ("f_oldPerson", "藤原みのり"));
        fields = await FieldsAsync(NoticeKind.Change);
        Assert.Equal(("おかやま観光", "藤原みのり"), (fields["accountName"], fields["oldPerson"]));
    }

    [Theory]
    [InlineData("おかやま花だよリ")]
    [InlineData("花だより")]
    [InlineData("おかやまはなだより")]
    [InlineData("@okayama_hana")]
    public async Task A_mistyped_name_offers_the_right_one(string name)
    {
        await RegisterAsync("Instagram", "おかやま花だより", "観光課", "山本恵", "https://www.instagram.com/okayama_hana/");
        await RegisterAsync("Instagram", "岡山市農林水産情報", "農林水産課", "大森一郎");
        var form = (await bot.SayAsync("インスタを月末で終了します", Person)).Card();
        var confirm = await PressAsync(
            form,
            "内容を確認する",
            ("f_service", "Instagram"),
            ("f_accountName", name),
            ("f_url", ""),
            ("f_section", "観光課"),
            ("f_person", "山本恵")
        );

        Assert.Contains(
            $"「{name}」は台帳にありません。「おかやま花だより」（Instagram、観光課）",
            confirm.Words(),
            StringComparison.Ordinal
        );
        confirm = await PressAsync(confirm, "台帳の名前にする");
        Assert.DoesNotContain("台帳にありません", confirm.Words(), StringComparison.Ordinal);
        Assert.Contains("https://www.instagram.com/okayama_hana/", confirm.Words(), StringComparison.Ordinal);
        Assert.Contains("提出する", confirm.Presses());
    }

    [Fact]
    public async Task A_name_that_is_another_one_offers_nothing()
    {
        await RegisterAsync("Instagram", "おかやま花だより", "観光課", "山本恵");
        var form = (await bot.SayAsync("インスタを月末で終了します", Person)).Card();
        var confirm = await PressAsync(form, "内容を確認する", ("f_accountName", "岡山市立図書館"), ("f_url", ""));
        Assert.DoesNotContain("台帳の名前にする", confirm.Presses());
    }

    [Theory]
    [InlineData("@okayama_momo", "https://www.tiktok.com/@okayama_momo")]
    [InlineData("tiktok.com/@okayama_momo", "https://tiktok.com/@okayama_momo")]
    public async Task An_address_is_understood_as_people_write_it(string written, string address)
    {
        var form = (await bot.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健", Person)).Card();
        await PressAsync(form, "次へ", ("f_url", written), ("f_accountName", "おかやま桃だより"));
        Assert.Equal(address, (await FieldsAsync(NoticeKind.Start))["url"]);
    }

    [Theory]
    [InlineData(
        "https://www.tiktok.com/",
        "トップページです。アカウントのページのURLを入れてください。（例：https://www.tiktok.com/@example_hana）",
        false
    )]
    [InlineData(
        "https://www.tiktok.com/@okayama_momo/video/123",
        "アカウントのページの形（https://www.tiktok.com/@名前）ではないようです",
        true
    )]
    [InlineData("https://www.tiktok.com/@okayama_hana?lang=ja-JP", "「@okayama_momo」と、URLの「okayama_hana」が違います", true)]
    public async Task The_form_of_an_address_is_checked(string url, string told, bool canSubmit)
    {
        var form = (await bot.SayAsync("来月1日から観光課でTikTok始めます、担当は岡本健", Person)).Card();
        var values = new Dictionary<string, string> { ["f_accountName"] = "桃だより @okayama_momo", ["f_url"] = url };
        // A fault keeps people on its page; what is only doubted is said at the last look.
        var card = canSubmit ? await bot.FillAsync(form, Person, values) : await PressAsync(form, "次へ", [.. values.Select(Pair)]);

        Assert.Contains(told, card.Words(), StringComparison.Ordinal);
        Assert.Equal(canSubmit, card.Presses().Contains("提出する"));
    }

    [Fact]
    public async Task The_address_behind_the_name_is_said_and_taken_over_with_a_word()
    {
        var form = (
            await bot.SayAsync("来月1日から観光課でTikTok「おかやま桃だより」（@okayama_momo）を始めます、担当は岡本健", Person)
        ).Card();
        Assert.Equal("https://www.tiktok.com/@okayama_momo", form.Input("f_url")["value"]!.ToString());
        await bot.PressAsync(form, "ひとつずつ答える", Filling.Untouched(form), Person);

        form = (
            await bot.SayAsync("別件で、来月1日から観光課でXを始めます、担当は岡本健、アカウント名は @okayama_momo です", Person)
        ).Card();
        var inputs = Filling.Untouched(form);
        // Somebody who goes on in words has not taken it over.
        inputs.Remove("f_url");
        await bot.PressAsync(form, "ひとつずつ答える", inputs, Person);
        // Not the last message: older forms are drawn again beside it.
        Assert.Contains(
            bot.Teams.Messages,
            message =>
                message["text"]?.ToString().Contains("アカウント名から考えると https://x.com/okayama_momo です。", StringComparison.Ordinal)
                == true
        );
        await bot.SayAsync("はい、それで", Person);
        Assert.Contains(await AllFieldsAsync(), fields => fields.GetValueOrDefault("url") == "https://x.com/okayama_momo");
    }

    private static (string Id, string Value) Pair(KeyValuePair<string, string> pair) => (pair.Key, pair.Value);

    private async Task<JsonNode> PressAsync(JsonNode card, string title, params (string Id, string Value)[] values)
    {
        var inputs = Filling.Untouched(card);
        foreach (var (id, value) in values)
            inputs[id] = value;
        return (await bot.PressAsync(card, title, inputs, Person))["value"]!;
    }

    private async Task FileEndAsync(string section, string chief, string extension)
    {
        await bot.SayAsync("ヘルプ", Person);
        await using var database = bot.Open();
        database.Notices.Add(
            new Notice
            {
                Kind = NoticeKind.End,
                FiscalYear = 2020,
                Number = 1,
                Submitter = new($"29:user-{Person}", Person),
                Conversation = "a:personal",
                Fields = new()
                {
                    ["service"] = "X",
                    ["accountName"] = "花だより",
                    ["section"] = section,
                    ["chief"] = chief,
                    ["extension"] = extension,
                },
                SubmittedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await database.SaveChangesAsync();
    }

    private Task RegisterAsync(string service, string name, string section, string person, string url = "") =>
        Filed.RegisterAsync(bot, service, name, section, person, url);

    private async Task<Dictionary<string, string>> FieldsAsync(NoticeKind kind)
    {
        await using var database = bot.Open();
        return (await database.NoticeDrafts.AsNoTracking().SingleAsync(draft => draft.Kind == kind)).Fields;
    }

    private async Task<List<Dictionary<string, string>>> AllFieldsAsync()
    {
        await using var database = bot.Open();
        return await database.NoticeDrafts.AsNoTracking().Select(draft => draft.Fields).ToListAsync();
    }
}
