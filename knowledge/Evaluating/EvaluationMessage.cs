using System.Text.Json;

namespace GuidelineBot.Knowledge.Evaluating;

/// <summary>A message with what a person would have wanted of it; one JSON object a line in a file.</summary>
/// <param name="Kind"><c>question</c>, <c>oos</c> (the guideline does not answer it), <c>talk</c> (small talk), <c>intent</c> or <c>slots</c>.</param>
/// <param name="Q">The message.</param>
/// <param name="Today">When it was written; dates in <paramref name="Slots"/> count from it.</param>
/// <param name="Rel">Clause id → grade: 2 answers directly, 1 supports.</param>
/// <param name="Intent">A route's name, or <c>question</c> or <c>none</c> for what only looks like a wish.</param>
/// <param name="Slots">Facts by slot name; a list where there are several.</param>
public sealed record EvaluationMessage(
    string Id,
    string Kind,
    string Q,
    DateOnly? Today,
    IReadOnlyDictionary<string, int>? Rel,
    string? Intent,
    IReadOnlyDictionary<string, JsonElement>? Slots
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="InvalidDataException">A line is no message; says which one and why.</exception>
    public static IReadOnlyList<EvaluationMessage> ReadFile(string path) =>
        [
            .. File.ReadLines(path)
                .Select((line, place) => (line, number: place + 1))
                .Where(read => !string.IsNullOrWhiteSpace(read.line))
                .Select(read => Parse(path, read.line, read.number)),
        ];

    private static EvaluationMessage Parse(string path, string line, int number)
    {
        try
        {
            if (JsonSerializer.Deserialize<EvaluationMessage>(line, Json) is { Id: not null, Q: not null } message && message.IsComplete)
                return message;
        }
        catch (JsonException) { }
        throw new InvalidDataException(
            $"{path} の {number} 行目を読み取れません。{{\"id\",\"kind\",\"q\"}} と、question には rel、intent には intent、slots には slots が要ります。"
        );
    }

    private bool IsComplete =>
        Kind switch
        {
            "question" => Rel is not null,
            "oos" or "talk" => true,
            "intent" => Intent is not null,
            "slots" => Slots is not null,
            _ => false,
        };
}
