using System.Text;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>A clause asked for by its number, however that is written: 「4⑤」, 「４の５」, 「6②イ見せて」, 「4-5って何」.</summary>
internal static partial class ClauseNumbers
{
    /// <summary>As far as a number that cannot be mistaken may stand in a sentence that asks for it.</summary>
    private const int Short = 30;

    /// <returns>
    /// Null where the message names no number. Where no clause has it, the one above it, if any, and the number as <c>Missing</c>.
    /// </returns>
    public static (ClauseId? Id, string? Missing)? Find(string message, Guideline guideline)
    {
        var text = message.Trim();
        var match = Whole().Match(text);
        if (!match.Success && text.Length <= Short)
            match = Unmistakable().Match(text);
        if (!match.Success)
            return null;
        var parts = new List<string> { Number(match.Groups["section"].Value) };
        if (match.Groups["second"] is { Success: true } second)
            parts.Add(Number(second.Value));
        if (match.Groups["kana"] is { Success: true } kana)
            parts.Add(kana.Value.Normalize(NormalizationForm.FormKC));
        var count = parts.Count;
        for (; parts.Count > 0; parts.RemoveAt(parts.Count - 1))
            if (ClauseId.TryParse(string.Join('-', parts), out var id) && guideline.Find(id.Value) is not null)
                return (
                    id.Value,
                    parts.Count == count ? null
                    : match.Groups["number"] is { Success: true } written ? written.Value
                    : match.Value
                );
        return (null, match.Value);
    }

    /// <summary>「その次は？」, 「一つ前」, 「イのほうは」: a clause told by its place beside the one in front.</summary>
    public static ClauseId? Beside(string message, ClauseId from, Guideline guideline)
    {
        if (Place().Match(message.Trim()) is not { Success: true } place)
            return null;
        if (place.Groups["kana"] is { Success: true } kana)
            return new[] { $"{from}-{kana.Value}", string.Join('-', $"{from}".Split('-')[..^1].Append(kana.Value)) }
                .Select(id => ClauseId.TryParse(id, out var found) ? found : null)
                .FirstOrDefault(id => id is { } one && guideline.Find(one) is not null);
        return guideline.Neighbour(from, place.Groups["next"].Success ? 1 : -1)?.Id;
    }

    private static string Number(string text)
    {
        var sign = Folding.Compose(text);
        var kanji = "〇一二三四五六七八九".IndexOf(sign[0], StringComparison.Ordinal);
        return kanji > 0 ? $"{kanji}" : sign;
    }

    [GeneratedRegex(
        "^(?:(?:ガイドライン|この|その|じゃあ|じゃ|では|で|あと|それと|これって|これ|それ|すみません|えっと)(?:の|、|\\s)*)*(?<number>(?:第\\s?)?(?<section>[1-9１-９一二三四五六七])(?:\\s?(?"
            + ":章|条|番|項))?(?:\\s?[-－ー―‐の.．・(（]\\s?)?(?:(?<second>[①-⑳]|(?<=[-－ー―‐の.．・(（章条]\\s?)[0-9０-９一二三四五六七八九]{1,2})[)）]?(?:\\s?[-－ー―‐の.．・]?\\s"
            + "?(?<kana>[アイウエオカキクケコｱ-ｺ])(?![ァ-ヶー]))?)(?:\\s?(?:号|項|番))?)(?<rest>(?:を|も|で|の|は|って|とは|に)?\\s*(?:原文"
            + "|全文|本文|条文|内容|中身|文章|続き)?(?:を|は)?\\s*(?:見せて|みせて|見たい|読みたい|読ませて|出して|表示(?:して)?|開いて|教えて|おしえて|知りたい"
            + "|お願い(?:します)?|(?:出し|見せ|み|読み|教え)て(?:くれ|ちょうだい|つかあさい|ほしい|もらえる|もらえます)?か?|何(?:です|でした)?(?:か|っけ)?|なに"
            + "|なん(?:だっけ|だった|です)?か?|どんな(?:内容|こと)?(?:です)?か?|どうなって(?:る|います)か?|ください|ちょうだい|書いて(?:ある|あります)?こと(?:は)?"
            + "|何て書いてある|には?何が(?:書いて)?あ(?:る|ります)か?|(?:に)?ひっかかる|(?:に)?引っかかる|(?:に)?(?:違反|当たる|あたる)(?:する|します)?か?"
            + "|です(?:か|よね)?|よね|かな|を|は)*)\\s*(?:ください|下さい|ね|よ|か)?\\s*[。.?？!！]*$"
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        "^(?:(?:じゃあ?|では|で|あと|それと|えっと)[、\\s]*)?(?:(?:(?:その|この|今の|さっきの)?(?<next>次|つぎ)|(?:その|この|今の)?(?:(?:一"
            + "|1|ひと)つ)?(?<last>前|手前|上))(?:の?(?:条|条項|項|号|項目|やつ|の))?(?:に戻って|に戻して|へ)?|(?<kana>[アイウエオカキクケコ])の?(?:ほう"
            + "|方|やつ|の)?)(?:は|も|を)?\\s*(?:何|なに|見せて|教えて|お願いします|出して|(?:何て|なんて|どう)?書いて(?:ある|あります)か?)?(?:ください"
            + "|下さい|です|か)?[。?？!！]*$"
    )]
    private static partial Regex Place();

    /// <summary>With a circled or bracketed number, the letter of a sub-clause, or the word for a section.</summary>
    [GeneratedRegex(
        @"(?<![0-9０-９-])(?<number>(?:第\s?)?(?<section>[1-7１-７一二三四五六七])\s?(?:章?の?\s?(?:(?<second>[①-⑳])"
            + @"|[(（](?<second>[0-9０-９]{1,2})[)）])(?:\s?[-－の]?\s?(?<kana>[アイウエオカキクケコ])(?![ァ-ヶー]))?|[-－ー―‐の](?<second>[0-9０-９一二三四五六七八九]{1,2})[-－ー―‐"
            + @"の]\s?(?<kana>[アイウエオカキクケコ])(?![ァ-ヶー])|[-－](?<second>[0-9]{1,2})(?=に(?:書い|あ)|の(?:内容|条|要)|って|を(?:見"
            + @"|教|読|出))|[章条](?![ぁ-ん一-龥]*(?:章|条))))"
    )]
    private static partial Regex Unmistakable();
}
