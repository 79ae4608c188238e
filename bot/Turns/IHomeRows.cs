using GuidelineBot.Cards;
using GuidelineBot.Storage;

namespace GuidelineBot.Turns;

/// <summary>What a slice has on the home card, for who looks at it: its offers, and how much of theirs is open.</summary>
internal interface IHomeRows
{
    /// <summary>What is one person's is counted in their own chat alone.</summary>
    Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken);
}
