using System.Net;
using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Downloads;

/// <summary>A link is good for three times within half an hour, and then nothing of it is left.</summary>
public sealed class DownloadsTests
{
    [Fact]
    public async Task It_works_three_times_and_is_gone()
    {
        await using var bot = await BotHost.StartAsync();
        var link = await LinkAsync(bot);

        for (var time = 0; time < 3; time++)
            Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bot.Http.GetAsync(link)).StatusCode);
        await using var database = bot.Open();
        Assert.False(await database.DownloadTickets.AnyAsync(ticket => ticket.Left <= 0));
    }

    [Fact]
    public async Task Of_many_at_once_three_get_the_file()
    {
        await using var bot = await BotHost.StartAsync();
        var link = await LinkAsync(bot);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => bot.Http.GetAsync(link)));

        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task After_half_an_hour_whoever_tries_it_removes_it()
    {
        await using var bot = await BotHost.StartAsync();
        var link = await LinkAsync(bot);
        await using var database = bot.Open();
        var before = await database.DownloadTickets.CountAsync();
        await database.DownloadTickets.ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.ExpiresAt, DateTimeOffset.UtcNow));

        Assert.Equal(HttpStatusCode.NotFound, (await bot.Http.GetAsync(link)).StatusCode);

        Assert.Equal(before - 1, await database.DownloadTickets.CountAsync());
    }

    private static async Task<Uri> LinkAsync(BotHost bot)
    {
        var incident = await bot.StartAsync();
        var card = (await bot.PressAsync(IncidentCloseCard.PapersVerb, IncidentBot.Of(incident))).Card();
        return new Uri(card.Actions().First(action => action["type"]?.ToString() == "Action.OpenUrl")["url"]!.ToString());
    }
}
