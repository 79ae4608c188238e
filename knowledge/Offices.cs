namespace GuidelineBot.Knowledge;

/// <param name="Name">As sentences call it.</param>
/// <param name="Addressee">As a paper calls whom it is addressed to.</param>
public sealed record Office(string Name, string Addressee);

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

/// <summary>The offices that papers and questions go to, and the clause behind each <see cref="Demand"/>, as <c>offices.md</c> names them.</summary>
/// <param name="PublicRelations">Takes notices and questions, and keeps the register.</param>
/// <param name="NetworkAdministrator">Takes applications for unblocking, and copies of notices.</param>
public sealed record Offices(Office PublicRelations, Office NetworkAdministrator, IReadOnlyDictionary<Demand, ClauseId> Reasons)
{
    public ClauseId? ReasonOf(Demand demand) => Reasons.TryGetValue(demand, out var clause) ? clause : null;
}
