using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>「答えられなかった質問」: what staff asked in vain, grouped by likeness.</summary>
internal sealed class ListUnanswered(UnansweredQuestions questions, IDbContextFactory<Database> databases) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var model = await ModelAsync(turn.Press is null ? 0 : turn.Read<UnansweredCard.Page>().Number, null, cancellationToken);
        var card = UnansweredCard.Render(model);
        return turn.Press is null ? new Reply.Show(card, UnansweredCard.Summary(model)) : new Reply.View(card);
    }

    /// <param name="wanted">From 0; of a page that does not exist, the nearest is shown.</param>
    /// <param name="told">What a press brought about.</param>
    public async Task<UnansweredCard.Model> ModelAsync(int wanted, string? told, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var groups = await questions.GroupsAsync(database, cancellationToken);
        var page = Math.Clamp(wanted, 0, Math.Max(0, (groups.Count - 1) / UnansweredCard.PageLength));
        return new UnansweredCard.Model(
            [.. groups.Skip(page * UnansweredCard.PageLength).Take(UnansweredCard.PageLength)],
            page,
            groups.Count,
            UnansweredQuestions.Days,
            told
        );
    }
}
