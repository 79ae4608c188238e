using GuidelineBot.Knowledge;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Turns;

/// <summary>The configuration's lists of people with a part to play, by Entra object id.</summary>
internal sealed class RoleOptions
{
    public const string Section = "Roles";

    public string[] Reviewers { get; init; } = [];
    public string[] NetworkAdministrators { get; init; } = [];
    public string[] Administrators { get; init; } = [];

    /// <summary>The id of a team (<c>19:…@thread.tacv2</c>, as in the link to it) whose members are reviewers, too. The bot must be installed in it.</summary>
    public string ReviewersTeam { get; init; } = "";

    /// <summary>The same for network administrators.</summary>
    public string NetworkAdministratorsTeam { get; init; } = "";
}

/// <summary>Who may do what.</summary>
internal sealed class RoleBook(IOptions<RoleOptions> options, TeamRosters rosters, ChatMembers members, IHostEnvironment environment)
{
    /// <summary>The Playground's first user (see Playground/.m365agentsplayground.yml): holds every role, in Development only.</summary>
    public const string PlaygroundFirstUser = "33333333-3333-4333-8333-333333333330";

    /// <summary>What somebody is told who has none of these roles.</summary>
    public static string Refusal(Roles only, Offices offices)
    {
        (Roles Role, string Name)[] names =
        [
            (Roles.Reviewer, $"{offices.PublicRelations.Name}の担当者"),
            (Roles.NetworkAdministrator, offices.NetworkAdministrator.Name),
            (Roles.Administrator, "このボットの管理者"),
        ];
        return $"この操作は、{string.Join("と", names.Where(named => only.HasFlag(named.Role)).Select(named => named.Name))}だけが行えます。";
    }

    /// <summary>Guests and people of other tenants have no role, whatever lists they are on and whoever lends them theirs.</summary>
    /// <param name="person">The channel's id of the person.</param>
    public bool MayHoldAny(string? person) => !members.IsOutsider(person);

    /// <param name="person">The channel's id of the same person.</param>
    public Roles Of(string? directoryId, string? person)
    {
        if (string.IsNullOrEmpty(directoryId) || !MayHoldAny(person))
            return Roles.None;
        if (environment.IsDevelopment() && directoryId == PlaygroundFirstUser)
            return Roles.All;
        return In(options.Value.Reviewers, Roles.Reviewer)
            | In(options.Value.NetworkAdministrators, Roles.NetworkAdministrator)
            | In(options.Value.Administrators, Roles.Administrator)
            | rosters.RolesOf(directoryId);

        Roles In(string[] people, Roles role) => people.Contains(directoryId, StringComparer.OrdinalIgnoreCase) ? role : Roles.None;
    }
}
