using GuidelineBot.Delivery;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>
/// The edge between the Bot Framework and the slices: activity → <see cref="Turn"/> → route → handler → <see cref="Reply"/> → activity.
/// </summary>
internal sealed partial class TeamsBot(
    TurnReader reader,
    TurnRunner runner,
    Talks talks,
    Hearing hearing,
    Once once,
    Routes routes,
    Replies replies,
    PersonalChats personal,
    KnownConversations known,
    ChatPeople people,
    LiveCards cards,
    ILogger<TeamsBot> log
) : ActivityHandler
{
    private const string CardAction = "adaptiveCard/action";

    /// <summary>Longer than Teams sends copies of a press.</summary>
    private static readonly TimeSpan SentAgain = TimeSpan.FromMinutes(10);

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await RememberAsync(turnContext.Activity, cancellationToken);
        try
        {
            await base.OnTurnAsync(turnContext, cancellationToken);
        }
        catch (Exception wrongShape)
            when (wrongShape is JsonException or InvalidCastException
                && turnContext.Activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke)
            )
        {
            // News of the chat that cannot be read, such as a team of another shape: nobody waits for an answer.
            LogUnreadable(wrongShape.GetType().Name, turnContext.Activity.Type);
        }
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = reader.Read((Activity)turnContext.Activity);
        turn = turn with { Key = Once.KeyOf((Activity)turnContext.Activity, turn) };
        await once.RunAsync(
            turn.Key,
            async () =>
            {
                await cards.LeaveAsync(turn, cancellationToken);
                var heard = await hearing.HearAsync(await talks.RecallAsync(turnContext, turn, cancellationToken), cancellationToken);
                turnContext.TurnState.Set(heard);
                // A Submit of a card arrives as a message and is a press all the same.
                if (heard.Press is null && await talks.HearAsync(turnContext, heard, cancellationToken))
                {
                    await talks.KeepAsync(turnContext, heard, cancellationToken);
                    return null;
                }
                var reply = await runner.RunAsync(heard, cancellationToken);
                await SendAsync(turnContext, await personal.TakeAsync(heard, reply, isAnswer: false, cancellationToken), cancellationToken);
                if (heard.Press is null && reply is not (Reply.Converse or Reply.Leave))
                    await talks.GoOnAsync(turnContext, cancellationToken);
                await talks.KeepAsync(turnContext, heard, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        if (turnContext.Activity.Name == FileConsents.Invoke)
            return await ConsentAsync(turnContext, cancellationToken);
        if (turnContext.Activity.Name != CardAction)
            return await ExtensionAsync(turnContext.Activity, cancellationToken);
        if (
            turnContext.Activity.Value is not JObject value
            || value["action"] is not JObject action
            || action["type"] is not JValue { Value: "Action.Execute" }
            || action["data"] is not JObject
        )
            return Body(ReplyWriter.Refusal(400, "BadRequest", "ボタンの内容を読み取れませんでした。"), 400);

        var turn = reader.Read((Activity)turnContext.Activity);
        var key = Once.KeyOf((Activity)turnContext.Activity, turn);
        if (turn.Press!.IsRefresh)
            return Body(new JRaw(await AnswerAsync(_ => Task.FromResult(false))));
        if (routes.Find(turn) is { Answers: Answers.AreNotKept })
            // A copy that comes late must not edit the message back to what it was.
            return Body(new JRaw(await AnswerAsync(reply => IsFirstAsync(reply, key, cancellationToken))));

        turn = turn with { Key = key };
        return Body(
            await once.RunAsync(key, async () => await AnswerAsync(_ => Task.FromResult(true)), cancellationToken) switch
            {
                OnceResult.Answered { Body: { } answer } => new JRaw(answer),
                OnceResult.Running => ReplyWriter.Refusal(
                    429,
                    "Busy",
                    "処理に時間がかかっています。少し待ってから、もう一度押してください。"
                ),
                _ => ReplyWriter.Answer(new Reply.Say("この操作は済んでいます。カードを開き直すと、今の状態をご覧いただけます。")),
            }
        );

        async Task<string> AnswerAsync(Func<Reply, Task<bool>> isFirst)
        {
            await cards.LeaveAsync(turn, cancellationToken);
            turn = await talks.RecallAsync(turnContext, turn, cancellationToken);
            turnContext.TurnState.Set(turn);
            var reply = await runner.RunAsync(turn, cancellationToken);
            var shown = await personal.TakeAsync(
                turn,
                await talks.TakeAsync(turnContext, reply, cancellationToken),
                isAnswer: true,
                cancellationToken
            );
            var first = await isFirst(shown);
            var answer = await replies.AnswerAsync(turnContext, shown, first, cancellationToken);
            if (first && reply is Reply.Converse { Then: { } then })
                await replies.SendAsync(turnContext, then, cancellationToken);
            await talks.KeepAsync(turnContext, turn, cancellationToken);
            return JsonConvert.SerializeObject(answer);
        }
    }

    /// <summary>A file that was offered is taken or not; what comes of it is a message of its own, and the question goes.</summary>
    private async Task<InvokeResponse> ConsentAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = (Activity)turnContext.Activity;
        if (FileConsents.Read(activity) is not { } consent)
            return new InvokeResponse { Status = StatusCodes.Status400BadRequest };
        var turn = reader.Read(activity, consent);
        await once.RunAsync(
            Once.KeyOf(activity, turn),
            async () =>
            {
                await replies.SendAsync(turnContext, await runner.RunAsync(turn, cancellationToken), cancellationToken);
                await replies.WithdrawAsync(turnContext, cancellationToken);
                return null;
            },
            cancellationToken
        );
        return new InvokeResponse { Status = StatusCodes.Status200OK };
    }

    /// <summary>Whether a press whose answer is not kept comes for the first time; asked only where a second time would do harm.</summary>
    private async Task<bool> IsFirstAsync(Reply reply, string key, CancellationToken cancellationToken) =>
        reply is not (Reply.Update or Reply.Show) || await once.IsFirstAsync(key, SentAgain, cancellationToken);

    /// <summary>The message extension.</summary>
    private async Task<InvokeResponse> ExtensionAsync(IInvokeActivity invoke, CancellationToken cancellationToken)
    {
        var activity = (Activity)invoke;
        return invoke.Name switch
        {
            "composeExtension/query" => Body(
                ExtensionWriter.Results(
                    await runner.RunAsync(reader.Read(activity, Value<MessagingExtensionQuery>(activity)), cancellationToken)
                )
            ),
            "composeExtension/fetchTask" or "composeExtension/submitAction" => Body(
                ExtensionWriter.Window(
                    await runner.RunAsync(reader.Read(activity, Value<MessagingExtensionAction>(activity)), cancellationToken)
                )
            ),
            _ => new InvokeResponse { Status = StatusCodes.Status501NotImplemented },
        };
    }

    private static T Value<T>(Activity invoke)
        where T : class
    {
        try
        {
            return ChannelJson.Read<T>(invoke.Value) ?? throw new UnreadablePressException(typeof(T), null);
        }
        catch (JsonException wrongShape)
        {
            throw new UnreadablePressException(typeof(T), wrongShape);
        }
    }

    private async Task SendAsync(ITurnContext context, Reply reply, CancellationToken cancellationToken)
    {
        await replies.SendAsync(context, await talks.TakeAsync(context, reply, cancellationToken), cancellationToken);
        if (reply is Reply.Converse { Then: { } then })
            await replies.SendAsync(context, then, cancellationToken);
    }

    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => GreetAsync(turnContext, cancellationToken);

    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) =>
        membersAdded.Any(member => member.Id == turnContext.Activity.Recipient?.Id)
            ? GreetAsync(turnContext, cancellationToken)
            : Task.CompletedTask;

    protected override Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) =>
        people.LeftAsync(
            turnContext.Activity.Conversation.Id,
            [.. membersRemoved.Select(member => member.Id).OfType<string>()],
            cancellationToken
        );

    protected override Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    ) => known.CloseAsync(turnContext.Activity.Conversation.Id, cancellationToken);

    /// <summary>
    /// So that the bot can write here by itself later. An answer is worth more than that, so a fault costs nothing but a line in the log.
    /// </summary>
    private async Task RememberAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (
            activity.Conversation?.Id is not { Length: > 0 } id
            || activity.From?.Id is not { Length: > 0 }
            || activity.Type == ActivityTypes.InstallationUpdate && activity.Action == "remove"
        )
            return;
        // The app was just installed or let in again.
        var anew = activity.Type is ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate;
        try
        {
            if (!anew && activity.Conversation is { ConversationType: "groupChat" or "channel" } or { IsGroup: true })
                await people.SeenAsync(id, activity.From.Id, cancellationToken);
            if (!anew && known.IsFresh(id))
                return;
            var turn = reader.Read(activity);
            var isPersonal = turn.Conversation.Kind == ConversationKind.Personal;
            await known.RememberAsync(
                id,
                isPersonal ? turn.From.Id : null,
                isPersonal ? turn.From.DirectoryId : null,
                isPersonal ? turn.From.Name
                    : Typed.Name(activity.Conversation.Name) is { Length: > 0 } name ? name
                    : null,
                activity.ServiceUrl ?? "",
                activity.Conversation.TenantId,
                ProactiveMessages.ReferenceOf(activity, isPersonal),
                cancellationToken
            );
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogForgotten(fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not note down where this conversation is; messages by the bot itself may not get there")]
    private partial void LogForgotten(Exception fault);

    // Not the fault itself: its message has the client's words in it, with whatever line ends they have.
    [LoggerMessage(LogLevel.Warning, "An activity of type {Type} could not be read ({Fault})")]
    private partial void LogUnreadable(string fault, string type);

    /// <summary>Installing sends two events at once, and a client may repeat both: one greeting answers them all.</summary>
    private async Task GreetAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (!await once.IsFirstAsync($"greeting:{context.Activity.Conversation.Id}", TimeSpan.FromSeconds(10), cancellationToken))
            return;
        var greeting = reader.Read(context.Activity) with { Understood = new Understood(Route.Command("hello"), []) };
        await replies.SendAsync(context, await runner.RunAsync(greeting, cancellationToken), cancellationToken);
    }

    private static InvokeResponse Body(object body, int status = 200) => new() { Status = status, Body = body };
}
