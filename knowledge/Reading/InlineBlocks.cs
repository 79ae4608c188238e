using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>「【目的】市政情報を届けます。」: headings in brackets with their words on the same line, in a text that counts nothing.</summary>
internal static partial class InlineBlocks
{
    public static void Mark(Line[] lines)
    {
        if (lines.Any(line => line.Mark is { IsLoose: false, Kind: not (MarkKind.None or MarkKind.Bullet or MarkKind.Block) }))
            return;
        var found = lines
            .Index()
            .Where(pair => pair.Item is { IsBlank: false, Mark.Kind: MarkKind.None, IsTableRow: false })
            .Select(pair => (pair.Index, Match: Opening().Match(pair.Item.Raw, pair.Item.ContentAt)))
            .Where(pair => pair.Match.Success)
            .ToList();
        if (found.Count < 2)
            return;
        foreach (var (place, match) in found)
        {
            var sign = match.Groups["sign"].Value;
            lines[place] = lines[place] with
            {
                Mark = new Mark(MarkKind.Block, 0, MarkReader.Initial(match.Groups["name"].Value.Trim()), sign),
                RestAt = match.Index + match.Length,
            };
        }
    }

    [GeneratedRegex(@"\G(?<sign>[【〔《＜［](?<name>[^【】〔〕《》＜＞［］]{1,20})[】〕》＞］])\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
