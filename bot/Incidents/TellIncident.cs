using System.Globalization;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// Somebody reports trouble in words: the form of that kind, filled in with what was said, comes in front; further words fill it in or turn it to another kind.
/// </summary>
internal sealed class TellIncident(IncidentForms forms, AccountFinder finder, IDbContextFactory<Database> databases, TimeProvider clock)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var before = turn.Situation.IncidentForm is null ? null : turn.Memory.Incident;
        var route = turn.Act!.Route.Name;
        var kind = route == "incident:note" ? before!.Kind : route["incident:".Length..];
        var facts = await MergeAsync(turn, before, kind, cancellationToken);
        turn.Memory.Incident = facts;
        var model = await forms.AgainAsync(turn, forms.ChecklistOf(kind), Entered(facts), null, cancellationToken);
        return new Reply.Show(
            IncidentStartCard.Render(model),
            $"{model.Lead}「始める」を押すか「始めて」と入力すると、することを順にご案内します。"
        );
    }

    /// <summary>What the form holds, in the shape in which its inputs come back.</summary>
    public IncidentStartCard.Start Entered(Memory.IncidentFacts facts)
    {
        var since = facts.Since() ?? clock.GetLocalNow().DateTime;
        return new IncidentStartCard.Start(
            facts.Kind,
            facts.Account,
            facts.Account is null ? $"{facts.Service}　{facts.AccountName}".Trim('　') : null,
            facts.Seen,
            facts.Url,
            since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            since.ToString("HH:mm", CultureInfo.InvariantCulture),
            facts.IsDrill ? "true" : null
        );
    }

    /// <summary>With what this message says added to what was said before.</summary>
    public async Task<Memory.IncidentFacts> MergeAsync(
        Turn turn,
        Memory.IncidentFacts? before,
        string kind,
        CancellationToken cancellationToken
    )
    {
        var slots = turn.Act!.Slots;
        var isDrill = before?.IsDrill == true || slots.ContainsKey(IncidentFact.Drill);
        var (service, url) = (Slot(FieldId.Service, before?.Service), Slot(FieldId.Url, before?.Url));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account =
            await finder.NamedInAsync(database, turn.Text, service, cancellationToken)
            ?? await finder.FindAsync(
                database,
                kind == "impersonation" ? "" : url,
                service,
                Slot(FieldId.AccountName, null),
                cancellationToken
            )
            ?? (before?.Account is { } known ? await AccountFinder.ByIdAsync(database, known, cancellationToken) : null)
            ?? (before is null ? await OnlyOwnAsync(database, turn, service, cancellationToken) : null);
        return new Memory.IncidentFacts(
            kind,
            isDrill,
            before is null ? turn.Text : before.Seen,
            account?.Service ?? service,
            account?.Name ?? Slot(FieldId.AccountName, before?.AccountName),
            account?.Id.ToString(),
            url,
            Slot(IncidentFact.OccurredAt, before?.OccurredAt) is { Length: > 0 } at && !(isDrill && IsAhead(at)) ? at : null,
            clock.GetUtcNow()
        );

        string Slot(string name, string? otherwise) => slots.GetValueOrDefault(name) as string ?? otherwise ?? "";
    }

    /// <summary>「10時から訓練です」: a drill that is announced begins when it is begun.</summary>
    private bool IsAhead(string at) =>
        DateTime.TryParse(at, CultureInfo.InvariantCulture, out var told) && told > clock.GetLocalNow().DateTime;

    /// <summary>Where somebody operates one account alone, that is the one.</summary>
    private async Task<Account?> OnlyOwnAsync(Database database, Turn turn, string service, CancellationToken cancellationToken)
    {
        var own = (await finder.RunningAsync(database, cancellationToken)).Where(account => account.OperatorId == turn.From.Id);
        return own.Where(account => service.Length == 0 || account.Service == service).ToList() is [var only] ? only : null;
    }
}

/// <summary>「それで始めて」: the form in front is started without a press.</summary>
internal sealed class StartToldIncident(TellIncident tell, IncidentForms forms, IncidentDesk desk, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var told = await tell.MergeAsync(turn, turn.Memory.Incident!, turn.Memory.Incident!.Kind, cancellationToken);
        turn.Memory.Incident = told;
        turn.Outcome.Route = $"incident:{told.Kind}";
        var checklist = forms.ChecklistOf(told.Kind);
        var (facts, error) = await forms.ReadAsync(tell.Entered(told), cancellationToken);
        if (error is not null)
            return new Reply.Say(error);
        var incident = NewIncident.Of(checklist, facts!, told.IsDrill, turn.From.Actor, clock.GetUtcNow());
        if (await desk.StartAsync(turn, incident, cancellationToken) is { } refusal)
            return new Reply.Say(refusal);
        turn.Memory.Incident = null;
        // Its card comes by itself: nobody pressed a message that could become it.
        return new Reply.Say(
            $"「{IncidentWords.HeadingOf(incident)}」のチェックリストを始めました。「次は？」と入力すると、次にすることをご案内します。"
        );
    }
}

/// <summary>The form in front was not meant, or the running checklist was begun by mistake.</summary>
internal sealed class DropIncident(IncidentMeant meant, IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Situation.IncidentForm is not null)
        {
            turn.Memory.Incident = null;
            turn.Outcome.Route = "talk:no";
            return new Reply.Say("わかりました。チェックリストは始めません。");
        }
        var (incident, instead) = await meant.OfAsync(turn, cancellationToken);
        if (incident is null)
            return instead!;
        var result = await desk.ChangeAsync(turn, incident.Id.ToString(), change => change.Mistake(), cancellationToken);
        turn.Outcome.Route = "incident:close";
        return await views.ReplyAsync(
            desk,
            turn,
            result,
            "間違えて始めたものとして終了しました。「再開する」で元に戻せます。",
            cancellationToken
        );
    }
}
