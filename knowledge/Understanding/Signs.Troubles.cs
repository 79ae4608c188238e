using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>Trouble that is told without its name, and trouble that is over.</content>
internal static partial class Signs
{
    /// <summary>「先月の炎上の件は収まりました」.</summary>
    public static bool IsSettled(string message) => Settled().IsMatch(Folded(message));

    /// <summary>「出す前に気づけてよかった」, 「乗っ取りかと慌てましたが、打ち間違いでした」: it did not come to it.</summary>
    public static bool IsAverted(string message) => Averted().IsMatch(Folded(message));

    /// <summary>「22時ごろ落ち着きました」: what went on has ceased; neither that it is about to nor a question.</summary>
    public static bool HasCalmedDown(string message) =>
        Calmed().IsMatch(Folded(message)) && !NotCalm().IsMatch(Folded(message)) && !Asks(message) && !Supposes(message);

    /// <summary>「炎上しとる」, 「乗っ取られました」: it is going on or has just happened.</summary>
    public static bool Happens(string message) => Happening().IsMatch(Folded(message));

    /// <summary>「炎上ではないです」.</summary>
    public static bool DeniesTrouble(string message) => IsNoTrouble(message) || IsNotOurs(message);

    /// <summary>「偽アカは見つかっていません」: there is none.</summary>
    public static bool IsNoTrouble(string message) => NoTrouble().IsMatch(Folded(message));

    /// <summary>「うちじゃない」: no trouble of ours; of somebody who poses as us it is the very trouble.</summary>
    public static bool IsNotOurs(string message) => NotOurs().IsMatch(Folded(message));

    /// <summary>「変なコメントが1件」: one remark is no storm.</summary>
    public static bool IsSingleRemark(string message) => SingleRemark().IsMatch(Folded(message));

    /// <summary>「実際に今やられてます」: what was supposed before is so.</summary>
    public static bool IsInFact(string message) => InFact().IsMatch(Folded(message)) && Befallen().IsMatch(Folded(message));

    /// <summary>「パスワードを忘れてしまって」: who cannot log in for that reason has no trouble of this kind.</summary>
    public static bool Forgot(string message) => Forgotten().IsMatch(Folded(message));

    /// <summary>The one kind of trouble that a message tells of without its name (「覚えのない投稿が」); null where it is none or several.</summary>
    public static string? TroubleTold(string message)
    {
        var text = Folded(message);
        (bool Is, string Kind)[] told =
        [
            (Flamed().IsMatch(text), "incident:flaming"),
            (Impersonated().IsMatch(text), "incident:impersonation"),
            (Taken().IsMatch(text), "incident:takeover"),
            (Mistaken().IsMatch(text), "incident:mistake"),
        ];
        return told.Where(one => one.Is).Select(one => one.Kind).ToList() is [var only] ? only : null;
    }

    [GeneratedRegex(
        "(?:間違え|まちがえ|間違って|まちがって|誤って|うっかり|手が滑|押し間違)[^。]{0,40}(?:ちゃった|ちゃいま|ちゃって|てしま|てもうた|てもた|てしもう|ました|た(?:[。!]|$)|たんじゃ|たんや|たんです)"
            + "|(?:個人|自分|プライベート|裏)(?:の)?(?:垢|アカ|アカウント|用)[^。]{0,16}(?:間違え[てたち]|間違っ|まちがえ[てたち]|と勘違いし|のつもりで)"
    )]
    private static partial Regex Mistaken();

    [GeneratedRegex(
        "(?:覚え|身に覚え|見に覚え|記憶|こころあたり|心当たり)のない(?:投稿|書き込み|ログイン|DM|動画|写真|広告)|勝手に[^。]{0,12}(?:投稿され|書き込まれ|変えられ|変更され|変わっ|送られ|フォロー)|パスワード[^。]{0,14}(?:変えられ|変わっとる|変わってい)"
            + "|(?:知らん|知らない|見知らぬ)[^。]{0,10}(?:端末|場所|国|海外)から[^。]{0,6}ログイン|海外から[^。]{0,8}ログイン"
    )]
    private static partial Regex Taken();

