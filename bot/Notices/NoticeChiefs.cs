using System.Text.RegularExpressions;
using GuidelineBot.Delivery;
using GuidelineBot.Deputies;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Notices;

/// <summary>Whom a name means as the section's chief.</summary>
/// <param name="Chief">Null where nobody, or more than one, can be meant.</param>
/// <param name="Choices">Those who may be meant.</param>
/// <param name="Error">What to do about it; null where there is a chief.</param>
internal sealed record FoundChief(Actor? Chief, IReadOnlyList<Actor> Choices, string? Error);

/// <summary>所属長, who approves a notice before the office sees it: named by the submitter, and known to the bot by a chat of their own.</summary>
internal sealed partial class NoticeChiefs(IDbContextFactory<Database> databases, DeputyBook deputies)
{
    private const int MostChoices = 20;

    /// <returns>The name to begin with: the chief of this person's last notice, or who the draft says manages the account.</returns>
    public async Task<string> ProposedAsync(Turn turn, NoticeDraft draft, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var last = await database
            .Notices.Where(notice => notice.SubmitterId == turn.From.Id && notice.ChiefName != null)
            .OrderByDescending(notice => notice.SubmittedAt)
            .Select(notice => notice.ChiefName)
            .FirstOrDefaultAsync(cancellationToken);
        return last ?? Post().Replace(draft.Fields.GetValueOrDefault(FieldId.Manager, ""), "").Trim();
    }

    /// <param name="id">Who was chosen where several are called so; what a client sends is its word only.</param>
    public async Task<FoundChief> FindAsync(Turn turn, string name, string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new FoundChief(null, [], "承認する所属長のお名前を入力してください。");
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var people = await KnownConversations.PeopleAsync(database, name, cancellationToken);
        if ((people is [var only] ? only : people.FirstOrDefault(person => person.Id == id)) is not { } chief)
            return people.Count == 0
                ? new FoundChief(
                    null,
                    [],
                    await KnownConversations.HasLeftAsync(database, name, cancellationToken)
                        ? $"{name.Trim()}さんには、今はボットから届けられません。ご本人にボットへ一度話しかけてもらうか、承認するほかの方のお名前を入力してください。"
                        : "その名前の所属長を、ボットはまだ知りません。所属長にボットへ一度話しかけてもらうと、承認をお願いできます。"
                )
                : new FoundChief(
                    null,
                    [.. people.Take(MostChoices)],
                    $"同じように呼ばれる方が{people.Count}人います。どなたかを選んでください。"
                );
        var hasDeputy = await deputies
            .Running(database)
            .AnyAsync(deputy => deputy.PrincipalId == chief.Id && deputy.PersonId != turn.From.Id, cancellationToken);
        return chief.Id == turn.From.Id && !hasDeputy
            ? new FoundChief(
                null,
                [],
                "ご自分の届出は、ご自分では承認できません。「代理」と入力して代理の方を決めるか、ほかの方のお名前を入力してください。"
            )
            : new FoundChief(chief, [], null);
    }

    /// <summary>観光課長 in 「観光課長 赤木花子」.</summary>
    [GeneratedRegex(@"^\S*(?:長|主幹|参事|代理)[\s　]+")]
    private static partial Regex Post();
}
