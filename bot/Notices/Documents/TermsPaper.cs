namespace GuidelineBot.Notices.Documents;

/// <summary>利用規約: the three items that clause 4④ asks for, as a document to be edited further.</summary>
internal static class TermsPaper
{
    private const string Rules = """
        利用に当たっては、次の行為をしないでください。
        ・法令又は公序良俗に反する行為
        ・特定の個人、企業、団体などを誹謗し、又は中傷する行為
        ・差別的な表現を用いる行為
        ・個人情報を本人の承諾なく掲載するなど、他人のプライバシーを侵害する行為
        ・著作権、商標権、肖像権など、他人の権利を侵害する行為
        ・他人になりすます行為、虚偽の情報や根拠のないうわさを広める行為
        ・営利、政治活動又は宗教活動を目的とする行為
        ・同じ内容を繰り返し書き込む行為、有害なプログラムを送る行為
        ・当該ソーシャルメディアの利用規約に反する行為
        ・その他、運用に支障を及ぼす行為
        これらに当たる書き込みは、予告なく削除し、又は表示しないことがあります。
        """;

    private const string Copyright = $"""
        発信する文章、写真、画像、動画などの著作権は、{DraftedPaper.City}又は正当な権利を有する者に帰属します。
        私的使用、引用など著作権法で認められた場合を除き、無断で複製し、又は転用することはできません。ただし、当該ソーシャルメディアの機能により共有する場合を除きます。
        利用者が書き込んだ文章、写真などの著作権は、書き込んだ利用者又は正当な権利を有する者に帰属します。
        """;

    private const string Disclaimer = $"""
        {DraftedPaper.City}は、発信する情報の正確さに努めますが、利用者がその情報を用いて行う行為について、責任を負いません。
        {DraftedPaper.City}は、利用者が書き込んだ内容及び利用者間又は利用者と第三者との間の紛争について、責任を負いません。
        {DraftedPaper.City}は、当該ソーシャルメディアの停止、中断、変更又は終了により利用者に生じた損害について、責任を負いません。
        この利用規約は、予告なく変更することがあります。
        """;

    /// <returns>A .docx file.</returns>
    public static byte[] Write(TermsContent content)
    {
        var paper = new DraftedPaper("ソーシャルメディア利用規約", content.City, content.Section, content.Service, content.AccountName);
        paper.Open(
            content.Date,
            "ソーシャルメディアの利用に当たり、利用者の皆さんにあらかじめ同意していただく事項を、次のとおり定めます。"
        );

        paper.Heading("利用上の遵守事項");
        paper.Answer("利用上の遵守事項", content.Rules, Rules);
        paper.Heading("著作権等の帰属");
        paper.Answer("著作権等の帰属", content.Copyright, Copyright);
        paper.Heading("免責事項");
        paper.Answer("免責事項", content.Disclaimer, Disclaimer);
        return paper.Write();
    }
}
