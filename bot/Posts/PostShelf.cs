using System.Security.Cryptography;
using System.Text;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Posts;

/// <summary>Posts that people asked to keep; each sees their own alone.</summary>
internal sealed class PostShelf(IDbContextFactory<Database> databases, Changes changes)
{
    public Task KeepAsync(Turn turn, Knowledge.Drafting.Draft draft, CancellationToken cancellationToken) =>
        changes.CommitAsync(
            turn.Key,
            change =>
            {
                var (database, hash) = (change.Database, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.Text))));
                // By hand, because the same words once more are no fault.
                return database.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO kept_posts (id, person_id, text, text_hash, service, is_profile, kept_at)
                    VALUES ({Guid.CreateVersion7()}, {turn.From.Id}, {draft.Text}, {hash}, {draft.Service}, {draft.IsProfile}, {database.Stored(
                        change.Now
                    )})
                    ON CONFLICT (person_id, text_hash) DO NOTHING
                    """,
                    cancellationToken
                );
            },
            cancellationToken
        );

    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<KeptPost>> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .KeptPosts.AsNoTracking()
            .Where(post => post.PersonId == turn.From.Id)
            .OrderByDescending(post => post.KeptAt)
            .Take(KeptPostsCard.Most)
            .ToListAsync(cancellationToken);
    }

    public async Task<KeptPost?> FindAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return Guid.TryParse(id, out var key)
            ? await database
                .KeptPosts.AsNoTracking()
                .SingleOrDefaultAsync(post => post.Id == key && post.PersonId == turn.From.Id, cancellationToken)
            : null;
    }

    public async Task RemoveAsync(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(id, out var key))
            await changes.CommitAsync(
                turn.Key,
                change =>
                    change
                        .Database.KeptPosts.Where(post => post.Id == key && post.PersonId == turn.From.Id)
                        .ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
    }
}
