using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidelineBot.Knowledge.Searching;

namespace GuidelineBot.CommandLine;

/// <summary>Runs the search engine on any collection of texts: for measuring it against a public test set.</summary>
internal static class RankCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var corpus = new Option<FileInfo>("--corpus") { Description = "{\"文書 id\": \"本文\"} の JSON ファイル", Required = true };
        var queries = new Option<FileInfo>("--queries") { Description = "{\"質問 id\": \"質問\"} の JSON ファイル", Required = true };
        var top = new Option<int>("--top") { Description = "質問ごとに返す文書の数", DefaultValueFactory = _ => 10 };
        top.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var count) || count is < 1 or > 1000))
                result.AddError("--top には 1 から 1000 までの数を指定してください。");
        });
        var command = new Command(
            "rank",
            "文書を索引にし、質問ごとに近い順の文書 id を {\"質問 id\": [\"文書 id\", …]} の JSON で返します。"
        )
        {
            corpus,
            queries,
            top,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var documents = await ReadAsync(parsed.GetValue(corpus)!, cancellationToken);
                var asked = await ReadAsync(parsed.GetValue(queries)!, cancellationToken);
                using var index = CorpusIndex.Build(documents);
                var ranked = asked.ToDictionary(query => query.Key, query => index.Rank(query.Value, parsed.GetValue(top)));
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(ranked, Json));
                return 0;
            }
        );
        return command;
    }

    private static async Task<Dictionary<string, string>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new FileNotFoundException($"ファイル {file} がありません。");
        try
        {
            await using var stream = file.OpenRead();
            var texts = await JsonSerializer.DeserializeAsync<Dictionary<string, string?>>(stream, Json, cancellationToken) ?? [];
            return texts.FirstOrDefault(text => text.Value is null).Key is { } empty
                ? throw new InvalidDataException($"ファイル {file} を読み取れません。「{empty}」の本文がありません。")
                : texts.ToDictionary(text => text.Key, text => text.Value!);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(
                $"ファイル {file} を読み取れません。{{\"id\": \"本文\"}} の形の JSON にしてください（{fault.LineNumber + 1} 行目）。",
                fault
            );
        }
    }
}
