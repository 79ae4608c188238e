namespace GuidelineBot.Knowledge.Reading;

/// <summary>A clause while the tree grows: where its lines start and end, and what it hangs on.</summary>
/// <param name="above">The heading that stands on a line of its own above the number, as in regulations.</param>
internal sealed class Node(Node? parent, Mark mark, Line line, int start, string? above = null)
{
    private readonly Dictionary<MarkKind, int> last = [];
    private readonly List<Node> children = [];
    private bool hasFirstParagraph;
    private bool hasFurtherParagraph;

    public Node? Parent => parent;

    public Mark Mark => mark;

    /// <summary>The line with its number, which is not the first where a heading stands above the number.</summary>
    public Line Line => line;

    /// <summary>Place of its first line; <see cref="End"/> is that after its last.</summary>
    public int Start => start;

    public int End { get; set; } = start + 1;

    public IReadOnlyList<Node> Children => children;

    public string Words { get; } = above ?? (line.IsLong ? "" : Headings.Words(line));

    /// <summary>Its words announce what comes, rather than saying it.</summary>
    public bool IsHeading { get; } = above is not null || mark.Kind == MarkKind.Block || Headings.IsHeading(line);

    public bool IsLeaf => mark.Kind is MarkKind.Bullet or MarkKind.Note;

    /// <summary>Its first 項 has no number of its own, but a second one follows.</summary>
    public bool IsFirstParagraph => mark.Kind == MarkKind.Article && hasFurtherParagraph && !hasFirstParagraph;

    public GlossaryTerm? Term { get; set; }

    /// <summary>The document gives it no number of its own, or one that only serves footnote marks.</summary>
    public bool IsNamedByTerm => Term is not null && IsLeaf;

    public bool ExplainsTerms =>
        (IsHeading && !IsLeaf && (Words.Contains("用語", StringComparison.Ordinal) || Words == "定義")) || (parent?.ExplainsTerms ?? false);

    public string Path { get; set; } = "";

    public string Label { get; set; } = "";

    public int LastNumber(MarkKind kind) => last.GetValueOrDefault(kind);

    public void Add(Node child)
    {
        children.Add(child);
        last[child.Mark.Kind] = child.Mark.Last;
        if (child.Mark is { Kind: MarkKind.Paragraph, Number: var number })
            (hasFirstParagraph, hasFurtherParagraph) = (hasFirstParagraph || number == 1, hasFurtherParagraph || number > 1);
    }

    /// <summary>A list of one is no list: its words go on where the clause stopped.</summary>
    /// <returns>The bullet that is no clause any more.</returns>
    public Node? AbsorbOnlyBullet()
    {
        if (
            children is not [{ Mark.Kind: MarkKind.Bullet, Term: null } only, ..]
            || children.Skip(1).Any(child => child.Mark.Kind == MarkKind.Bullet)
        )
            return null;
        End = only.End;
        children.RemoveAt(0);
        return only;
    }
}
