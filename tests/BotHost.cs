using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidelineBot.Tests;

/// <summary>The whole bot as it is deployed, on a database of its own: activities in over HTTP, connector calls out to a <see cref="TeamsDouble"/>.</summary>
public sealed class BotHost : IAsyncDisposable
{
    public const string Tenant = TeamsActivity.Tenant;

    private readonly WebApplicationFactory<Program>? factory;
    private readonly DirectoryInfo? folder;
    private int activities;

    private BotHost(WebApplicationFactory<Program>? factory, TeamsDouble teams, DirectoryInfo? folder, HttpClient http)
    {
        this.factory = factory;
        this.folder = folder;
        Teams = teams;
        Http = http;
    }

    public TeamsDouble Teams { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => factory?.Services ?? throw new InvalidOperationException("The bot runs in a process of its own.");

    public static async Task<BotHost> StartAsync(
        string environment = "Development",
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("guideline-bot-");
        var teams = await TeamsDouble.StartAsync();
        // The factory is the host's to dispose of, and the host is the caller's.
#pragma warning disable CA2000
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("ConnectionStrings:Sqlite", $"Data Source={Path.Combine(folder.FullName, "bot.db")}");
            builder.UseSetting("Playground:Enabled", "false");
            // A test acts faster than any person.
            builder.UseSetting("Limits:ActsInTenSeconds", "0");
            builder.UseSetting("Incidents:OpenPerPerson", "0");
            foreach (var (name, value) in settings ?? [])
                builder.UseSetting(name, value);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureServices(collection => services?.Invoke(collection));
        });
#pragma warning restore CA2000
        return new BotHost(factory, teams, folder, factory.CreateClient());
    }

    /// <summary>The jobs in the background run by hand only.</summary>
    public static void WithoutJobs(IServiceCollection services) => services.RemoveAll<IHostedService>().AddHostedService<UpgradeAtStart>();

    /// <summary>The same, on a clock of the test's.</summary>
    public static Action<IServiceCollection> WithoutJobs(TimeProvider clock) =>
        services =>
        {
            WithoutJobs(services);
            services.AddSingleton(clock);
        };

    /// <summary>A bot that runs at this address, or will.</summary>
    public static async Task<BotHost> AtAsync(Uri address) =>
        new(null, await TeamsDouble.StartAsync(), null, new HttpClient { BaseAddress = address });

    /// <summary>A message as Teams sends it; give it to <see cref="PostAsync"/>, changed as the test needs.</summary>
    public JsonObject Message(
        string text,
        string person = "yamada",
        string conversation = "a:personal",
        string conversationType = "personal"
    )
    {
        var id = $"activity-{Interlocked.Increment(ref activities)}";
        var activity = TeamsActivity.New("message", id, Teams.ServiceUrl, From(person), conversation, conversationType);
        activity["text"] = text;
        return activity;
    }

    /// <summary>A press of an Action.Execute button, as Teams sends it.</summary>
    public JsonObject Press(JsonNode action, string person = "yamada", JsonObject? inputs = null, string conversation = "a:personal")
    {
        var data = (JsonObject)action["data"]!.DeepClone();
        foreach (var (name, value) in inputs ?? [])
            data[name] = value?.DeepClone();
        var activity = Message("", person, conversation);
        TeamsActivity.Press(activity, action["verb"], data);
        return activity;
    }

    public async Task<HttpResponseMessage> PostAsync(JsonNode activity, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", bearer);
        return await Http.SendAsync(request);
    }

    /// <summary>Types a message and waits for the answer.</summary>
    /// <returns>The message the bot sent.</returns>
    public async Task<JsonNode> SayAsync(string text, string person = "yamada", string conversation = "a:personal")
    {
        var activity = Message(text, person, conversation);
        using var response = await PostAsync(activity);
        response.EnsureSuccessStatusCode();
        // Not what the bot happens to say by itself meanwhile.
        return Teams.Messages.FirstOrDefault(message => message["replyToId"]?.ToString() == activity["id"]!.ToString())
            ?? throw new InvalidOperationException($"No answer to「{text}」.");
    }

    /// <summary>Presses the button with this title on a card.</summary>
    /// <returns>The body of the answer: <c>statusCode</c>, <c>type</c>, <c>value</c>.</returns>
    public Task<JsonNode> PressAsync(JsonNode card, string title, JsonObject? inputs = null, string person = "yamada") =>
        AnswerAsync(Press(card.Button(title), person, inputs));

    /// <summary>Presses a row that opens something below.</summary>
    /// <returns>The card that came.</returns>
    public async Task<JsonNode> OpenAsync(JsonNode card, string row, string person = "yamada")
    {
        var sent = Teams.Messages.Count;
        Assert.Equal("下に表示しました。", (await PressAsync(card, row, person: person))["value"]!.ToString());
        return Teams.Messages.Skip(sent).First(message => message["attachments"] is not null).Card();
    }

    /// <summary>Presses the button with this title on a message, as the presser sees it.</summary>
    public Task<JsonNode> PressOnAsync(
        string conversation,
        string message,
        string title,
        JsonObject? inputs = null,
        string person = "yamada"
    )
    {
        var card = Teams.Seen(conversation, message, $"29:user-{person}");
        var press = Press(card.Button(title), person, inputs, conversation);
        press["replyToId"] = message;
        return AnswerAsync(press);
    }

    /// <summary>Sends a press; its answer is shown where the presser pressed.</summary>
    /// <returns>The body of the answer.</returns>
    public async Task<JsonNode> AnswerAsync(JsonNode press)
    {
        using var response = await PostAsync(press);
        response.EnsureSuccessStatusCode();
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Teams.Answered(press, answer);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (factory is not null)
            await factory.DisposeAsync();
        await Teams.DisposeAsync();
        folder?.Delete(recursive: true);
    }

    private static JsonObject From(string person) =>
        TeamsActivity.Person(
            $"29:user-{person}",
            person,
            person switch
            {
                "yamada" => "33333333-3333-4333-8333-333333333330",
                "sato" => "33333333-3333-4333-8333-333333333331",
                _ => "33333333-3333-4333-8333-333333333332",
            }
        );
}
