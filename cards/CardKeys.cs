using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Cards;

/// <summary>The idempotency key of one rendering: Teams may send the same press again under another activity id.</summary>
public static class CardKeys
{
    /// <summary>Not "key": the Playground's card renderer keeps that name for itself, and then no press gets through.</summary>
    public const string Name = "rendering";

    /// <summary>Puts the key into the data of every action of the card.</summary>
    public static AdaptiveCard Stamp(AdaptiveCard card, string key)
    {
        foreach (var element in CardTree.Walk(card))
        {
            var data = element switch
            {
                AdaptiveExecuteAction execute => execute.Data,
                AdaptiveSubmitAction submit => submit.Data,
                _ => null,
            };
            if (data is JObject named)
                named[Name] = key;
        }

        return card;
    }
}
