namespace GuidelineBot.Knowledge;

/// <param name="Name">As sentences call it.</param>
/// <param name="Addressee">As a paper calls whom it is addressed to.</param>
public sealed record Office(string Name, string Addressee);

/// <summary>Whose staff the bot serves.</summary>
/// <param name="Reading">In hiragana, without 市: how accounts are called.</param>
/// <param name="English">As in Mihon City.</param>
public sealed record City(string Name, string Reading, string English)
{
    /// <summary>What is said here and nowhere else; those in kana are parts of names of sections.</summary>
    public IReadOnlyList<string> PlaceWords { get; init; } = [];

    /// <summary>Of the app in Teams, as #RRGGBB; null for the product's own.</summary>
    public string? Colour { get; init; }

    /// <param name="account">In lower case.</param>
    /// <returns>What is left of an account's name when it begins with the city's, in any of its forms.</returns>
    public string WithoutName(string account) =>
        account[
            new[] { Name, Name.TrimEnd('市', '町', '村'), Reading, English.Split(' ')[0].ToLowerInvariant() }
                .FirstOrDefault(name => account.StartsWith(name, StringComparison.Ordinal), "")
                .Length..
        ];
}

/// <summary>What the product asks of people because a clause says so.</summary>
public enum Demand
{
    /// <summary>One notice for each account.</summary>
    FileEachAccount,

    /// <summary>The network administrator gets a copy of each notice.</summary>
    ShareCopies,

    /// <summary>The password is changed from time to time.</summary>
    ChangePassword,

    /// <summary>The 閲覧解除廃止届 is filed when an account ends.</summary>
    EndUnblocking,

    /// <summary>The website's list shows the accounts that are in use.</summary>
    KeepList,
}

/// <summary>The city, the offices that papers and questions go to, and the clause behind each <see cref="Demand"/>, as <c>offices.md</c> names them.</summary>
/// <param name="PublicRelations">Takes notices and questions, and keeps the register.</param>
/// <param name="NetworkAdministrator">Takes applications for unblocking, and copies of notices.</param>
public sealed record Offices(City City, Office PublicRelations, Office NetworkAdministrator, IReadOnlyDictionary<Demand, ClauseId> Reasons)
{
    /// <summary>In how many working days <see cref="PublicRelations"/> answers, as a rule; null where it does not say.</summary>
    public int? AnswersWithin { get; init; }

    /// <summary>What the website's list of accounts is called.</summary>
    public string AccountList => $"{City.Name}のソーシャルメディア一覧";

    public ClauseId? ReasonOf(Demand demand) => Reasons.TryGetValue(demand, out var clause) ? clause : null;
}
