using Microsoft.Bot.Builder;

namespace GuidelineBot.Turns;

/// <summary>Where one person's conversation with the bot stands in one chat: in a group, somebody else's words are no answer.</summary>
internal sealed class TalkState(IStorage storage) : BotState(storage, nameof(TalkState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{turnContext.Activity.ChannelId}/conversations/{turnContext.Activity.Conversation.Id}/users/{turnContext.Activity.From.Id}/talk";
}
