using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to an activity: tenant, team, channel, event.</summary>
public class TeamsChannelData
{
    [JsonProperty("channel")]
    public ChannelInfo Channel { get; set; }

    [JsonProperty("eventType")]
    public string EventType { get; set; }

    [JsonProperty("team")]
    public TeamInfo Team { get; set; }

    [JsonProperty("notification")]
    public NotificationInfo Notification { get; set; }

    [JsonProperty("tenant")]
    public TenantInfo Tenant { get; set; }

    [JsonProperty("meeting")]
    public TeamsMeetingInfo Meeting { get; set; }

    /// <summary>Keys without a property of their own, for example feedbackLoopEnabled.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalProperties { get; set; } = new Dictionary<string, object>();
}

/// <summary>The Microsoft Entra tenant.</summary>
public class TenantInfo
{
    public TenantInfo()
    {
    }

    public TenantInfo(string id = default)
    {
        Id = id;
    }

    [JsonProperty("id")]
    public string Id { get; set; }
}

/// <summary>A team.</summary>
public class TeamInfo
{
    public TeamInfo()
    {
    }

    public TeamInfo(string id = default, string name = default)
    {
        Id = id;
        Name = name;
    }

    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("aadGroupId")]
    public string AadGroupId { get; set; }
}

/// <summary>A channel of a team.</summary>
public class ChannelInfo
{
    public ChannelInfo()
    {
    }

    public ChannelInfo(string id = default, string name = default)
    {
        Id = id;
        Name = name;
    }

    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("type")]
    public string Type { get; set; }
}

/// <summary>A meeting.</summary>
public class TeamsMeetingInfo
{
    public TeamsMeetingInfo()
    {
    }

    public TeamsMeetingInfo(string id = default)
    {
        Id = id;
    }

    [JsonProperty("id")]
    public string Id { get; set; }
}

/// <summary>Whether a message appears in the activity feed.</summary>
public class NotificationInfo
{
    public NotificationInfo()
    {
    }

    public NotificationInfo(bool? alert = default)
    {
        Alert = alert;
    }

    [JsonProperty("alert")]
    public bool? Alert { get; set; }

    [JsonProperty("alertInMeeting")]
    public bool? AlertInMeeting { get; set; }

    [JsonProperty("externalResourceUrl")]
    public string ExternalResourceUrl { get; set; }
}
