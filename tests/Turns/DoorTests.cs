using System.Net;
using System.Text;

namespace GuidelineBot.Tests.Turns;

/// <summary>On a developer's machine the door is open, but not to pages that a browser has from elsewhere.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task What_a_form_could_send_is_not_read(string? type) =>
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            await PostAsync(request => request.Content!.Headers.TryAddWithoutValidation("Content-Type", type), type)
        );

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost.evil.example:3978")]
    public async Task A_page_from_elsewhere_is_refused(string origin) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(request => request.Headers.Add("Origin", origin)));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:3978")]
    [InlineData("localhost.evil.example")]
    [InlineData("10.0.0.1")]
    public async Task A_name_of_somebody_elses_for_this_machine_is_refused(string host)
    {
        var status = await PostAsync(request => request.Headers.Host = host);

        Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{status}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        Assert.Equal(HttpStatusCode.BadRequest, (await bot.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:56150")]
    [InlineData("http://127.0.0.1:56150")]
    public async Task The_Playground_is_let_in(string origin) =>
        Assert.Equal(
            HttpStatusCode.OK,
            await PostAsync(request =>
            {
                request.Headers.Add("Origin", origin);
                request.Headers.Host = "127.0.0.1:3978";
            })
        );

    private async Task<HttpStatusCode> PostAsync(Action<HttpRequestMessage> change, string? type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(bot.Message("ヘルプ").ToJsonString())),
        };
        if (type == "application/json")
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        change(request);
        using var response = await bot.Http.SendAsync(request);
        return response.StatusCode;
    }
}
