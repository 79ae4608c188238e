using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary><c>elsewhere.md</c>: a <see cref="PartFile"/> with a part for each matter that is another office's.</summary>
internal static class ElsewhereFile
{
    public static Elsewhere Read(string file, string text, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var parts = PartFile.Read(file, text, findings).Skip(1).ToList();
        foreach (var part in parts)
        foreach (var property in (string[])["ことば", "あて先"])
            if (part.Get(property).Length == 0)
                findings.Add(new Finding(file, part.Line, true, $"「{property}」を書いてください。"));
        foreach (var part in parts.Where(part => part.Get("条項") is { Length: > 0 } clause && !clauses.Contains(clause)))
            findings.Add(new Finding(file, part.LineOf("条項"), true, $"条項 {part.Get("条項")} はガイドラインにありません。"));
        return new Elsewhere([
            .. parts
                .Where(part => part.Get("あて先").Length > 0)
                .Select(part => new OtherMatter(
                    part.Label,
                    part.Get("あて先"),
                    clauses.Contains(part.Get("条項")) ? ClauseId.Parse(part.Get("条項")) : null,
                    part.Words("ことば")
                )),
        ]);
    }
}
