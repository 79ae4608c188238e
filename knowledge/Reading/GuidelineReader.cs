namespace GuidelineBot.Knowledge.Reading;

/// <summary>Reads a guideline as published and derives its clauses from the numbering conventions of administrative documents.</summary>
public static class GuidelineReader
{
    private const string OwnGuideline = "guideline";

    /// <summary>Reads a UTF-8, UTF-16 or Shift_JIS file; its name without extension becomes the key, except for <c>guideline.txt</c>, the city's own.</summary>
    public static ReadGuideline ReadFile(string path)
    {
        var findings = new Findings(path);
        var text = SourceText.Decode(File.ReadAllBytes(path), findings);
        return Read(KeyOf(path), path, text, findings);
    }

    /// <summary>Versions of one text (<c>guideline@2027-04-01.txt</c>) share the key.</summary>
    public static string KeyOf(string path) =>
        ClausePath.Segment(Path.GetFileNameWithoutExtension(path).Split('@')[0]) is var name && name == OwnGuideline ? "" : name;

    /// <param name="path">Named in the findings, not opened.</param>
    /// <returns>A guideline of title block alone where the text has no numbered clauses; the findings then say what to do.</returns>
    public static ReadGuideline Read(string key, string path, string text) => Read(key, path, text, new Findings(path));

    private static ReadGuideline Read(string key, string path, string text, Findings findings)
    {
        var lines = LineBreaks.Join(Pages.Remove(Settling.Settle(LineReader.Read(text)), findings));
        var body = Body.Find(lines);
        var title = TitleBlock.Read(lines, body?.Start ?? lines.Length, path, findings);
        if (body is null)
            Refuse(lines, findings);

        IReadOnlyList<Node> nodes = body is null ? [] : ClauseTree.Grow(lines, body, findings);
        if (body is not null)
            new ClauseNames(body, findings).Name(nodes);
        new Footnotes(findings).Check(lines, nodes);

        var clauses = new ClauseText(key, lines);
        var glossary = nodes.Where(node => node.Term is not null).Select(clauses.Explain);
        return new ReadGuideline(
            new Guideline(key, title.Name, title.Revision, [clauses.Of(title), .. nodes.Select(clauses.Of)], [.. glossary]),
            findings.InOrder
        );
    }

    private static void Refuse(Line[] lines, Findings findings)
    {
        if (Array.TrueForAll(lines, line => line.IsBlank))
            findings.Error(1, "ファイルが空です。ガイドラインの本文を貼り付けて保存してください。");
        else
            findings.Error(1, "見出しの番号が見つかりません。「1 目的」や「第1条」のように、行の先頭に番号を付けてください。");
    }
}
