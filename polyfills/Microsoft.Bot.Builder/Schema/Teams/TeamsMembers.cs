using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A member of a Teams roster.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    [JsonProperty("givenName")]
    public string GivenName { get; set; }

    [JsonProperty("surname")]
    public string Surname { get; set; }

    [JsonProperty("email")]
    public string Email { get; set; }

    [JsonProperty("userPrincipalName")]
    public string UserPrincipalName { get; set; }

    [JsonProperty("userRole")]
    public string UserRole { get; set; }

    [JsonProperty("tenantId")]
    public string TenantId { get; set; }
}

/// <summary>One page of a Teams roster.</summary>
public class TeamsPagedMembersResult
{
    public TeamsPagedMembersResult()
    {
    }

    public TeamsPagedMembersResult(string continuationToken = default, IList<ChannelAccount> members = default)
    {
        ContinuationToken = continuationToken;
        Members = members?.Select(member => JObject.FromObject(member).ToObject<TeamsChannelAccount>()).ToList();
    }

    [JsonProperty("continuationToken")]
    public string ContinuationToken { get; set; }

    [JsonProperty("members")]
    public IList<TeamsChannelAccount> Members { get; set; }
}
