using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using Invoke = Microsoft.Bot.Builder.ITurnContext<Microsoft.Bot.Schema.IInvokeActivity>;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Dispatches what only Teams sends: message extensions, task modules, changes of teams and channels.</summary>
public partial class TeamsActivityHandler : ActivityHandler
{
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        Invoke turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        try
        {
            switch (activity.Name)
            {
                case null when activity.ChannelId == Connector.Channels.Msteams:
                    return await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken);

                case "composeExtension/query":
                    return CreateInvokeResponse(
                        await OnTeamsMessagingExtensionQueryAsync(turnContext, Read<MessagingExtensionQuery>(activity), cancellationToken));

                case "composeExtension/selectItem":
                    return CreateInvokeResponse(
                        await OnTeamsMessagingExtensionSelectItemAsync(turnContext, activity.Value as JObject, cancellationToken));

                case "composeExtension/submitAction":
                    return CreateInvokeResponse(
                        await OnTeamsMessagingExtensionSubmitActionDispatchAsync(turnContext, Read<MessagingExtensionAction>(activity), cancellationToken));

                case "composeExtension/fetchTask":
                    return CreateInvokeResponse(
                        await OnTeamsMessagingExtensionFetchTaskAsync(turnContext, Read<MessagingExtensionAction>(activity), cancellationToken));

                case "composeExtension/querySettingUrl":
                    return CreateInvokeResponse(
                        await OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(turnContext, Read<MessagingExtensionQuery>(activity), cancellationToken));

                case "composeExtension/setting":
                    await OnTeamsMessagingExtensionConfigurationSettingAsync(turnContext, activity.Value as JObject, cancellationToken);
                    return CreateInvokeResponse();

                case "composeExtension/onCardButtonClicked":
                    await OnTeamsMessagingExtensionCardButtonClickedAsync(turnContext, activity.Value as JObject, cancellationToken);
                    return CreateInvokeResponse();

                case "task/fetch":
                    return CreateInvokeResponse(
                        await OnTeamsTaskModuleFetchAsync(turnContext, Read<TaskModuleRequest>(activity), cancellationToken));

                case "task/submit":
                    return CreateInvokeResponse(
                        await OnTeamsTaskModuleSubmitAsync(turnContext, Read<TaskModuleRequest>(activity), cancellationToken));

                default:
                    return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
            }
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(
        Invoke turnContext, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
        Invoke turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionSelectItemAsync(
        Invoke turnContext, JObject query, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(
        Invoke turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionDispatchAsync(
        Invoke turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        action.BotMessagePreviewAction switch
        {
            null or "" => OnTeamsMessagingExtensionSubmitActionAsync(turnContext, action, cancellationToken),
            "edit" => OnTeamsMessagingExtensionBotMessagePreviewEditAsync(turnContext, action, cancellationToken),
            "send" => OnTeamsMessagingExtensionBotMessagePreviewSendAsync(turnContext, action, cancellationToken),
            _ => throw new InvokeResponseException(
                HttpStatusCode.BadRequest, $"{action.BotMessagePreviewAction} is not a supported BotMessagePreviewAction."),
        };

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(
        Invoke turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(
        Invoke turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(
        Invoke turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(
        Invoke turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task OnTeamsMessagingExtensionConfigurationSettingAsync(
        Invoke turnContext, JObject settings, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task OnTeamsMessagingExtensionCardButtonClickedAsync(
        Invoke turnContext, JObject cardData, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(
        Invoke turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        throw Unanswered();

    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(
        Invoke turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        throw Unanswered();

    private static InvokeResponseException Unanswered() => new(HttpStatusCode.NotImplemented);

    private static T Read<T>(IInvokeActivity activity) => activity.Value is JObject json
        ? json.ToObject<T>()
        : throw new InvokeResponseException(HttpStatusCode.BadRequest, $"expected type '{activity.Value?.GetType().Name}'");
}
