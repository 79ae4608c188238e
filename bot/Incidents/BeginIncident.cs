using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>The form that starts a checklist, filled in with what the message said: one press is enough.</summary>
internal sealed class BeginIncident(IncidentForms forms) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Press is not null)
            return new Reply.View(
                IncidentStartCard.Render(
                    await forms.EmptyAsync(turn, forms.ChecklistOf(turn.Read<IncidentStartCard.Open>().Checklist), "", cancellationToken)
                )
            );
        var model = await forms.EmptyAsync(turn, forms.ChecklistFor(turn), turn.Text, cancellationToken);
        return new Reply.Show(IncidentStartCard.Render(model), $"{model.Lead}「始める」を押すと、することを順にご案内します。");
    }
}
