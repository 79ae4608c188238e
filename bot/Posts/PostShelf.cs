using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Posts;

/// <summary>Posts that people asked to keep; each sees their own alone.</summary>
internal sealed class PostShelf(IDbContextFactory<Database> databases, TimeProvider clock)
{
    public async Task KeepAsync(Turn turn, Knowledge.Drafting.Draft draft, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        // The press may come again; the same words once more are the same post.
        if (await database.KeptPosts.AnyAsync(post => post.PersonId == turn.From.Id && post.Text == draft.Text, cancellationToken))
            return;
        database.KeptPosts.Add(
            new KeptPost
            {
                PersonId = turn.From.Id,
                Text = draft.Text,
                Service = draft.Service,
                IsProfile = draft.IsProfile,
                KeptAt = clock.GetUtcNow(),
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }

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
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (Guid.TryParse(id, out var key))
            await database.KeptPosts.Where(post => post.Id == key && post.PersonId == turn.From.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
