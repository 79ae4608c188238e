using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>A file of <c>drills/</c>: a <see cref="PartFile"/> whose parts are the messages; <c>&gt;</c> lines are what they say.</summary>
internal static class DrillFile
{
    private const int MostBytes = 300_000;
    private const int LongestText = 1000;
    private const int MostMessages = 30;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
    };

    /// <param name="folder">Where the scenario lies, and its pictures beside it.</param>
    /// <returns>Null where the file has an error; <paramref name="findings"/> says which.</returns>
    public static Drill? Read(string file, string text, string folder, IReadOnlyList<Checklist> checklists, List<Finding> findings)
    {
        var before = findings.Count;
        if (PartFile.Read(file, text, findings, quotes: true) is not [var head, _, ..] parts)
        {
            findings.Add(new Finding(file, 1, true, "「# 題名」と、「## 英字の名 （見出し）」が一つ以上必要です。"));
            return null;
        }
        var checklist = checklists.FirstOrDefault(known => known.Key == head.Get("チェックリスト"));
        if (checklist is null)
            Fault(
                head,
                "チェックリスト",
                $"「チェックリスト」は {string.Join("、", checklists.Select(known => known.Key))} のどれかにしてください。"
            );
        var length = Spans.Read(head.Get("時間"));
        if (length is null)
            Fault(head, "時間", "「時間」は 30分、2時間 のように書いてください。");
        if (head.Get("状況").Length == 0)
            Fault(head, "状況", "「状況」に、初めに分かっていることを書いてください。");
        foreach (var unknown in head.Words("手順").Where(step => checklist is not null && checklist.Find(step) is null))
            Fault(head, "手順", $"手順 {unknown} は checklists/{checklist!.Key}.md にありません。");
        if (parts.Count > MostMessages + 1)
            findings.Add(new Finding(file, parts[MostMessages + 1].Line, true, $"メッセージは{MostMessages}件までです。"));
        var messages = parts.Skip(1).Select(Message).ToList();
        return findings.Count > before
            ? null
            : new Drill(
                Path.GetFileNameWithoutExtension(file),
                head.Name,
                checklist!.Key,
                length!.Value,
                head.Get("状況"),
                // What applies only sometimes is scored where the scenario says so.
                head.Words("手順")
                    is { Length: > 0 } named
                    ? named
                    : [.. checklist.Steps.Where(step => step.Condition.Length == 0 && step.Due <= length.Value).Select(step => step.Id)],
                [.. messages.OrderBy(message => message.After)]
            );

        DrillMessage Message(PartFile.Part part)
        {
            var after = Spans.Read(part.Get("時"));
            if (after is null)
                Fault(part, "時", "「時」は、始まってからの時間を 0分、5分、1時間 のように書いてください。");
            else if (after > length)
                Fault(part, "時", "「時」が訓練の時間を過ぎています。");
            var words = string.Join('\n', part.Quote);
            if (words.Length is 0 or > LongestText)
                findings.Add(new Finding(file, part.Line, true, $"届く文を「> 」の行に、{LongestText}文字以内で書いてください。"));
            if (part.Get("差出人").Length == 0)
                Fault(part, "差出人", "「差出人」を書いてください。");
            return new DrillMessage(part.Name, part.Label, after ?? default, part.Get("差出人"), words, Picture(part));
        }

        DrillPicture? Picture(PartFile.Part part)
        {
            if (part.Get("画像") is not { Length: > 0 } name)
                return null;
            var path = Path.Combine(folder, Path.GetFileName(name));
            if (Path.GetFileName(name) != name || !Types.TryGetValue(Path.GetExtension(name), out var type) || !File.Exists(path))
            {
                Fault(part, "画像", $"画像 {name} がありません。drills/ に PNG か JPEG で置いてください。");
                return null;
            }
            var content = File.ReadAllBytes(path);
            if (content.Length is 0 or > MostBytes)
                Fault(part, "画像", $"画像 {name} は {MostBytes / 1000}KB 以内にしてください。");
            return new DrillPicture(name, type, content);
        }

        void Fault(PartFile.Part part, string property, string message) =>
            findings.Add(new Finding(file, part.LineOf(property), true, message));
    }
}
