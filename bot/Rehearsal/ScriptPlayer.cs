using System.Globalization;
using System.Text.Json.Nodes;
using GuidelineBot.Incidents;
using GuidelineBot.Knowledge;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Rehearsal;

/// <summary>Plays conversations through the bot's own code, each on a database of its own, and tells what came of every turn.</summary>
internal sealed class ScriptPlayer(LiveKnowledge knowledge)
{
    private const string Tenant = "11111111-1111-4111-8111-111111111111";

    private SqliteConnection? empty;
    private Stage? first;

    /// <returns>One result a turn, in order.</returns>
    public async Task<IReadOnlyList<TurnResult>> PlayAsync(Script script, CancellationToken cancellationToken)
    {
        if (empty is null)
        {
            first = await Stage.OpenAsync(knowledge, script with { Accounts = [] }, Clock(script), null);
            empty = first.Kept;
        }
        var clock = Clock(script);
        await using var stage = await Stage.OpenAsync(knowledge, script, clock, empty);
        var results = new List<TurnResult>();
        var cards = new Dictionary<string, JsonNode>();
        var names = script
            .Turns.Where(turn => turn.Name is not null)
            .GroupBy(turn => turn.By ?? "a")
            .ToDictionary(of => of.Key, of => of.First().Name!);
        foreach (var (place, turn) in script.Turns.Index())
        {
            clock.Pass(place == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(1));
            clock.Pass(TimeOf(turn.Later));
            if (turn.Restart)
                await stage.RestartAsync();
            results.Add(await TakeAsync(stage, script, place, turn, names, cards, cancellationToken));
        }
        return results;
    }

    private static StageClock Clock(Script script) =>
        new(new DateTimeOffset(script.Today.ToDateTime(script.Now ?? new TimeOnly(9, 0)), TimeSpan.FromHours(9)));

    private static async Task<TurnResult> TakeAsync(
        Stage stage,
        Script script,
        int place,
        ScriptTurn turn,
        Dictionary<string, string> names,
        Dictionary<string, JsonNode> cards,
        CancellationToken cancellationToken
    )
    {
        var by = turn.By ?? "a";
        var chat = turn.In ?? by;
        IReadOnlyList<Sent> sent = [];
        Turn? heard = null;
        var route = "restart";
        var activity = Activity(script, place, by, chat, names);
        if (turn.Say is { } words)
        {
            (activity["type"], activity["text"]) = ("message", words);
            (sent, heard) = await stage.Channel.PostAsync(activity, cancellationToken);
            route = heard?.Outcome.Route ?? heard?.Act?.Route.Name ?? heard?.Understood?.Route.Name ?? "none";
        }
        else if (turn.Press is { } title)
        {
            if (
                !cards.TryGetValue(chat, out var card)
                || Buttons.Of(card).FirstOrDefault(button => Buttons.TitleOf(button).Contains(title, StringComparison.Ordinal))
                    is not { } button
            )
                return TurnResult.NoButton(script.Id, place + 1, title);
            Press(activity, button, turn.Inputs);
            (sent, heard) = await stage.Channel.PostAsync(activity, cancellationToken);
            route = heard?.Outcome.Route ?? PressedRoutes.Of(heard?.Press);
        }
        foreach (var shown in sent.Select(one => Buttons.CardOf(one.Body)).OfType<JsonNode>())
            cards[chat] = shown;
        return await ResultAsync(stage, script, place, by, chat, route, sent, heard, cancellationToken);
    }

