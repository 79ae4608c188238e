using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Deputies;

/// <summary>Ends what one has appointed before its last day.</summary>
internal sealed class EndDeputy(DeputyBook book, OpenDeputies deputies) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var hasEnded = await book.EndAsync(turn, turn.Read<DeputyCard.Ending>().Deputy, cancellationToken);
        var model = await deputies.ModelAsync(turn, new(), [], cancellationToken);
        return hasEnded
            ? OpenDeputies.Told(turn, model with { Told = "代理をやめました。" })
            : new Reply.View(DeputyCard.Render(model with { Told = "その代理は見つかりません。すでに終わっています。" }));
    }
}
