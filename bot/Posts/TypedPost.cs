using System.Text.RegularExpressions;

namespace GuidelineBot.Posts;

/// <summary>The post within a message that asks to look it over. What is shorter than ten characters is part of the request.</summary>
internal static partial class TypedPost
{
    /// <returns>Empty where the message only asks.</returns>
    public static string In(string message)
    {
        var lines = message.Trim().Split('\n', 2, StringSplitOptions.TrimEntries);
        if (lines is [_, { Length: > 0 } below])
            return below;
        if (Quoted().Match(message) is { Success: true } quoted)
            return quoted.Groups["draft"].Value.Trim();
        return AfterColon().Match(message) is { Success: true } told ? told.Groups["draft"].Value.Trim() : "";
    }

    [GeneratedRegex("^[^「『]*[「『](?<draft>.{10,})[」』]", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex("^[^:：]{1,40}[:：](?!//)(?<draft>.{10,})$", RegexOptions.Singleline)]
    private static partial Regex AfterColon();
}
