using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using AdaptiveCards;
using GuidelineBot.Delivery;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace GuidelineBot.Turns;

/// <summary>Messages that answer nobody: into a conversation that was remembered.</summary>
internal sealed class ProactiveMessages(
    TeamsAdapter adapter,
    Replies replies,
    KnownConversations conversations,
    IOptions<ChannelOptions> options,
    TimeProvider clock
) : IProactiveMessages
{
    public async Task<string?> SendAsync(string reference, AdaptiveCard card, string summary, CancellationToken cancellationToken)
    {
        string? id = null;
        await InAsync(
            reference,
            async (context, token) => id = await replies.SendAsync(context, new Reply.Show(card, summary), token),
            cancellationToken
        );
        return id;
    }

    public Task RedrawAsync(string reference, string activity, AdaptiveCard card, CancellationToken cancellationToken) =>
        InAsync(reference, (context, token) => Replies.EditAsync(context, activity, card, token), cancellationToken, isPosted: true);

    /// <param name="isPosted">It is about a message that was there once.</param>
    private async Task InAsync(string reference, BotCallbackHandler work, CancellationToken cancellationToken, bool isPosted = false)
    {
        Exception? fault = null;
        var chat = JsonConvert.DeserializeObject<ConversationReference>(reference)!;
        await adapter.ContinueConversationAsync(
            Ourselves,
            chat,
            async (context, token) =>
            {
                try
                {
                    await work(context, token);
                }
                catch (Exception thrown)
                {
                    // Thrown on from here, it would end in the apology of a turn, and the message would count as sent.
                    fault = thrown;
                }
            },
            cancellationToken
        );
        if (fault is null)
            return;
        var told = Told(fault, isPosted);
        if (told is ChatClosedException)
            await conversations.CloseAsync(chat.Conversation.Id, cancellationToken);
        throw told;
    }

    private Exception Told(Exception fault, bool isPosted) =>
        fault switch
        {
            ErrorResponseException { Response.StatusCode: HttpStatusCode.NotFound } when isPosted => new UndeliverableException(
                "メッセージが削除されています。",
                fault
            ),
            ErrorResponseException { Response.StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => new ChatClosedException(
                fault
            ),
            ErrorResponseException { Response: { StatusCode: HttpStatusCode.TooManyRequests } busy } => new PostponedException(
                "Teams が混み合っています。",
                fault,
                RetryAfter(busy)
            ),
            ErrorResponseException { Response: { } refused } => new PostponedException(
                $"Teams に断られました（{(int)refused.StatusCode} {refused.StatusCode}）。",
                fault
            ),
            HttpRequestException => new PostponedException($"Teams に接続できませんでした（{fault.Message}）。", fault),
            _ => fault,
        };

    private TimeSpan? RetryAfter(HttpResponseMessageWrapper response) =>
        response.Headers.TryGetValue(HeaderNames.RetryAfter, out var values)
        && RetryConditionHeaderValue.TryParse(values.FirstOrDefault(), out var wait)
            ? wait.Delta ?? wait.Date - clock.GetUtcNow()
            : null;

    /// <summary>
    /// The bot as the channel knows it; on a developer's machine it has no app id, which the overload that takes one refuses.
    /// </summary>
    private ClaimsIdentity Ourselves =>
        new([new Claim("aud", options.Value.MicrosoftAppId), new Claim("appid", options.Value.MicrosoftAppId)]);

    /// <summary>What is needed to write into the conversation of an activity later.</summary>
    /// <param name="isPersonal">Otherwise whoever happened to speak there is nobody's business later.</param>
    public static string ReferenceOf(IActivity activity, bool isPersonal)
    {
        var reference = ((Activity)activity).GetConversationReference();
        if (!isPersonal)
            reference.User = null;
        return JsonConvert.SerializeObject(reference);
    }
}
