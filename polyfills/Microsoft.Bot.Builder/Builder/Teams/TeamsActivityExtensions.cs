using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Shortcuts into Teams' channel data.</summary>
public static class TeamsActivityExtensions
{
    public static string TeamsGetChannelId(this IActivity activity) => activity.GetChannelData<TeamsChannelData>()?.Channel?.Id;

    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => activity.GetChannelData<TeamsChannelData>()?.Team;

    /// <summary>Asks Teams to show the message in the receiver's activity feed.</summary>
    public static void TeamsNotifyUser(this IActivity activity)
    {
        if (activity.ChannelData is not TeamsChannelData data)
            activity.ChannelData = data = new TeamsChannelData();

        data.Notification = new NotificationInfo { Alert = true };
    }
}
