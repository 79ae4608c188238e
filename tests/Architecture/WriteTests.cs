using System.Text.RegularExpressions;

namespace GuidelineBot.Tests.Architecture;

/// <summary>What changes something does it in <c>Delivery/Changes.CommitAsync</c>, which owns transaction, mark, redrawn cards and outbox.</summary>
public sealed partial class WriteTests
{
    /// <summary>Who may write otherwise, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["bot/Delivery/Changes.cs"] = "is the way itself",
        ["bot/Delivery/DeliveryWorker.cs"] = "notes down what was sent; a lease keeps others away",
        ["bot/Delivery/ChatPerson.cs"] = "remembers who is in a chat, in one statement",
        ["bot/Delivery/KnownConversations.cs"] = "remembers a chat on every turn, in one statement",
        ["bot/Delivery/LiveCards.cs"] = "lets go of the forms that the person has left, in one statement",
        ["bot/Delivery/LiveCardWorker.cs"] = "notes down what was drawn; a lease keeps others away",
        ["bot/Asking/QuestionLog.cs"] = "logs every question, in one statement",
        ["bot/Asking/RecentQuestions.cs"] = "remembers a clause on every question, in one statement",
        ["bot/CommandLine/AccountsCommand.cs"] = "a command: no turn, and a preview in the same transaction",
        ["bot/Rehearsal/Stage.cs"] = "sets the stage before anything happens",
    };

    private static readonly SourceFile[] Files =
    [
        .. Sources.Of("bot").Where(file => !file.IsGenerated && !file.Name.StartsWith("bot/Storage/", StringComparison.Ordinal)),
    ];

    /// <summary>Whoever is handed a context works within somebody's change; whoever opens one only reads.</summary>
    [Fact]
    public void No_method_opens_a_context_and_writes_with_it() =>
        Assert.Equal(
            [],
            Files
                .Where(file => !Allowed.ContainsKey(file.Name))
                .SelectMany(file =>
                    Member().Split(file.Text).Where(IsWriteOfItsOwn).Select(member => $"{file.Name}: {member.Split('\n')[0]}")
                )
        );

    [Fact]
    public void Every_exception_is_one() =>
        Assert.All(
            Allowed.Keys,
            name => Assert.True(Files.Any(file => file.Name == name && Member().Split(file.Text).Any(IsWriteOfItsOwn)), name)
        );

    [Theory]
    [InlineData("await using var database = await databases.CreateDbContextAsync(x);\n await database.SaveChangesAsync(x);", true)]
    [InlineData("await using var database = await databases.CreateDbContextAsync(x);\n return database.A.ExecuteDeleteAsync(x);", true)]
    [InlineData("await using var database = await databases.CreateDbContextAsync(x);\n return database.A.ToListAsync(x);", false)]
    [InlineData("await database.SaveChangesAsync(x);", true)]
    [InlineData("await change.Database.SaveChangesAsync(x);", false)]
    [InlineData("changes.CommitAsync(\"\", change => change.Database.A.ExecuteDeleteAsync(x), x)", false)]
    [InlineData("statements.RunAsync($\"\"\"INSERT INTO a\"\"\", x)", true)]
    public void The_rule_tells_a_write_of_its_own(string member, bool isOne) => Assert.Equal(isOne, IsWriteOfItsOwn(member));

    private static bool IsWriteOfItsOwn(string member) =>
        Own().IsMatch(member) || member.Contains("CreateDbContextAsync", StringComparison.Ordinal) && Bulk().IsMatch(member);

    /// <summary>Where a member of a type begins.</summary>
    [GeneratedRegex(@"^    (?=(?:public|private|internal|protected)\b)", RegexOptions.Multiline)]
    private static partial Regex Member();

    /// <summary>Saves, begins a transaction or runs a statement outside of a change; the state of a talk is the SDK's.</summary>
    [GeneratedRegex(@"(?<!change\.Database|state)\.SaveChangesAsync\(|\.BeginTransactionAsync\(|\bstatements\.RunAsync\(")]
    private static partial Regex Own();

    [GeneratedRegex(@"\.(?:ExecuteUpdate|ExecuteDelete|ExecuteSql(?:Raw)?)Async\(")]
    private static partial Regex Bulk();
}
