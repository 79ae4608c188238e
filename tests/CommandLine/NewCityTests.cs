using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Packaging;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.CommandLine;

/// <summary>見本市 takes the bot: nothing but the folder that the command wrote is its own.</summary>
[Slow]
public sealed partial class NewCityTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string folder = Path.Combine(TestFolder.New(), "mihon");

    public async Task InitializeAsync()
    {
        var run = await CommandRun.StartAsync("new-city", "見本市", "--reading", "みほん", "--english", "Mihon City", "--out", folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("README.md", run.Output, StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_folder_has_no_fault_and_nothing_of_our_city()
    {
        var check = await CommandRun.StartAsync("knowledge", "check", "--knowledge", folder);

        Assert.Equal(0, check.ExitCode);
        Assert.StartsWith("誤り 0 件", check.Lines[^1], StringComparison.Ordinal);
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.All(files, file => Assert.DoesNotMatch(OfOurs(), File.ReadAllText(file)));
        Assert.All(files, file => Assert.DoesNotContain("{{", File.ReadAllText(file), StringComparison.Ordinal));
        foreach (var file in (string[])["offices.md", "notices/start.md", "checklists/flaming.md", "drills/flaming-event.md"])
            Assert.Contains("<!--", File.ReadAllText(Path.Combine(folder, file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_has_something_is_left_alone() =>
        Assert.Contains(
            "すでにファイルがあります",
            (await CommandRun.StartAsync("new-city", "見本市", "--out", folder)).Refusal,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Its_staff_ask_file_decide_and_drill_and_never_read_of_our_city()
    {
        var clock = new JapaneseClock(new DateTimeOffset(2026, 12, 3, 10, 0, 0, TimeSpan.FromHours(9)));
        await using var bot = await BotHost.StartAsync(
            settings: new() { ["Knowledge:Path"] = folder },
            services: BotHost.WithoutJobs(clock)
        );
        var shown = new List<string>();
        Task<JsonNode> Say(string text, string person = "sato") => Kept(bot.SayAsync(text, person, $"a:{person}"));

        var answer = await Say("パスワードはどれくらいの頻度で変えますか");
        Assert.Contains("パスワードは半年ごとに変更し", answer.Card().Words(), StringComparison.Ordinal);
        Assert.Contains("見本市ソーシャルメディア利用ガイドライン", answer.Card().Words(), StringComparison.Ordinal);
        await Say("ヘルプ");
        await Say("目次");
        await Say("明日の天気は？");
        Assert.Contains(
            "その様式は今は作れません",
            (await Say("様式の変更届を出したい"))["text"]?.ToString() ?? "",
            StringComparison.Ordinal
        );

        var form = (await Say("来月1日から観光課でインスタ始めます、担当は山本健")).Card();
        Assert.Equal("観光課", form.Input("f_section")["value"]!.ToString());
        var confirm = await bot.FillAsync(
            form,
            "sato",
            new()
            {
                ["f_accountName"] = "花だより",
                ["f_url"] = "https://www.instagram.com/hana_tayori",
                ["f_copyright"] = "市に帰属する",
            }
        );
        var submitted = (await Kept(bot.PressAsync(confirm, "提出する", person: "sato")))["value"]!;
        Assert.Contains("開始 第1号", submitted.Words(), StringComparison.Ordinal);

        var list = (await Say("届出一覧", "yamada")).Card();
        var review = (await Kept(bot.AnswerAsync(bot.Press(Press(list, NoticeCard.OpenVerb)))))["value"]!;
        var asked = (await Kept(bot.PressAsync(review, "受理する")))["value"]!;
        Assert.Contains("状態　受理", (await Kept(bot.PressAsync(asked, "受理する")))["value"]!.Words(), StringComparison.Ordinal);

        Assert.Contains("催しの投稿が炎上した", (await Say("訓練")).Card().Words(), StringComparison.Ordinal);
        var drill = (
            await Kept(bot.PressAsync(DrillsCard.StartVerb, new JsonObject { ["drill"] = "flaming-event" }, conversation: "a:sato"))
        ).Card();
        Assert.Contains("【訓練】炎上", drill.Words(), StringComparison.Ordinal);
        var id = CrowdActs.IncidentOf(drill)!;
        await bot.LookAsync();
        await Kept(bot.PressAsync(IncidentStepCard.ActVerb, IncidentBot.Act(id, "hold", IncidentStepCard.Done), conversation: "a:sato"));
        var close = IncidentBot.Of(id);
        (close["reason"], close["settled"]) = ("終わり", "chief");
        Assert.Contains(
            "期限内1件",
            (await Kept(bot.PressAsync(IncidentCloseCard.CloseVerb, close, conversation: "a:sato"))).Card().Words(),
            StringComparison.Ordinal
        );

        shown.AddRange(bot.Teams.Messages.Select(message => message.ToJsonString(AsWritten)));
        shown.Add(await bot.Http.GetStringAsync("/privacy"));
        shown.Add(await bot.Http.GetStringAsync("/"));
        Assert.True(shown.Count > 12);
        Assert.All(shown, text => Assert.DoesNotMatch(OfOurs(), text));

        async Task<JsonNode> Kept(Task<JsonNode> seen)
        {
            var node = await seen;
            shown.Add(node.ToJsonString(AsWritten));
            return node;
        }
    }

    [Fact]
    public void The_app_has_its_name_its_colour_and_its_icons()
    {
        Directory.CreateDirectory(Path.Combine(folder, "icons"));
        var icon = Png(192);
        File.WriteAllBytes(Path.Combine(folder, "icons", "color.png"), icon);
        var offices = Path.Combine(folder, "offices.md");
        File.WriteAllText(offices, File.ReadAllText(offices).Replace("#1F4E79", "#0B6A0B", StringComparison.Ordinal));

        using var zip = new ZipArchive(
            new MemoryStream(AppPackage.Write(Guid.NewGuid(), "bot.example.jp", "1.0.0", KnowledgeBase.OfficesOf(folder), folder))
        );
        var manifest = new StreamReader(zip.GetEntry("manifest.json")!.Open()).ReadToEnd();
        Assert.DoesNotMatch(OfOurs(), manifest);
        Assert.DoesNotMatch(OfOurs(), new StreamReader(zip.GetEntry("en.json")!.Open()).ReadToEnd());
        Assert.Equal(
            ("見本市", "#0B6A0B"),
            (JsonNode.Parse(manifest)!["developer"]!["name"]!.ToString(), JsonNode.Parse(manifest)!["accentColor"]!.ToString())
        );
        using var kept = new MemoryStream();
        zip.GetEntry("color.png")!.Open().CopyTo(kept);
        Assert.Equal(icon, kept.ToArray());

        File.WriteAllBytes(Path.Combine(folder, "icons", "outline.png"), Png(33));
        var fault = Assert.Throws<InvalidDataException>(() =>
            AppPackage.Write(Guid.NewGuid(), "bot.example.jp", "1.0.0", KnowledgeBase.OfficesOf(folder), folder)
        );
        Assert.Contains("32×32", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>The header of a square picture; nobody here looks further.</summary>
    private static byte[] Png(byte side) =>
        [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, side, 0, 0, 0, side, 8, 6, 0, 0, 0];

    private static JsonNode Press(JsonNode card, string verb) => card.Actions().First(action => action["verb"]?.ToString() == verb);

    [GeneratedRegex("岡山|おかやま|オカヤマ|okayama|ももたろう|桃太郎|広報広聴課|全庁ネットワーク", RegexOptions.IgnoreCase)]
    private static partial Regex OfOurs();
}
