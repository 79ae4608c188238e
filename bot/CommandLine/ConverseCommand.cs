using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Rehearsal;

namespace GuidelineBot.CommandLine;

/// <summary>Plays conversation scripts through the bot and prints what came of each turn.</summary>
internal static class ConverseCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var folder = KnowledgeFolder.Option();
        var file = new Argument<FileInfo>("file") { Description = "会話の台本の JSON 行（tests/Conversations と同じ形）。" };
        var command = new Command("converse", "会話の台本をボットで再生し、1 つの発言につき 1 行の JSON で結果を返します。")
        {
            file,
            folder,
        };
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(KnowledgeFolder.Of(parsed.GetValue(folder)), parsed.GetValue(file)!, cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string folder, FileInfo file, CancellationToken cancellationToken)
    {
        var player = new ScriptPlayer(new LiveKnowledge(folder));
        foreach (var script in Script.ReadFile(file.FullName))
        foreach (var result in await player.PlayAsync(script, cancellationToken))
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result, Json));
        return 0;
    }
}
