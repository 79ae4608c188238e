using System.Globalization;
using AdaptiveCards;
using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Incidents;

/// <summary>What can be drilled and what is planned, made into the models of their cards; reads the form of a plan.</summary>
internal sealed class DrillViews(
    IDbContextFactory<Database> databases,
    LiveKnowledge knowledge,
    IncidentForms forms,
    DrillPlans plans,
    IOptions<IncidentOptions> options,
    TimeProvider clock
)
{
    private const int MostDaysAhead = 366;

    public Drill? Find(string? key) => knowledge.Current.DrillOf(key);

    /// <param name="told">What became of a press; null for nothing.</param>
    public async Task<AdaptiveCard> ListAsync(Turn turn, string? error, CancellationToken cancellationToken, string? told = null)
    {
        var known = await forms.EmptyAsync(turn, forms.ChecklistOf(null), "", cancellationToken);
        var planned = new List<DrillsCard.Planned>();
        foreach (var one in await plans.OpenAsync(turn, DrillsCard.MostPlanned, cancellationToken))
            planned.Add(
                new(
                    one.Id.ToString(),
                    TimeOf(one.At),
                    one.Title,
                    $"{await PlaceAsync(turn, one.Conversation, cancellationToken)}　{one.ByName}さんが決めた予定",
                    DrillPlans.MayCallOff(turn.From, one)
                )
            );
        return DrillsCard.Render(
            new DrillsCard.Model(
                [
                    .. knowledge.Current.Drills.Select(drill => new DrillsCard.Row(
                        drill.Key,
                        drill.Title,
                        $"{knowledge.Current.ChecklistOf(drill.Checklist)?.Title}　{(int)drill.Length.TotalMinutes}分　できごと{drill.Messages.Count}件"
                    )),
                ],
                [.. known.Accounts.Select(account => new Choice(account.Value, account.Title))],
                known.Entered.Account
            )
            {
                Error = error,
                Told = told,
                Plans = planned,
            }
        );
    }

    /// <summary>The form, with what was said or entered already.</summary>
    public async Task<AdaptiveCard> FormAsync(Turn turn, DrillPlanCard.Save entered, string? error, CancellationToken cancellationToken)
    {
        var known = await forms.EmptyAsync(turn, forms.ChecklistOf(null), "", cancellationToken);
        var places = await PlacesAsync(turn, cancellationToken);
        return DrillPlanCard.Render(
            new DrillPlanCard.Model(
                [.. knowledge.Current.Drills.Select(drill => new Choice(drill.Key, drill.Title))],
                [.. known.Accounts.Select(account => new Choice(account.Value, account.Title))],
                places,
                entered with
                {
                    Drill = entered.Drill ?? (knowledge.Current.Drills is [var first, ..] ? first.Key : null),
                    Account = entered.Account ?? known.Entered.Account,
                    Place = entered.Place ?? (places is [var nearest, ..] ? nearest.Value : null),
                }
            )
            {
                Error = error,
            }
        );
    }

    /// <summary>The scenario that a sentence means, by the trouble it names.</summary>
    public string? DrillIn(string text) =>
        KnowledgeBase.TroublesNamed(text) is [var kind, ..]
            ? knowledge.Current.Drills.FirstOrDefault(drill => $"incident:{drill.Checklist}" == kind || drill.Checklist == kind)?.Key
            : null;

    /// <returns>The plan, or what has to be put right.</returns>
    public async Task<(PlannedDrill? Planned, string? Error)> ReadAsync(
        Turn turn,
        DrillPlanCard.Save entered,
        CancellationToken cancellationToken
    )
    {
        if (Find(entered.Drill) is not { } drill)
            return (null, "訓練を選んでください。");
        if (
            !DateTime.TryParseExact(entered.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !TimeSpan.TryParseExact(entered.Time, @"hh\:mm", CultureInfo.InvariantCulture, out var time)
            || time >= TimeSpan.FromDays(1)
        )
            return (null, "始める日と時刻を選んでください。");
        var at = new DateTimeOffset(day + time, clock.LocalTimeZone.GetUtcOffset(day + time));
        var now = clock.GetLocalNow();
        if (at <= now)
            return (null, $"{TimeOf(at)}は過ぎています。これからの日時を選んでください。");
        if (at > now.AddDays(MostDaysAhead))
            return (null, "1年より先の訓練は、予定に入れられません。");
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var account = Guid.TryParse(entered.Account, out var id) ? await AccountFinder.GetAsync(database, id, cancellationToken) : null;
        var place = entered.Place ?? "";
        // What a client sends is its word only.
        if ((await PlacesAsync(turn, cancellationToken)).All(offered => offered.Value != place))
            return (null, "訓練をするチャットを選んでください。");
        if (place == DrillPlanCard.AtOperator)
        {
            if (account?.OperatorId is not { } person)
                return (null, "担当者のチャットで始めるには、担当者が台帳にあるアカウントを選んでください。");
            var own = await KnownConversations.OfPerson(database, person).Select(chat => chat.Id).FirstOrDefaultAsync(cancellationToken);
            if (own is null)
                return (null, $"「{account.Name}」の担当者は、まだこのボットと話していないため、そのチャットでは始められません。");
            place = own;
        }
        return (
            new PlannedDrill
            {
                Drill = drill.Key,
                Title = drill.Title,
                At = at.ToUniversalTime(),
                Conversation = place,
                AccountId = account?.Id,
                Section = account?.Section ?? "",
                By = turn.From.Actor,
            },
            null
        );
    }

    /// <summary>12月3日（木）14:00.</summary>
    public string TimeOf(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString("M月d日（ddd）H:mm", CultureInfo.GetCultureInfo("ja-JP"));

    /// <summary>Here, and where the person belongs themselves; the office may have it begin at an account's operator.</summary>
    private async Task<IReadOnlyList<Choice>> PlacesAsync(Turn turn, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var here = await KnownConversations.FindAsync(database, turn.Conversation.Id, cancellationToken);
        var known = await KnownConversations
            .Open(database, turn.From.Id)
            .Where(place => place.Id != turn.Conversation.Id)
            .Take(DrillPlanCard.MostPlaces)
            .ToListAsync(cancellationToken);
        return
        [
            .. (here is null ? [] : new[] { here })
                .Concat(known)
                // A drill reaches the office only where it may.
                .Where(place => !place.TakesNotices || options.Value.DrillsReachOffice)
                .Select(place => new Choice(place.Id, NameOf(turn, place))),
            .. turn.From.Is(Roles.Reviewer)
                ? [new Choice(DrillPlanCard.AtOperator, "扱うアカウントの担当者のチャット")]
                : Array.Empty<Choice>(),
        ];
    }

    private async Task<string> PlaceAsync(Turn turn, string conversation, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await KnownConversations.FindAsync(database, conversation, cancellationToken) is { } place ? NameOf(turn, place) : "";
    }

    private static string NameOf(Turn turn, KnownConversation place) =>
        place.Id == turn.Conversation.Id ? "このチャット"
        : place.PersonId == turn.From.Id ? "自分のチャット"
        : place.PersonId is not null ? $"{place.Name}さんのチャット"
        : place.Name ?? "グループのチャット";
}
