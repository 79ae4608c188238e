using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

// Numbers whose words follow without a gap, as text taken from a PDF has them: 「１目的」「第１条この要綱は…」「ア職員は…」.
internal static partial class MarkReader
{
    /// <summary>A mark that may be one; whether it is, its place in the order says.</summary>
    private static (Mark Mark, int RestAt) ReadLoose(string raw, int at)
    {
        if (LooseNumber().Match(raw, at) is { Success: true } number)
            return (Numbered(MarkKind.Section, number, "") with { IsLoose = true }, number.Index + number.Length);
        if (LooseDecimal().Match(raw, at) is { Success: true } levels)
            return (Levels(levels) with { IsLoose = true }, levels.Index + levels.Length);
        if (LooseArticle().Match(raw, at) is { Success: true } article)
            return (Ranked(article) with { IsLoose = true }, article.Index + article.Length);
        if (raw[at] is >= 'Ⅰ' and <= 'Ⅻ' && at + 1 < raw.Length && char.IsLetter(raw[at + 1]))
            return (
                Counted(MarkKind.Roman, raw[at] - 'Ⅰ' + 1, raw[at].ToString(), at) is var (mark, rest)
                    ? (mark with { IsLoose = true }, rest)
                    : default
            );
        if (LooseKana().IsMatch(raw, at))
            return (new Mark(MarkKind.Kana, 0, raw[at].ToString(), raw[at].ToString()) { IsLoose = true }, at + 1);
        return (default, at);
    }

    /// <summary>Not what is counted (「１日１回」「３人以上」), nor a number in the middle of a sentence (「２の場合」).</summary>
    [GeneratedRegex(
        @"\G(?<n>[0-9０-９]{1,2})(?=[一-龥々ぁ-んァ-ヶ「『])(?!年|月(?!例)|日(?!程|常|時)|時(?!期|間帯)|分(?!類|担|析)|秒|人(?!権|材|事)|名(?!称|前|義)"
            + @"|件(?!名)|回(?!答|線|避)|個(?!人|別)|枚|冊|頁|週|[かヶヵケカ][月所国年]|箇|条|項(?!目)|号|章|節|点(?!検)|割|倍|度|歳|才|円|万|千|百|億|つ|台"
            + @"|社(?!会|内|員)|課(?!題|長|の)|室(?!長)|階(?!層)|丁|番(?!号)|級|位(?!置)|者|字|行(?!動|政|為)|段(?!階)|桁|次(?!の|に)|以[上下内外]|未満"
            + @"|営業日|本(?!市|県|町|村|要|規|ガ|書|文|人|指|方|庁|来|章)|世|代(?!表|理)|[にのをへもでと]|は(?!じめ)|が(?!イド)|ページ|パーセント|メガ|ギガ|キロ)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LooseNumber();

    [GeneratedRegex(
        @"\G(?<n>[0-9０-９]{1,2})(?:(?<dot>[.．\-－‐−])(?<n>[0-9０-９]{1,2})){1,4}(?=[一-龥々ぁ-んァ-ヶ「『])(?![倍割点度年月日時分秒人件円万億をにはがのでと])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LooseDecimal();

    [GeneratedRegex(
        @"\G第\s?(?<n>[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5}(?=[編章節款条]))(?:(?<unit>[編章節款条])(?:の(?<branch>"
            + @"[0-9０-９一二三四五六七八九十]{1,3}))*|(?![回号項次期者段位種類線級弾部版週月日年人目]))(?=[一-龥々ぁ-んァ-ヶ「『])"
            + @"(?![のにをはがでとへもやかま]|及び|並び|又は|若し|第|中|各号|本文|ただし書|[前後]段|関係|以[上下]|例|文)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LooseArticle();

    [GeneratedRegex(@"\G[ア-ン](?=[一-龥々ぁ-ん「『])", RegexOptions.CultureInvariant)]
    private static partial Regex LooseKana();
}
