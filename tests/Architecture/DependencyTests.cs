using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GuidelineBot.Tests.Architecture;

public sealed partial class DependencyTests
{
    private static readonly string[] Products = ["bot", "knowledge", "cards"];

    [Theory]
    [InlineData("bot/GuidelineBot.csproj", "cards", "knowledge")]
    [InlineData("cards/GuidelineBot.Cards.csproj")]
    [InlineData("knowledge/GuidelineBot.Knowledge.csproj")]
    public void The_bot_knows_cards_and_knowledge_and_these_know_neither_each_other_nor_the_bot(
        string project,
        params string[] references
    ) =>
        Assert.Equal(
            references,
            XDocument
                .Load(Path.Combine(Sources.Root, project))
                .Descendants("ProjectReference")
                .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/').Split('/')[^2])
                .Where(folder => Products.Contains(folder))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Only_the_edge_and_the_dialogs_name_the_Bot_Framework() =>
        Assert.All(
            Sources.All.Where(file => BotFramework().IsMatch(file.Text)).Select(file => file.Name),
            name =>
                Assert.True(
                    name.StartsWith("bot/Turns/", StringComparison.Ordinal) || name.EndsWith("Dialog.cs", StringComparison.Ordinal),
                    name
                )
        );

    [Fact]
    public void Only_the_edge_and_the_dialogs_were_compiled_against_the_Bot_Framework() =>
        Assert.Empty(
            typeof(GuidelineBot.Turns.Routes)
                .Assembly.GetTypes()
                .Where(type => type.Namespace?.StartsWith("GuidelineBot", StringComparison.Ordinal) == true && type.DeclaringType is null)
                .Where(type => type.Namespace != "GuidelineBot.Turns" && !type.Name.EndsWith("Dialog", StringComparison.Ordinal))
                .Where(NamesBotFramework)
                .Select(type => type.FullName)
        );

    [Fact]
    public void Cards_and_knowledge_know_no_database_and_no_web_server() =>
        Assert.Empty(
            Sources
                .All.Where(file => !file.Name.StartsWith("bot/", StringComparison.Ordinal) && ServerSide().IsMatch(file.Text))
                .Select(file => file.Name)
        );

    [Fact]
    public void No_slice_reads_or_writes_another_slices_table()
    {
        // A rehearsal sets the whole stage, and then looks at what was written, as a test does; that nothing of the bot stands on it,
        // the rule below sees to.
        var files = Sources.Of("bot").Where(file => !file.IsGenerated && SliceOf(file) != "Rehearsal").ToList();
        var tables = files
            .SelectMany(file => Table().Matches(file.Text).Select(found => (Table: found.Groups["set"].Value, Slice: SliceOf(file))))
            .Where(table => table.Slice != "Storage")
            .ToList();
        Assert.True(tables.Count >= 18, "The tables' declarations are no longer found.");

        Assert.Empty(
            from table in tables
            from file in files
            where SliceOf(file) != table.Slice && Regex.IsMatch(file.Text, $@"\b(?:database|reading)\s*\.{table.Table}\b")
            select $"{file.Name} names {table.Table}, a table of {table.Slice}"
        );
    }

    [Fact]
    public void No_two_slices_know_each_other()
    {
        var known = Sources
            .Of("bot")
            .Where(file => !file.IsGenerated && file.Name.Count(sign => sign == '/') > 1)
            .SelectMany(file => Used().Matches(file.Text).Select(used => (By: SliceOf(file), Slice: used.Groups["slice"].Value)))
            .Where(use => use.By != use.Slice)
            .ToHashSet();
        Assert.Contains(("Notices", "Accounts"), known);

        // A turn brings about deliveries, and a delivery is a turn's answer to somebody else: one base in two folders.
        known.Remove(("Delivery", "Turns"));
        Assert.Equal([], known.Where(use => known.Contains((use.Slice, use.By))).Select(use => $"{use.By} and {use.Slice}"));
        // A rehearsal may know everything: nothing but the command that plays it knows it.
        Assert.Equal(["CommandLine"], known.Where(use => use.Slice == "Rehearsal").Select(use => use.By));
    }

    private static string SliceOf(SourceFile file) => file.Name.Split('/')[1];

    private static bool NamesBotFramework(Type type) =>
        type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Concat(
                type.GetMethods()
                    .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            )
            .Concat(type.GetInterfaces())
            .Append(type.BaseType)
            .Any(used => used?.Namespace?.StartsWith("Microsoft.Bot", StringComparison.Ordinal) == true);

    [GeneratedRegex(@"public DbSet<\w+> (?<set>\w+) => database\.Set")]
    private static partial Regex Table();

    [GeneratedRegex(@"^using (?:static )?GuidelineBot\.(?<slice>(?!Cards|Knowledge\b)\w+)", RegexOptions.Multiline)]
    private static partial Regex Used();

    [GeneratedRegex(@"\bMicrosoft\.Bot\b")]
    private static partial Regex BotFramework();

    [GeneratedRegex(@"\b(?:Microsoft\.EntityFrameworkCore|Microsoft\.AspNetCore|Npgsql|Microsoft\.Bot)\b")]
    private static partial Regex ServerSide();
}
