using System.Collections.Frozen;
using System.Security.Claims;
using GuidelineBot.Delivery;
using GuidelineBot.Storage;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace GuidelineBot.Turns;

/// <summary>
/// Who has a role because a configured team has them as a member; guests and people of other tenants never have one. The
/// rosters are read in the background and kept for a while, so that no
/// turn waits for them; one that could not be read for a day counts no longer.
/// </summary>
internal sealed partial class TeamRosters(
    TeamsAdapter adapter,
    IDbContextFactory<Database> databases,
    IOptions<RoleOptions> roles,
    IOptions<ChannelOptions> channel,
    IOptions<TenantOptions> tenants,
    TimeProvider clock,
    ILogger<TeamRosters> log
) : BackgroundService
{
    internal static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Trusted = TimeSpan.FromDays(1);

    private volatile FrozenDictionary<string, Roster> rosters = FrozenDictionary<string, Roster>.Empty;

    /// <param name="Id">The channel's id of the person.</param>
    internal sealed record Member(string Id, string DirectoryId, string Name);

    private sealed record Roster(Roles Role, FrozenDictionary<string, Member> Members, DateTimeOffset ReadAt);

    /// <summary>Teams that are configured and could not be read lately, for the status page.</summary>
    public IReadOnlyList<string> Unread =>
        [.. Teams.Where(team => !(rosters.TryGetValue(team.Id, out var roster) && IsTrusted(roster))).Select(team => team.Id)];

    /// <summary>Guests do not count.</summary>
    public bool HasMembers(string team) => rosters.TryGetValue(team, out var roster) && roster.Members.Count > 0;

    public Roles RolesOf(string directoryId) =>
        rosters
            .Values.Where(roster => IsTrusted(roster) && roster.Members.ContainsKey(directoryId))
            .Aggregate(Roles.None, (held, roster) => held | roster.Role);

    public IEnumerable<Member> Of(Roles role) =>
        rosters.Values.Where(roster => roster.Role == role && IsTrusted(roster)).SelectMany(roster => roster.Members.Values);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Teams.Any())
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await ReadAsync(stoppingToken);
            await Task.Delay(Unread.Count == 0 ? Period : Retry, clock, stoppingToken);
        }
    }

    internal async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, role) in Teams)
        {
            try
            {
                var members = await ReadAsync(id, cancellationToken);
                rosters = rosters
                    .Where(known => known.Key != id)
                    .Append(new(id, new Roster(role, members, clock.GetUtcNow())))
                    .ToFrozenDictionary();
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                LogUnread(fault, id);
            }
        }
    }

    private IEnumerable<(string Id, Roles Role)> Teams =>
        ((string, Roles)[])
            [
                .. roles.Value.ReviewersTeam.Length > 0 ? [(roles.Value.ReviewersTeam, Roles.Reviewer)] : Array.Empty<(string, Roles)>(),
                .. roles.Value.NetworkAdministratorsTeam.Length > 0
                    ? [(roles.Value.NetworkAdministratorsTeam, Roles.NetworkAdministrator)]
                    : Array.Empty<(string, Roles)>(),
            ];

    private bool IsTrusted(Roster roster) => clock.GetUtcNow() - roster.ReadAt < Trusted;

    private async Task<FrozenDictionary<string, Member>> ReadAsync(string team, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var reference =
            await KnownConversations.ReferenceOfAsync(database, team, cancellationToken)
            ?? throw new InvalidOperationException("The bot has not heard from this team yet; it must be installed in it.");
        var chat = JsonConvert.DeserializeObject<ConversationReference>(reference)!;
        var home = tenants.Value.Allowed.FirstOrDefault() ?? chat.Conversation.TenantId;
        var members = new Dictionary<string, Member>(StringComparer.OrdinalIgnoreCase);
        var us = new ClaimsIdentity([new Claim("aud", channel.Value.MicrosoftAppId), new Claim("appid", channel.Value.MicrosoftAppId)]);
        Exception? fault = null;
        await adapter.ContinueConversationAsync(
            us,
            chat,
            async (context, token) =>
            {
                try
                {
                    string? next = null;
                    do
                    {
                        var page = await TeamsInfo.GetPagedTeamMembersAsync(context, team, next, cancellationToken: token);
                        foreach (var member in page.Members)
                            if (member.AadObjectId is { Length: > 0 } && !ChatMembers.IsOutsider(member, home))
                                members[member.AadObjectId] = new Member(member.Id, member.AadObjectId, NameOf(member));
                        next = page.ContinuationToken;
                    } while (next is { Length: > 0 });
                }
                catch (Exception thrown)
                {
                    // Thrown on from here, it would end in the apology of a turn.
                    fault = thrown;
                }
            },
            cancellationToken
        );
        return fault is null
            ? members.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            : throw new InvalidOperationException("The roster could not be read.", fault);
    }

    private static string NameOf(ChannelAccount member) =>
        Typed.Name(member.Name) is var name && string.IsNullOrWhiteSpace(name) ? ChatMembers.NoName : name;

    [LoggerMessage(
        LogLevel.Warning,
        "The members of the team {Team} could not be read; roles by membership are as they were, for a day at most"
    )]
    private partial void LogUnread(Exception fault, string team);
}
