using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams who is in a chat or team.</summary>
public static class TeamsInfo
{
    public static Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, turnContext.Activity.TeamsGetTeamInfo()?.Id ?? ChatOf(turnContext), cancellationToken);

    public static Task<TeamsChannelAccount> GetTeamMemberAsync(
        ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, TeamOf(turnContext, teamId), cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, turnContext.Activity.TeamsGetTeamInfo()?.Id ?? ChatOf(turnContext), pageSize, continuationToken, cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(
        ITurnContext turnContext,
        string teamId = null,
        string continuationToken = default,
        int? pageSize = default,
        CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, TeamOf(turnContext, teamId), pageSize, continuationToken, cancellationToken);

    private static async Task<TeamsChannelAccount> MemberAsync(
        ITurnContext turnContext, string userId, string conversationId, CancellationToken cancellationToken)
    {
        var member = await ConversationsOf(turnContext).GetConversationMemberAsync(userId, conversationId, cancellationToken);
        return JObject.FromObject(member).ToObject<TeamsChannelAccount>();
    }

    private static async Task<TeamsPagedMembersResult> PageAsync(
        ITurnContext turnContext, string conversationId, int? pageSize, string continuationToken, CancellationToken cancellationToken)
    {
        var page = await ConversationsOf(turnContext)
            .GetConversationPagedMembersAsync(conversationId, pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }

    private static IConversations ConversationsOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()?.Conversations
        ?? throw new InvalidOperationException("This turn has no connector client.");

    private static string ChatOf(ITurnContext turnContext) =>
        turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("The activity has no conversation.");

    private static string TeamOf(ITurnContext turnContext, string teamId) =>
        teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
        ?? throw new InvalidOperationException("This method is only valid within the scope of a team.");
}
