using System.Text.Encodings.Web;
using System.Text.Json;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.CommandLine;

/// <summary><c>knowledge clauses</c>: how a guideline text was cut, a JSON line each clause; what is doubtful in it goes to standard error.</summary>
internal static class ClausesCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>The exit code: 1 where the text cannot be used as it is.</returns>
    public static int Run(FileInfo file)
    {
        if (!file.Exists)
            throw new FileNotFoundException($"ファイル {file} がありません。");
        var read = GuidelineReader.ReadFile(file.FullName);
        foreach (var clause in read.Guideline.Clauses)
            Console.Out.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        Id = clause.Id.Path,
                        clause.Label,
                        clause.Heading,
                        clause.Text,
                    },
                    Json
                )
            );
        foreach (var finding in read.Findings)
            Console.Error.WriteLine(finding);
        return read.IsUsable ? 0 : 1;
    }
}
