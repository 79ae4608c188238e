using System.Net;
using System.Text;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Health;

/// <summary>
/// <c>/</c>: whether everything is set right, for operators; <c>/privacy</c>: what is stored and for how long, for everybody. Outside
/// Development the first one is served to configured addresses only.
/// </summary>
internal static class StatusPage
{
    private const string Style = """
        body { font-family: system-ui, "Noto Sans CJK JP", sans-serif; line-height: 1.6; max-width: 60rem; }
        body { margin: 0 auto; padding: 1rem; color: #1b1b1b; background: #fff; }
        h1 { font-size: 1.4rem; } table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding-bottom: .5rem; }
        th, td { border: 1px solid #767676; padding: .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { width: 28%; font-weight: 600; }
        .level { font-weight: 600; white-space: nowrap; } .Wrong { color: #a80000; } .Doubtful { color: #7a4b00; } .Right { color: #0b6a0b; }
        @media (max-width: 40rem) { table, tbody, tr, th, td { display: block; width: auto; } tr { margin-bottom: 1rem; } td, th { border-width: 0 0 1px; } }
        """;

    public static void MapStatus(this WebApplication app)
    {
        app.MapGet(
                "/",
                async (HttpContext http, StatusItems items, IOptions<SiteOptions> site, IHostEnvironment environment) =>
                    environment.IsDevelopment() || IsOperator(http.Connection.RemoteIpAddress, site.Value.Operators)
                        ? Html(http, Status(await items.AllAsync(http.RequestAborted)))
                        : Results.NotFound()
            )
            .AllowAnonymous();
        app.MapGet(
                "/privacy",
                async (
                    HttpContext http,
                    IDbContextFactory<Database> databases,
                    IOptions<RetentionOptions> retention,
                    LiveKnowledge knowledge
                ) =>
                {
                    await using var database = await databases.CreateDbContextAsync(http.RequestAborted);
                    return Html(
                        http,
                        Privacy(WhatWeStore.OfPeople(database.Model), retention.Value, knowledge.Current.Offices.PublicRelations.Name)
                    );
                }
            )
            .AllowAnonymous();
    }

    /// <param name="operators">Addresses, or networks such as 10.1.0.0/16.</param>
    public static bool IsOperator(IPAddress? address, IEnumerable<string> operators)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is not null
            && operators.Any(allowed =>
                IPNetwork.TryParse(allowed, out var network)
                    ? network.Contains(address)
                    : IPAddress.TryParse(allowed, out var one) && one.Equals(address)
            );
    }

    private static IResult Html(HttpContext http, string page)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return Results.Text(page, "text/html; charset=utf-8", Encoding.UTF8);
    }

    private static string Status(IReadOnlyList<StatusItem> items)
    {
        var (wrong, doubtful) = (
            items.Count(item => item.Level == StatusLevel.Wrong),
            items.Count(item => item.Level == StatusLevel.Doubtful)
        );
        var summary =
            wrong > 0 ? $"直す必要のある設定が{wrong}件あります。"
            : doubtful > 0 ? $"動いています。確かめていただきたい設定が{doubtful}件あります。"
            : "すべて整っています。";
        return Page(
            "ガイドラインボットの状態",
            $"""
            <p>{Text(summary)}</p>
            <table><caption>設定と状態</caption><tbody>
            {string.Concat(items.OrderByDescending(item => item.Level).Select(Row))}
            </tbody></table>
            <p><a href="/privacy">保存するものと期間</a>　<a href="/readyz">機械向けの状態</a></p>
            <p>版：{Text(ProductVersion.Full)}</p>
            """
        );
    }

    private static string Row(StatusItem item) =>
        $"""
            <tr><th scope="row">{Text(item.Name)}</th><td><span class="level {item.Level}">{(
                item.Level switch
                {
                    StatusLevel.Wrong => "要対応",
                    StatusLevel.Doubtful => "要確認",
                    _ => "良好",
                }
            )}</span>　{Text(item.Finding)}{(item.ToDo.Length == 0 ? "" : $"<br>{Text(item.ToDo)}")}</td></tr>

            """;

    private static string Privacy(IEnumerable<Kept> stored, RetentionOptions retention, string office) =>
        Page(
            "保存するものと期間",
            $"""
            <p>ガイドラインボットは、次のものを市のデータベースに保存します。外部の AI やクラウドの検索には送りません。</p>
            <table><tbody>{string.Concat(
                stored.Select(kept =>
                    $"""<tr><th scope="row">{Text(kept.What)}</th><td>{Text(kept.Why)}<br>期間：{Text(
                        kept.HowLong.Words(retention)
                    )}</td></tr>"""
                )
            )}</tbody></table>
            <p>お名前の削除のご希望は、{Text(office)}にお申し出ください。</p>
            """
        );

    private static string Page(string title, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Text(
                title
            )}</title><style>{Style}</style></head>
            <body><main><h1>{Text(title)}</h1>
            {body}
            </main></body></html>
            """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
