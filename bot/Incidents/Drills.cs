using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>「訓練」: the scenarios, and the accounts that one may be about.</summary>
internal sealed class ListDrills(LiveKnowledge knowledge, IncidentForms forms) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var card = await CardAsync(knowledge.Current, forms, turn, null, cancellationToken);
        return turn.Press is null ? new Reply.Show(card, card.FallbackText) : new Reply.View(card);
    }

    public static async Task<AdaptiveCards.AdaptiveCard> CardAsync(
        KnowledgeBase knowledge,
        IncidentForms forms,
        Turn turn,
        string? error,
        CancellationToken cancellationToken
    )
    {
        var known = await forms.EmptyAsync(turn, forms.ChecklistOf(null), "", cancellationToken);
        return DrillsCard.Render(
            new DrillsCard.Model(
                [
                    .. knowledge.Drills.Select(drill => new DrillsCard.Row(
                        drill.Key,
                        drill.Title,
                        $"{knowledge.ChecklistOf(drill.Checklist)?.Title}　{(int)drill.Length.TotalMinutes}分　できごと{drill.Messages.Count}件"
                    )),
                ],
                [.. known.Accounts.Select(account => new DrillsCard.Choice(account.Value, account.Title))],
                known.Entered.Account
            )
            {
                Error = error,
            }
        );
    }
}

/// <summary>Begins a scenario in this chat: its checklist as a drill, and from then on what happens arrives here.</summary>
internal sealed class StartDrill(LiveKnowledge knowledge, IncidentForms forms, IncidentDesk desk, IncidentViews views, TimeProvider clock)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<DrillsCard.Start>();
        if (knowledge.Current.DrillOf(asked.Drill) is not { } drill)
            return await AgainAsync("この訓練は、もうありません。");
        var entered = new IncidentStartCard.Start(drill.Checklist, asked.Account, null, drill.Situation, Drill: "true");
        var (facts, error) = await forms.ReadAsync(entered, cancellationToken);
        if (error is not null)
            return await AgainAsync(error);
        var checklist = forms.ChecklistOf(drill.Checklist);
        var incident = NewIncident.Of(checklist, facts!, true, turn.From.Actor, clock.GetUtcNow(), drill);
        if (await desk.StartAsync(turn, incident, cancellationToken) is { } refusal)
            return await AgainAsync(refusal);
        return new Reply.Update(
            IncidentCard.Render(
                await views.CardAsync(
                    incident,
                    $"訓練を始めました。{(int)drill.Length.TotalMinutes}分の間、できごとがこのチャットに届きます。",
                    turn.From.Id,
                    cancellationToken
                )
            )
        )
        {
            IsLive = true,
        };

        async Task<Reply> AgainAsync(string why) =>
            new Reply.View(await ListDrills.CardAsync(knowledge.Current, forms, turn, why, cancellationToken));
    }
}

/// <summary>The picture of a message, for whoever may see the drill.</summary>
internal sealed class ShowDrillPicture(LiveKnowledge knowledge, IncidentDesk desk, DownloadLinks links) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<DrillsCard.Picture>();
        if (
            await desk.FindAsync(turn, asked.Incident, cancellationToken) is not { } incident
            || knowledge
                .Current.DrillOf(incident.Drill)
                ?.Messages.Take(incident.DrillArrived)
                .FirstOrDefault(one => one.Id == asked.Message)
                is not { Picture: not null } message
        )
            return OpenIncident.Unknown;
        var about = $"{incident.Drill}/{message.Id}";
        return new Reply.View(
            DrillsCard.RenderPicture(
                DrillComposer.Model(incident, message),
                await links.MakeAsync(turn.From, DrillPictures.Name, about, cancellationToken)
            )
        );
    }
}

internal sealed class DrillPictures(LiveKnowledge knowledge) : IDownloads
{
    public const string Name = "drill";

    public string Source => Name;

    /// <param name="about">The scenario's key, a slash and the message's id.</param>
    public Task<Download?> WriteAsync(string about, CancellationToken cancellationToken) =>
        Task.FromResult(
            about.Split('/') is [var drill, var id]
            && knowledge.Current.DrillOf(drill)?.Messages.FirstOrDefault(message => message.Id == id)?.Picture is { } picture
                ? new Download(picture.Name, picture.Type, picture.Content)
                : null
        );
}
