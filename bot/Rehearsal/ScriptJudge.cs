using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GuidelineBot.Rehearsal;

/// <summary>What was wrong with a turn.</summary>
/// <param name="IsWrite">Something was changed or opened that should not have been.</param>
internal sealed record ScriptMiss(Script Script, int Turn, string What, bool IsWrite);

/// <summary>Compares what came of a conversation with what its script wants.</summary>
internal static class ScriptJudge
{
    public static IReadOnlyList<ScriptMiss> Judge(Script script, IReadOnlyList<TurnResult> results)
    {
        var misses = new List<ScriptMiss>();
        var before = "";
        foreach (var (place, turn) in script.Turns.Index())
        {
            var result = results[place];
            if (turn.Expect is { } wanted)
                misses.AddRange(Faults(wanted, result, before).Select(fault => new ScriptMiss(script, place, fault.What, fault.IsWrite)));
            before = result.Everything;
        }
        return misses;
    }

    private static IEnumerable<(string What, bool IsWrite)> Faults(JsonObject wanted, TurnResult result, string before)
    {
        if (wanted["route"] is { } route && !Texts(route).Contains(result.Route))
            yield return ($"route {string.Join('|', Texts(route))} ≠ {result.Route}", false);
        foreach (var forbidden in Texts(wanted["notRoute"]).Where(forbidden => IsRoute(result.Route, forbidden)))
            yield return (
                $"route {result.Route} は不可",
                forbidden.StartsWith("notice:", StringComparison.Ordinal) || forbidden.StartsWith("incident:", StringComparison.Ordinal)
            );
        if (wanted["clause"] is { } clause && !(result.Clauses is [var first, ..] && Texts(clause).Contains(first)))
            yield return ($"clause {string.Join('|', Texts(clause))} ≠ {(result.Clauses is [var shown, ..] ? shown : "なし")}", false);
        if (wanted["draft"] is JsonObject draft)
            foreach (var (name, value) in draft)
                if (!IsSame(value, result.Draft?[name]))
                    yield return ($"draft.{name} {Show(value)} ≠ {Show(result.Draft?[name])}", result.Draft?[name] is not null);
        if (wanted["drafts"] is { } drafts && (int)drafts != result.Drafts)
            yield return ($"drafts {drafts} ≠ {result.Drafts}", result.Drafts > (int)drafts);
        if (wanted["unchanged"] is JsonValue unchanged && (bool)unchanged && before != result.Everything)
            yield return ($"draft が変わった", true);
        if (wanted["incident"] is JsonObject incident)
            foreach (var (name, value) in incident)
                if (!IsSame(value, result.Incident?[name]))
                    yield return ($"incident.{name} {Show(value)} ≠ {Show(result.Incident?[name])}", false);
        if (wanted["incidents"] is { } incidents && (int)incidents != result.Incidents)
            yield return ($"incidents {incidents} ≠ {result.Incidents}", result.Incidents > (int)incidents);
        if (wanted["says"] is { } says && !Regex.IsMatch(result.Said, says.ToString(), RegexOptions.None, TimeSpan.FromSeconds(1)))
            yield return ($"says {says}", false);
        if (wanted["notSays"] is { } silent && Regex.IsMatch(result.Said, silent.ToString(), RegexOptions.None, TimeSpan.FromSeconds(1)))
            yield return ($"notSays {silent}", false);
    }

    private static bool IsRoute(string route, string forbidden) =>
        forbidden.EndsWith(':') ? route.StartsWith(forbidden, StringComparison.Ordinal) : route == forbidden;

    private static bool IsSame(JsonNode? wanted, JsonNode? got) => Set(wanted).SetEquals(Set(got));

    private static HashSet<string> Set(JsonNode? value) =>
        [
            .. (value is JsonArray all ? all.AsEnumerable() : [value])
                .Select(one => one?.ToString() ?? "")
                .Select(text => text.Normalize(NormalizationForm.FormKC).Trim().TrimStart('@').ToLower(CultureInfo.InvariantCulture)),
        ];

    private static IReadOnlyList<string> Texts(JsonNode? value) =>
        value switch
        {
            null => [],
            JsonArray all => [.. all.Select(one => one!.ToString())],
            _ => [value.ToString()],
        };

    private static string Show(JsonNode? value) => value?.ToJsonString(Readable) ?? "空";

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
