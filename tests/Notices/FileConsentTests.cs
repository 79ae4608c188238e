using System.Net;
using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices.Documents;
using GuidelineBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Notices;

/// <summary>A notice's papers, taken into one's own files in a one-to-one chat of Teams.</summary>
#pragma warning disable CA1001 // xUnit disposes of it with DisposeAsync.
public sealed class FileConsentTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const string Chat = "a:sato";
    private const string Group = "19:office@thread.v2";
    private const string Upload = "https://okayama-my.sharepoint.com/personal/sato/_api/upload?guid=1";
    private const string Consent = "application/vnd.microsoft.teams.card.file.consent";
    private const string Info = "application/vnd.microsoft.teams.card.file.info";

    private readonly OneDrive drive = new();
    private BotHost bot = null!;
    private string notice = "";

    public async Task InitializeAsync()
    {
        bot = await BotHost.StartAsync(services: services =>
        {
            BotHost.WithoutJobs(services);
            services.AddHttpClient(SentFiles.Client).ConfigurePrimaryHttpMessageHandler(() => drive);
        });
        notice = (await Filed.EndAsync(bot, "sato", Chat)).Id.ToString();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        drive.Dispose();
    }

    [Fact]
    public async Task Whoever_agrees_finds_the_paper_in_their_own_files_and_the_question_goes()
    {
        var links = (await bot.PressAsync(NoticeCard.PapersVerb, Notice(), conversation: Chat)).Card();
        Assert.Contains("OneDriveに保存", links.Actions().Select(action => action["title"]!.ToString()));
        var asked = await AskAsync();
        Assert.Equal(Consent, asked["contentType"]!.ToString());
        Assert.EndsWith("終了_第1号.docx", asked["name"]!.ToString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(asked, "accept", message: "consent-1"));

        var put = Assert.Single(drive.Puts);
        Assert.Equal((Upload, $"bytes 0-{put.Content.Length - 1}/{put.Content.Length}"), (put.Url, put.Range));
        Assert.InRange(asked["content"]!["sizeInBytes"]!.GetValue<long>(), put.Content.Length - 100, put.Content.Length + 100);
        using var paper = new PaperReading(put.Content);
        Assert.Contains("おかやま花だより", string.Join('\n', paper.Texts), StringComparison.Ordinal);
        var told = bot.Teams.Messages[^1];
        var shown = told["attachments"]![0]!;
        Assert.Equal(
            (Info, asked["name"]!.ToString(), "https://okayama-my.sharepoint.com/personal/sato/paper.docx", "unique-1"),
            (
                shown["contentType"]!.ToString(),
                shown["name"]!.ToString(),
                shown["contentUrl"]!.ToString(),
                shown["content"]!["uniqueId"]!.ToString()
            )
        );
        Assert.Contains("OneDriveに保存しました。", told["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(bot.Teams.Calls, call => call.Method == "DELETE" && call.Activity == "consent-1");
    }

    [Fact]
    public async Task Whoever_does_not_agree_gets_nothing_and_a_copy_of_an_answer_does_nothing_more()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked, "decline");
        Assert.Empty(drive.Puts);
        Assert.Contains("受け取らないことにしました。", bot.Teams.Messages[^1]["text"]!.ToString(), StringComparison.Ordinal);

        var answer = Answer(asked, "accept", Upload, "sato", Chat);
        await PostAsync(answer);
        await PostAsync(answer);
        Assert.Single(drive.Puts);
    }

    [Theory]
    [InlineData("http://okayama-my.sharepoint.com/upload")]
    [InlineData("https://sharepoint.com.example.jp/upload")]
    [InlineData("https://evil.example/sharepoint.com/")]
    [InlineData("https://sharepoint.com@evil.example/")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task It_is_put_nowhere_but_where_Teams_keeps_files(string upload)
    {
        await AnswerAsync(await AskAsync(), "accept", upload);

        Assert.Empty(drive.Puts);
        Assert.Contains("保存できませんでした。", bot.Teams.Messages[^1]["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_drive_is_said_and_the_link_stays()
    {
        drive.Status = HttpStatusCode.Forbidden;
        await AnswerAsync(await AskAsync(), "accept");

        Assert.Contains("「書類」のリンクからお開きください。", bot.Teams.Messages[^1]["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_what_was_offered_to_somebody_else_nor_into_a_chat_with_others()
    {
        var asked = await AskAsync();
        await AnswerAsync(asked, "accept", person: "tanaka", chat: "a:tanaka");
        await AnswerAsync(asked, "accept", chat: Group);
        asked["content"]!["acceptContext"] = new JsonObject { ["ticket"] = "geraten" };
        await AnswerAsync(asked, "accept");
        asked["content"]!["acceptContext"] = new JsonArray();
        await AnswerAsync(asked, "accept");

        Assert.Empty(drive.Puts);
        Assert.Equal(
            4,
            bot.Teams.Messages.Count(sent => sent["text"]?.ToString().Contains("もう渡せません", StringComparison.Ordinal) == true)
        );
    }

    [Fact]
    public async Task In_a_chat_with_others_there_are_links_alone()
    {
        await bot.SayAsync("ヘルプ", "sato", Group);
        var links = (await bot.PressAsync(NoticeCard.PapersVerb, Notice(), conversation: Group)).Card();
        Assert.DoesNotContain("OneDriveに保存", links.Actions().Select(action => action["title"]!.ToString()));

        var forged = (await bot.PressAsync(NoticeCard.SendPapersVerb, Notice(), conversation: Group)).Card();
        Assert.Contains("リンクは30分で使えなくなります。", forged.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Teams.Messages, sent => sent["attachments"]?[0]?["contentType"]?.ToString() == Consent);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"type":"other"}""")]
    public async Task What_has_not_the_shape_of_an_answer_is_refused(string value)
    {
        var invoke = Answer(await AskAsync(), "accept", Upload, "sato", Chat);
        invoke["value"] = JsonNode.Parse(value);

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(invoke));
    }

    private JsonObject Notice() => new() { ["notice"] = notice };

    /// <returns>The attachment by which Teams asks.</returns>
    private async Task<JsonNode> AskAsync()
    {
        var answer = await bot.PressAsync(NoticeCard.SendPapersVerb, Notice(), conversation: Chat);
        Assert.Equal("下に表示しました。", answer["value"]!.ToString());
        return bot.Teams.Messages[^1]["attachments"]![0]!.DeepClone();
    }

    private Task<HttpStatusCode> AnswerAsync(
        JsonNode asked,
        string action,
        string upload = Upload,
        string person = "sato",
        string chat = Chat,
        string? message = null
    ) => PostAsync(Answer(asked, action, upload, person, chat, message));

    /// <summary>As Teams sends it.</summary>
    private JsonObject Answer(JsonNode asked, string action, string upload, string person, string chat, string? message = null)
    {
        var invoke = bot.Message("", person, chat, TeamsActivity.TypeOf(chat));
        invoke["type"] = "invoke";
        invoke["name"] = "fileConsent/invoke";
        invoke["replyToId"] = message;
        invoke["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = asked["content"]![$"{action}Context"]!.DeepClone(),
            ["uploadInfo"] =
                action == "accept"
                    ? new JsonObject
                    {
                        ["contentUrl"] = "https://okayama-my.sharepoint.com/personal/sato/paper.docx",
                        ["name"] = "../../somebody-elses.docx",
                        ["uploadUrl"] = upload,
                        ["uniqueId"] = "unique-1",
                        ["fileType"] = "docx",
                    }
                    : null,
        };
        return invoke;
    }

    private async Task<HttpStatusCode> PostAsync(JsonObject invoke)
    {
        using var response = await bot.PostAsync(invoke.DeepClone());
        return response.StatusCode;
    }

    /// <summary>Keeps what is put there.</summary>
    private sealed class OneDrive : HttpMessageHandler
    {
        public List<(string Url, string Range, byte[] Content)> Puts { get; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(HttpMethod.Put, request.Method);
            Assert.Null(request.Headers.Authorization);
            if (Status == HttpStatusCode.Created)
                Puts.Add(
                    (
                        request.RequestUri!.ToString(),
                        request.Content!.Headers.ContentRange!.ToString(),
                        await request.Content.ReadAsByteArrayAsync(cancellationToken)
                    )
                );
            return new HttpResponseMessage(Status);
        }
    }
}
