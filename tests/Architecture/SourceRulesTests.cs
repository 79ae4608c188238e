using System.Text.RegularExpressions;

namespace GuidelineBot.Tests.Architecture;

public sealed partial class SourceRulesTests
{
    private const int LongestFile = 300;
    private const int LongestLine = 160;

    private static readonly SourceFile[] Written = [.. Sources.All.Where(file => !file.IsGenerated)];

    [Fact]
    public void The_clock_is_asked_only_through_TimeProvider() => AssertNowhere(Clock());

    [Fact]
    public void No_thread_waits_for_a_task() => AssertNowhere(Blocking());

    [Fact]
    public void No_method_is_async_void() => AssertNowhere(AsyncVoid());

    [Fact]
    public void Whatever_is_shown_in_a_chat_leaves_by_one_exit() =>
        Assert.Equal(
            // A fault has no reply.
            ["bot/Turns/Apology.cs", "bot/Turns/Replies.cs"],
            Written.Where(file => Sending().IsMatch(file.Text)).Select(file => file.Name).Order(StringComparer.Ordinal)
        );

    /// <summary>
    /// They stand in <c>knowledge/offices.md</c>: a reorganisation, or another city, is no change of code. Comments may give our words as examples.
    /// </summary>
    [Fact]
    public void No_code_names_the_city_or_an_office() => AssertNowhereAtAll(Named());

    [Fact]
    public void Files_are_short() =>
        Assert.All(
            Written,
            file =>
            {
                var lines = file.Text.TrimEnd().Split('\n').Length;
                Assert.True(lines <= LongestFile, $"{file.Name} has {lines} lines.");
            }
        );

    /// <summary>The formatter breaks code at 140 columns; comments and texts, which it leaves alone, are broken by hand.</summary>
    [Fact]
    public void Lines_are_short() =>
        Assert.Empty(
            Written
                .Concat(Sources.Of("tests"))
                .Concat(Sources.Of("polyfills"))
                .SelectMany(file => file.Text.Split('\n').Select((line, place) => (Where: $"{file.Name}:{place + 1}", line)))
                .Where(line => line.line.TrimEnd('\r').Length > LongestLine)
                .Select(line => line.Where)
        );

    [Fact]
    public void No_file_is_called_by_what_says_nothing() =>
        Assert.Empty(Written.Where(file => EmptyName().IsMatch(Path.GetFileNameWithoutExtension(file.Name))).Select(file => file.Name));

    [Fact]
    public void A_test_that_starts_a_process_says_that_it_is_slow() =>
        Assert.Empty(
            Sources
                .Of("tests")
                .Where(file => file.Name.EndsWith("Tests.cs", StringComparison.Ordinal) && StartsProcess().IsMatch(file.Text))
                .Where(file => !file.Text.Contains("[Slow]", StringComparison.Ordinal))
                .Select(file => file.Name)
        );

    private static void AssertNowhereAtAll(Regex forbidden) =>
        Assert.Empty(
            Sources
                .Of("bot")
                .Concat(Sources.Of("cards"))
                .Concat(Sources.Of("knowledge"))
                .SelectMany(file => file.Text.Split('\n').Select((line, place) => (Where: $"{file.Name}:{place + 1}", line)))
                .Where(line => forbidden.IsMatch(line.line) && !line.line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Select(line => line.Where)
        );

    private static void AssertNowhere(Regex forbidden)
    {
        Assert.NotEmpty(Written);
        Assert.Empty(
            Written
                .SelectMany(file => file.Text.Split('\n').Select((line, place) => (Where: $"{file.Name}:{place + 1}", line)))
                .Where(line => forbidden.IsMatch(line.line) && !line.line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Select(line => line.Where)
        );
    }

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Utc)?(?:Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\.Result\b|\.Wait\(\)")]
    private static partial Regex Blocking();

    [GeneratedRegex(@"\.(?:SendActivity|UpdateActivity|DeleteActivity)Async\b")]
    private static partial Regex Sending();

    [GeneratedRegex("岡山|広報広聴課|[Oo]kayama|おかやま|ももたろう|様式[23]")]
    private static partial Regex Named();

    [GeneratedRegex(@"\basync void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(
        @"\b(?:BotProcess|SmtpServer|CommandRun|NodeFolder|PlaygroundPage|FaultBot|Process)\.\w*Start\w*\(|\bnew PostgresCluster\b"
    )]
    private static partial Regex StartsProcess();

    [GeneratedRegex("(?:Helper|Util|Utils|Utilities|Manager|Common|Service)s?$")]
    private static partial Regex EmptyName();
}
