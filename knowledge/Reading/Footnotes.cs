using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Compares the footnote marks in the text with the glossary; the term decides, since the numbers tend to lag behind a revision.</summary>
internal sealed partial class Footnotes(Findings findings)
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string Term, int Line)> used = [];

    public void Check(Line[] lines, IReadOnlyList<Node> nodes)
    {
        foreach (var node in nodes.Where(node => node is { Mark.Kind: MarkKind.Note, Term: not null }))
            numbers.TryAdd(node.Term!.Term, node.Mark.Number);
        if (numbers.Count == 0)
            return;
        var entries = nodes.Where(node => node.Mark.Kind == MarkKind.Note).Select(node => node.Line).ToHashSet();
        foreach (var line in lines.Where(line => !line.IsBlank && !entries.Contains(line)))
            Check(line);
    }

    private void Check(Line line)
    {
        foreach (Match mark in Marks().Matches(line.Raw))
        {
            var number = Numeral.Read(mark.Groups["n"].ValueSpan);
            var before = line.Raw.AsSpan(line.ContentAt, Math.Max(mark.Index - line.ContentAt, 0)).TrimEnd("「」『』\" 　");
            if (before.IsEmpty)
                continue;
            if (TermBefore(before) is { } term)
                Compare(line, term, number);
            else
                findings.Warning(line.Number, $"※{number}の前の語句が用語の解説に見つかりません。");
        }
    }

    private string? TermBefore(ReadOnlySpan<char> before)
    {
        var terms = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(before.Length, GlossaryTerm.Longest); length > 0; length--)
        {
            if (terms.TryGetValue(before[^length..], out var term, out _))
                return term;
        }
        return null;
    }

    private void Compare(Line line, string term, int number)
    {
        if (numbers[term] != number)
            findings.Warning(line.Number, $"「{term}」は本文では※{number}ですが、用語の解説では※{numbers[term]}です。");
        if (!used.TryAdd(number, (term, line.Number)) && used[number].Term != term)
            findings.Warning(
                line.Number,
                $"※{number}が「{used[number].Term}」（{used[number].Line}行目）と「{term}」の両方に使われています。"
            );
    }

    [GeneratedRegex(@"[（(]?[※＊]\s?(?<n>[0-9０-９]{1,3})[）)]?", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
