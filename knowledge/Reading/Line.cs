namespace GuidelineBot.Knowledge.Reading;

/// <summary>One line of the document and what it starts with; where a sentence was broken over several lines of the file, all of them.</summary>
/// <param name="Number">Of its first line in the file, from 1.</param>
/// <param name="Indent">In half-width columns.</param>
/// <param name="IsListItem">It starts with a list mark (<c>- </c>), which is not part of the published text.</param>
/// <param name="ContentAt">Where the published text starts, after indent and list mark.</param>
/// <param name="RestAt">Where the words start, after the number.</param>
internal sealed record Line(int Number, string Raw, int Indent, bool IsListItem, int ContentAt, Mark Mark, int RestAt)
{
    /// <summary>Of a Markdown heading, 1 for <c>#</c>; else 0.</summary>
    public int Level { get; init; }

    /// <summary>Cells with tabs between them.</summary>
    public bool IsTableRow { get; init; }

    /// <summary>A new page of the printed document starts here.</summary>
    public bool StartsPage { get; init; }

    /// <summary>It is the rest of a sentence that the line before left open, whatever number it seems to start with.</summary>
    public bool GoesOn { get; init; }

    public bool IsBlank => ContentAt >= Raw.Length;

    public string Content => Raw[ContentAt..].TrimEnd();

    public string Rest => Raw[RestAt..].Trim();

    /// <summary>A length beyond that of any heading or mark: such a line is prose, whatever it starts with.</summary>
    public bool IsLong => Raw.Length > 200;

    public char LastCharacter => Raw.AsSpan().TrimEnd() is [.., var last] ? last : '\0';

    /// <summary>In half-width columns.</summary>
    public int Width => Indent + Raw.AsSpan(ContentAt).TrimEnd().Length + CountWide(Raw.AsSpan(ContentAt).TrimEnd());

    public bool Says(string words) => Raw.Length <= 40 && string.Concat(Content.Where(sign => !char.IsWhiteSpace(sign))) == words;

    private static int CountWide(ReadOnlySpan<char> text)
    {
        var wide = 0;
        foreach (var sign in text)
            wide += sign is > '\u2000' and not (>= '｡' and <= 'ﾟ') ? 1 : 0;
        return wide;
    }
}
