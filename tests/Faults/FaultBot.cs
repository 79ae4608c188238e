using GuidelineBot.Knowledge;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Knowledge;
using GuidelineBot.Tests.Storage;

namespace GuidelineBot.Tests.Faults;

/// <summary>The bot for a <see cref="Crowd"/>, as a process of its own or within the test.</summary>
internal static class FaultBot
{
    private const string Office = "koho@example.jp";

    public static Dictionary<string, string> Settings(Uri address, (string Key, string Value) connection)
    {
        var knowledge = KnowledgeCopy.Whole();
        KnowledgeBase.Train(knowledge);
        return new()
        {
            ["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority),
            ["Playground__Enabled"] = "false",
            // A few people stand for many.
            ["Limits__ActsInTenSeconds"] = "0",
            ["Incidents__OpenPerPerson"] = "0",
            ["Knowledge__Path"] = knowledge,
            ["Mail__Pickup"] = TestFolder.New(),
            ["Recipients__PublicRelations__0"] = Office,
            [connection.Key.Replace(":", "__", StringComparison.Ordinal)] = connection.Value,
        };
    }

    public static async Task<BotProcess> StartAsync(Dictionary<string, string> settings)
    {
        var process = BotProcess.Start(settings: settings);
        await process.AddressAsync();
        return process;
    }

    public static Task<BotHost> WithinAsync(
        (string Key, string Value) connection,
        Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? services = null
    ) =>
        BotHost.StartAsync(
            settings: new()
            {
                [connection.Key] = connection.Value,
                ["Mail:Pickup"] = TestFolder.New(),
                ["Recipients:PublicRelations:0"] = Office,
            },
            services: services
        );
}
