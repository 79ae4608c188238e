using System.CommandLine;
using System.Text;
using GuidelineBot.Knowledge;

namespace GuidelineBot.CommandLine;

/// <summary>
/// <c>new-city</c>: a knowledge folder for another city to begin with. The city's own files are those of <c>knowledge/new-city</c> with names
/// filled in; how people speak is taken from our files, without what is said in our city alone.
/// </summary>
internal static class NewCityCommand
{
    private const string Office = "広報課";
    private const string Network = "情報システム課";

    private static readonly string Ours = Path.Combine(AppContext.BaseDirectory, "knowledge");

    /// <summary>What teaches the bot how people speak, in whatever city.</summary>
    private static readonly string[] OfLanguage =
    [
        "acts",
        "intents",
        "questions/out-of-scope.md",
        "synonyms.txt",
        "everyday-words.txt",
        "cues.txt",
        "services.txt",
        "surnames.txt",
        "field-names.txt",
        "elsewhere.md",
    ];

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "市の名（例: 見本市）。" };
        var reading = new Option<string?>("--reading") { Description = "市の名のひらがな（市・町・村は付けない。例: みほん）。" };
        var english = new Option<string?>("--english") { Description = "市の名の英語（例: Mihon City）。" };
        var output = new Option<DirectoryInfo?>("--out") { Description = "書き出すフォルダー。省略時は、市の名のフォルダー。" };
        var command = new Command("new-city", "ほかの市で使うための知識フォルダーを作ります。何を直すかは、その中の README.md にあります。")
        {
            name,
            reading,
            english,
            output,
        };
        command.Validators.Add(result =>
        {
            var city = result.GetValue(name) ?? "";
            if (city.Length is < 2 or > 20 || city.IndexOfAny([.. Path.GetInvalidFileNameChars(), '/', '\\', '{', '（', '）']) >= 0)
                result.AddError("市の名は、見本市 のように2文字から20文字で指定してください。");
        });
        command.SetAction(parsed =>
        {
            var city = parsed.GetValue(name)!;
            var folder = parsed.GetValue(output)?.FullName ?? Path.GetFullPath(city);
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new IOException($"フォルダー {folder} には、すでにファイルがあります。--out で別の場所を指定してください。");
            Write(
                folder,
                new City(
                    city,
                    parsed.GetValue(reading) is { Length: > 0 } read ? read : (city[^1] is '市' or '町' or '村' ? city[..^1] : city),
                    parsed.GetValue(english) is { Length: > 0 } written ? written : "City"
                )
            );
            Console.Out.WriteLine($"{folder} に書き出しました。README.md の順に直し、設定 Knowledge:Path でボットに教えてください。");
        });
        return command;
    }

    private static void Write(string folder, City city)
    {
        var offices = KnowledgeBase.OfficesOf(Ours);
        var template = Path.Combine(Ours, "new-city");
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
            Save(
                Path.GetRelativePath(template, file),
                File.ReadAllText(file)
                    .Replace("{{city}}", city.Name, StringComparison.Ordinal)
                    .Replace("{{reading}}", city.Reading, StringComparison.Ordinal)
                    .Replace("{{english}}", city.English, StringComparison.Ordinal)
                    .Replace("{{office}}", Office, StringComparison.Ordinal)
                    .Replace("{{network}}", Network, StringComparison.Ordinal)
            );
        foreach (
            var file in OfLanguage
                .Select(part => Path.Combine(Ours, part))
                .SelectMany(part => Directory.Exists(part) ? Directory.EnumerateFiles(part, "*.md") : [part])
        )
            Save(Path.GetRelativePath(Ours, file), string.Join('\n', Lines(file)));

        void Save(string file, string text)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        IEnumerable<string> Lines(string file) =>
            File.ReadAllText(file)
                .Split('\n')
                .Select(line =>
                    line.Replace(offices.City.Name, city.Name, StringComparison.Ordinal)
                        .Replace(offices.PublicRelations.Name, Office, StringComparison.Ordinal)
                        .Replace(offices.NetworkAdministrator.Name, Network, StringComparison.Ordinal)
                )
                .Where(line => !offices.City.PlaceWords.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
                // Our guideline's numbers are not theirs.
                .Where(line =>
                    Path.GetFileName(file) != KnowledgeBase.ElsewhereFile || !line.StartsWith("- 条項:", StringComparison.Ordinal)
                );
    }
}
