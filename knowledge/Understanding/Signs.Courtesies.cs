using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>The words of greetings, thanks, excuses and of talk about the talk.</content>
internal static partial class Signs
{
    [GeneratedRegex(
        "もう[1一いっ]|もっ[ぺか]|もっかい|もういっ|再度|再び|再送|また(?:見せ|出し|表示|言|教え)|繰り返|くりかえ|リピート|さっき|先ほど|(?:今|いま|前|直前)の(?:話|答え?|説明|回答|カード|文|やつ|を|は|もう|と|$)|流れて"
            + "|見失|聞き逃|見逃|なんて(?:言|い)|何て(?:言|い)|なんだっけ|何だっけ|^(?:え|は)[?？]|消え|忘れ"
    )]
    private static partial Regex Repeating();

    [GeneratedRegex(
        "あなた|あんた|君|きみ|お前|おまえ|おめえ|自分(?:は|って)|(?:^|[、。])(?:誰|だれ)(?:です|なん|や|だ|じゃ|なの|かな)?[?。かよねん]*$|(?:相手|向こう|そっち|中|これ|それ|ここ)[^。]{0,4}(?:誰"
            + "|だれ)|だりゃあ|(?:お|あなたの|君の|きみの|あんたの|ボットの)名前|^(?:お|ええと、?)?(?:名前|なまえ)(?:は|って|を|何)|名前はなんて|(?:なんて|何て|何と)呼|ボット|bot|Bot|BOT|AI|人工知能|人間|ロボット|機械|中の人"
            + "|どちら様|どなた|何者|なにもの|何が(?:でき|出来)|なにができ|できること|出来ること|何をして|なにして(?:くれ)?|使い方|つかいかた|何(?:の|をする)(?:アプリ"
            + "|もの|やつ)|何ができ|これ(?:は)?(?:何|なに|なん)|自己紹介|年齢|何歳|性別|(?:ここ|これ)(?:で|って)(?:は)?何"
    )]
    private static partial Regex AboutBot();

    [GeneratedRegex(
        @"また|さよ[うな]|さいなら|失礼|お疲れ|おつかれ|お先|おやすみ|お休み|バイ|ばい|帰|上が|あがり|では|ほな|ほんなら|じゃあ|じゃ[、ね!。\s]|終わり|おわり|以上|落ち|退勤|閉じ|締め|またね|よいお年|良いお年|よい週末|良い週末|ここまで"
    )]
    private static partial Regex Leaving();

    [GeneratedRegex(
        "^(?:(?:本当に|ほんとに|どうも|いつも|はい|了解です|なるほど|よく(?:分|わ)かりました|(?:分|わ)かりました|承知しました|丁寧に|ご丁寧に|早速|とても|すごく)[、。!\\s]*)*"
            + "(?:(?:(?:ありがと|有難う|有り難う|助か(?:り|った)|感謝)(?:(?!ありがと|どうも|助か)[ぁ-んー]){0,12}|どうも(?:です|でした|ね)?)[、。!〜\\s]*)+$"
            + "|^[^。、?「」]{1,14}(?:助か(?:りました|った|ります)|ありがと(?:う|うございま(?:す|した)))[。!〜\\s]*$"
    )]
    private static partial Regex Thanking();

    [GeneratedRegex(
        "おはよ|あけまして|おめでとう|新年|メリ[ーク]|ハッピー|よろしくお願い|こんにち|こんばん|元気|疲れ|世話|はじめまして|初めまして|久しぶり|もしもし|^どうも(?!です|[ね。!〜ー])"
    )]
    private static partial Regex Greeting();

    /// <summary>「観光課の藤原です」.</summary>
    [GeneratedRegex(
        "(?:課|室|係|館|署|所|局|園|支所|センター)の[一-龥ァ-ヶーぁ-ん 　]{1,10}(?:です|と申し|といい|じゃ|でございます)|^[一-龥ァ-ヶー 　]{1,8}(?:です|と申します|と言います)[。!]*$"
    )]
    private static partial Regex Introducing();

    [GeneratedRegex(
        "^(?:ちょっと|少し|すこし|一つ|ひとつ|一点|1点)?(?:だけ)?(?:お聞き|聞き|お尋ね|尋ね|教え|お伺い|伺い|質問|ご相談|相談)(?:て|し(?:て)?|を)?(?:も)?(?:いただけ(?:ます"
            + "|ませんか)|もらえ(?:ます|る)|くれ(?:ます|る)|ください|たい(?:こと|の)?|いい|ええ|よろしい|よい)[^。?]{0,14}[。?]*$"
    )]
    private static partial Regex Announcing();

    [GeneratedRegex(
        "すみません|すいません|すんません|すまん|ごめん|申し?訳|失礼(?:しました|いたしました|致しました|な)|お騒がせ|迷惑|悪かった|わるかった|わりい|わるい|失敬|詫び|わび|間違え|まちがえ|勘弁|許し|堪忍"
    )]
    private static partial Regex Apologizing();

    [GeneratedRegex(
        "^(?:(?:ごめん|すまん|失礼)(?:なさい|ね|な|ごめん|しました)*)[、。!\\s]+(?:ただの|単なる|こっちの|こちらの|ひとりごと|独り言|冗談|今のは?|さっきのは?|忘れて|気にせん|気にし)[^。?]{0,12}[。!]*$"
    )]
    private static partial Regex ExcuseFirst();

    [GeneratedRegex(
        "ありがと|有難|有り難|感謝|助か|たすか|サンキュ|さんきゅ|あざ|どうも|おかげ|お陰|恩|嬉し|うれし|恐れ入|恐縮|お手数|手間を|おおきに|thank|Thank|よかった|良かった|すっきり|勉強にな|参考にな|心強|重宝|(?:お)?世話にな(?:った|りました|りまし)"
    )]
    private static partial Regex Thankful();

    /// <summary>What people put behind a sentence: 「アウトですか（笑）」.</summary>
    [GeneratedRegex(@"(?:\s|\((?:笑|汗|泣|涙|爆)\)|[笑汗泣]$|(?<![A-Za-z])w{1,5}(?![A-Za-z])|\p{So}|\p{Cs}|\ufe0f|[♪♡☆★])+$")]
    private static partial Regex Smile();

    [GeneratedRegex("(?:次|つぎ|今度|今後|これ)から")]
    private static partial Regex FromNowOn();

    [GeneratedRegex(
        "^(?:はい|うん|ええ|そう|OK|ok|お願い|おねがい|頼む|了解|オッケー|いいよ|ええよ)(?:[、,。!\\s]|です|します|$|消し|削除|で)"
    )]
    private static partial Regex Agreeing();

    [GeneratedRegex("^(?:いいえ|いや|いえ|ううん|違|ちが|やめ(?:とく|ない)|残し|そのまま|待って|だめ|NO|no|キャンセル)")]
    private static partial Regex Denying();

    [GeneratedRegex(
        "あなた|あんた|おまえ|お前|おめえ|(?:^|[、。で])(?:君|きみ)|ボット|ぼっと|bot|Bot|BOT|人工知能|(?<![A-Za-z])(?:AI|LLM|GPT)(?![A-Za-z])"
    )]
    private static partial Regex Addressing();

    [GeneratedRegex("(?:なあ|なぁ|なー|ねえ|ねぇ|ねー|のう|いな|わあ|わぁ)[。!〜…\\s]*$")]
    private static partial Regex Exclaiming();
}
