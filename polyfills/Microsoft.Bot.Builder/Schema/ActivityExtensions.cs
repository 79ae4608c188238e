namespace Microsoft.Bot.Schema;

/// <summary>Finding and removing mentions in a message.</summary>
public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) =>
        activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);

    public static bool MentionsRecipient(this IMessageActivity activity) =>
        activity.GetMentions().Any(mention => mention.Mentioned?.Id == activity.Recipient?.Id);

    /// <summary>Takes "&lt;at&gt;bot&lt;/at&gt;" out of the text, changes the activity and returns the text left.</summary>
    public static string RemoveRecipientMention(this IMessageActivity activity) =>
        activity.RemoveMentionText(activity.Recipient?.Id);

    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned?.Id == id))
        {
            var text = string.IsNullOrEmpty(mention.Text) ? $"<at>{mention.Mentioned.Name}</at>" : mention.Text;
            activity.Text = activity.Text?.Replace(text, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }
}
