using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Deputies;

/// <summary>「代理」: one's deputies, those for whom one stands in, and the form that appoints somebody.</summary>
internal sealed class OpenDeputies(DeputyBook book) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var card = DeputyCard.Render(await ModelAsync(turn, new(), [], cancellationToken));
        return new Reply.Personal(turn.Press is null ? new Reply.Show(card, card.FallbackText) : new Reply.View(card), "代理の設定は、");
    }

    /// <summary>Concerns the presser alone: in a chat with others the message stays as it is for them.</summary>
    public static Reply Told(Turn turn, DeputyCard.Model model) =>
        turn.Conversation.Kind == ConversationKind.Personal
            ? new Reply.Update(DeputyCard.Render(model))
            : new Reply.View(DeputyCard.Render(model));

    /// <param name="entered">What stands in the inputs.</param>
    /// <param name="choices">Who may be meant.</param>
    public async Task<DeputyCard.Model> ModelAsync(
        Turn turn,
        DeputyCard.Appoint entered,
        IReadOnlyList<Actor> choices,
        CancellationToken cancellationToken
    )
    {
        var today = book.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new DeputyCard.Model(
            [
                .. (await book.OfAsync(turn.From.Id, cancellationToken)).Select(deputy =>
                    deputy.PrincipalId == turn.From.Id
                        ? new DeputyCard.Row(deputy.Id.ToString(), true, deputy.PersonName, deputy.From, deputy.Until)
                        : new DeputyCard.Row(deputy.Id.ToString(), false, deputy.PrincipalName, deputy.From, deputy.Until)
                ),
            ],
            entered.Name ?? "",
            entered.From ?? today,
            entered.Until ?? today,
            [.. choices.Select(person => new Choice(person.Id, person.Name))]
        );
    }
}
