using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>A person or bot on a channel.</summary>
public class ChannelAccount
{
    public ChannelAccount()
    {
    }

    public ChannelAccount(string id = default, string name = default, string role = default, string aadObjectId = default)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("aadObjectId")]
    public string AadObjectId { get; set; }

    [JsonExtensionData]
    public JObject Properties { get; set; } = new JObject();

    [JsonProperty("role")]
    public string Role { get; set; }
}

/// <summary>A chat, group chat or channel thread.</summary>
public class ConversationAccount
{
    public ConversationAccount()
    {
    }

    public ConversationAccount(
        bool? isGroup = default,
        string conversationType = default,
        string id = default,
        string name = default,
        string aadObjectId = default,
        string role = default,
        string tenantId = default)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    [JsonProperty("isGroup")]
    public bool? IsGroup { get; set; }

    [JsonProperty("conversationType")]
    public string ConversationType { get; set; }

    [JsonProperty("id")]
    public string Id { get; set; }

    [JsonProperty("name")]
    public string Name { get; set; }

    [JsonProperty("aadObjectId")]
    public string AadObjectId { get; set; }

    [JsonExtensionData]
    public JObject Properties { get; set; } = new JObject();

    [JsonProperty("role")]
    public string Role { get; set; }

    [JsonProperty("tenantId")]
    public string TenantId { get; set; }
}
