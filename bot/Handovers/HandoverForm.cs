using System.Globalization;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Handovers;

/// <summary>The form of a handover: the accounts that somebody has, or a section, or a file names, and who takes them over.</summary>
internal sealed class HandoverForm(IDbContextFactory<Database> databases, AccountFinder finder, NoticeDesk desk, NoticeChiefs chiefs)
{
    public DateOnly Today => finder.Today;

    public static DateOnly? Day(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Of accounts that the inputs name.</summary>
    public async Task<HandoverCard.Model> FoundAsync(Turn turn, HandoverCard.Find entered, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        entered = entered with { New = await FullNameAsync(database, entered.New, cancellationToken) };
        var (old, section, day) = (entered.Old?.Trim() ?? "", entered.Section?.Trim() ?? "", Day(entered.Day) ?? Today);
        var accounts = old.Length + section.Length == 0 ? [] : await finder.HeldByAsync(database, old, section, day, cancellationToken);
        var changes = accounts.Select(account => new HandoverCard.Change(account.Id)).ToList();
        var model = await ModelAsync(turn, Guid.CreateVersion7(), changes, entered, isFile: false, cancellationToken);
        return model with
        {
            Told = (old.Length + section.Length, accounts.Count) switch
            {
                (0, _) => null,
                (_, 0) => "その担当者や所属のアカウントは、台帳に見つかりません。",
                (_, > HandoverCard.MostRows) =>
                    $"{accounts.Count}件のうち{HandoverCard.MostRows}件を表示しています。提出したあと、続きをもう一度始めてください。",
                _ => null,
            },
        };
    }

    /// <param name="changes">What the rows hold already.</param>
    public async Task<HandoverCard.Model> ModelAsync(
        Turn turn,
        Guid batch,
        IReadOnlyList<HandoverCard.Change> changes,
        HandoverCard.Find entered,
        bool isFile,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = new List<HandoverCard.Row>();
        foreach (var change in changes.Take(HandoverCard.MostRows))
            if (await WhoseAsync(database, change, entered, cancellationToken) is var (account, old))
                rows.Add(new HandoverCard.Row(change, Title(account, old, change, entered.New)));
        var isLate = isFile ? changes.Any(change => Day(change.Day) < Today) : Day(entered.Day) < Today;
        return new HandoverCard.Model(batch, rows, entered)
        {
            IsFile = isFile,
            Late = isLate && rows.Count > 0 ? "" : null,
            Chief = desk.NeedsApproval
                ? await chiefs.ProposedAsync(
                    turn,
                    new NoticeDraft
                    {
                        Kind = Knowledge.Notices.NoticeKind.Change,
                        Owner = turn.From.Actor,
                        Conversation = turn.Conversation.Id,
                        CreatedAt = default,
                        UpdatedAt = default,
                    },
                    cancellationToken
                )
                : null,
        };
    }

    /// <returns>The account, and who of its operators leaves it; null where it is gone.</returns>
    public async Task<(Account Account, string Old)?> WhoseAsync(
        Database database,
        HandoverCard.Change change,
        HandoverCard.Find entered,
        CancellationToken cancellationToken
    )
    {
        if (await AccountFinder.GetAsync(database, change.Account, cancellationToken) is not { } account || !finder.IsRunning(account))
            return null;
        var operators = account.On(Day(change.Day ?? entered.Day) ?? Today).Operator;
        var named = entered.Old?.Trim() ?? "";
        return (account, change.Old ?? (named.Length > 0 ? OperatorNames.Text(OperatorNames.Meant(operators, named)) : operators));
    }

    private static string Title(Account account, string old, HandoverCard.Change change, string? coming)
    {
        var day = Day(change.Day) is { } own ? $"、{Wareki.Day(own)}" : "";
        return $"{account.Service} {account.Name}（{old} → {change.New ?? coming}{day}）";
    }

    /// <summary>「藤原」, where the bot knows one person of that family name.</summary>
    private static async Task<string?> FullNameAsync(Database database, string? name, CancellationToken cancellationToken) =>
        name is { Length: > 1 }
        && (await KnownConversations.PeopleAsync(database, name, cancellationToken))
            .Where(person => OperatorNames.Meant(person.Name, name).Count > 0)
            .ToList()
            is [var only]
            ? only.Name
            : name;
}
