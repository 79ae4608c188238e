using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GuidelineBot.Rehearsal;

/// <summary>What came of one turn of a script, as <c>converse</c> prints it.</summary>
/// <param name="Draft">The paper that the talk is about, by field id, with its <c>kind</c>; null where there is none.</param>
/// <param name="Asked">The field that is asked for.</param>
/// <param name="Drafts">How many unfinished papers this person has.</param>
/// <param name="Incident">The form in front, or the running incident.</param>
/// <param name="Said">All text shown.</param>
internal sealed record TurnResult(
    string Id,
    int Turn,
    string Route,
    IReadOnlyList<string> Clauses,
    JsonObject? Draft,
    string? Asked,
    int Drafts,
    JsonObject? Incident,
    int Incidents,
    string Said,
    IReadOnlyList<string> Buttons
)
{
    /// <summary>All fields of everybody's papers, for seeing whether anything changed.</summary>
    [JsonIgnore]
    public string Everything { get; init; } = "";

    public static TurnResult NoButton(string id, int turn, string title) =>
        new(id, turn, "none", [], null, null, 0, null, 0, $"「{title}」というボタンはありません。", []);
}
