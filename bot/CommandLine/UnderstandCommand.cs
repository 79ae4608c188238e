using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;

namespace GuidelineBot.CommandLine;

/// <summary>Says, line by line, what the bot makes of messages: for whoever edits the knowledge.</summary>
internal static class UnderstandCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var folder = KnowledgeFolder.Option();
        var command = new Command(
            "understand",
            "標準入力の JSON 行 {\"id\",\"q\",\"today\"?} を 1 行ずつ読み、ボットの受け取り方を {\"id\",\"route\",\"clauses\",\"slots\"} の JSON 行で返します。"
        )
        {
            folder,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(KnowledgeFolder.Of(parsed.GetValue(folder)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var knowledge = KnowledgeBase.Load(folder);
        var number = 0;
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var asked =
                Read(line)
                ?? throw new InvalidDataException(
                    $"標準入力の {number} 行目を読み取れません。{{\"id\":\"1\",\"q\":\"質問\",\"today\":\"2026-11-22\"}} の形で書いてください。"
                );
            var understood = knowledge.Understand(asked.Q!, asked.Today ?? DateOnly.FromDateTime(new JapanClock().GetLocalNow().DateTime));
            await Console.Out.WriteLineAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        asked.Id,
                        Route = understood.Route.Name,
                        Clauses = understood.Clauses.Select(clause => new
                        {
                            Id = clause.Id.ToString(),
                            Score = Math.Round(clause.Score, 4),
                        }),
                        understood.Slots,
                    },
                    Json
                )
            );
        }
        return 0;
    }

    private static Asked? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Asked>(line, Json) is { Q: not null, Id.ValueKind: not JsonValueKind.Undefined } asked
                ? asked
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Asked(JsonElement Id, string? Q, DateOnly? Today);
}
