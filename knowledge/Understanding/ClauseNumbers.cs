using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>A clause asked for by its number, however that is written: 「4⑤」, 「４の５」, 「6②イ見せて」, 「4-5って何」.</summary>
internal static partial class ClauseNumbers
{
    /// <returns>Null where the message names no number, or a clause that does not exist.</returns>
    public static ClauseId? Find(string message, Guideline guideline)
    {
        if (Whole().Match(message.Trim()) is not { Success: true } match)
            return null;
        var parts = new List<string> { Number(match.Groups["section"].Value) };
        if (match.Groups["second"] is { Success: true } second)
            parts.Add(Number(second.Value));
        if (match.Groups["kana"] is { Success: true } kana)
            parts.Add(kana.Value.Normalize(NormalizationForm.FormKC));
        for (; parts.Count > 0; parts.RemoveAt(parts.Count - 1))
            if (ClauseId.TryParse(string.Join('-', parts), out var id) && guideline.Find(id.Value) is not null)
                return id;
        return null;
    }

    private static string Number(string text)
    {
        var sign = text.Normalize(NormalizationForm.FormKC);
        var kanji = "〇一二三四五六七八九".IndexOf(sign[0], StringComparison.Ordinal);
        return kanji > 0 ? $"{kanji}" : sign;
    }

    [GeneratedRegex(
        "^(?:(?:ガイドライン|この|その|じゃあ|では|あと|それと|これって|これ|それ|すみません|えっと)(?:の|、|\\s)*)*(?:第\\s?)?(?<section>[1-9１-９一二三四五六七])(?:\\s?(?:章|条|番|項))?(?:\\s?[-－ー―‐の.．・(（]\\s?)?(?:(?<second>[①-⑳]|(?<=[-－ー―‐の.．・(（章条]\\s?)[0-9０-９一二三四五六七八九]{1,2})[)）]?(?:\\s?[-－ー―‐の.．・]?\\s?(?<kana>[アイウエオカキクケコｱ-ｺ])(?![ァ-ヶー]))?)(?:\\s?(?:号|項|番))?(?<rest>(?:を|の|は|って|とは|に)?\\s*(?:原文|全文|本文|条文|内容|中身|文章|続き)?(?:を|は)?\\s*(?:見せて|みせて|見たい|読みたい|読ませて|出して|表示(?:して)?|開いて|教えて|おしえて|知りたい|お願い(?:します)?|(?:出し|見せ|み|読み|教え)て(?:くれ|ちょうだい|つかあさい|ほしい|もらえる|もらえます)?か?|何(?:です|でした)?(?:か|っけ)?|なに|なん(?:だっけ|だった|です)?か?|どんな(?:内容|こと)?(?:です)?か?|どうなって(?:る|います)か?|ください|ちょうだい|書いて(?:ある|あります)?こと(?:は)?|何て書いてある|には?何が(?:書いて)?あ(?:る|ります)か?|(?:に)?ひっかかる|(?:に)?引っかかる|(?:に)?(?:違反|当たる|あたる)(?:する|します)?か?|です(?:か|よね)?|よね|かな|を|は)*)\\s*(?:ください|下さい|ね|よ|か)?\\s*[。.?？!！]*$"
    )]
    private static partial Regex Whole();
}
