using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Downloads;

/// <summary>A file to be fetched.</summary>
/// <param name="ContentType">A media type.</param>
internal sealed record Download(string Name, string ContentType, byte[] Content)
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

/// <summary>A feature that writes files. Who may have one is asked when the link is made, not here.</summary>
internal interface IDownloads
{
    /// <summary>As in <see cref="DownloadTicket.Source"/>.</summary>
    string Source { get; }

    /// <returns>Null where there is no such file any more.</returns>
    Task<Download?> WriteAsync(string about, CancellationToken cancellationToken);
}

internal sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Under which staff reach this host with a browser, such as https://bot.example.jp; empty: as Teams reaches it.</summary>
    public string Address { get; init; } = "";

    /// <summary>From where the status page may be seen outside Development: addresses, or networks such as 10.1.0.0/16.</summary>
    public string[] Operators { get; init; } = [];
}

/// <summary>A bot cannot hand over a file in every kind of Teams chat: it gives a link, good for half an hour and three times, to the one who asked.</summary>
/// <remarks>A browser that opens it says nothing of who sits there: whoever has the link has the file for so long.</remarks>
internal sealed class DownloadLinks(
    IDbContextFactory<Database> databases,
    Changes changes,
    IEnumerable<IDownloads> sources,
    IHttpContextAccessor http,
    IOptions<SiteOptions> site
)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    private const string Path = "/downloads/";

    /// <summary>Said to others in the place of a link.</summary>
    public const string Told = "書類のリンクは、";

    /// <summary>A card with links, which nobody but the one who asked may see.</summary>
    public static Reply Show(AdaptiveCard card) => new Reply.Personal(new Reply.View(card), Told);

    /// <summary>Call this only for someone who may have the file.</summary>
    public async Task<string> MakeAsync(Person person, string source, string about, CancellationToken cancellationToken) =>
        $"{Address}{Path}{await TicketAsync(person, source, about, cancellationToken)}";

    /// <summary>What stands in a link, for who hands the file over otherwise. Call this only for someone who may have the file.</summary>
    public async Task<string> TicketAsync(Person person, string source, string about, CancellationToken cancellationToken)
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        // Not marked as done by a turn: one turn may ask for several.
        return await changes.CommitAsync(
            "",
            change =>
            {
                change.Database.DownloadTickets.Add(
                    new DownloadTicket
                    {
                        Key = KeyOf(secret),
                        Source = source,
                        About = about,
                        PersonId = person.Id,
                        ExpiresAt = change.Now + GoodFor,
                    }
                );
                return Task.FromResult(secret);
            },
            cancellationToken
        );
    }

    /// <param name="person">To whom alone it is given, where that is known.</param>
    /// <returns>Null where the link is none, or none any more.</returns>
    public async Task<Download?> FetchAsync(string secret, CancellationToken cancellationToken, string? person = null)
    {
        var key = KeyOf(secret);
        // Looked up first: whoever only tries links is not to make anybody wait for a write.
        return
            await FindAsync(key, cancellationToken) is { } ticket
            && (person is null || ticket.PersonId == person)
            && await changes.CommitAsync("", change => IsTakenAsync(change, key, cancellationToken), cancellationToken)
            && sources.FirstOrDefault(source => source.Source == ticket.Source) is { } found
            ? await found.WriteAsync(ticket.About, cancellationToken)
            : null;
    }

    private async Task<DownloadTicket?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.DownloadTickets.AsNoTracking().SingleOrDefaultAsync(ticket => ticket.Key == key, cancellationToken);
    }

    /// <summary>Counts in one statement, so that of many at once no more than three get the file; a link that has ended goes.</summary>
    private static async Task<bool> IsTakenAsync(Change change, string key, CancellationToken cancellationToken)
    {
        var mine = change.Database.DownloadTickets.Where(ticket => ticket.Key == key);
        var taken = await mine.Where(ticket => ticket.ExpiresAt > change.Now && ticket.Left > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.Left, ticket => ticket.Left - 1), cancellationToken);
        await mine.Where(ticket => ticket.ExpiresAt <= change.Now || ticket.Left <= 0).ExecuteDeleteAsync(cancellationToken);
        return taken == 1;
    }

    private string Address =>
        site.Value.Address is { Length: > 0 } set ? set.TrimEnd('/')
        : http.HttpContext is { Request: var request } ? $"{request.Scheme}://{request.Host}"
        : throw new InvalidOperationException("A link can be made only while a turn is answered.");

    private static string KeyOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal static class DownloadsSetup
{
    public static IServiceCollection AddDownloads(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section);
        services.AddSingleton<DownloadLinks>();
        return services;
    }

    public static void AddDownloads(this Routes routes) => routes.OnConsent<TakeFile>();

    public static void MapDownloads(this WebApplication app) =>
        app.MapGet(
                "/downloads/{secret}",
                async (string secret, DownloadLinks links, HttpContext http) =>
                {
                    http.Response.Headers.CacheControl = "no-store";
                    return await links.FetchAsync(secret, http.RequestAborted) is { } file
                        ? Results.File(file.Content, file.ContentType, file.Name)
                        : Results.Text(
                            "このリンクは、もう使えません（30分か、3回開くまで）。Teamsのガイドラインボットで、もう一度リンクを出してください。",
                            "text/plain; charset=utf-8",
                            Encoding.UTF8,
                            StatusCodes.Status404NotFound
                        );
                }
            )
            .AllowAnonymous();
}
