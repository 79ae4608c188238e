using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Everything a card holds, at any depth: elements, actions, cards within, and fallbacks.</summary>
public static class CardTree
{
    public static IEnumerable<AdaptiveTypedElement> Walk(AdaptiveTypedElement root) =>
        Within(root).OfType<AdaptiveTypedElement>().SelectMany(Walk).Prepend(root);

    private static IEnumerable<AdaptiveTypedElement?> Within(AdaptiveTypedElement element)
    {
        IEnumerable<AdaptiveTypedElement?> parts = element switch
        {
            AdaptiveCard card => [.. card.Body, .. card.Actions, card.SelectAction, card.Refresh?.Action],
            AdaptiveContainer container => [.. container.Items, container.SelectAction],
            AdaptiveColumnSet set => [.. set.Columns, set.SelectAction],
            AdaptiveTable table => table.Rows,
            AdaptiveTableRow row => row.Cells,
            AdaptiveTableCell cell => [.. cell.Items, cell.SelectAction],
            AdaptiveActionSet set => set.Actions,
            AdaptiveImage image => [image.SelectAction],
            AdaptiveRichTextBlock block => block.Inlines.OfType<AdaptiveTextRun>().Select(run => run.SelectAction),
            AdaptiveTextInput input => [input.InlineAction],
            AdaptiveShowCardAction show => [show.Card],
            _ => [],
        };
        return parts.Append(element.Fallback?.Content);
    }
}
