using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>The words of this work as who types in a hurry leaves them, in kana: 「ほぞんして」 is 「保存して」.</summary>
internal static partial class Spelling
{
    private static readonly Dictionary<string, string> Kanji = new(StringComparer.Ordinal)
    {
        ["ほぞん"] = "保存",
        ["ていしゅつ"] = "提出",
        ["さくじょ"] = "削除",
        ["とりけ"] = "取り消",
        ["したがき"] = "下書き",
        ["ようしき"] = "様式",
        ["とどけで"] = "届出",
        ["かいしとどけ"] = "開始届",
        ["へんこうとどけ"] = "変更届",
        ["しゅうりょうとどけ"] = "終了届",
        ["しんせい"] = "申請",
        ["えんじょう"] = "炎上",
        ["くんれん"] = "訓練",
        ["きろく"] = "記録",
        ["ほうこく"] = "報告",
        ["じょうきょう"] = "状況",
        ["こうほう"] = "広報",
    };

    public static string InKanji(string text) => Words().Replace(Drawled().Replace(text, ""), word => Kanji[word.Value]);

    /// <summary>「わかりましたー」, 「はーい」.</summary>
    [GeneratedRegex("(?<=です|ます|した|はい|ません)[ー〜~]+|(?<=^は)ー+(?=い)")]
    private static partial Regex Drawled();

    [GeneratedRegex(
        "ほぞん|ていしゅつ|さくじょ|とりけ(?=[すしせ])|したがき|ようしき|とどけで|かいしとどけ|へんこうとどけ|しゅうりょうとどけ|しんせい(?!児)|えんじょう|くんれん|きろく|ほうこく|じょうきょう|こうほう"
    )]
    private static partial Regex Words();
}
