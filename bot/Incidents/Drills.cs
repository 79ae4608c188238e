using GuidelineBot.Cards;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>「訓練」: the scenarios, the accounts that one may be about, and what is planned.</summary>
internal sealed class ListDrills(DrillViews drills) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var card = await drills.ListAsync(turn, null, cancellationToken);
        return turn.Press is null ? new Reply.Show(card, card.FallbackText) : new Reply.View(card);
    }
}

/// <summary>Begins a scenario in this chat: its checklist as a drill, and from then on what happens arrives here.</summary>
internal sealed class StartDrill(DrillViews drills, IncidentForms forms, IncidentDesk desk, IncidentViews views, TimeProvider clock)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<DrillsCard.Start>();
        if (drills.Find(asked.Drill) is not { } drill)
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

        async Task<Reply> AgainAsync(string why) => new Reply.View(await drills.ListAsync(turn, why, cancellationToken));
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
