using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>Files that are sent with a notice: kept with it, shown, mailed, and gone with it.</summary>
#pragma warning disable CA1001 // xUnit disposes of it with DisposeAsync.
public sealed class AttachmentTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Office = "19:koho@thread.v2";
    private const string Chat = "a:sato";

    /// <summary>What OneDrive hands out, by address.</summary>
    private readonly FileShare share = new();
    private BotHost bot = null!;

    public async Task InitializeAsync()
    {
        bot = await BotHost.StartAsync(
            settings: new() { ["Recipients:PublicRelations:0"] = "koho@city.example.jp" },
            services: services =>
            {
                BotHost.WithoutJobs(services);
                services.AddHttpClient(SentFiles.Client).ConfigurePrimaryHttpMessageHandler(() => share);
            }
        );
        await bot.SayAsync("ここに届ける", conversation: Office);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        share.Dispose();
    }

    [Fact]
    public async Task A_file_from_the_chat_is_kept_shown_to_both_sides_handed_out_and_mailed()
    {
        var draft = await DraftAsync();
        share.Content["https://okayama-my.sharepoint.com/kiyaku"] = "%PDF-1.7 利用規約"u8.ToArray();

        var told = await SendFileAsync("規約.pdf", "https://okayama-my.sharepoint.com/kiyaku");
        Assert.Contains("届出に添付しました。", told.Card().Words(), StringComparison.Ordinal);
        var look = (await bot.SayAsync("下書きの内容を見せて", "sato", Chat)).Card();
        Assert.Contains("添付ファイル\n規約.pdf", look.Words(), StringComparison.Ordinal);
        var notice = await SubmitAsync(draft);
        await bot.Services.GetRequiredService<LiveCardWorker>().DrawNextAsync(default);

        var card = bot.Teams.Calls.Last(call => call.Conversation == Office && call.Body?["attachments"] is JsonArray).Body!.Card();
        Assert.Contains("添付ファイル\n規約.pdf", card.Words(), StringComparison.Ordinal);
        var links = await bot.PressAsync(NoticeCard.PapersVerb, new() { ["notice"] = notice.Id.ToString() }, "yamada", "a:yamada");
        var link = links.Card().Button("規約.pdf")["url"]!.ToString();
        using var file = await bot.Http.GetAsync(new Uri(new Uri(link).PathAndQuery, UriKind.Relative));
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("%PDF-1.7 利用規約", await file.Content.ReadAsStringAsync());

        await using var database = Open();
        var message = await database.Outbox.SingleAsync(one => one.Topic == NoticeTelling.Filed && one.Channel == OutboxChannel.Mail);
        var composer = bot.Services.GetServices<IComposer>().Single(one => one.Topics.Contains(NoticeTelling.Filed));
        var mail = (await composer.MailAsync(message, default))!;
        var attached = Assert.Single(mail.Attachments, one => one.FileName == "規約.pdf");
        Assert.Equal(("application/pdf", "%PDF-1.7 利用規約"), (attached.ContentType, Encoding.UTF8.GetString(attached.Content)));
    }

    [Fact]
    public async Task A_pasted_picture_is_fetched_with_the_bots_token_and_no_other_host_gets_it()
    {
        await DraftAsync();

        var told = await EvidenceTests.SendAsync(bot, "sato", Chat, "画面.png");

        // The double sees what left the bot; the share only what it was asked for.
        Assert.Contains("届出に添付しました。", told.Card().Words() + share.Asked, StringComparison.Ordinal);
        await using var database = Open();
        Assert.Equal("image/png", (await database.NoticeAttachments.SingleAsync()).Type);
    }

    [Theory]
    [InlineData("道具.exe", "MZ", "画像、PDF、Wordだけを添付できます。")]
    [InlineData("偽物.pdf", "<html>", "画像、PDF、Wordだけを添付できます。")]
    [InlineData("動画.mp4", "0000ftypisom", "画像、PDF、Wordだけを添付できます。")]
    [InlineData("空.pdf", "", "中身が空")]
    public async Task Anything_else_is_refused_with_the_reason(string name, string content, string why)
    {
        await DraftAsync();
        share.Content["https://okayama.sharepoint.com/x"] = Encoding.UTF8.GetBytes(content);

        var told = (await SendFileAsync(name, "https://okayama.sharepoint.com/x")).Card().Words();

        Assert.Contains("添付できませんでした。", told, StringComparison.Ordinal);
        Assert.Contains($"{name}：", told, StringComparison.Ordinal);
        Assert.Contains(why, told, StringComparison.Ordinal);
        await using var database = Open();
        Assert.False(await database.NoticeAttachments.AnyAsync());
    }

    [Fact]
    public async Task Ten_megabytes_are_kept_one_byte_more_is_not_and_neither_is_more_than_a_mail_takes()
    {
        await DraftAsync();
        byte[] Pdf(int size, byte mark) => [.. "%PDF-"u8, .. Enumerable.Repeat(mark, size - 5)];
        share.Content["https://okayama.sharepoint.com/1"] = Pdf(NoticeAttachments.Largest, 1);
        share.Content["https://okayama.sharepoint.com/2"] = Pdf(NoticeAttachments.Largest, 2);
        share.Content["https://okayama.sharepoint.com/3"] = Pdf(1000, 3);
        share.Content["https://okayama.sharepoint.com/4"] = Pdf(NoticeAttachments.Largest + 1, 4);

        Assert.Contains(
            "添付しました",
            (await SendFileAsync("1.pdf", "https://okayama.sharepoint.com/1")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "10MBを超える",
            (await SendFileAsync("4.pdf", "https://okayama.sharepoint.com/4")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "同じ内容",
            (await SendFileAsync("1b.pdf", "https://okayama.sharepoint.com/1")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "添付しました",
            (await SendFileAsync("2.pdf", "https://okayama.sharepoint.com/2")).Card().Words(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "合わせて20MBまで",
            (await SendFileAsync("3.pdf", "https://okayama.sharepoint.com/3")).Card().Words(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_attached_is_taken_off_again_by_whoever_sent_it_and_by_nobody_else()
    {
        await DraftAsync();
        var told = (await EvidenceTests.SendAsync(bot, "sato", Chat, "画面.png")).Card();
        var button = told.Button("画面.pngを外す");

        var other = await bot.AnswerAsync(bot.Press(button, "tanaka", conversation: "a:tanaka"));
        Assert.Contains("見つかりません", other["value"]!.Words(), StringComparison.Ordinal);
        await bot.AnswerAsync(bot.Press(button, "sato", conversation: Chat));

        await using var database = Open();
        Assert.False(await database.NoticeAttachments.AnyAsync());
    }

    [Fact]
    public async Task What_was_returned_keeps_its_files_and_a_draft_that_is_dropped_takes_them_along()
    {
        var notice = await SubmitAsync(await DraftAsync(withPicture: true));
        var desk = bot.Services.GetRequiredService<NoticeDesk>();
        var back = await desk.MoveAsync(Filed.By("sato", Chat), notice.Id.ToString(), notice.Version, NoticeStep.PulledBack, null, default);
        Assert.Null(back.Refusal);
        var attachments = bot.Services.GetRequiredService<NoticeAttachments>();
        Assert.Equal(["画面.png"], (await attachments.OfDraftAsync(back.Draft!, default)).Select(file => file.Name));
        var again = await desk.SubmitAsync(Filed.By("sato", Chat), back.Draft!.Id, back.Draft.Version, default);
        Assert.Null(again.Refusal);
        Assert.Single(await attachments.OfNoticeAsync(notice.Id, default));

        var dropped = await DraftAsync(withPicture: true);
        await bot.Services.GetRequiredService<NoticeDrafts>().DropAsync(Filed.By("sato", Chat), dropped.Id.ToString(), default);
        await using var database = Open();
        Assert.Equal(notice.Id, (await database.NoticeAttachments.SingleAsync()).NoticeId);
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_no_file_of_a_draft_and_no_name_on_that_of_a_notice()
    {
        await SubmitAsync(await DraftAsync(withPicture: true));
        await DraftAsync(withPicture: true);

        await using var database = Open();
        await new Forgetting(database).RunAsync("29:user-sato", default);

        await using var then = Open();
        var left = await then.NoticeAttachments.AsNoTracking().SingleAsync();
        Assert.NotNull(left.NoticeId);
        Assert.DoesNotContain("sato", left.ById + left.ByName, StringComparison.Ordinal);
    }

    private async Task<NoticeDraft> DraftAsync(bool withPicture = false)
    {
        await bot.SayAsync("ヘルプ", "sato", Chat);
        var draft = await Filed.DraftAsync(bot, "sato", Chat);
        if (withPicture)
            await EvidenceTests.SendAsync(bot, "sato", Chat, "画面.png");
        return draft;
    }

    private async Task<Notice> SubmitAsync(NoticeDraft draft)
    {
        var now = await bot.Services.GetRequiredService<NoticeDrafts>().FindAsync(Filed.By("sato", Chat), draft.Id.ToString(), default);
        var result = await bot.Services.GetRequiredService<NoticeDesk>().SubmitAsync(Filed.By("sato", Chat), now!.Id, now.Version, default);
        return result.Notice ?? throw new InvalidOperationException(result.Refusal);
    }

    /// <summary>As Teams sends a file in a one-to-one chat: a link that needs no token.</summary>
    private async Task<JsonNode> SendFileAsync(string name, string url)
    {
        var message = bot.Message("", "sato", Chat);
        message["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["contentUrl"] = $"https://okayama.sharepoint.com/{name}",
                ["name"] = name,
                ["content"] = new JsonObject
                {
                    ["downloadUrl"] = url,
                    ["uniqueId"] = "1",
                    ["fileType"] = Path.GetExtension(name).TrimStart('.'),
                },
            }
        );
        using var response = await bot.PostAsync(message);
        response.EnsureSuccessStatusCode();
        return bot.Teams.Messages.Last(sent => sent["replyToId"]?.ToString() == message["id"]!.ToString());
    }

    private Database Open() => bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();

    /// <summary>OneDrive; what is not on it goes on to the channel's double.</summary>
    private sealed class FileShare : DelegatingHandler
    {
        public FileShare()
            : base(new SocketsHttpHandler()) { }

        public Dictionary<string, byte[]> Content { get; } = [];

        public string Asked { get; private set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!Content.TryGetValue(request.RequestUri!.ToString(), out var content))
                return base.SendAsync(request, cancellationToken);
            Assert.Null(request.Headers.Authorization);
            Asked += request.RequestUri;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) });
        }
    }
}
