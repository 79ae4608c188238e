namespace GuidelineBot.Storage;

/// <summary>Where a conversation takes place; stored by name.</summary>
internal enum ConversationKind
{
    Personal,
    Group,
    Channel,
}
