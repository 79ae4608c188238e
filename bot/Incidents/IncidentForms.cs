using System.Globalization;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>What a form says, checked.</summary>
internal sealed record IncidentFacts(Account? Account, string Service, string Name, string Seen, string Url, DateTimeOffset Since)
{
    public void WriteTo(Incident incident)
    {
        (incident.AccountId, incident.Service, incident.AccountName) = (Account?.Id, Account?.Service ?? Service, Account?.Name ?? Name);
        (incident.Section, incident.Seen, incident.Url, incident.Since) = (Account?.Section ?? "", Seen, Url, Since);
    }
}

/// <summary>Fills in and reads the form of an incident.</summary>
internal sealed class IncidentForms(
    IDbContextFactory<Database> databases,
    LiveKnowledge knowledge,
    AccountFinder finder,
    TimeProvider clock
)
{
    /// <summary>The first one for a key that does not exist.</summary>
    public Checklist ChecklistOf(string? key) =>
        knowledge.Current.ChecklistOf(key ?? "")
        ?? (
            knowledge.Current.Checklists is [var first, ..]
                ? first
                : throw new InvalidDataException("knowledge/checklists にチェックリストがありません。")
        );

    /// <summary>By the route; where the message names what another checklist is about, and nothing of this one, that other.</summary>
    public Checklist ChecklistFor(Turn turn)
    {
        var routed = ChecklistOf(turn.Understood?.Route.Name.Split(':')[^1]);
        return Names(routed) ? routed : knowledge.Current.Checklists.FirstOrDefault(Names) ?? routed;

        bool Names(Checklist checklist) => checklist.Cues.Any(cue => turn.Text.Contains(cue, StringComparison.OrdinalIgnoreCase));
    }

    public async Task<IncidentStartCard.Model> EmptyAsync(Turn turn, Checklist checklist, string text, CancellationToken cancellationToken)
    {
        var slots = turn.Understood?.Slots;
        var (url, service, name) = (Slot(FieldId.Url), Slot(FieldId.Service), Slot(FieldId.AccountName));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var known = await finder.FindAsync(database, url, service, name, cancellationToken);
        if (known is null && url.Length == 0 && name.Length == 0)
        {
            var own = (await finder.RunningAsync(database, cancellationToken)).Where(account => account.OperatorId == turn.From.Id);
            known = own.Where(account => service.Length == 0 || account.Service == finder.Service(service)).ToList() is [var only]
                ? only
                : null;
        }
        var now = clock.GetLocalNow();
        var entered = new IncidentStartCard.Start(
            checklist.Key,
            known?.Id.ToString(),
            known is null ? $"{service}　{name}".Trim('　') : null,
            text,
            url,
            now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            now.ToString("HH:mm", CultureInfo.InvariantCulture)
        );
        return await AgainAsync(turn, checklist, entered, null, cancellationToken);

        string Slot(string slot) =>
            slots?.GetValueOrDefault(slot) switch
            {
                string one => one,
                IReadOnlyList<string> and [var first, ..] => first,
                _ => "",
            };
    }

    public async Task<IncidentStartCard.Model> AgainAsync(
        Turn turn,
        Checklist checklist,
        IncidentStartCard.Start entered,
        string? error,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var accounts = (await finder.RunningAsync(database, cancellationToken))
            .OrderByDescending(account => account.Id.ToString() == entered.Account)
            .ThenByDescending(account => account.OperatorId == turn.From.Id)
            .ThenBy(account => account.Section, StringComparer.Ordinal)
            .ThenBy(account => account.Name, StringComparer.Ordinal);
        return new IncidentStartCard.Model(
            [.. knowledge.Current.Checklists.Select(known => new Choice(known.Key, known.Title))],
            [
                .. accounts
                    .Take(IncidentStartCard.MostAccounts)
                    .Select(account => new Choice(account.Id.ToString(), $"{account.Service}　{account.Name}（{account.Section}）")),
            ],
            entered with
            {
                Checklist = checklist.Key,
            },
            checklist.Lead,
            error
        );
    }

    /// <returns>The facts, or what has to be put right.</returns>
    public async Task<(IncidentFacts? Facts, string? Error)> ReadAsync(IncidentStartCard.Start entered, CancellationToken cancellationToken)
    {
        var (seen, url, name) = (entered.Seen?.Trim() ?? "", entered.Url?.Trim() ?? "", entered.AccountName?.Trim() ?? "");
        if (
            seen.Length > IncidentStartCard.LongestSeen
            || url.Length > IncidentStartCard.LongestUrl
            || name.Length > IncidentStartCard.LongestName
        )
            return (
                null,
                $"見たことは{IncidentStartCard.LongestSeen}文字、URLは{IncidentStartCard.LongestUrl}文字、アカウントは{IncidentStartCard.LongestName}文字以内でお書きください。"
            );
        var now = clock.GetLocalNow();
        var day = now.Date;
        if (
            !string.IsNullOrWhiteSpace(entered.Day)
            && !DateTime.TryParseExact(entered.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        )
            return (null, "「いつから（日）」を選び直してください。");
        var time = now.TimeOfDay;
        if (
            !string.IsNullOrWhiteSpace(entered.Time)
            && (!TimeSpan.TryParseExact(entered.Time, @"hh\:mm", CultureInfo.InvariantCulture, out time) || time >= TimeSpan.FromDays(1))
        )
            return (null, "「いつから（時刻）」を選び直してください。");
        var since = new DateTimeOffset(day + time, clock.LocalTimeZone.GetUtcOffset(day + time));
        if (since > now.AddMinutes(1))
            return (null, $"「いつから」が先の日時（{Wareki.Minute(since)}）になっています。起きた日時を選んでください。");

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account = Guid.TryParse(entered.Account, out var id) ? await AccountFinder.GetAsync(database, id, cancellationToken) : null;
        var service = knowledge.Current.Services.Named(name.Split([' ', '　'])[0])?.Name;
        var rest = service is null ? name : name[name.Split([' ', '　'])[0].Length..].Trim(' ', '　');
        return (new IncidentFacts(account, service ?? "", rest, seen, url, since.ToUniversalTime()), null);
    }

    public IncidentStartCard.Start Entered(Incident incident)
    {
        var since = TimeZoneInfo.ConvertTime(incident.Since, clock.LocalTimeZone);
        return new IncidentStartCard.Start(
            incident.Checklist,
            incident.AccountId?.ToString(),
            incident.AccountId is null ? $"{incident.Service}　{incident.AccountName}".Trim('　') : "",
            incident.Seen,
            incident.Url,
            since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            since.ToString("HH:mm", CultureInfo.InvariantCulture),
            incident.IsDrill ? "true" : "false"
        );
    }

    public string Describe(Incident incident) =>
        string.Join(
            "、",
            $"{incident.Title}（{(incident.IsDrill ? "訓練" : "本番")}）",
            IncidentWords.AccountOf(incident),
            Wareki.Minute(TimeZoneInfo.ConvertTime(incident.Since, clock.LocalTimeZone)),
            incident.Url,
            incident.Seen
        );
}
