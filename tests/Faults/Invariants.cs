using System.Text.Json.Nodes;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Faults;

/// <summary>What must hold after every fault.</summary>
internal static class Invariants
{
    /// <summary>As if the time had passed for which a dead process keeps what it took, a form is let alone, and a failed delivery waits.</summary>
    public static async Task LetTimePassAsync(Database database, DateTimeOffset? now = null)
    {
        var then = (now ?? TimeProvider.System.GetUtcNow()).AddMinutes(-1);
        await database
            .ProcessedActivities.Where(row => row.FinishedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(found => found.ClaimedAt, then));
        await database
            .Outbox.Where(row => row.Status == OutboxStatus.Waiting)
            .ExecuteUpdateAsync(row =>
                row.SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null).SetProperty(found => found.DueAt, then)
            );
        await database.LiveCards.ExecuteUpdateAsync(card =>
            card.SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(found => found.HeldUntil, (DateTimeOffset?)null)
                .SetProperty(found => found.DueAt, then)
        );
    }

    /// <param name="doubles">How many messages the office may have got twice: what a fault hit between its arrival and its noting down.</param>
    /// <param name="wasBlocked">The office's chat was closed to the bot for a while: what came then is told by mail, and 「質問一覧」 has the questions.</param>
    public static async Task HoldAsync(Database database, Crowd crowd, BotHost bot, int doubles = 0, bool wasBlocked = false)
    {
        Assert.NotEmpty(crowd.Acts);
        Assert.All(crowd.Acts, act => Assert.NotNull(act.Acknowledged));
        await DrainedAsync(database);
        await NumberedAsync(database, crowd);
        await WrittenAsync(database, crowd);
        await ToldAsync(database, crowd, bot, doubles, wasBlocked);
    }

    /// <summary>Outbox drained: nothing waits, nothing was given up, every card shows the last state.</summary>
    private static async Task DrainedAsync(Database database)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            while (
                await database.Outbox.AnyAsync(row => row.Status == OutboxStatus.Waiting, late.Token)
                || await database.LiveCards.AnyAsync(card => card.Wanted > card.Drawn, late.Token)
            )
                await Task.Delay(50, late.Token);
        }
        catch (OperationCanceledException)
        {
            var waiting = await database
                .Outbox.AsNoTracking()
                .Where(row => row.Status == OutboxStatus.Waiting)
                .Select(row => $"{row.Key} {row.Attempts} {row.DueAt} {row.LeasedUntil} {row.LastError}")
                .ToListAsync();
            var cards = await database
                .LiveCards.AsNoTracking()
                .Where(card => card.Wanted > card.Drawn)
                .Select(card => $"{card.About} {card.Attempts} {card.DueAt} {card.LeasedUntil} {card.HeldUntil}")
                .ToListAsync();
            Assert.Fail($"Not drained:\n{string.Join('\n', waiting.Concat(cards))}");
        }
        Assert.Empty(
            await database
                .Outbox.AsNoTracking()
                .Where(row => row.Status == OutboxStatus.Dead)
                .Select(row => $"{row.Key} {row.LastError}")
                .ToListAsync()
        );
    }

    /// <summary>No double number and no gap; each notice submitted once, under the number that its person was told.</summary>
    private static async Task NumberedAsync(Database database, Crowd crowd)
    {
        var notices = await database.Notices.AsNoTracking().Include(notice => notice.Events).ToListAsync();
        Assert.Equal(
            Submitted(crowd).Select(act => act.Text).Concat(crowd.Before).Order(),
            notices.Select(notice => notice.Id.ToString()).Order()
        );
        await PulledBackAsync(database, crowd, notices);
        foreach (var year in notices.GroupBy(notice => notice.FiscalYear))
        {
            Assert.Equal(Enumerable.Range(1, year.Count()), year.Select(notice => notice.Number).Order());
            Assert.Equal(
                year.Count(),
                (await database.NoticeCounters.AsNoTracking().SingleAsync(counter => counter.FiscalYear == year.Key)).Last
            );
        }
        Assert.All(
            Submitted(crowd).Where(act => act.Number is not null),
            act => Assert.Equal(act.Number, NoticeNumber.Of(notices.Single(notice => notice.Id.ToString() == act.Text)))
        );
        Assert.Equal(0, await database.NoticeDrafts.CountAsync(draft => notices.Select(notice => notice.Id).Contains(draft.Id)));
    }

    /// <summary>What was pulled back was so once, with one draft to put it right; nothing was done about the others.</summary>
    private static async Task PulledBackAsync(Database database, Crowd crowd, List<Notice> notices)
    {
        var pulled = crowd.Acts.Where(act => act.Kind == ActKind.PullBack).Select(act => act.Text).ToHashSet();
        Assert.All(
            notices,
            notice =>
                Assert.Equal(
                    pulled.Contains(notice.Id.ToString()) ? [NoticeStep.Submitted, NoticeStep.PulledBack] : [NoticeStep.Submitted],
                    notice.Events.OrderBy(happened => happened.At).Select(happened => happened.Step)
                )
        );
        var redone = await database.NoticeDrafts.AsNoTracking().Where(draft => draft.NoticeId != null).ToListAsync();
        Assert.Equal(pulled.Order(), redone.Select(draft => draft.NoticeId.ToString()!).Order());
    }

    /// <summary>No acknowledged act lost, none done twice, none before one that the same person did before it; timelines count from 1 without gaps.</summary>
    private static async Task WrittenAsync(Database database, Crowd crowd)
    {
        var incidents = await database.Incidents.AsNoTracking().Include(incident => incident.Events).ToListAsync();
        foreach (var incident in incidents)
        {
            Assert.Equal(Enumerable.Range(1, incident.Events.Count), incident.Events.Select(happened => happened.Number).Order());
            Assert.Equal(incident.Version, incident.Events.Count);
        }
        var started = incidents.Where(incident => incident.Id.ToString() != crowd.Incident).ToLookup(incident => incident.IsDrill);
        Assert.Equal(Texts(crowd, ActKind.Start), started[false].Select(incident => incident.Seen).Order());
        Assert.Equal(Texts(crowd, ActKind.Drill), started[true].Select(incident => incident.Seen).Order());
        var written = incidents.SelectMany(incident => incident.Events).ToLookup(happened => happened.Kind);
        Assert.Equal(Texts(crowd, ActKind.Write, ActKind.Note), written[IncidentEventKind.Noted].Select(happened => happened.Note).Order());
        var files = await database.IncidentEvidence.AsNoTracking().ToListAsync();
        Assert.Equal(Texts(crowd, ActKind.Evidence), files.Select(file => file.Name).Order());
        Assert.All(files, file => Assert.Equal(EvidenceTests.ContentOf(file.Name), file.Content));
        var numbers = written[IncidentEventKind.Noted]
            .ToDictionary(happened => happened.Note, happened => happened.Number)
            .Concat(files.Select(file => KeyValuePair.Create(file.Name, file.Number)))
            .ToDictionary();
        foreach (var hand in crowd.Acts.Where(act => numbers.ContainsKey(act.Text)).GroupBy(act => act.Hand))
            Assert.Equal(hand.Select(act => numbers[act.Text]).Order(), hand.Select(act => numbers[act.Text]));

        var tickets = await database.Tickets.AsNoTracking().Include(ticket => ticket.Events).ToListAsync();
        Assert.Equal(Texts(crowd, ActKind.Ask), tickets.Select(ticket => ticket.Question).Order());
        Assert.All(tickets, ticket => Assert.Single(ticket.Events));
    }

    /// <summary>People told: the office has every notice and every question, by mail and in its chat.</summary>
    private static async Task ToldAsync(Database database, Crowd crowd, BotHost bot, int doubles, bool wasBlocked)
    {
        var sent = await database.Outbox.AsNoTracking().Where(row => row.Topic.StartsWith("notice.")).ToListAsync();
        Assert.Distinct(sent.Select(row => row.Key));
        Assert.Equal(
            Submitted(crowd).Select(act => act.Text).Order(),
            sent.Select(row => row.About["notice"]).Where(id => !crowd.Before.Contains(id)).Order()
        );
        var atOffice = await database
            .LiveCards.AsNoTracking()
            .Where(card => card.Topic == NoticeDesk.Topic && card.Conversation == Crowd.Office)
            .Select(card => card.About)
            .ToListAsync();
        Assert.Distinct(atOffice);
        atOffice.RemoveAll(crowd.Before.Contains);
        Assert.Subset(Submitted(crowd).Select(act => act.Text).ToHashSet(), atOffice.ToHashSet());
        if (!wasBlocked)
            Assert.Equal(Submitted(crowd).Count(), atOffice.Count);

        var cards = bot
            .Teams.Taken.Where(call =>
                call.Method == "POST" && Uri.UnescapeDataString(call.Path).Contains($"/{Crowd.Office}/", StringComparison.Ordinal)
            )
            .Select(call => call.Body?["attachments"]?[0]?["content"])
            .OfType<JsonNode>()
            .Select(card => card.Words())
            .ToList();
        var notices = await database.Notices.AsNoTracking().ToListAsync();
        var wanted = atOffice
            .Select(id => NoticeNumber.Of(notices.Single(notice => notice.Id.ToString() == id)))
            .Concat(wasBlocked ? [] : Texts(crowd, ActKind.Ask))
            .ToList();
        var shown = wanted
            .Select(text => (Text: text, Times: cards.Count(words => words.Split('\n', '　').Any(word => word.Trim() == text))))
            .ToList();
        Assert.All(shown, card => Assert.True(card.Times > 0, $"The office was never shown {card.Text}."));
        Assert.InRange(shown.Sum(card => card.Times - 1), 0, doubles);
    }

    private static IEnumerable<Act> Submitted(Crowd crowd) => crowd.Acts.Where(act => act.Kind == ActKind.Submit);

    private static IOrderedEnumerable<string> Texts(Crowd crowd, params ActKind[] kinds) =>
        crowd.Acts.Where(act => kinds.Contains(act.Kind)).Select(act => act.Text).Order();
}