    [GeneratedRegex(
        "(?:批判|苦情|抗議|非難|悪口|クレーム|怒り|アンチ)[^。]{0,20}(?:殺到|止まら|とまら|集中|ばっか|だらけ|だらけ|あふれ|溢れ|[0-9]{2,}件|が(?:次々|どんどん|すご))|(?:叩|たた)かれ(?:て(?:い|ま|る)|と[るり]|まく|っぱなし)"
            + "|大荒れ|コメント欄が(?:荒れ|大変|ひどい|えらい)"
    )]
    private static partial Regex Flamed();

    [GeneratedRegex(
        "(?:そっくり|名乗る|名乗って|騙る|騙って|かたる|かたって|うちの(?:ふり|フリ)|装った|真似た|まねした|同じ(?:アイコン|写真|名前))"
            + "[^。]{0,20}(?:アカウント|垢|アカ|ページ|チャンネル)[^。]{0,12}(?:ある|あり|見つ|出|でき|い[るま]|お[るり]|作られ|から)"
    )]
    private static partial Regex Impersonated();

    [GeneratedRegex(
        "(?:先月|先週|去年|昨年|前回|以前|昔|この前|こないだ|先日|年度当初)[^。]{0,40}(?:収ま|おさま|解決|終わ|済[みん]|消し|消えま|片付|落ち着|なくなり)"
            + "|(?:もう|すっかり|無事|すでに|既に)[^。]{0,14}(?:収ま|おさま|解決|落ち着|消え|消して|済[みん]|終わ)"
    )]
    private static partial Regex Settled();

    [GeneratedRegex(
        "危うく|あやうく|未遂|危なかった|あぶなかった|危ないところ|(?:公開|投稿|配信|送信|掲載|発信)(?:する)?(?:直|寸)?前に[^。]{0,12}(?:気づ|気付|気が|直し|見つけ|止め)|(?:する|出す|上げる|あげる|載せる|のせる"
            + "|投稿する|押す|送る|配信する|公開する)(?:(?:前|寸前|直前|手前)[にで][^。]{0,16}(?:気づ|気付|気が|止め|直し|見つけ)|(?:ところ|とこ|寸前)(?:でした|だった|じゃった|やった))"
            + "|(?:(?:か|じゃないか|かも)と|のかと)[^。]{0,4}(?:思っ|思い|慌て|焦っ|焦り|心配し|びっくり|ひやっと|ヒヤッと|ドキッと)[^。]{0,16}(?:が|けど|けれど|けぇ|けえ|のに)[^。]{0,40}"
            + "(?:だけ(?:でした|だった|じゃった|でござい|です)|(?:打ち|押し|見)間違い|勘違い|気のせい|早とちり|何ともな|大丈夫でした|違いました|なかった(?:です)?[。!]*$|ありませんでした)"
    )]
    private static partial Regex Averted();

    [GeneratedRegex(
        "(?:落ち着|落着|おちつ)(?:いた|きました|いてい?[るま]|いとる|いとり|いたの|いたた)|(?:収ま|おさま)(?:った|りました|ってい?[るま]|っとる|っとり)"
            + "|(?:沈静|鎮静)化(?:した|しました|してい?[るま])|鎮火(?:した|しました|してい?[るま])"
            + "|(?:批判|コメント|書き込み|電話|反応|投稿)[はがも][^。]{0,6}(?:なくなった|なくなりました|止まった|止まりました|途絶え)"
    )]
    private static partial Regex Calmed();

    /// <summary>「まだ落ち着いていない」, 「落ち着いたら」, 「落ち着いたように見えて」.</summary>
    [GeneratedRegex(
        "(?:まだ|一度|いったん|一旦)[^。]{0,12}(?:落ち着|落着|おちつ|収ま|おさま|沈静|鎮静|鎮火)"
            + "|(?:落ち着|落着|おちつ|収ま|おさま|沈静化|鎮静化|鎮火)[^。]{0,8}(?:ない|ません|たら|れば|まで|ように|かに見え|と思[っい]|かと|はず|そう)"
    )]
    private static partial Regex NotCalm();

