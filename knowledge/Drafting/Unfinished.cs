using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>What was to be filled in or written to its end.</summary>
internal static partial class Unfinished
{
    /// <summary>Fewer letters are a heading or a name.</summary>
    private const int ShortestCut = 12;

    /// <summary>「○月○日」, 「●●町」, 「XXX-XXXX」, 「{{氏名}}」, 「＜後でURL入れる＞」</summary>
    public static IEnumerable<Spot> Blanks(DraftText text) =>
        Blank()
            .Matches(text.Plain)
            .Concat(Template().Matches(text.Plain))
            .Select(match => new Spot(match.Index, match.Length, Note: "書き入れる前の文字が残っています。"));

    /// <summary>The last sentence, where the others end in 「。」 and it breaks off: 「…誘導員の指示に従って」</summary>
    public static IEnumerable<Spot> CutShort(DraftText text)
    {
        foreach (Match cut in CutWord().Matches(text.Plain))
            yield return new Spot(cut.Index, cut.Length, Note: "言葉が途中で終わっています。");
        var own = Trailing().Match(text.Plain).Index;
        if (text.Sentences.LastOrDefault(sentence => sentence.Start < own) is not { Length: >= ShortestCut } last)
            yield break;
        if (text.Plain.AsSpan(0, last.Start).Contains('。') && BreaksOff().IsMatch(text.Plain.AsSpan(last.Start, own - last.Start)))
            yield return last;
    }

    [GeneratedRegex(
        "[○〇●◯×✕]{1,2}月[○〇●◯×✕]{1,2}日|[●◯]{2,}|(?<![A-Za-z])[X×]{3,4}-[X×]{3,4}|(?<=[0-9]-)[X×]{3,4}|○○○+|[＊*]{3,}"
            + "|(?:TBD|xxxx)(?![A-Za-z])|[○〇◯×✕]{1,2}(?:時|分(?=[~〜から])|円|丁目|名様)|(?<=[日月]の?|午[前後])[○〇◯×✕]{1,2}時"
            + "|(?:会場|場所|ところ|電話|TEL|問い?合わ?せ先?|担当課?|講師|定員|締切|期限|日時|とき)(?:は|:| ){1,2}[○〇●◯×✕]{2,}"
            + "|https?://[!-~]*[○〇●◯×✕]{2,}"
    )]
    private static partial Regex Blank();

    private const string Fact =
        "URL|リンク|日付|日時|月日|氏名|名前|会場|場所|住所|電話|課名|担当|タイトル|件名|人数|金額|写真|画像|文章|本文";

    /// <summary>What a template or a colleague left: the name of what belongs there, or that somebody is still to write it.</summary>
    [GeneratedRegex(
        @"\{\{[^{}\n]{1,30}\}\}|\$\{[^{}\n]{1,30}\}|%[A-Z_]{3,20}%|<<[^<>\n]{1,30}>>"
            + @"|[<〈《](?![/!a-z])[^<>〈〉《》\n]{0,14}(?:後で|あとで|ここに|要確認|入れる|入る|記入|入力|貼る|貼り付け|差し替|追記|挿入)[^<>〈〉《》\n]{0,12}[>〉》]"
            + @"|[\[(【〔][^\[\]()【】〔〕\n]{0,12}(?:後で|あとで|ここに|のちほど|要確認)[^\[\]()【】〔〕\n]{0,8}"
            + @"(?:入れ|入る|書く|書き|貼|記入|入力|追加|追記|差し|挿入)[^\[\]()【】〔〕\n]{0,4}[\])】〕]"
            + @"|[\[<](?:"
            + Fact
            + @")(?:を|が|は)?(?:番号|名|先)?(?:記入|入力|挿入)?[\]>]"
            + @"|(?:後で|あとで|のちほど)(?:ここに)?(?:"
            + Fact
            + @")?(?:を|は)?(?:入れる|貼る|書く|足す|埋める|差し替える)(?![ぁ-ん一-龥])"
            + "|(?:ダミー|サンプル|仮)(?:の)?(?:テキスト|文章|原稿)|(?:テキスト){2,}|Lorem ipsum",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Template();

    /// <summary>「お問い合わせくださ」: no line ends within such a word.</summary>
    [GeneratedRegex(
        @"(?<=[^\n]{8})(?:くだ(?:さ)?|お願い(?:し|いた|いたし)|お待ちして(?:お)?|いたし(?:ま)?|(?<=[きりちぎみびえけせてねめれ])ま|ござい|[をはが]ご|ホームペ(?:ー)?)(?=[ 　]*(?:\n|$))"
    )]
    private static partial Regex CutWord();

    /// <summary>Hashtags, addresses and blanks behind the last word.</summary>
    [GeneratedRegex(@"(?:\s*(?<=\s)#[^\s。]+)*\s*$")]
    private static partial Regex Trailing();

    [GeneratedRegex(
        "(?:[、,]|または|および|ただし|なお|(?:ます|です|ました)(?:が|ので)|に(?:従っ|応じ|基づい|関し)て"
            + "|[はが]、?[^。、\n]{4,}(?:って|して|いて|けて|めて|れて|んで|えて|せて))$"
    )]
    private static partial Regex BreaksOff();
}
