using System.Reflection;
using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Architecture;

public sealed class RouteTests
{
    private static readonly string[] Verbs =
    [
        .. typeof(Press)
            .Assembly.GetExportedTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.IsLiteral && field.Name.EndsWith("Verb", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public async Task Every_button_of_every_card_has_a_handler_that_can_be_made()
    {
        await using var bot = await BotHost.StartAsync();
        var routes = bot.Services.GetRequiredService<Routes>();

        Assert.NotEmpty(Verbs);
        Assert.All(
            Verbs,
            verb => Assert.IsType<ITurnHandler>(bot.Services.GetRequiredService(routes.Find(Press(verb))!.Handler), exactMatch: false)
        );
    }

    [Fact]
    public async Task Every_command_that_people_can_type_leads_somewhere()
    {
        await using var bot = await BotHost.StartAsync();
        var routes = bot.Services.GetRequiredService<Routes>();

        Assert.All(
            ["answer", "candidates", "none", "command:help", "command:hello", "command:contents", "command:questions", "command:accounts"],
            route => Assert.True(routes.Has(new Route(route)))
        );
    }

    [Fact]
    public void A_verb_cannot_have_two_handlers()
    {
        var routes = new Routes(new ServiceCollection());
        routes.OnPress<OpenClause>("a.b");

        var fault = Assert.Throws<InvalidOperationException>(() => routes.OnPress<ShowHome>("a.b"));
        Assert.Equal("'a.b' is routed twice: to OpenClause and to ShowHome.", fault.Message);
    }

    [Fact]
    public void A_kind_of_message_cannot_have_two_handlers()
    {
        var routes = new Routes(new ServiceCollection());
        routes.OnMessage<AnswerQuestion>(Route.Answer, Route.None);

        Assert.Throws<InvalidOperationException>(() => routes.OnMessage<ShowHome>(Route.Command("help"), Route.None));
    }

    [Fact]
    public void A_handler_in_the_table_can_be_made_without_a_line_of_its_own()
    {
        var services = new ServiceCollection();
        new Routes(services).OnPress<RefuseCandidates>("a.b");

        Assert.Single(services, service => service.ServiceType == typeof(RefuseCandidates));
    }

    [Fact]
    public async Task A_handler_knows_one_verb()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Empty(
            bot.Services.GetRequiredService<Routes>()
                .Presses.GroupBy(press => press.Value.Handler)
                .Where(handler => handler.Count() > 1)
                .Select(handler => $"{handler.Key.Name}: {string.Join(", ", handler.Select(press => press.Key))}")
        );
    }

    [Fact]
    public void A_slice_registered_twice_is_refused()
    {
        var routes = new Routes(new ServiceCollection());
        routes.AddAsking();

        Assert.Throws<InvalidOperationException>(() => routes.AddAsking());
    }

    private static Turn Press(string verb) =>
        new(
            new Person("29:a", "a", null, Roles.None),
            new Conversation("a:a", GuidelineBot.Storage.ConversationKind.Personal),
            "",
            new Pressed(verb, "", default)
        );
}
