using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>What the bot sent, or answered a press with.</summary>
/// <param name="IsAnswer">The answer to a press: for the presser alone.</param>
/// <param name="Body">The activity, or the answer's body.</param>
internal sealed record Sent(bool IsAnswer, JsonNode Body);

/// <summary>A channel within the process: takes activities as Teams sends them, and keeps what the bot says to them.</summary>
internal sealed class InProcessChannel : BotAdapter
{
    private readonly IBot bot;
    private readonly List<Sent> sent = [];
    private int ids;

    public InProcessChannel(IBot bot, Apology apology)
    {
        this.bot = bot;
        OnTurnError = apology.SayAsync;
        Use(new InJapanese());
    }

    /// <returns>What was sent, in order, and the turn as it was heard; null for what is no message or press.</returns>
    public async Task<(IReadOnlyList<Sent> Sent, Turn? Turn)> PostAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        sent.Clear();
        var read = ChannelJson.Read<Activity>(new MemoryStream(Encoding.UTF8.GetBytes(activity.ToJsonString())))!;
        using var context = new TurnContext(this, read);
        await RunPipelineAsync(context, bot.OnTurnAsync, cancellationToken);
        return ([.. sent], context.TurnState.Get<Turn>());
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        foreach (var activity in activities)
        {
            if (activity is { Type: "invokeResponse", Value: InvokeResponse { Body: { } body } })
                sent.Add(new Sent(true, JsonNode.Parse(ChannelJson.Write(body))!));
            else if (activity.Type == ActivityTypes.Message)
                sent.Add(new Sent(false, JsonNode.Parse(ChannelJson.Write(activity))!));
        }
        return Task.FromResult(activities.Select(_ => new ResourceResponse($"sent-{++ids}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        sent.Add(new Sent(false, JsonNode.Parse(ChannelJson.Write(activity))!));
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;
}
