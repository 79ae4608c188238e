using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>
/// Words about the running incident that stand for no step: a note with what happened, another kind, how things stand, the end.
/// </summary>
internal sealed class TalkOfIncident(IncidentMeant meant, IncidentDesk desk, IncidentViews views, IncidentForms forms, TellIncident tell)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        // Before it is started, what is told goes into its form.
        if (turn.Situation.IncidentForm is not null && turn.Act!.Route.Name is "incident:note" or "incident:change")
            return await tell.HandleAsync(turn, cancellationToken);
        return await meant.OfAsync(turn, cancellationToken) switch
        {
            (_, { } instead) => instead,
            var (incident, _) => await HandleAsync(incident!, turn, cancellationToken),
        };
    }

    public async Task<Reply> HandleAsync(Incident incident, Turn turn, CancellationToken cancellationToken) =>
        turn.Act!.Route.Name switch
        {
            "incident:change" when Changed(incident, turn.Text) is { } other => await TurnAsync(turn, incident, other, cancellationToken),
            "incident:note" or "incident:change" => await NoteAsync(turn, incident, cancellationToken),
            "incident:close" => await CloseAsync(turn, incident, cancellationToken),
            _ => await SoFarAsync(turn, incident, cancellationToken),
        };

    private async Task<Reply> NoteAsync(Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        var at = views.HappenedAt(turn.Text);
        var result = await desk.ChangeAsync(
            turn,
            incident.Id.ToString(),
            change => views.CalmedAt(turn.Text) is not null ? change.CalmDown(turn.Text) : change.Write(turn.Text, null),
            cancellationToken,
            at
        );
        if (result is not { Incident: { } written, Refusal: null })
            return await views.ReplyAsync(desk, turn, result, null, cancellationToken);
        var time = at is { } told ? $"{views.Time(told)}　" : "";
        var model = new IncidentNoteCard.Model(
            written.Id.ToString(),
            IncidentWords.HeadingOf(written),
            "記録しました。",
            $"{time}「{Plain.Cut(turn.Text, 200)}」",
            written.Version
        );
        return new Reply.Show(IncidentNoteCard.Render(model), $"記録しました。{time}「{Plain.Cut(turn.Text, 60)}」");
    }

    /// <summary>「乗っ取りじゃなくてなりすましでした」, 「訓練ではなく本番です」: what it is from now on; null where nothing else is named.</summary>
    private static (string Kind, bool IsDrill)? Changed(Incident incident, string text)
    {
        var kind = KnowledgeBase.TroublesNamed(text) is [var named] ? named : incident.Checklist;
        var isDrill =
            text.Contains("本番", StringComparison.Ordinal) ? false
            : text.Contains("訓練", StringComparison.Ordinal) ? true
            : incident.IsDrill;
        return kind == incident.Checklist && isDrill == incident.IsDrill ? null : (kind, isDrill);
    }

    private async Task<Reply> TurnAsync(
        Turn turn,
        Incident incident,
        (string Kind, bool IsDrill) other,
        CancellationToken cancellationToken
    )
    {
        var result = await desk.ChangeAsync(
            turn,
            incident.Id.ToString(),
            change =>
            {
                var before = forms.Describe(change.Incident);
                if (other.Kind != change.Incident.Checklist)
                    NewIncident.Turn(change.Incident, forms.ChecklistOf(other.Kind));
                change.Incident.IsDrill = other.IsDrill;
                change.Log(IncidentEventKind.Edited, note: before);
                return null;
            },
            cancellationToken
        );
        var now = result.Incident is { } changed ? $"{(changed.IsDrill ? "訓練の" : "")}{changed.Title}" : "";
        return await views.ReplyAsync(desk, turn, result, $"「{now}」に直しました。前の内容は経過に残しています。", cancellationToken);
    }

    private async Task<Reply> SoFarAsync(Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        var model = await views.SoFarAsync(incident, cancellationToken);
        await desk.KnowCardAsync(turn, incident, isForm: false, isOld: false, cancellationToken);
        return new Reply.Show(IncidentNoteCard.RenderSoFar(model), string.Join('\n', model.Lines));
    }

    /// <summary>What is still open is named, for the one who ends it answers for it.</summary>
    private async Task<Reply> CloseAsync(Turn turn, Incident incident, CancellationToken cancellationToken)
    {
        var open = incident.Steps.Count(step => step.State == StepState.Open);
        return await views.ReplyAsync(
            desk,
            turn,
            await desk.ChangeAsync(
                turn,
                incident.Id.ToString(),
                change => change.Close(Plain.Cut(turn.Text, 200), new HashSet<string>(), views.CalmedAt(turn.Text)),
                cancellationToken
            ),
            open == 0
                ? "終了しました。続けて、振り返りを残してください。"
                : $"終了しました。残っていた{open}件の手順は「対象外」にしました。続けるときは「再開する」を押してください。",
            cancellationToken
        );
    }
}
