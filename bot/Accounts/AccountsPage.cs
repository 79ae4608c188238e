using System.Net;
using System.Text;
using GuidelineBot.Cards;

namespace GuidelineBot.Accounts;

/// <summary>The city's list of accounts (4②) as a web page of its own; its main element can be pasted into a page of the city's website.</summary>
internal static class AccountsPage
{
    /// <param name="title">What the list is called.</param>
    /// <param name="accounts">The ones to show.</param>
    /// <param name="services">The services in their order on the page; others follow by name.</param>
    public static string Render(string title, IReadOnlyList<Account> accounts, IReadOnlyList<string> services, DateOnly today)
    {
        var page = new StringBuilder();
        Line("<!DOCTYPE html>");
        Line("<html lang=\"ja\">");
        Line("<head>");
        Line("<meta charset=\"utf-8\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line($"<title>{Text(title)}</title>");
        Line(
            "<style>table { border-collapse: collapse; width: 100%; margin-bottom: 2em; } "
                + "caption { text-align: left; font-weight: bold; } "
                + "th, td { border: 1px solid #767676; padding: 0.4em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }"
                + "</style>"
        );
        Line("</head>");
        Line("<body>");
        Line("<main>");
        Line($"<h1>{Text(title)}</h1>");
        Line($"<p>{Wareki.Day(today)}現在</p>");
        if (accounts.Count == 0)
            Line("<p>運用中のアカウントはありません。</p>");
        foreach (
            var group in accounts
                .GroupBy(account => account.Service)
                .OrderBy(group => Place(services, group.Key))
                .ThenBy(group => group.Key, StringComparer.Ordinal)
        )
            Table(
                group.Key,
                group.OrderBy(account => account.Section, StringComparer.Ordinal).ThenBy(account => account.Name, StringComparer.Ordinal)
            );
        Line("</main>");
        Line("</body>");
        Line("</html>");
        return page.ToString();

        void Table(string service, IEnumerable<Account> rows)
        {
            Line($"<h2>{Text(service)}</h2>");
            Line("<table>");
            Line($"<caption>{Text(service)}のアカウント</caption>");
            Line(
                "<thead><tr><th scope=\"col\">アカウント名</th><th scope=\"col\">所属</th><th scope=\"col\">目的</th><th scope=\"col\">運用ポリシー等</th></tr></thead>"
            );
            Line("<tbody>");
            foreach (var account in rows)
                Line(
                    $"<tr><th scope=\"row\">{Link(account.Url, account.Name, account.Name)}</th>"
                        + $"<td>{Text(account.Section)}</td><td>{Text(account.Purpose)}</td><td>{Papers(account)}</td></tr>"
                );
            Line("</tbody>");
            Line("</table>");
        }

        void Line(string line) => page.Append(line).Append('\n');
    }

    private static string Papers(Account account) =>
        string.Join(
            "<br>",
            new[] { (account.PolicyUrl, "運用ポリシー"), (account.TermsUrl, "利用規約") }
                .Where(paper => paper.Item1.Length > 0)
                .Select(paper => Link(paper.Item1, paper.Item2, $"{paper.Item2}（{paper.Item1}）"))
        );

    /// <summary>A link where the address is one of the web, otherwise plain text.</summary>
    private static string Link(string url, string title, string otherwise) =>
        url.Contains("://", StringComparison.Ordinal) && AccountKey.Address(url) is { } address
            ? $"<a href=\"{Text(address.AbsoluteUri)}\" rel=\"noopener\">{Text(title)}</a>"
            : Text(otherwise);

    private static string Text(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim());

    private static int Place(IReadOnlyList<string> services, string name)
    {
        for (var place = 0; place < services.Count; place++)
            if (services[place] == name)
                return place;
        return services.Count;
    }
}
