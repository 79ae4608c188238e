namespace GuidelineBot.Knowledge.Reading;

/// <summary>The kinds of numbering in administrative documents. Up to <see cref="Article"/> the order is the rank, outermost first.</summary>
internal enum MarkKind
{
    None,
    Appendix,
    Part,
    Roman,
    Ordinal,
    Chapter,
    Division,
    Subdivision,
    Article,
    Paragraph,
    Section,
    Decimal,
    KanjiNumber,
    Bracketed,
    HalfBracketed,
    Circled,
    Kana,
    BracketedKana,
    BracketedLetter,
    BracketedKanji,
    SquareNumber,
    BlackCircled,
    CircledKana,
    SmallRoman,
    Question,
    Answer,
    Heading,
    Block,
    Note,
    Bullet,
}

/// <summary>The number, letter or bullet at the start of a line.</summary>
/// <param name="Number">0 where the kind does not count.</param>
/// <param name="Segment">Its part of the clause's path: <c>1</c>, <c>ア</c>, <c>3の2</c>, <c>注</c>.</param>
/// <param name="Sign">Its part of the label: 「②」「(1)」「第3条」「【注意事項】」.</param>
internal readonly record struct Mark(MarkKind Kind, int Number, string Segment, string Sign)
{
    private readonly int last;

    /// <summary>「第2条から第5条まで　削除」 counts on from 5.</summary>
    public int Last
    {
        get => Math.Max(last, Number);
        init => last = value;
    }

    /// <summary>
    /// What stands behind a bare number: a full stop, a comma, or <c>\0</c> for a blank, since 「1」 and 「1.」 count apart; before a heading without a number,
    /// its symbol.
    /// </summary>
    public char Stop { get; init; }

    /// <summary>Its words follow without a gap (「１目的」), so that only its place in the order tells it from 「１日１回…」.</summary>
    public bool IsLoose { get; init; }

    public bool HasRank => Kind is >= MarkKind.Appendix and <= MarkKind.Article;

    /// <summary>編, Ⅰ, 第1, 章, 節, 款: they group articles without being part of an article's number.</summary>
    public bool GroupsArticles => Kind is >= MarkKind.Part and <= MarkKind.Subdivision;
}
