using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Faults;

/// <summary>
/// People who submit, write, ask and start while things go wrong around them. As people and Teams do, each presses the same button of the
/// same card again until it is acknowledged; what they saw is kept for <see cref="Invariants"/>.
/// </summary>
internal sealed class Crowd(BotHost bot, IDbContextFactory<Database> databases, int seed)
{
    public const string Office = "19:koho";

    private const int Hands = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(FaultRun.Of(2, 5));

    private readonly ConcurrentQueue<Guid> drafts = new();
    private readonly Random dice = new(seed);
    private readonly Lock turn = new();
    private string incident = "";
    private int count;

    public ConcurrentQueue<Act> Acts { get; } = [];

    public string Incident => incident;

    /// <summary>How many copies of each press are sent at once under its own id, and how many under new ones.</summary>
    public int Copies { get; init; }

    /// <summary>Before anything goes wrong: 広報広聴課 wants to be told, a checklist runs, and notices are ready to be submitted.</summary>
    public async Task GatherAsync(int notices, TimeProvider? clock = null)
    {
        await bot.SayAsync("ここに届ける", conversation: Office);
        incident = await bot.StartAsync();
        await PrepareAsync(notices, clock ?? TimeProvider.System);
    }

    public async Task PrepareAsync(int notices, TimeProvider clock)
    {
        var store = new NoticeDrafts(databases, TestStorage.ChangesOn(databases, clock), clock);
        for (var place = 0; place < notices; place++)
        {
            var by = new Turn(
                new Person("29:user-person0", "person0", null, Roles.None),
                new Conversation("a:personal", ConversationKind.Personal),
                ""
            );
            drafts.Enqueue((await store.CreateAsync(by, NoticeKind.End, Filed.EndFields, null, default)).Id);
        }
    }

    /// <summary>
    /// They begin one act after the other until <paramref name="enough"/> is cancelled, and then see to it that each is acknowledged.
    /// </summary>
    public Task RunAsync(CancellationToken enough) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Hands)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            while (!enough.IsCancellationRequested)
                                await DoAsync(Next());
                        },
                        CancellationToken.None
                    )
                )
        );

    /// <summary>So many acts, each until it is acknowledged.</summary>
    public Task RunAsync(int acts) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Hands)
                .Select(hand =>
                    Task.Run(async () =>
                    {
                        for (var act = hand; act < acts; act += Hands)
                            await DoAsync(Next());
                    })
                )
        );

    /// <summary>Everything is pressed once more.</summary>
    public async Task RepeatAsync()
    {
        foreach (var act in Acts)
            act.Hear(await PressAsync(Pressing(act), default) ?? throw new InvalidOperationException("No answer."));
    }

    /// <summary>Waits until so many more acts are acknowledged, or they have failed.</summary>
    public async Task AcknowledgedAsync(int more, Task acting)
    {
        var wanted = Acknowledged + more;
        while (Acknowledged < wanted && !acting.IsCompleted)
            await Task.Delay(5);
    }

    /// <summary>Waits until what has begun by now is acknowledged, or they have failed.</summary>
    public async Task SettledAsync(Task acting)
    {
        var begun = Acts.ToList();
        while (begun.Exists(act => act.Acknowledged is null) && !acting.IsCompleted)
            await Task.Delay(20);
    }

    private int Acknowledged => Acts.Count(act => act.Acknowledged is not null);

    private Act Next()
    {
        ActKind kind;
        int number;
        lock (turn)
        {
            kind = (ActKind)dice.Next(4);
            number = ++count;
        }
        var text = string.Create(CultureInfo.InvariantCulture, $"行い{number}の{seed}");
        var act = kind switch
        {
            ActKind.Submit when drafts.TryDequeue(out var draft) => new Act(
                kind,
                draft.ToString(),
                "person0",
                CrowdActs.Submit(draft.ToString())
            ),
            ActKind.Ask => new Act(kind, text, "person1", CrowdActs.Ask(text)),
            ActKind.Start => new Act(kind, text, "person2", CrowdActs.Start(text, "X おかやま")),
            _ => new Act(ActKind.Write, text, $"person{number % Hands}", CrowdActs.Write(incident, text)),
        };
        Acts.Enqueue(act);
        return act;
    }

    private async Task DoAsync(Act act)
    {
        using var late = new CancellationTokenSource(Patience);
        while (act.Acknowledged is null)
        {
            if (late.IsCancellationRequested)
                Assert.Fail($"Not acknowledged within {Patience}: {act.Kind} {act.Text}; told: {string.Join(" / ", act.Told)}");
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, Copies + 1)
                    .SelectMany(_ =>
                    {
                        var press = Pressing(act);
                        return Enumerable.Range(0, Copies + 1).Select(_ => PressAsync(press.DeepClone(), late.Token));
                    })
            );
            foreach (var answer in answers.OfType<JsonNode>())
                act.Hear(answer);
            if (act.Acknowledged is null)
                await Task.Delay(100, CancellationToken.None);
        }
    }

    private JsonObject Pressing(Act act)
    {
        var press = bot.Press(
            act.Press,
            act.Person,
            conversation: act.Kind is ActKind.Write or ActKind.Start ? IncidentBot.Group : "a:personal"
        );
        press["replyToId"] = act.Kind == ActKind.Start ? $"form-{act.Text}" : $"card-of-{act.Person}";
        return press;
    }

    /// <returns>Null where no answer came: the process or the way to it broke.</returns>
    private async Task<JsonNode?> PressAsync(JsonNode press, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await bot.PostAsync(press);
            // Whatever goes wrong, the press is answered in its own words.
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return null;
        }
    }
}
