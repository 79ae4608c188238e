using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Asking;

/// <summary>What a feature offers to start beneath a clause that speaks of it: a question about filing is answered, and the notice is one press away.</summary>
internal interface IOffer
{
    IEnumerable<Start> For(ClauseId clause);
}
