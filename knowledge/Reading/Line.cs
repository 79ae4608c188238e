namespace GuidelineBot.Knowledge.Reading;

/// <summary>One line of the file and what it starts with.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Indent">In half-width columns.</param>
/// <param name="IsListItem">It starts with a list mark (<c>- </c>), which is not part of the published text.</param>
/// <param name="ContentAt">Where the published text starts, after indent and list mark.</param>
/// <param name="RestAt">Where the words start, after the number.</param>
internal sealed record Line(int Number, string Raw, int Indent, bool IsListItem, int ContentAt, Mark Mark, int RestAt)
{
    public bool IsBlank => ContentAt >= Raw.Length;

    public string Content => Raw[ContentAt..].TrimEnd();

    public string Rest => Raw[RestAt..].Trim();

    /// <summary>A length beyond that of any heading or mark: such a line is prose, whatever it starts with.</summary>
    public bool IsLong => Raw.Length > 200;

    public char LastCharacter => Raw.AsSpan().TrimEnd() is [.., var last] ? last : '\0';

    public bool Says(string words) => Raw.Length <= 40 && string.Concat(Content.Where(sign => !char.IsWhiteSpace(sign))) == words;
}
