using System.Collections.Concurrent;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Turns;

/// <summary>What the channel's roster says of somebody who writes: by which name, and whether they belong to the city.</summary>
internal sealed partial class ChatMembers(
    IDbContextFactory<Database> databases,
    IOptions<ChannelOptions> channel,
    TimeProvider clock,
    ILogger<ChatMembers> log
)
{
    /// <summary>Who has no name that anybody knows is still told from others by their id.</summary>
    public const string NoName = "（氏名不明）";

    /// <summary>More people than a city has; beyond it all are asked for afresh, so that memory does not grow without end.</summary>
    private const int Most = 20_000;

    private static readonly TimeSpan Trusted = TimeSpan.FromDays(1);

    /// <summary>Until a roster that did not answer is asked again; nobody waits for it with every word.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Member> known = new(StringComparer.Ordinal);

    /// <param name="Name">Empty where nobody has told it.</param>
    private sealed record Member(string Name, bool IsOutsider, DateTimeOffset Until);

    /// <summary>Whether the roster said lately that this person is a guest, or of another tenant.</summary>
    public bool IsOutsider(string? person) => person is not null && known.TryGetValue(person, out var member) && member.IsOutsider;

    /// <param name="home">The tenant that is ours; null where nobody has told.</param>
    public static bool IsOutsider(TeamsChannelAccount member, string? home) =>
        member.UserRole is { } role && (Is(role, "guest") || Is(role, "anonymous"))
        || member.UserPrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true
        || (member.TenantId is { Length: > 0 } tenant && home is { Length: > 0 } && !Is(tenant, home));

    /// <summary>Asks the roster, once a day for each person. On a machine without a registration there is no Teams to have guests.</summary>
    public async Task AskAsync(ITurnContext context, bool isNameless, CancellationToken cancellationToken)
    {
        var person = context.Activity.From.Id;
        var now = clock.GetUtcNow();
        if ((channel.Value.IsOpen && !isNameless) || (known.TryGetValue(person, out var last) && last.Until > now))
            return;
        if (known.Count >= Most)
            known.Clear();
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            var member = await TeamsInfo.GetMemberAsync(context, person, either.Token);
            known[person] = new(Typed.Name(member.Name), IsOutsider(member, context.Activity.Conversation.TenantId), now + Trusted);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogSilent(fault.GetType().Name);
            // What was known of them holds on.
            known[person] = known.TryGetValue(person, out last) ? last with { Until = now + Retry } : new Member("", false, now + Retry);
        }
    }

    /// <summary>By which name to write down somebody whom an activity does not name.</summary>
    public async Task<string> NameOfAsync(ChannelAccount person, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(person.Id, out var member) && !string.IsNullOrWhiteSpace(member.Name))
            return member.Name;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var before = await KnownConversations
            .OfPerson(database, person.Id)
            .Select(chat => chat.Name)
            .FirstOrDefaultAsync(cancellationToken);
        return string.IsNullOrWhiteSpace(before) ? NoName : before;
    }

    private static bool Is(string text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(LogLevel.Warning, "The roster does not say who somebody is ({Fault})")]
    private partial void LogSilent(string fault);
}
