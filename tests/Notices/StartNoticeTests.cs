namespace GuidelineBot.Tests.Notices;

/// <summary>A form begins with what was said before its button was pressed.</summary>
public sealed class StartNoticeTests : IAsyncLifetime
{
    private const string Person = "sato";

    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task The_service_that_was_asked_about_stands_in_the_form_that_the_answer_opens()
    {
        var answer = (await bot.SayAsync("職場のパソコンでフェイスブックが見られません。どうしたら見られますか", Person)).Card();
        var form = await bot.OpenAsync(answer, "閲覧解除申請を作る", Person);
        Assert.Equal("Facebook", form.Input("f_service")["value"]!.ToString());
        Assert.Contains("「Facebook」を読み取りました。", form.Words(), StringComparison.Ordinal);

        // Of another paper than the one that was asked about, nothing was said.
        await bot.SayAsync("Instagramの炎上ってどう対応するの", Person);
        form = await bot.OpenAsync((await bot.SayAsync("届出", Person)).Card(), "終了届を作る", Person);
        Assert.Equal("", form.Input("f_service")["value"]!.ToString());
    }
}
