using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// For the person alone, step by step in conversation: 「次は？」 shows a step, 「できました」 settles it, 「あとで」 goes on to the next one. The state is the
/// incident's own; only which step was shown last is the person's.
/// </summary>
internal sealed class IncidentGuide(Changes changes, IncidentDesk desk, IncidentViews views, IncidentMeant meant, IncidentCalls calls)
    : ITurnHandler
{
    public const string Next = "command:step-next";
    public const string Done = "command:step-done";
    public const string Later = "command:step-later";

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) =>
        await meant.OfAsync(turn, cancellationToken) switch
        {
            (_, { } instead) => instead,
            var (incident, _) => await HandleAsync(incident!, turn, cancellationToken),
        };

    public async Task<Reply> HandleAsync(Incident current, Turn turn, CancellationToken cancellationToken)
    {
        var shown = current.Members.Find(member => member.PersonId == turn.From.Id)?.GuideStep;
        if (turn.Understood?.Route.Name is not (Done or "incident:done"))
            return await ShowAsync(
                current,
                turn,
                turn.Understood?.Route.Name is Next or "incident:next" ? null : shown,
                "",
                null,
                cancellationToken
            );
        // 「2番できた」 names its step.
        var named = turn.Act?.Step is { } number ? current.Steps.Find(step => step.Place == number - 1)?.Step : null;
        // A report says by itself what was done, and when.
        var report = turn.Text.Length > LongestTick ? turn.Text : "";
        if ((named ?? shown) is not { } step)
        {
            if (report.Length > 0)
                await desk.ChangeAsync(
                    turn,
                    current.Id.ToString(),
                    change => change.Write(report, null),
                    cancellationToken,
                    views.HappenedAt(report)
                );
            return await ShowAsync(
                current,
                turn,
                null,
                $"{(report.Length > 0 ? "記録しました。" : "")}どの手順ができたかを確かめるため、次の手順をお見せします。"
                    + "「2番できた」のように番号でも入力できます。",
                null,
                cancellationToken
            );
        }
        if (await desk.LacksProofAsync(views, current, step, report, cancellationToken))
            return await ShowThisAsync(current, turn, step, ActOnStep.ProofNeeded, null, cancellationToken);
        var result = await desk.ChangeAsync(
            turn,
            current.Id.ToString(),
            change => change.Settle(step, StepState.Done, report),
            cancellationToken,
            views.HappenedAt(turn.Text)
        );
        current = result.Incident ?? current;
        var told = result.Refusal ?? $"「{current.Steps.Find(known => known.Step == step)?.Title}」を完了にしました。";
        return await ShowAsync(current, turn, shown, told, result.Refusal is null ? step : null, cancellationToken);
    }

    /// <summary>「2番できました！」 says nothing but that.</summary>
    private const int LongestTick = 12;

    /// <param name="after">Steps from here on come first; null for the first open one.</param>
    /// <param name="settled">The step that was just settled, to be taken back with one press.</param>
    private async Task<Reply> ShowAsync(
        Incident incident,
        Turn turn,
        string? after,
        string told,
        string? settled,
        CancellationToken cancellationToken
    )
    {
        var open = incident.Steps.Where(step => step.State == StepState.Open).OrderBy(step => step.Place).ToList();
        var from = incident.Steps.Find(step => step.Step == after)?.Place ?? -1;
        if ((open.Find(step => step.Place > from) ?? open.FirstOrDefault()) is not { } next)
            return await views.ReplyAsync(
                desk,
                turn,
                new IncidentResult(incident, null),
                $"{told}すべての手順が済みました。「終了する」を押して、終わりにしてください。",
                cancellationToken,
                settled
            );
        return await ShowThisAsync(incident, turn, next.Step, told, settled, cancellationToken);
    }

    private async Task<Reply> ShowThisAsync(
        Incident incident,
        Turn turn,
        string step,
        string told,
        string? settled,
        CancellationToken cancellationToken
    )
    {
        // What the turn did is done already; the next step may be looked up once more.
        await changes.CommitAsync(
            "",
            change =>
                change
                    .Database.IncidentMembers.Where(joined => joined.IncidentId == incident.Id && joined.PersonId == turn.From.Id)
                    .ExecuteUpdateAsync(joined => joined.SetProperty(known => known.GuideStep, step), cancellationToken),
            cancellationToken
        );
        var model = views.StepCard(incident, step, turn.From, told: told.Length == 0 ? null : told)! with { Before = settled };
        return new Reply.Show(
            IncidentStepCard.Render(await calls.OnCardAsync(turn, incident, model, cancellationToken)),
            $"{told}次は「{model.Step.Title}」です。できたら「できました」、あとにするなら「あとで」と入力してください。"
        )
        {
            Lead = "できたら「できました」、あとにするなら「あとで」と入力してください。",
        };
    }
}
