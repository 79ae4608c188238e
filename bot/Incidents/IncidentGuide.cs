using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Incidents;

/// <summary>
/// For the person alone, step by step in conversation: 「次は？」 shows a step, 「できました」 settles it, 「あとで」 goes on to the next one. The state is the
/// incident's own; only which step was shown last is the person's.
/// </summary>
internal sealed class IncidentGuide(IDbContextFactory<Database> databases, Changes changes, IncidentDesk desk, IncidentViews views)
    : ITurnHandler
{
    public const string Next = "command:step-next";
    public const string Done = "command:step-done";
    public const string Later = "command:step-later";

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var member = await (
            from joined in database.IncidentMembers
            join incident in database.Incidents on joined.IncidentId equals incident.Id
            where joined.PersonId == turn.From.Id && incident.ClosedAt == null
            orderby incident.OpenedAt descending
            select joined
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);
        if (member is null || await desk.FindAsync(turn, member.IncidentId.ToString(), cancellationToken) is not { } current)
            return new Reply.Say("進行中のチェックリストはありません。「チェックリスト」と入力すると始められます。");

        var told = "";
        if (turn.Understood?.Route.Name is Done or "incident:done")
        {
            // 「2番できた」 names its step; a report says by itself what was done.
            var named = turn.Act?.Step is { } number
                ? current.Steps.OrderBy(step => step.Place).ElementAtOrDefault(number - 1)?.Step
                : null;
            if ((named ?? member.GuideStep) is not { } shown)
                return await ShowAsync(
                    current,
                    turn,
                    null,
                    "どの手順ができたかを確かめるため、次の手順をお見せします。",
                    cancellationToken
                );
            var result = await desk.ChangeAsync(
                turn,
                current.Id.ToString(),
                change => change.Settle(shown, StepState.Done, ""),
                cancellationToken
            );
            current = result.Incident ?? current;
            told = result.Refusal ?? $"「{current.Steps.Find(step => step.Step == shown)?.Title}」を完了にしました。";
        }
        return await ShowAsync(
            current,
            turn,
            turn.Understood?.Route.Name is Next or "incident:next" ? null : member.GuideStep,
            told,
            cancellationToken
        );
    }

    /// <param name="after">Steps from here on come first; null for the first open one.</param>
    private async Task<Reply> ShowAsync(Incident incident, Turn turn, string? after, string told, CancellationToken cancellationToken)
    {
        var open = incident.Steps.Where(step => step.State == StepState.Open).OrderBy(step => step.Place).ToList();
        var from = incident.Steps.Find(step => step.Step == after)?.Place ?? -1;
        if ((open.Find(step => step.Place > from) ?? open.FirstOrDefault()) is not { } next)
            return await views.ShowAsync(
                desk,
                turn,
                incident,
                $"{told}すべての手順が済みました。「終了する」を押して、終わりにしてください。",
                cancellationToken
            );
        // What the turn did is done already; the next step may be looked up once more.
        await changes.CommitAsync(
            "",
            change =>
                change
                    .Database.IncidentMembers.Where(joined => joined.IncidentId == incident.Id && joined.PersonId == turn.From.Id)
                    .ExecuteUpdateAsync(joined => joined.SetProperty(known => known.GuideStep, next.Step), cancellationToken),
            cancellationToken
        );
        var card = IncidentStepCard.Render(views.StepCard(incident, next.Step, turn.From, told: told.Length == 0 ? null : told)!);
        return new Reply.Show(card, $"{told}次は「{next.Title}」です。できたら「できました」、あとにするなら「あとで」と入力してください。")
        {
            Lead = "できたら「できました」、あとにするなら「あとで」と入力してください。",
        };
    }
}
