using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>What is said while a paper is open, and is none of it.</content>
internal static partial class Signs
{
    /// <summary>「大森さんは来月から育休なんですよ」: what becomes of a person, and no fact of a paper.</summary>
    public static bool IsOfSomebody(string message) => OfSomebody().IsMatch(Folded(message));

    /// <summary>「さっき広報の山根さんに聞きました」: what it tells with a verb is nothing that papers are about.</summary>
    public static bool TellsElse(string message) =>
        Sentences(Folded(message)) is [.., var last] && Reports(last) && !OfPapers().IsMatch(Folded(message));

    /// <summary>「Xも作るかもしれません」: it may be so, and is not yet to be written down.</summary>
    public static bool IsUnsure(string message) => Unsure().IsMatch(Folded(message));

    /// <summary>「やっぱり31日で確定」, 「Xにしてください」: it takes the place of what was said before.</summary>
    public static bool Replaces(string message) => Folded(message) is var text && (Corrections.IsIn(text) || Replacing().IsMatch(text));

    /// <summary>「堀くんは新採用です」: it says something of somebody or something.</summary>
    public static bool HasSubject(string message) => Subject().IsMatch(Folded(message));

    /// <summary>「工事の予定は消して」: a part of what was said is to go, and not the paper.</summary>
    private static bool TakesPart(string message) =>
        TakenFrom().Match(Folded(message)) is { Success: true } part && !WholePaper().IsMatch(part.Groups["what"].Value);

    [GeneratedRegex(
        "(?:[一-龥々]{1,4}|さん|くん|ちゃん)(?:は|が|も|って)[^。]{0,16}"
            + "(?:育休|産休|休み|休暇|有給|年休|出張|研修|退職|定年|入院|病欠|風邪|熱が|不在|席を外|帰(?:り|っ|る)|遅れ|結婚|引っ越し|誕生日|お昼|会議中|外出)"
            + "(?!(?:の)?(?:ため|ので|から|けぇ|けえ))[^。]{0,8}[。!…]*$"
    )]
    private static partial Regex OfSomebody();

    [GeneratedRegex(
        "(?:かも(?:しれ(?:ません|ない|ん)|しれんです|です|なあ?|ね)?|(?:検討|相談|予定変更の可能性が)(?:中|してい?ます|あります))[。!…〜]*$"
    )]
    private static partial Regex Unsure();

    /// <summary>「工事の予定は消して」: something that is no paper.</summary>
    [GeneratedRegex(
        "(?:^|[、。])(?<what>[^。、]{2,20}?)(?:は|を|も|だけ|のところ(?:は|を)?|の部分(?:は|を)?)[、 ]?(?:もう)?(?:消し|削除|消去|取っ|抜い)"
    )]
    private static partial Regex TakenFrom();

    [GeneratedRegex(
        "下書き|届|様式|申請|書類|入力|内容|全部|全て|すべて|これ|それ|今の|さっき|作りかけ|書きかけ|やつ|もの|ほう|方$|分$|用紙|フォーム"
    )]
    private static partial Regex WholePaper();

    /// <summary>To begin, to end, to change, to see; and what one does with a paper.</summary>
    [GeneratedRegex(
        "始|はじめ|開[始設]|スタート|立ち上げ|作[っりるろ成]|つくっ|使[いっうわ]|運用|利用|やめ|辞め|止め|終|閉|廃止|退会|消[しす]|削除|[変替代換]わ|かわ|交[代替]|引き?継|ひきつ|後任|前任|着任|赴任|配属|入[りっ]|担当"
            + "|変更|変え|お願い|頼[みむん]|書[いきくか]|入れ"
            + "|足し|追加|外し|直し|訂正|違|ちが|間違|まちが|誤|申請|届|見(?:られ|たい|る|れ)|閲覧|解除|提出|決ま|決め|確定|予定|名前|といい|と申|です(?:。|、)|にし(?:た|ま)|になっ|になり|じゃった|でした"
    )]
    private static partial Regex OfPapers();

    [GeneratedRegex(
        "修正|変更(?!届|後|前)|変え|直し|に(?:し(?:て|ま|と|たい)|する)|正し|確定|決ま|誤|のほう|の方|でした|だけ(?:で|に|です)|追加|足し|外し|お願い|頼"
    )]
    private static partial Regex Replacing();

    [GeneratedRegex("(?:[一-龥々ァ-ヶーA-Za-z]|さん|くん|氏)(?:は|が|も)(?!い)")]
    private static partial Regex Subject();
}
