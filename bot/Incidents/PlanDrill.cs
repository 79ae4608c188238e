using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>「12月3日14時に訓練」, or the button in the list: the form, with what was said.</summary>
internal sealed class PlanDrill(DrillViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var at = (turn.Act?.Slots.GetValueOrDefault(PlanningDrills.At) as string ?? "").Split('T');
        var entered = new DrillPlanCard.Save(views.DrillIn(turn.Text), Day: at[0], Time: at.ElementAtOrDefault(1));
        var card = await views.FormAsync(turn, entered, null, cancellationToken);
        return turn.Press is null
            ? new Reply.Show(card, "訓練の予定です。「予定に入れる」を押すと、その日時に自動で始まります。")
            : new Reply.View(card);
    }
}

/// <summary>予定に入れる.</summary>
internal sealed class SaveDrillPlan(DrillViews views, DrillPlans plans) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var entered = turn.Read<DrillPlanCard.Save>();
        var (planned, error) = await views.ReadAsync(turn, entered, cancellationToken);
        error ??= await plans.PlanAsync(turn, planned!, cancellationToken);
        return error is not null
            ? new Reply.View(await views.FormAsync(turn, entered, error, cancellationToken))
            : new Reply.Update(
                await views.ListAsync(
                    turn,
                    null,
                    cancellationToken,
                    $"予定に入れました。{views.TimeOf(planned!.At)}に「{planned.Title}」の訓練を始めます。"
                )
            );
    }
}

/// <summary>取りやめる.</summary>
internal sealed class CallOffDrill(DrillViews views, DrillPlans plans) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var refusal = Guid.TryParse(turn.Read<DrillPlanCard.CallOff>().Plan, out var id)
            ? await plans.CallOffAsync(turn, id, cancellationToken)
            : "この訓練の予定は見つかりません。";
        return refusal is not null
            ? new Reply.View(await views.ListAsync(turn, refusal, cancellationToken))
            : new Reply.Update(await views.ListAsync(turn, null, cancellationToken, "訓練の予定を取りやめました。"));
    }
}
