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
internal sealed class OpenStep(IncidentDesk desk, IncidentViews views, IncidentCalls calls) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStepCard.Ref>();
        return
            await desk.FindAsync(turn, asked.Incident, cancellationToken) is { } incident
            && views.StepCard(incident, asked.Step, turn.From) is { } model
            ? await IncidentViews.FormAsync(
                desk,
                turn,
                incident,
                IncidentStepCard.Render(
                    await calls.OnCardAsync(turn, incident, model, cancellationToken) with
                    {
                        Files =
                        [
                            .. (await desk.EvidenceOfAsync(incident.Id, cancellationToken))
                                .Where(file => file.Step == asked.Step)
                                .Select(file => file.Name),
                        ],
                    }
                ),
                cancellationToken
            )
            : OpenIncident.Unknown;
    }
}

/// <summary>担当する, 完了, 対象外, 返事待ち, 取り消し.</summary>
internal sealed class ActOnStep(IncidentDesk desk, IncidentViews views, IncidentCalls calls) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<IncidentStepCard.Act>();
        var note = asked.Note?.Trim() ?? "";
        if (await desk.FindAsync(turn, asked.Incident, cancellationToken) is not { } before)
            return OpenIncident.Unknown;
        var (at, error) = views.ReadAt(asked.At);
        error = await MissingAsync(before, asked, note, cancellationToken) ?? error;
        if (error is not null && views.StepCard(before, asked.Step, turn.From, note, error) is { } again)
            return await IncidentViews.FormAsync(
                desk,
                turn,
                before,
                IncidentStepCard.Render(await calls.OnCardAsync(turn, before, again with { At = asked.At ?? "" }, cancellationToken)),
                cancellationToken
            );

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
                    IncidentStepCard.Wait => change.Wait(asked.Step, IncidentStepCard.Pause, note),
                    IncidentStepCard.Undo => change.Undo(asked.Step),
                    _ => "この操作はできません。",
                },
            cancellationToken,
            at
        );
        var title = result.Incident?.Steps.Find(step => step.Step == asked.Step)?.Title;
        return await views.ReplyAsync(
            desk,
            turn,
            result,
            $"「{title}」：{Word(asked.Does)}",
            cancellationToken,
            asked.Does is IncidentStepCard.Done or IncidentStepCard.Waive ? asked.Step : null
        );
    }

    private async Task<string?> MissingAsync(
        Incident incident,
        IncidentStepCard.Act asked,
        string note,
        CancellationToken cancellationToken
    ) =>
        note.Length > IncidentStepCard.LongestNote ? $"記録は{IncidentStepCard.LongestNote}文字以内でお書きください。"
        : asked.Does == IncidentStepCard.Waive && note.Length == 0 ? "対象外にするときは、理由を「記録」にお書きください。"
        : asked.Does == IncidentStepCard.Done && await desk.LacksProofAsync(views, incident, asked.Step, note, cancellationToken)
            ? ProofNeeded
        : null;

    public const string ProofNeeded = "この手順は証拠が必要です。したことやURLを「記録」に書くか、画面をこのチャットに送ってください。";

    private static string Word(string does) =>
        does switch
        {
            IncidentStepCard.Take => "担当になりました。",
            IncidentStepCard.Done => "完了しました。",
            IncidentStepCard.Waive => "対象外にしました。",
            IncidentStepCard.Wait => "返事を待ちます。1時間後にお知らせします。",
            IncidentStepCard.Undo => "取り消して戻しました。",
            _ => "担当を外しました。",
        };
}