    private static async Task<TurnResult> ResultAsync(
        Stage stage,
        Script script,
        int place,
        string by,
        string chat,
        string route,
        IReadOnlyList<Sent> sent,
        Turn? heard,
        CancellationToken cancellationToken
    )
    {
        await using var database = await stage
            .Services.GetRequiredService<IDbContextFactory<Database>>()
            .CreateDbContextAsync(cancellationToken);
        var person = Stage.Person.IdOf(by);
        var everybodys = await database.NoticeDrafts.AsNoTracking().ToListAsync(cancellationToken);
        var drafts = everybodys.Where(draft => draft.OwnerId == person).ToList();
        var (open, memory) = await RecalledAsync(stage, by, chat, cancellationToken);
        var draft = drafts.FirstOrDefault(draft => draft.Id.ToString() == open?.Draft) ?? (drafts is [var only] ? only : null);
        var running = await database
            .Incidents.AsNoTracking()
            .Where(incident => incident.ClosedAt == null)
            .OrderByDescending(incident => incident.OpenedAt)
            .ToListAsync(cancellationToken);
        return new TurnResult(
            script.Id,
            place + 1,
            route,
            heard?.Outcome.Clauses is { Count: > 0 } told ? told : [.. heard?.Act?.Clauses.Select(clause => clause.Id.ToString()) ?? []],
            draft is null ? null : DraftOf(draft),
            open?.Field,
            drafts.Count,
            IncidentOf(
                memory?.Incident,
                [.. running.OrderByDescending(incident => incident.Checklist == heard?.Situation?.Incident?.Kind)]
            ),
            running.Count,
            string.Join('\n', sent.Select(one => Buttons.WordsOf(one.Body)).Where(text => text.Length > 0)),
            [.. sent.Select(one => Buttons.CardOf(one.Body)).OfType<JsonNode>().SelectMany(Buttons.Of).Select(Buttons.TitleOf)]
        )
        {
            Everything = string.Join(
                '\n',
                everybodys
                    .OrderBy(one => one.Id)
                    .Select(one =>
                        $"{one.Id} {string.Join('|', one.Fields.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"))}"
                    )
            ),
        };
    }

    /// <summary>What the bot would go on from.</summary>
    private static async Task<(OpenDialog? Open, Memory? Memory)> RecalledAsync(
        Stage stage,
        string by,
        string chat,
        CancellationToken cancellationToken
    )
    {
        var key = $"msteams/conversations/{ChatOf(chat)}/users/{Stage.Person.IdOf(by)}/talk";
        var rows = await stage.Services.GetRequiredService<BotStates>().ReadAsync([key], cancellationToken);
        if (!rows.TryGetValue(key, out var row) || JsonNode.Parse(row.Json) is not JsonObject state)
            return (null, null);
        var top = state["dialogs"]?["dialogStack"] is JsonArray { Count: > 0 } stack ? stack[0]!["state"] : null;
        return (
            top?["Draft"]?.ToString() is { } draft ? new OpenDialog(draft, top["Field"]?.ToString()) : null,
            state["memory"] is { } memory ? Newtonsoft.Json.JsonConvert.DeserializeObject<Memory>(memory.ToJsonString()) : null
        );
    }

    private static JsonObject DraftOf(NoticeDraft draft)
    {
        var fields = new JsonObject { ["kind"] = NoticeKinds.NameOf(draft.Kind) };
        foreach (var (name, value) in draft.Fields)
            fields[name] =
                value.Contains('、', StringComparison.Ordinal) && Knowledge.Slots.PersonField.Is(name)
                    ? new JsonArray([.. value.Split('、').Select(one => (JsonNode)one)])
                    : value;
        return fields;
    }

    private static JsonObject? IncidentOf(Memory.IncidentFacts? form, List<Incident> running) =>
        form is not null ? Facts(form.Kind, form.IsDrill, form.Service, form.AccountName, form.Url, form.OccurredAt)
        : running is [var incident, ..]
            ? Facts(
                incident.Checklist,
                incident.IsDrill,
                incident.Service,
                incident.AccountName,
                incident.Url,
                incident.Since.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
            )
        : null;

    private static JsonObject Facts(string kind, bool isDrill, string service, string name, string url, string? at) =>
        new()
        {
            ["kind"] = kind,
            ["drill"] = isDrill,
            ["service"] = service,
            ["accountName"] = name,
            ["url"] = url,
            ["occurredAt"] = at,
        };

    private static JsonObject Activity(Script script, int place, string by, string chat, Dictionary<string, string> names) =>
        new()
        {
            ["id"] = $"{script.Id}-{place}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "https://channel.invalid/",
            ["from"] = new JsonObject
            {
                ["id"] = Stage.Person.IdOf(by),
                ["name"] = names.GetValueOrDefault(by, $"職員{by}"),
                ["aadObjectId"] = Stage.Person.DirectoryIdOf(by),
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "ガイドラインボット" },
            ["conversation"] = new JsonObject
            {
                ["id"] = ChatOf(chat),
                ["conversationType"] = IsGroup(chat) ? "groupChat" : "personal",
                ["tenantId"] = Tenant,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };

    private static void Press(JsonObject activity, JsonNode button, JsonObject? inputs)
    {
        var data = (JsonObject)button["data"]!.DeepClone();
        foreach (var (name, value) in inputs ?? [])
            data[name] = value?.DeepClone();
        activity["type"] = "invoke";
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = button["verb"]?.DeepClone(),
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };
    }

    private static string ChatOf(string chat) => IsGroup(chat) ? $"19:{chat}" : $"a:{chat}";

    private static bool IsGroup(string chat) => chat is ['g', _, ..];

    private static TimeSpan TimeOf(string? later) =>
        later is [.., var unit] && double.TryParse(later[..^1], CultureInfo.InvariantCulture, out var count)
            ? unit switch
            {
                'd' => TimeSpan.FromDays(count),
                'h' => TimeSpan.FromHours(count),
                'm' => TimeSpan.FromMinutes(count),
                _ => TimeSpan.Zero,
            }
            : TimeSpan.Zero;
}
