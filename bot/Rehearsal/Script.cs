using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuidelineBot.Rehearsal;

/// <summary>A conversation written down: who says or presses what, and what is wanted.</summary>
/// <param name="Today">The day on which it happens; with <paramref name="Now"/> (HH:mm) in Japan.</param>
/// <param name="Accounts">What the register holds before it.</param>
internal sealed record Script(
    string Id,
    string? Title,
    DateOnly Today,
    TimeOnly? Now,
    IReadOnlyList<ScriptAccount>? Accounts,
    IReadOnlyList<ScriptTurn> Turns
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="InvalidDataException">A line is no script; the message says which.</exception>
    public static IEnumerable<Script> ReadFile(string file)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            Script? script;
            try
            {
                script = JsonSerializer.Deserialize<Script>(line, Json);
            }
            catch (JsonException fault)
            {
                throw new InvalidDataException($"{file} の {number} 行目を読み取れません。{fault.Message}", fault);
            }
            yield return script is { Id.Length: > 0, Turns.Count: > 0 }
                ? script
                : throw new InvalidDataException($"{file} の {number} 行目に id か turns がありません。");
        }
    }
}

internal sealed record ScriptAccount(string Service, string AccountName, string? Url, string? Section, string? Person);

/// <param name="By">A letter for the person; <c>a</c> where it is left out.</param>
/// <param name="In">A person's letter for the private chat, or a group such as <c>g1</c>.</param>
/// <param name="Press">A part of the title of a button on the newest card in the chat.</param>
/// <param name="Later">Time that passes before it: <c>3h</c>, <c>20m</c>, <c>2d</c>.</param>
internal sealed record ScriptTurn(
    string? By,
    string? In,
    string? Name,
    string? Role,
    string? Say,
    string? Press,
    JsonObject? Inputs,
    bool Restart,
    string? Later,
    JsonObject? Expect
);
