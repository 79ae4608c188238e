using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>What staff ask, and what came of it, without their names.</summary>
internal sealed class QuestionLog(IDbContextFactory<Database> databases, TimeProvider clock)
{
    public async Task AddAsync(Turn turn, Understood understood, CancellationToken cancellationToken)
    {
        var best = understood.Clauses.Count > 0 ? understood.Clauses[0] : null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.QuestionLog.Add(new QuestionLogEntry
        {
            AskedAt = clock.GetUtcNow(),
            Question = turn.Text,
            Route = understood.Route.Name,
            Clause = best?.Id,
            Score = best?.Score ?? 0,
            Conversation = turn.Conversation.Kind,
        });
        await database.SaveChangesAsync(cancellationToken);
    }
}
