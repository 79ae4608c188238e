using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using Update = Microsoft.Bot.Builder.ITurnContext<Microsoft.Bot.Schema.IConversationUpdateActivity>;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Changes of members, teams, channels and messages.</summary>
public partial class TeamsActivityHandler
{
    protected override Task OnConversationUpdateActivityAsync(
        Update turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.ChannelId != Connector.Channels.Msteams)
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);

        var data = activity.GetChannelData<TeamsChannelData>();
        if (activity.MembersAdded is not null)
            return OnTeamsMembersAddedDispatchAsync(activity.MembersAdded, data?.Team, turnContext, cancellationToken);

        if (activity.MembersRemoved is not null)
            return OnTeamsMembersRemovedDispatchAsync(activity.MembersRemoved, data?.Team, turnContext, cancellationToken);

        return data?.EventType switch
        {
            "channelCreated" => OnTeamsChannelCreatedAsync(data.Channel, data.Team, turnContext, cancellationToken),
            "channelDeleted" => OnTeamsChannelDeletedAsync(data.Channel, data.Team, turnContext, cancellationToken),
            "channelRenamed" => OnTeamsChannelRenamedAsync(data.Channel, data.Team, turnContext, cancellationToken),
            "channelRestored" => OnTeamsChannelRestoredAsync(data.Channel, data.Team, turnContext, cancellationToken),
            "teamArchived" => OnTeamsTeamArchivedAsync(data.Team, turnContext, cancellationToken),
            "teamDeleted" => OnTeamsTeamDeletedAsync(data.Team, turnContext, cancellationToken),
            "teamRenamed" => OnTeamsTeamRenamedAsync(data.Team, turnContext, cancellationToken),
            "teamRestored" => OnTeamsTeamRestoredAsync(data.Team, turnContext, cancellationToken),
            "teamUnarchived" => OnTeamsTeamUnarchivedAsync(data.Team, turnContext, cancellationToken),
            _ => base.OnConversationUpdateActivityAsync(turnContext, cancellationToken),
        };
    }

    protected virtual async Task OnTeamsMembersAddedDispatchAsync(
        IList<ChannelAccount> membersAdded, TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken)
    {
        var members = new List<TeamsChannelAccount>(membersAdded.Count);
        foreach (var member in membersAdded)
            members.Add(await DescribeAsync(member));

        await OnTeamsMembersAddedAsync(members, teamInfo, turnContext, cancellationToken);

        // Teams announces a person by id alone; the roster knows the rest, unless the person is gone again.
        async Task<TeamsChannelAccount> DescribeAsync(ChannelAccount member)
        {
            if (member.Properties?.HasValues == true || member.Id == turnContext.Activity.Recipient?.Id)
                return ToTeams(member);

            try
            {
                return await TeamsInfo.GetMemberAsync(turnContext, member.Id, cancellationToken);
            }
            catch (ErrorResponseException e) when (e.Body?.Error?.Code == "ConversationNotFound")
            {
                return ToTeams(member);
            }
        }
    }

    protected virtual Task OnTeamsMembersRemovedDispatchAsync(
        IList<ChannelAccount> membersRemoved, TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) =>
        OnTeamsMembersRemovedAsync([.. membersRemoved.Select(ToTeams)], teamInfo, turnContext, cancellationToken);

    protected virtual Task OnTeamsMembersAddedAsync(
        IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) =>
        OnMembersAddedAsync([.. teamsMembersAdded], turnContext, cancellationToken);

    protected virtual Task OnTeamsMembersRemovedAsync(
        IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) =>
        OnMembersRemovedAsync([.. teamsMembersRemoved], turnContext, cancellationToken);

    protected virtual Task OnTeamsChannelCreatedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsChannelDeletedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsChannelRenamedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsChannelRestoredAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsTeamArchivedAsync(
        TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnTeamsTeamDeletedAsync(
        TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnTeamsTeamRenamedAsync(
        TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnTeamsTeamRestoredAsync(
        TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnTeamsTeamUnarchivedAsync(
        TeamInfo teamInfo, Update turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        EventOf(turnContext) switch
        {
            "editMessage" => OnTeamsMessageEditAsync(turnContext, cancellationToken),
            "undeleteMessage" => OnTeamsMessageUndeleteAsync(turnContext, cancellationToken),
            _ => base.OnMessageUpdateActivityAsync(turnContext, cancellationToken),
        };

    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        EventOf(turnContext) == "softDeleteMessage"
            ? OnTeamsMessageSoftDeleteAsync(turnContext, cancellationToken)
            : base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);

    protected virtual Task OnTeamsMessageEditAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageUndeleteAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageSoftDeleteAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private static string EventOf(ITurnContext turnContext) => turnContext.Activity.ChannelId == Connector.Channels.Msteams
        ? turnContext.Activity.GetChannelData<TeamsChannelData>()?.EventType
        : null;

    private static TeamsChannelAccount ToTeams(ChannelAccount member) =>
        member as TeamsChannelAccount ?? JObject.FromObject(member).ToObject<TeamsChannelAccount>();
}
