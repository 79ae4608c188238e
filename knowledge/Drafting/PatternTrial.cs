using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>
/// Tries a pattern on the texts that are worst for patterns which go back: one sign or a few again and again, and at the end something that
/// does not fit. What is at it for ever on any of them must not come near a post.
/// </summary>
internal static partial class PatternTrial
{
    /// <summary>How long one look at one text may take, however busy the machine is; it usually takes a thousandth of that.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    /// <summary>Two to the power of this is more steps than anybody waits for; a thousand times that many signs, cubed, are, too.</summary>
    private const int Short = 40,
        Long = 2_000;

    private const string Misfit = "\u0001\n \n\u0001";

    private static readonly string[] Signs = ["a", "0", "あ", "ア", "漢", " ", "-", ".", "/"];

    /// <param name="pattern">With the time limit <see cref="Longest"/>.</param>
    public static bool Passes(Regex pattern)
    {
        try
        {
            foreach (var run in Signs)
                pattern.Count(Repeated(run, Long));
            foreach (var run in Literal().Matches(pattern.ToString()).Select(match => match.Value).Distinct())
            {
                pattern.Count(Repeated(run, Short));
                foreach (var sign in run)
                    pattern.Count(Repeated($"{sign}", Short));
            }
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string Repeated(string run, int times) => string.Concat(Enumerable.Repeat(run, times)) + Misfit;

    /// <summary>What stands in a pattern for itself.</summary>
    [GeneratedRegex(@"[^\\()\[\]{}?*+|^$.:=!<>]+")]
    private static partial Regex Literal();
}
