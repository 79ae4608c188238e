using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge.Reading;

public class FindingsTests
{
    [Theory]
    [InlineData("", 1, "ファイルが空です。ガイドラインの本文を貼り付けて保存してください。")]
    [InlineData(" \n　\n", 1, "ファイルが空です。ガイドラインの本文を貼り付けて保存してください。")]
    [InlineData(
        "運用方針\n仲良く使うこと。",
        1,
        "見出しの番号が見つかりません。「1 目的」や「第1条」のように、行の先頭に番号を付けてください。"
    )]
    [InlineData("方針\n1 目的\n2 運用\n2 記録\n2 雑則", 4, "「2」が3行目と重複しています（2）。どちらかの番号を直してください。")]
    [InlineData("方針\n1 目的\n① 甲。\n② 乙。\n① 丙。", 5, "「①」が3行目と重複しています（1-1）。どちらかの番号を直してください。")]
    public void A_text_that_cannot_be_cited_is_refused(string text, int line, string message)
    {
        var result = Samples.Read(text);

        Assert.False(result.IsUsable);
        Assert.Contains(new Finding("sample.txt", line, true, message), result.Findings);
    }

    [Theory]
    [InlineData("方針\n1 目的\n3 運用", 3, "「3」の前の番号がありません。番号が飛んでいないか確認してください。")]
    [InlineData(
        "方針\n1 目的\n① 甲を行うこと。\n\n次の段落である。",
        5,
        "番号のない段落です。どの条項のものか判断できないため、3行目の続きとして読みました。"
    )]
    [InlineData("方針\n1 目的\n◎重要", 3, "「◎」は番号として読めないため、2行目の続きとして読みました。")]
    [InlineData("方針\n1 目的\n2.1 甲", 3, "「2.1」の上の段の番号が見つからないため、2行目の続きとして読みました。")]
    [InlineData(
        "方針\n1 目的\nこの方針は、広報広聴課が必要に応じて定めるものであり、今後は\n5 年度ごとに見直す。",
        4,
        "「5」は番号の順に合わないため、前の行の続きとして読みました。"
    )]
    [InlineData("1 目的", 1, "表題がありません。1行目にガイドラインの名称を書いてください。")]
    [InlineData(
        "方針\n1 運用\n垢（※1）を使う。\n2 用語の解説\n※1 アカウント\n利用者権限。",
        3,
        "※1の前の語句が用語の解説に見つかりません。"
    )]
    public void A_doubt_is_reported_and_the_line_kept(string text, int line, string message)
    {
        var result = Samples.Read(text);

        Assert.Equal([new Finding("sample.txt", line, false, message)], result.Findings);
        Assert.Contains(
            text.Split('\n')[line - 1],
            string.Join('\n', result.Guideline.Clauses.Select(clause => clause.Text)),
            StringComparison.Ordinal
        );
    }
}
