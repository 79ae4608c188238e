using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Incidents;

/// <summary>Presses on checklists as a group chat sends them.</summary>
internal static class IncidentBot
{
    public const string Group = "19:drill@thread.v2";

    /// <summary>A press with a payload of one's own, in a group chat, on the message that holds the card.</summary>
    public static async Task<JsonNode> PressAsync(
        this BotHost bot,
        string verb,
        JsonObject data,
        string person = "sato",
        string conversation = Group,
        string message = "card-1",
        string? serviceUrl = null
    )
    {
        data["rendering"] = Guid.NewGuid().ToString("N");
        var press = bot.Press(AskingBot.Forged(verb, data), person, conversation: conversation);
        press["replyToId"] = message;
        press["conversation"]!["conversationType"] = TeamsActivity.TypeOf(conversation);
        if (serviceUrl is not null)
            press["serviceUrl"] = serviceUrl;
        return await bot.AnswerAsync(press);
    }

    /// <summary>Starts a checklist in the group chat.</summary>
    /// <returns>The incident's id.</returns>
    public static async Task<string> StartAsync(
        this BotHost bot,
        string checklist = "flaming",
        string person = "sato",
        bool isDrill = false,
        string conversation = Group
    )
    {
        var form = (JsonObject)CrowdActs.Start(checklist: checklist, isDrill: isDrill)["data"]!.DeepClone();
        return CrowdActs.IncidentOf((await bot.PressAsync(IncidentStartCard.StartVerb, form, person, conversation)).Card())!;
    }

    public static JsonObject Of(string incident) => new() { ["incident"] = incident };

    public static JsonObject Act(string incident, string step, string does, string? note = null) =>
        (JsonObject)CrowdActs.Step(incident, step, does, note)["data"]!.DeepClone();

    /// <summary>The clock of the checklists looks once.</summary>
    public static Task LookAsync(this BotHost bot) => Task.Run(() => bot.Services.GetRequiredService<IncidentClock>().LookAsync(default));

    public static Database Open(this BotHost bot) => bot.Services.GetRequiredService<IDbContextFactory<Database>>().CreateDbContext();

    /// <summary>Waits until every card shows the last state; nobody fills in a form any more, and no dead process has one to draw.</summary>
    public static async Task DrawnAsync(Database database)
    {
        // A chat that refused a card is tried again later, which this waits for.
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await database.LiveCards.ExecuteUpdateAsync(
            card =>
                card.SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null)
                    .SetProperty(found => found.HeldUntil, (DateTimeOffset?)null),
            late.Token
        );
        while (await database.LiveCards.AsNoTracking().AnyAsync(card => card.Wanted > card.Drawn, late.Token))
            await Task.Delay(50, late.Token);
    }

    public static async Task<List<IncidentEvent>> TimelineAsync(this BotHost bot, string incident)
    {
        await using var database = bot.Open();
        return await database
            .IncidentEvents.Where(happened => happened.IncidentId == Guid.Parse(incident))
            .OrderBy(happened => happened.Number)
            .ToListAsync();
    }
}
