using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>The word that a clause explains, and as much of the explanation as stands on the same line.</summary>
internal sealed partial record GlossaryTerm(string Term, string Definition)
{
    public const int Longest = 40;

    /// <returns>Null where the clause explains no term.</returns>
    public static GlossaryTerm? Read(Node node)
    {
        if (node.Parent is not { ExplainsTerms: true })
            return null;
        var rest = node.Line.Rest;
        var match = Quoted().Match(rest);
        if (!match.Success)
            match = Plain().Match(rest);
        if (match.Success && Cleaned(match.Groups["term"].Value) is { Length: > 0 } term)
            return new GlossaryTerm(term, match.Groups["definition"].Value.Trim());
        return node.Mark.Kind == MarkKind.Note && rest.Length <= Longest && Cleaned(rest) is { Length: > 0 } whole
            ? new GlossaryTerm(whole, "")
            : null;
    }

    /// <summary>「URL（Uniform Resource Locator）」 is marked as 「URL（※2）」 in the text.</summary>
    private static string Cleaned(string term)
    {
        var bracket = term.AsSpan().IndexOfAny('（', '(');
        return (bracket > 0 ? term[..bracket] : term).Trim().Trim('「', '」', '『', '』').Trim();
    }

    [GeneratedRegex(
        @"^[「『](?<term>[^「」『』]{1,40})[」』](?:とは[、，]?|\s*[：:]|\s)\s*(?<definition>\S.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"^(?<term>[^：:、。，　\t]{1,40}?)(?:とは[、，]?|\s*[：:]|[　\t]|[ ]{2}|…|[ ](?=[^ ]{8,}.*。$))\s*(?<definition>\S.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Plain();
}
