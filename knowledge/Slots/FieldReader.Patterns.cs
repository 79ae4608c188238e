using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <content>The words and forms it goes by.</content>
internal sealed partial class FieldReader
{
    [GeneratedRegex(
        "^(?:(?:あのう?|あっ|あ(?=[、,。\\s!…一-龥]|やっぱ|違|ちが|す[みい]|ごめ)|えっと|えーと|えと|ええと|うーん|んと|ごめん(?:なさい|ね)?|すまん|わりい|わるい|すみません|すいません|失礼しました|ちなみに|それと|それから|あと"
            + "|で|じゃあ|では|しもうた|しまった|やべ|いや|いえ|やっぱり?|やはり|やっぱし|訂正(?:です|します)?|(?:違う|ちがう|違います|違った|間違え(?:た|ました)|まちがえ(?:た|ました))+|いけん|いかん|あかん|追加で|ほな|ほんなら)[、,。\\s!…]*)+"
    )]
    private static partial Regex Filler();

    [GeneratedRegex(
        "(?<=さん|くん|ちゃん|氏)(?:や|だ|じゃ|っす)$|(?<=ください|下さい|なさい)ませ$|のまま(?:で|です)?$|(?<=[ 　])で[なね]$|(?<=[課室係館園所署局部])(?:な|ね|や|よ)$|の(?:ほう|方)(?:です|でした|だった|じゃった"
            + "|だ|や)?$|\\s*(?:が|のほうが|の方が)(?:正しい|正解|正式|ほんま|本当|正(?=$))(?:の?(?:字|漢字|表記|名前|名称))?(?:です)?$|(?:に|へ)?(?:変更|訂正|修正)(?:で|します|しといて|して(?:ください"
            + "|下さい|ほしい(?:です)?|おいて)?|をお願いします|お願いします)?$|に(?:直して|して|しといて|しておいて|なおして|変えて|変えといて|しとって)(?:ください|下さい|ね|おいて|つかあさい|くれ|ほしい(?:です)?)?$|(?:で"
            + "|を|と)?(?:お願い(?:します|いたします|できますか)?|おねがいします|頼みます|たのむわ|よろしく(?:お願いします)?)$|(?:に(?:替|代|変|か)わり|になり|と(?:いい|言い|申し|いたし)"
            + "|に(?:し|いたし)|とし|で(?:ござい|いき|やり|す))ます$|(?:やで|やねん|やわ|(?:だ|や)?そう(?:です)?|らしい(?:です)?|とのこと(?:です)?|のやつ(?:です"
            + "|だ)?|です|でした|だった|じゃった|だよ|だね|なんです|なんですけど|じゃ|じゃけど|にする|とする|だと思います"
            + "|かと思います|でいい(?:です)?|でええ|(?<!ま)で)$|(?:と|って|を)?(?:書いと|入れと|書いて|入れて|記入して)(?:い?て|ください|おいて|ほしい(?:です)?|くれ)?(?:ください|ね)?$|(?:です)?(?:よ"
            + "|ね|わ)$"
    )]
    private static partial Regex Ending();

    [GeneratedRegex(
        "^(?:[はがを](?=[^ぁ-ん])|、|,|:|：|=|-|→|\\s|やっぱり?|やはり|(?:フルネーム|正式に?|正しく)(?:は|で(?:は)?)[、\\s]*|(?:訂正|修正|変更)(?:[はで:、\\s]+|(?=[「『])))+"
    )]
    private static partial Regex Opening();

    [GeneratedRegex("[「『\"“](?<value>[^「『」』\"”]+)[」』\"”]")]
    private static partial Regex Quoted();

    /// <summary>「理由は上司に聞いてからまた入れます」: the value is still to come.</summary>
    [GeneratedRegex(
        "(?:(?:聞い|確認し|調べ|相談し|決まっ|きまっ|わかっ|分かっ)て(?:から)?|(?:決まり|きまり|わかり|分かり|確認でき)次第|後日|追って|(?:後|あと|のち)(?:で|ほど))[^。]{0,10}(?:入れ|書[くき]|記入|埋め|追記|お?知らせ|連絡し|言[いう])"
    )]
    private static partial Regex Deferred();