    [GeneratedRegex(
        "(?:炎上|乗っ取り?|乗っ取ら|のっとら|なりすまし|成りすまし|偽アカ(?:ウント)?|偽物|誤投稿|誤爆|誤配信)[^。]{0,12}?(?:し(?:て(?:い|ま|る|し)"
            + "|と[るりん]|ちゃ|ました|た)|され(?:て|と|ま|た)|れ(?:て(?:い|る|し|ま)|と[るりん]|ました|た)"
            + "|が(?:出|で|い(?:ます|る|た)|お[るり]|あ[るり]|現れ)|を(?:見つけ|し(?:て|ま|た))|(?:です|じゃ|や|だ)[!。]*$|中)"
    )]
    private static partial Regex Happening();

    [GeneratedRegex(
        "(?:炎上|乗っ取り?|なりすまし|偽物|誤投稿|トラブル|事故)(?:し(?:て(?:い)?る|た)?|され(?:て(?:い)?る|た)?)?(?:ってほど|というほど|わけ|の)?(?:で"
            + "|じゃ|や|と)(?:は|も)?(?:ない|なく|ありません|なかった|ございません|ねえ)|(?:炎上|乗っ取|なりすま)[^。]{0,8}(?:ていません|てない|とらん|てません)"
            + "|(?:炎上|乗っ取|なりすま|誤投稿|誤爆|偽)[^。]{0,8}(?:わけ|とか|こと|の|ん)(?:で|じゃ|や)(?:は|も)?(?:な[いくか]|ありません|のう|ねえ)"
            + "|(?:偽物|偽アカ|偽のアカウント|なりすまし|乗っ取り|炎上|被害)(?:は|も|とかは)?[^。]{0,6}(?:見つかっ|起き|出|あっ|なっ|でき)(?:てい?ない|てません|ていません|とらん|とりません|とらず)"
            + "|何(?:も|事も)(?:起き(?:て(?:い)?(?:ない|ません)|とらん|なかった)|ありません|なかった|ない|異常)|異常(?:は|も)?(?:な[いしくか]|ありません)|被害は(?:な[いしく]|ありません)"
    )]
    private static partial Regex NoTrouble();

    [GeneratedRegex("(?:うち|市|公式|仕事|課)(?:の)?(?:こと|話|アカウント)?(?:じゃ|では|で)(?:あ)?(?:な[いく]|ねえ|ありません)")]
    private static partial Regex NotOurs();

    [GeneratedRegex(
        "投稿|とうこう|配信|ツイ|つぶや|送[っりる信ら]|載せ|のせ|上げ|あげ|アップ|ポスト|発信|流[しれ]|出し|だし|書き込|公開|アカ|垢|写真|動画"
    )]
    private static partial Regex Posting();

    [GeneratedRegex("公式|うちの|うちん|当課|本課|課の|館の|園の|署の|市の(?:アカ|X|イン|LINE|Face|ツイ)")]
    private static partial Regex OfOurs();

    [GeneratedRegex("やられ|起き(?:て|と|た|ま)|され(?:て|と|た|ま)|なって(?:い|ま|る)|なっと|出て(?:い|ま|る)|しちゃ|してしま")]
    private static partial Regex Befallen();

    /// <summary>「訓練終わり」, 「この件は終わりにしてください」.</summary>
    [GeneratedRegex(
        "(?:訓練|対応|チェックリスト|この件|今回の件|この炎上|この案件)[^。]{0,8}?(?:終わり|終了|おしまい|クローズ|完了|締め|閉じ)(?:に(?:し|する)|し(?:て"
            + "|ま)|で|て|と|です|る|ます)*(?:ください|下さい|お願い(?:します)?|よい|いい|ね|よ|わ)*[。!〜]*$"
    )]
    private static partial Regex IncidentOver();
}
