namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Further conditions on a caller's token.</summary>
public class AuthenticationConfiguration
{
    public string[] RequiredEndorsements { get; set; } = [];
}
