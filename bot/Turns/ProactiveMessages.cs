using System.Net;
using System.Security.Claims;
using AdaptiveCards;
using GuidelineBot.Delivery;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;

namespace GuidelineBot.Turns;

/// <summary>Messages that answer nobody: into a conversation that was remembered.</summary>
internal sealed class ProactiveMessages(IBotFrameworkHttpAdapter adapter, IOptions<ChannelOptions> options) : IProactiveMessages
{
    public async Task<string?> SendAsync(string reference, AdaptiveCard card, string summary, CancellationToken cancellationToken)
    {
        string? id = null;
        await InAsync(reference, async (context, token) => id = await ReplyWriter.SendAsync(context, new Reply.Show(card, summary), token), cancellationToken);
        return id;
    }

    public Task RedrawAsync(string reference, string activity, AdaptiveCard card, CancellationToken cancellationToken) =>
        InAsync(reference, (context, token) => ReplyWriter.RedrawAsync(context, activity, card, token), cancellationToken);

    private async Task InAsync(string reference, BotCallbackHandler work, CancellationToken cancellationToken)
    {
        try
        {
            await ((BotAdapter)adapter).ContinueConversationAsync(Ourselves, JsonConvert.DeserializeObject<ConversationReference>(reference)!, work, cancellationToken);
        }
        catch (ErrorResponseException refused) when (refused.Response?.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            throw new UndeliverableException("このチャットではボットが削除されたか、ブロックされています。", refused);
        }
    }

    /// <summary>The bot as the channel knows it; on a developer's machine it has no app id, which the overload that takes one refuses.</summary>
    private ClaimsIdentity Ourselves => new([new Claim("aud", options.Value.MicrosoftAppId), new Claim("appid", options.Value.MicrosoftAppId)]);

    /// <summary>What is needed to write into the conversation of an activity later.</summary>
    public static string ReferenceOf(IActivity activity) => JsonConvert.SerializeObject(((Activity)activity).GetConversationReference());
}
