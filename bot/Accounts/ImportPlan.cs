namespace GuidelineBot.Accounts;

/// <summary>What a row of the file would do.</summary>
/// <param name="Known">Null for a new account.</param>
/// <param name="Changes">Empty where the register says the same already.</param>
internal sealed record PlannedRow(AccountRow Row, Account? Known, IReadOnlyList<PlannedChange> Changes)
{
    public bool IsNew => Known is null;
    public bool IsChange => Known is not null && Changes.Count > 0;
    public string Title => $"{Row.Values[AccountColumn.Service]}「{Row.Values[AccountColumn.Name]}」";
}

internal sealed record PlannedChange(AccountColumn Column, string Before, string After);

/// <summary>What a register file would change, before anything is stored.</summary>
internal sealed record ImportPlan(IReadOnlyList<PlannedRow> Rows, IReadOnlyList<ImportFault> Faults)
{
    /// <param name="accounts">The whole register.</param>
    public static ImportPlan Of(IReadOnlyList<AccountRow> rows, IReadOnlyList<Account> accounts, DateOnly today)
    {
        // Running ones before ended ones, the newest first: a file that says nothing of an end means the running one.
        var ordered = accounts.OrderBy(account => account.EndedOn < today).ThenByDescending(account => account.Id).ToList();
        var byUrl = ordered
            .Where(account => account.UrlKey.Length > 0)
            .GroupBy(account => account.UrlKey)
            .ToDictionary(group => group.Key, group => group.First());
        // An account whose address has changed; of an ended one, nothing but its own address is a sign.
        var byName = ordered
            .Where(account => !(account.EndedOn < today))
            .ToLookup(account => NameOf(account.Service, account.Name, account.Section));

        var faults = new List<ImportFault>();
        var firstAt = new Dictionary<string, int>();
        // Addresses go first: an account that some row names by its address is not taken for another of the same name.
        var taken = rows.Select(row => byUrl.GetValueOrDefault(KeyOf(row))).OfType<Account>().ToHashSet();
        var planned = new List<PlannedRow>();
        foreach (var row in rows)
        {
            if (!firstAt.TryAdd(KeyOf(row), row.Line))
            {
                faults.Add(new ImportFault(row.Line, $"{firstAt[KeyOf(row)]}行目と同じURLです。1つのアカウントは1行にしてください。"));
                continue;
            }
            var known =
                byUrl.GetValueOrDefault(KeyOf(row))
                ?? byName[NameOf(row.Values[AccountColumn.Service], row.Values[AccountColumn.Name], row.Values[AccountColumn.Section])]
                    .FirstOrDefault(taken.Add);
            var changes = row
                .Values.Select(value => new PlannedChange(value.Key, known is null ? "" : value.Key.Read(known), value.Value))
                .Where(change => change.Before != change.After);
            planned.Add(new PlannedRow(row, known, [.. changes]));
        }
        return new ImportPlan(planned, faults);
    }

    private static string KeyOf(AccountRow row) => AccountKey.Of(row.Values[AccountColumn.Url]);

    private static (string, string, string) NameOf(string service, string name, string section) =>
        (service, AccountKey.Fold(name), AccountKey.Fold(section));
}
