using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>The checklist as it is now.</summary>
internal sealed class OpenIncident(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public static Reply Unknown =>
        new Reply.Say("このチェックリストは見つからないか、参加している方だけがご覧になれます。参加している方に、共有を頼んでください。");

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await desk.FindAsync(turn, turn.Read<IncidentCard.Ref>().Incident, cancellationToken) is { } incident
            ? await views.ShowAsync(desk, turn, incident, null, cancellationToken)
            : Unknown;
}

/// <summary>One step with everything about it.</summary>
internal sealed class OpenStep(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStepCard.Ref>();
        return
            await desk.FindAsync(turn, asked.Incident, cancellationToken) is { } incident
            && views.StepCard(incident, asked.Step, turn.From) is { } model
            ? await IncidentViews.FormAsync(desk, turn, incident, IncidentStepCard.Render(model), cancellationToken)
            : OpenIncident.Unknown;
    }
}

/// <summary>担当する, 完了, 対象外, 取り消し.</summary>
internal sealed class ActOnStep(IncidentDesk desk, IncidentViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStepCard.Act>();
        var note = asked.Note?.Trim() ?? "";
        if (Missing(asked.Does, note) is { } error)
            return
                await desk.FindAsync(turn, asked.Incident, cancellationToken) is { } unchanged
                && views.StepCard(unchanged, asked.Step, turn.From, note, error) is { } again
                ? await IncidentViews.FormAsync(desk, turn, unchanged, IncidentStepCard.Render(again), cancellationToken)
                : OpenIncident.Unknown;

        var result = await desk.ChangeAsync(
            turn,
            asked.Incident,
            change =>
                asked.Does switch
                {
                    IncidentStepCard.Take => change.Take(asked.Step),
                    IncidentStepCard.Drop => change.Drop(asked.Step),
                    IncidentStepCard.Done => change.Settle(asked.Step, StepState.Done, note),
                    IncidentStepCard.Waive => change.Settle(asked.Step, StepState.Waived, note),
                    IncidentStepCard.Undo => change.Undo(asked.Step),
                    _ => "この操作はできません。",
                },
            cancellationToken
        );
        var title = result.Incident?.Steps.Find(step => step.Step == asked.Step)?.Title;
        return await views.ReplyAsync(desk, turn, result, $"「{title}」：{Word(asked.Does)}", cancellationToken);
    }

    private static string? Missing(string does, string note) =>
        note.Length > IncidentStepCard.LongestNote ? $"記録は{IncidentStepCard.LongestNote}文字以内でお書きください。"
        : does == IncidentStepCard.Waive && note.Length == 0 ? "対象外にするときは、理由を「記録」にお書きください。"
        : null;

    private static string Word(string does) =>
        does switch
        {
            IncidentStepCard.Take => "担当になりました。",
            IncidentStepCard.Done => "完了しました。",
            IncidentStepCard.Waive => "対象外にしました。",
            IncidentStepCard.Undo => "取り消して戻しました。",
            _ => "担当を外しました。",
        };
}
