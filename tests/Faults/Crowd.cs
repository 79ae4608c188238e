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
/// <param name="other">A second instance: of the copies of an act, every other one goes there.</param>
internal sealed class Crowd(BotHost bot, IDbContextFactory<Database> databases, int seed, BotHost? other = null)
{
    public const string Office = "19:koho";

    /// <summary>Where checklists are started, where there is to be but one in the chat in which people type.</summary>
    private const string Elsewhere = "19:elsewhere@thread.v2";

    private const string Returner = "returner";

    /// <summary>Said where a message could not be dealt with.</summary>
    private const string Apology = "うまく処理できませんでした";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(FaultRun.Of(2, 5));

    private readonly ConcurrentQueue<Guid> drafts = new();
    private readonly ConcurrentQueue<(string Id, int Version)> submitted = new();
    private readonly Random dice = new(seed);
    private readonly Lock turn = new();
    private string incident = "";
    private int count;
    private int posted;

    public ConcurrentQueue<Act> Acts { get; } = [];

    public string Incident => incident;

    /// <summary>How many copies of each press are sent at once under its own id, and how many under new ones.</summary>
    public int Copies { get; init; }

    public int Hands { get; init; } = 4;

    /// <summary>Also types, sends pictures, pulls back notices and starts drills.</summary>
    public bool DoesEverything { get; init; }

    /// <summary>The ids of notices that were submitted before anything went wrong, to be pulled back.</summary>
    public IReadOnlySet<string> Before { get; private set; } = new HashSet<string>();

    /// <summary>Before anything goes wrong: 広報広聴課 wants to be told, a checklist runs, and notices are ready to be submitted.</summary>
    public async Task GatherAsync(int notices, TimeProvider? clock = null)
    {
        await bot.SayAsync("ここに届ける", conversation: Office);
        incident = await bot.StartAsync();
        await PrepareAsync(notices, clock ?? TimeProvider.System);
    }

    public async Task PrepareAsync(int notices, TimeProvider clock)
    {
        for (var place = 0; place < notices; place++)
            drafts.Enqueue(await DraftAsync("person0", clock));
    }

    /// <summary>Notices are submitted, to be pulled back later.</summary>
    public async Task SubmitAsync(int notices)
    {
        for (var place = 0; place < notices; place++)
        {
            var draft = await DraftAsync(Returner, TimeProvider.System);
            await bot.AnswerAsync(bot.Press(CrowdActs.Submit(draft.ToString()), Returner));
        }
        await using var database = databases.CreateDbContext();
        var all = await database.Notices.AsNoTracking().Where(notice => notice.SubmitterId == $"29:user-{Returner}").ToListAsync();
        Assert.Equal(notices, all.Count);
        foreach (var notice in all)
            submitted.Enqueue((notice.Id.ToString(), notice.Version));
        Before = all.Select(notice => notice.Id.ToString()).ToHashSet();
    }

    private async Task<Guid> DraftAsync(string person, TimeProvider clock)
    {
        using var statements = new Statements(databases);
        var store = new NoticeDrafts(databases, TestStorage.ChangesOn(databases, statements, clock), clock);
        var by = new Turn(
            new Person($"29:user-{person}", person, null, Roles.None),
            new Conversation("a:personal", ConversationKind.Personal),
            ""
        );
        return (await store.CreateAsync(by, NoticeKind.End, Filed.EndFields, null, default)).Id;
    }

    /// <summary>
    /// They begin one act after the other until <paramref name="enough"/> is cancelled, and then see to it that each is acknowledged.
    /// </summary>
    public Task RunAsync(CancellationToken enough) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Hands)
                .Select(hand =>
                    Task.Run(
                        async () =>
                        {
                            while (!enough.IsCancellationRequested)
                                await DoAsync(Next(hand));
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
                            await DoAsync(Next(hand));
                    })
                )
        );

    /// <summary>So many notes are typed at once, each by somebody else, and sent again until they are acknowledged.</summary>
    public Task TypeAtOnceAsync(int notes) =>
        Task.WhenAll(Enumerable.Range(0, notes).Select(place => Task.Run(() => DoAsync(Next(Hands + place, ActKind.Note)))));

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

    private Act Next(int hand, ActKind? wanted = null)
    {
        ActKind kind;
        int number;
        lock (turn)
        {
            kind = wanted ?? (ActKind)dice.Next(DoesEverything ? 8 : 4);
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
            ActKind.Drill => new Act(kind, text, "person2", CrowdActs.Start(text, "X おかやま", isDrill: true)),
            ActKind.PullBack when submitted.TryDequeue(out var notice) => new Act(
                kind,
                notice.Id,
                Returner,
                CrowdActs.PullBack(notice.Id, notice.Version)
            ),
            ActKind.Note => Note($"メモ：{text}"),
            ActKind.Evidence => new Act(
                kind,
                $"{number}-{seed}.png",
                $"person{hand}",
                EvidenceTests.Message(bot, $"person{hand}", IncidentBot.Group, $"{number}-{seed}.png", bot.Teams.ServiceUrl)
            ),
            _ => new Act(ActKind.Write, text, $"person{number % Hands}", CrowdActs.Write(incident, text)),
        } with
        {
            Hand = hand,
        };
        Acts.Enqueue(act);
        return act;

        Act Note(string words) =>
            new(ActKind.Note, words, $"person{hand}", bot.Message(words, $"person{hand}", IncidentBot.Group, "groupChat"));
    }

    private async Task DoAsync(Act act)
    {
        using var late = new CancellationTokenSource(Patience);
        while (act.Acknowledged is null)
        {
            if (late.IsCancellationRequested)
                Assert.Fail($"Not acknowledged within {Patience}: {act.Kind} {act.Text}; told: {string.Join(" / ", act.Told)}");
            if (act.IsMessage)
            {
                if (await SendAsync(act))
                    act.Taken();
                else
                    await Task.Delay(100, CancellationToken.None);
                continue;
            }
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

    /// <returns>Whether it was taken: no answer, or a refusal, says that it has to be sent again.</returns>
    private async Task<bool> SendAsync(Act act)
    {
        try
        {
            using var response = await Instance().PostAsync(act.Press.DeepClone());
            var id = act.Press["id"]!.ToString();
            return response.IsSuccessStatusCode
                && !bot.Teams.Messages.Any(said =>
                    said["replyToId"]?.ToString() == id && said.ToJsonString().Contains(Apology, StringComparison.Ordinal)
                );
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private BotHost Instance() => other is not null && Interlocked.Increment(ref posted) % 2 == 0 ? other : bot;

    private JsonObject Pressing(Act act)
    {
        var press = bot.Press(
            act.Press,
            act.Person,
            conversation: act.Kind switch
            {
                ActKind.Write => IncidentBot.Group,
                ActKind.Start or ActKind.Drill => DoesEverything ? Elsewhere : IncidentBot.Group,
                _ => "a:personal",
            }
        );
        press["replyToId"] = act.Kind is ActKind.Start or ActKind.Drill ? $"form-{act.Text}" : $"card-of-{act.Person}";
        return press;
    }

    /// <returns>Null where no answer came: the process or the way to it broke.</returns>
    private async Task<JsonNode?> PressAsync(JsonNode press, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Instance().PostAsync(press);
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