    [GeneratedRegex(
        "(?:空欄|空白|白紙|空)に(?:戻し|し(?:て|と)|もど)|^(?:空欄|空白|空|なし|無し|削除|消して|クリア|白紙|未定)(?:に?(?:して|しといて|戻して|で))?(?:ください|下さい)?$"
    )]
    private static partial Regex Emptied();

    /// <summary>A value that only points somewhere.</summary>
    [GeneratedRegex(
        "^(?:これ|それ|あれ|ここ|以下|下記|次|まだ(?:.{0,6}(?:決ま|わか|分か|でき|考え|未定).*)?|わから(?:ない|ん).*|不明|決まって(?:ない|いない|ません).*|何|なに|どれ|どう|誰|だれ|どこ|いつ|必要|必須"
            + "|後で|あとで)(?:です|ですか|か|かな)?$"
    )]
    private static partial Regex Nothing();

    [GeneratedRegex(
        "(?:ます|ました|ません|ください|下さい|です|でした|ますか|ですか|だろう|かな|けど|から|ので|した|ない|たい|なあ|のう|わ)(?:[。!?]|$)|[?]$|(?:られ|され)(?:た|て|とる)|って(?:聞|言)"
    )]
    private static partial Regex Sentence();

    [GeneratedRegex(@"https?://[\x21-\x7e]+|(?:www\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/[\x21-\x7e]*", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(
        "^(?:" + Persons.Me + "|うち|当方|小職|本人|同じ人)(?:自身|ひとり|一人|1人|だけ|のみ)*(?:です|がやります|で|が担当|が担当します)?$"
    )]
    private static partial Regex Myself();

    [GeneratedRegex(
        "(?<family>[一-龥々ヶ]{1,4})(?:さん)?[のは]?(?:下の名前|名前|フルネーム)[はが][、\\s]*(?<given>[一-龥々]{1,3}|[ぁ-ん]{2,5}|[ァ-ヶー]{2,6})"
    )]
    private static partial Regex GivenName();

    [GeneratedRegex(
        "(?<who>[一-龥々ヶァ-ヶー]{1,6}(?:[ 　][一-龥々ぁ-んァ-ヶー]{1,5})?)(?<title>さん|くん|君|氏)?\\s*(?:は|を|も|が(?=外れ|抜け))[^。?]{0,30}?(?:外し|はずし|外す|外れ|抜い|抜け|抜く"
            + "|除い|消し|無し|なし|やめ|不要|いらな|要ら|取り消)"
    )]
    private static partial Regex TakenOut();

    [GeneratedRegex(
        "(?:(?:もう|あと|さらに)(?:1|一|ひと)(?:人|名|り)[、\\s]*)?(?!担当|管理者|責任者|後任|新任|人)(?<![担管責後新理当])(?<who>[一-龥々ヶァ-ヶー]{1,6}(?:[ 　][一-龥々ぁ-んァ-ヶー]{1,5})?)(?:さん"
            + "|くん|君|氏)?\\s*(?:を|も)[^。?]{0,10}?(?:追加|加え|足し|足す|増や|入れ|担当に|担当です|担当し|やります)"
    )]
    private static partial Regex Added();

    /// <summary>「もう1人追加。石黒 航」.</summary>
    [GeneratedRegex(
        "(?:もう|あと|さらに)(?:1|一|ひと)(?:人|名|り)[^。、:]{0,6}?(?:追加|増|加え|足し|います|いました)[^。、:]{0,8}[。、:\\s]+(?<who>[一-龥々ヶァ-ヶー]{1,6}(?:[ 　][一-龥々ぁ-んァ-ヶー]"
            + "{1,5})?)(?:さん|くん|君|氏)?(?:です|も|を|$|[。、])"
    )]
    private static partial Regex AddedBehind();

    [GeneratedRegex(
        "(?:^|。)[^。]{0,12}?(?<old>[^。]{1,60}?)(?:"
            + Corrections.InsteadOf
            + "|じゃねえ|ちゃうて|(?<!間)違って|は間違いで、?|は誤りで、?|(?:を|は)?(?:やめて|やめ|外して|除いて|取り消して|抜いて)[、,\\s]*(?:その)?(?:代わり|かわり)に)[、,\\s]*(?<new>[^。\\n]{1,200})"
    )]
    private static partial Regex Instead();

    /// <summary>「担当は二人です。村上 亮と堀 なつみです」: the names follow.</summary>
    [GeneratedRegex(
        "(?<=[はが:])[2-5二三四五両](?:人|名)(?:(?:です|でした|になりました|おり?まして|いまして|います|おります)[。、,]|(?:で|いて|おって)[。、,]?)\\s*(?=[一-龥々ァ-ヶ])"
    )]
    private static partial Regex CountFirst();

    /// <summary>「こども育ち応援課」: named as the section, the whole of it is one, whatever it is written in.</summary>
    [GeneratedRegex("^[一-龥々ぁ-んァ-ヶーA-Za-z0-9・ 　]{1,24}(?:課|室|係|局|部|館|園|所|署|班|センター|支所|学校|事務局)$")]
    private static partial Regex OfficeAlone();

    /// <summary>「莉奈です、草かんむりの」: behind the predicate nothing of the value follows.</summary>
    [GeneratedRegex("(?<=です|でした|やで|だよ|じゃ|った)[、,…]")]
    private static partial Regex Predicate();

    /// <summary>「新旧が逆でした」, 「前と後が入れ替わってる」.</summary>
    [GeneratedRegex(
        "(?:新旧|前後|前と後ろ?|担当|二人|ふたり|名前|順番)[^。]{0,6}(?:逆|あべこべ|反対|入れ替|入れ違)|^(?:あっ?|あれ|すみません|ごめん)?[、。\\s]*逆(?:です|でした|じゃ|だ|や)"
    )]
    private static partial Regex Swapped();

    /// <summary>「会陽まちだよりで12月31日で終わりにします」.</summary>
    [GeneratedRegex("(?:で|、|に)(?=(?:[0-9一二三四五六七八九十]{1,3}月|今月|来月|来週|年度末|年内)[^「」]*(?:で|に|から|まで|です))")]
    private static partial Regex ThenDay();

    /// <summary>「スポーツ振興課じゃなくて」.</summary>
    [GeneratedRegex(
        "^.{1,40}?(?:" + Corrections.InsteadOf + "|[をは]?(?:やめて|やめ)(?=[、,\\s]*[^、。]{1,20}(?:に|で))|[→⇒])[、,\\s]*(?=.)"
    )]
    private static partial Regex Replacing();

    /// <summary>「誰です」, 「どう書けばいいです」.</summary>
    [GeneratedRegex("^\\s*(?:誰|だれ|何|なに|なん|どなた|どこ|どちら|どれ|どの|どん|どう|いつ|いく|なぜ|これ|それ|必要|要る|いる)")]
    private static partial Regex AsksFirst();

    /// <summary>「桃の里です」, 「桃の里にしといて」.</summary>
    [GeneratedRegex("(?:です|でした|(?:に|で)(?:して|しと|直して|変えて|お願い|頼)[^?か]{0,10})[。!\\s]*$")]
    private static partial Regex Told();

    /// <summary>「黒瀬 はるか」, 「黒瀬はるか」.</summary>
    [GeneratedRegex(
        "^\\s*(?!誰|何|私|俺|僕|自分)[一-龥々]{1,4}(?:[ 　]+[一-龥々ぁ-ん]{1,4}|(?!です|なの|なん|でい|でよ)[ぁ-ん]{1,2}か)\\s*$"
    )]
    private static partial Regex NameInTwoHalves();

    [GeneratedRegex("[、,](?=[一-龥々ァ-ヶー]{2,10}(?:は|が|:)[ 　]?[一-龥々])")]
    private static partial Regex OtherPart();

    [GeneratedRegex("(?:さん|くん|君|氏)?(?:を|も)(?:追加|加え|足し|足す|入れ).*$")]
    private static partial Regex AddedTo();

    [GeneratedRegex(
        "^(?<section>[一-龥々ァ-ヶーぁ-ん・]{1,20}?(?:課|室|係|局|部|館|園|所|署|センター|事務局|学校))の(?=[一-龥々ぁ-んァ-ヶ])"
    )]
    private static partial Regex OfSection();

    /// <summary>「山下さんだけで」.</summary>
    [GeneratedRegex("[ 　]*(?:だけ|のみ|ひとり|一人|1人)(?:で|に|です)?(?:な(?:りました|ります|った)|して|します)?$")]
    private static partial Regex OnlyOne();

    /// <summary>An excuse or a "no" within what is said, behind a value.</summary>
    [GeneratedRegex(
        "(?:です|でした|だ)?(?:[。、,!\\s]+|(?<=です|でした|だ)|(?=あっ?[、,\\s]*(?:違|ちが|ちゃう|間違)))(?:あ+っ?|おっと|えっ?)?[、,…\\s]*(?:(?<wrong>違う"
            + "|違った|違いました|違います|ちがう|ちがった|ちがいました|ちゃう|ちゃうわ|間違えました|間違えた|間違い(?:です|でした)?|まちがえた|もとい"
            + "|訂正(?:します|です)?)|すみません|すいません|ごめん(?:なさい)?|失礼(?:しました)?|いや|いえ)[、,。!…\\s]*"
    )]
    private static partial Regex Afterthought();

    [GeneratedRegex(@"\G(?:[ 　]+(?<name>[^ 　。、,?？]{2,30})$|の(?<name>[^ 　。、,?？のはがをにで]{4,30})。)")]
    private static partial Regex Behind();

    [GeneratedRegex(
        "^「?(?<name>[^。、「」?届]{3,30}[一-龥ァ-ヶーA-Za-z0-9])」?の(?:ほう|方)(?:です|でした|で|だ|じゃ)?(?:お願いします)?[。]?$"
    )]
    private static partial Regex Which();

    [GeneratedRegex("違|ちが|間違|まちが|誤")]
    private static partial Regex Wrong();

    [GeneratedRegex(
        "(?<count>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?<unit>日|週間|[かヶケカヵ]月)(?:ほど|だけ|ぶん|分)?(?:(?<earlier>早め|早く|繰り上げ|前倒し|前にずら|手前に)"
            + "|遅らせ|遅く|延ば|延期|後ろ(?:に|へ)ずら|後ろ倒し|繰り下げ|先延ばし|ずらし|あとに)(?:て|し|に)"
    )]
    private static partial Regex Shift();

    [GeneratedRegex("^に(?:直し|変え|変更|訂正|修正|改め)")]
    private static partial Regex ToBeChanged();

    [GeneratedRegex("^[月火水木金土日]曜日?$")]
    private static partial Regex WeekdayAlone();

    [GeneratedRegex("^(?<day>[0-9]{1,2})(?:日|にち)")]
    private static partial Regex DayAlone();

    /// <summary>「Xは残します」: what stays as it is is not the paper's matter.</summary>
    [GeneratedRegex(
        "そのまま(?:で|に|です|や|じゃ)?(?:お願い(?:します)?)?(?:[。!]|$)|変わら(?:ん|ない|ず)|(?:変更|変わり|異動|変化)(?:点)?[はも]?(?:ありません|ございません|ない(?:です)?|なし)"
            + "|(?:続け(?:ます|る(?:[。!]|$|の?で|けど|けぇ|けえ|から|つもり|予定)|て(?:い|お|使))|残(?:します|しておき"
            + "|ります|る(?:[。!]|$))|継続(?:し|で)|引き続き)(?!.*(?:提出|保存|変え|変更|追加))"
    )]
    private static partial Regex Stays();

    [GeneratedRegex("[0-9一二三四五六七八九十]日|(?:月|年度)末|曜")]
    private static partial Regex DayNumber();

    [GeneratedRegex(
        "今日|きょう|本日|明日|あした|あす|昨日|きのう|[今来先]週|[今来先]月|[今来去]年|クリスマス|正月|元日|大晦日|年末|年始|週末|連休"
    )]
    private static partial Regex FromToday();

    [GeneratedRegex(
        @"^(?:(?:の)?[0-9一二三四五六七八九十]+[日月]|\([^)]*\))*\s*(?:付け?)?\s*(?:から|より|付|に(?:は)?(?:始|開|終|やめ|変|交|閉"
            + @"|し)|で(?:終|交|閉|やめ|お願|す|$)|まで|です|でした|じゃ|スタート|開始|以降|限り|いっぱい|をもって|[。!]?$)"
    )]
    private static partial Regex OfPaper();

    [GeneratedRegex("目的|ため|為")]
    private static partial Regex PurposeWord();

    [GeneratedRegex("^(?:" + Persons.Me + ")と、?")]
    private static partial Regex WithMe();

    [GeneratedRegex("^(?:" + Persons.Me + ")(?:で|が|、|の)、?(?=.)")]
    private static partial Regex MeFirst();
}
