namespace Microsoft.Recognizers.Text;

/// <summary>Half-width and lower case, each character in its place: the genuine package gives results in this spelling, too.</summary>
internal static class Query
{
    private const string Wide = "０１２３４５６７８９：－−，／．（）％、";
    private const string Narrow = "0123456789:--,/.()%,";

    public static string Simplify(string query) => string.Create(query.Length, query, static (simple, query) =>
    {
        for (var at = 0; at < simple.Length; at++)
        {
            var wide = Wide.IndexOf(query[at], StringComparison.Ordinal);
            simple[at] = wide < 0 ? char.ToLowerInvariant(query[at]) : Narrow[wide];
        }
    });
}
