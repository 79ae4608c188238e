namespace Microsoft.Bot.Connector;

/// <summary>Values of a channel id.</summary>
public class Channels
{
    public const string Directline = "directline";
    public const string Emulator = "emulator";
    public const string Msteams = "msteams";
    public const string Test = "test";
    public const string Webchat = "webchat";
    public const string Outlook = "outlook";
    public const string M365 = "m365extensions";
}
