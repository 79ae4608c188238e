using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>The channel's side of a conversation, at one service URL.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    IConversations Conversations { get; }
}

/// <summary>Conversations at a channel; called through <see cref="ConversationsExtensions"/>.</summary>
public interface IConversations
{
    internal Task<T> CallAsync<T>(HttpMethod method, string path, object body, CancellationToken cancellationToken);
}

/// <summary>The calls a bot makes to a channel.</summary>
public static class ConversationsExtensions
{
    public static Task<ConversationResourceResponse> CreateConversationAsync(
        this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, cancellationToken);

    public static Task<ResourceResponse> SendToConversationAsync(
        this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Post, $"{Of(conversationId)}/activities", activity, cancellationToken);

    public static Task<ResourceResponse> SendToConversationAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.SendToConversationAsync(activity.Conversation.Id, activity, cancellationToken);

    public static Task<ResourceResponse> ReplyToActivityAsync(
        this IConversations operations,
        string conversationId,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Post, Of(conversationId, activityId), activity, cancellationToken);

    public static Task<ResourceResponse> ReplyToActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        string.IsNullOrEmpty(activity.ReplyToId)
            ? throw new ArgumentException("The activity replies to nothing.", nameof(activity))
            : operations.ReplyToActivityAsync(activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken);

    public static Task<ResourceResponse> UpdateActivityAsync(
        this IConversations operations,
        string conversationId,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken = default) =>
        operations.CallAsync<ResourceResponse>(HttpMethod.Put, Of(conversationId, activityId), activity, cancellationToken);

    public static Task<ResourceResponse> UpdateActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.UpdateActivityAsync(activity.Conversation.Id, activity.Id, activity, cancellationToken);

    public static Task DeleteActivityAsync(
        this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        operations.CallAsync<object>(HttpMethod.Delete, Of(conversationId, activityId), null, cancellationToken);

    public static Task<ChannelAccount> GetConversationMemberAsync(
        this IConversations operations, string userId, string conversationId, CancellationToken cancellationToken = default) =>
        operations.CallAsync<ChannelAccount>(HttpMethod.Get, $"{Of(conversationId)}/members/{Escape(userId)}", null, cancellationToken);

    public static Task<IList<ChannelAccount>> GetConversationMembersAsync(
        this IConversations operations, string conversationId, CancellationToken cancellationToken = default) =>
        operations.CallAsync<IList<ChannelAccount>>(HttpMethod.Get, $"{Of(conversationId)}/members", null, cancellationToken);

    public static Task<PagedMembersResult> GetConversationPagedMembersAsync(
        this IConversations operations,
        string conversationId,
        int? pageSize = default,
        string continuationToken = default,
        CancellationToken cancellationToken = default)
    {
        string[] query =
        [
            .. pageSize is { } size ? [FormattableString.Invariant($"pageSize={size}")] : Array.Empty<string>(),
            .. continuationToken is not null ? [$"continuationToken={Escape(continuationToken)}"] : Array.Empty<string>(),
        ];
        var path = $"{Of(conversationId)}/pagedmembers{(query.Length > 0 ? "?" : null)}{string.Join('&', query)}";
        return operations.CallAsync<PagedMembersResult>(HttpMethod.Get, path, null, cancellationToken);
    }

    private static string Of(string conversationId)
    {
        ArgumentNullException.ThrowIfNull(conversationId);
        return $"v3/conversations/{Escape(conversationId)}";
    }

    private static string Of(string conversationId, string activityId)
    {
        ArgumentNullException.ThrowIfNull(activityId);
        return $"{Of(conversationId)}/activities/{Escape(activityId)}";
    }

    private static string Escape(string part) => Uri.EscapeDataString(part);
}
