using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>What stands before, between and after people's names.</summary>
internal sealed partial class Persons
{
    /// <summary>What people call themselves, as part of a pattern.</summary>
    internal const string Me = "私|わたし|わたくし|わし|僕|ぼく|俺|おれ|あたし|自分";

    /// <summary>What people are called by what they are: 「新人さん」 is no name. As part of a pattern.</summary>
    internal const string Someone =
        "^(?:人|者|方|新人|若手|後輩|先輩|同僚|同期|部下|上司|本人|相手|先方|皆|みな|みんな|全員|学生|生徒|児童|園児|子供|子ども|保護者|利用者|来場者|来館者|参加者|住民|町民|区民|県民|読者|視聴者"
        + "|記者|委員|業者|店員|社員|隊員|団員|署員|係員|部員|会員|議員|主人|奥|お客|客|神|医者|看護師|警察|消防|弁護士|運営|事務|窓口|受付|代理|代役|別人|誰か|だれか|他人|知人|友人)(?:たち|達|方)?$";

    [GeneratedRegex(
        @"(?<!旧|前|新|変更前の?|変更後の?)(?:(?:運用|利用|実務|投稿|更新)?担当(?:者名?|職員)?(?!課|部署|係|室|変更|の携帯|の電話)|運用者|中の人|オペレーター|申請者|届出者|氏名|名前)(?:は|が|:|→|=|に|\s|、|,|/|・|の)*"
    )]
    private static partial Regex OperatorLabel();

    [GeneratedRegex(@"(?:アカウント)?(?:管理(?:責任)?者名?|責任者|管理する人)(?:は|が|に|も|:|→|=|\s|、|,)*")]
    private static partial Regex ManagerLabel();

    [GeneratedRegex(@"\G(?:さん|くん|君|氏|ちゃん|様)?(?:\([^)]{0,20}\))?\s*(?:と|、|・|及び|および|&|,|それから|それと)\s*")]
    private static partial Regex AndAnother();

    [GeneratedRegex(@"^(?:さん|くん|君|氏|ちゃん|様)|^の?[0-9二三四五両]人|^の?[0-9二三四五両]名|^です|^でお願い|^$|^[、。]")]
    private static partial Regex MoreFollow();

    [GeneratedRegex(
        @"(?:さん|くん|君|氏|ちゃん|様)?\s*[がも(]\s*(?:主に)?(?:担当|運用|管理|見ます|見る|やります|やる|受け持|引き受け|更新|中の人|務め)"
    )]
    private static partial Regex BeforeOperator();

    [GeneratedRegex(
        @"(?:(?:旧|前|元|現|古い|前の|元の|いまの|今の|現在の|これまでの|今までの|変更前の?)(?:担当者?|運用者)|前任者?|これまで|今まで|現任|変更前|引き継ぎ元|(?<![一-龥])(?:前|今|いま|現在"
            + @"|旧)(?=[はがの:=→\s、]))(?:は|が|の|:|=|→|\s|、|・|担当者?)*(?=[^はがの:=→\s、])"
    )]
    private static partial Regex OldLabel();

    [GeneratedRegex(
        @"(?:(?:新|次の|後の|新しい|今度の|次期|これからの|今後の|変更後の?)(?:担当者?|運用者)|後任者?|新任|変更後|引き継ぎ先|(?<![一-龥])(?:次|今度|これから|今後"
            + @"|新)(?=[はがの:=→\s、]))(?:は|が|の|に|を|として|:|=|→|\s|、|・|担当者?)*(?=[^はがのにを:=→\s、])"
            + @"|担当者?(?:が|は)(?=(?:[一-龥々]{1,6}[ぁ-ん]{0,4}?|[ァ-ヶー]{2,8})(?:[ 　][^、。\s]{1,4})?(?:さん)?に(?:代|替|変|か)わ(?!って|り(?![まそ])))"
    )]
    private static partial Regex NewLabel();

    /// <summary>「観光課の三木です」, what is known of the section blanked out.</summary>
    [GeneratedRegex("\ufffcの")]
    private static partial Regex SectionBefore();

    [GeneratedRegex("^(?:です|と申|と言い|といい|でござ|っす|じゃ|だ$|$|[!。])")]
    private static partial Regex Introduced();

    [GeneratedRegex(@"(?<![ぁ-ん])(?<old>[ぁ-ん]{2,5})さんから\s*(?<new>[ぁ-ん]{2,5})さん(?:へ|に)")]
    private static partial Regex KanaHandOver();

    // What stands between the one who hands over and the one who takes over.
    [GeneratedRegex(
        @"(?:さん|くん|君|氏|ちゃん|様)?\s*(?:が|は|の)?\s*(?:から|より|だけ|→|⇒|➡|->|=>|>|⇨|~|に代わって|に替わって|にかわって|に代わり|に替わり|にかわり"
            + @"|の代わりに|のかわりに|の後任[はがにで]?|の後任として|の後任の|の後任が|のあとを|の後を|のあとは|の後は|のあとに|の後に|の後釜[はがに]|の後継[はがに]|のあとがまに|のあと|の後"
            + @"|を(?=[\s、]*[^、。\s]{1,6}(?:[ 　][^、。\s]{1,4})?(?:さん|くん|君|氏)?(?:に|へ)))[\s、]*(?=[一-龥々ぁ-んァ-ヶー\ue100-\ue11f])(?!ま[すし]|る|たい|て(?:ください|下さい)|予定)"
    )]
    private static partial Regex HandOver();

    [GeneratedRegex(
        @"^(?:さん|くん|君|氏|ちゃん|様|係長|主任|主事|主査)?\s*(?:だけ|[がはもの]|から)?[、\s]*(?:だけ|\d*月?[^、。]{0,6})?(?:異動|転出|転勤|退職|産休|産前|育休"
            + @"|育児|休職|病休|休む|休み|休暇|入院|辞め|やめ|抜け|離れ|外れ|卒業|定年|出向|派遣|人事|担当(?:を|から)?(?:外|離|退|降)|から引き継|から引継|から担当|から交代"
            + @"|から受け|のあとを|の後を|のあと|の後任|に(?:代わ|替わ|かわ)(?:って|り(?!ま))|の代わり|のかわり|がやってい|がやっと|が担当してい|が担当でした|でした|だった|じゃった)"
    )]
    private static partial Regex Leaves();

    [GeneratedRegex(
        @"^(?:さん|くん|君|氏|ちゃん|様|係長|主任|主事|主査)?\s*(?:へ|に|が|は|を)[、\s]*(?:\S{0,8})?(?:引き継|引継|ひきつ|なりま|なる|なった|変わ|替わ|代わ|かわ|変更|交代|交替|担当|やり|やる|受け持|入り|入る|着任|就|お願|頼|任せ|バトン)"
    )]
    private static partial Regex TakesOver();

    [GeneratedRegex(@"^(?:さん|くん|クン|サン|君|氏|ちゃん|様|さま|殿|先生)")]
    private static partial Regex Honorific();

    [GeneratedRegex(@"^(?:\([^)]*\))?(?:さん|くん|君|氏|ちゃん|様|さま|殿|先生)?")]
    private static partial Regex HonorificAfterNote();

    [GeneratedRegex(@"(?:さん|くん|君|氏|ちゃん|様|さま|係長|主任|主事|主査|課長補佐|副主査)$")]
    private static partial Regex HonorificAtEnd();

    [GeneratedRegex(
        "(?:係長|主任|主事|主査|副主査|課長補佐|課長|室長|館長|園長|所長|次長|参事|部長|局長|補佐|司書|学芸員|技師|職員|担当|後任|前任|、|の)$"
    )]
    private static partial Regex AfterTitle();

    [GeneratedRegex(
        @"^(?:(?:係長|主任|主事|主査|副主査|課長補佐|課長代理|課長|室長|館長|園長|所長|次長|参事|部長|局長|補佐|司書|学芸員|技師|職員|会計年度任用職員|係員|同僚|後輩|先輩|同期|新人|若手|部下|上司)(?:の|は|が|[\s、]))"
    )]
    private static partial Regex TitleBefore();

    [GeneratedRegex(
        "(?:係長|主任|主事|主査|副主査|課長補佐|課長代理|課長|室長|館長|園長|所長|次長|参事|部長|局長|補佐|司書|学芸員|技師|職員|君|氏|様|殿|先生|担当|両名|宛|が|以下|他|ほか)"
    )]
    private static partial Regex TitleAfter();

    [GeneratedRegex("^(?:" + Me + @"|うち|当方|小職|本人)(?:こと|である|が|の|、|,|\(|\s|=|:|です[、。\s]*)+")]
    private static partial Regex Self();

    [GeneratedRegex(
        "漢字|名前|氏名|名字|苗字|^字$|担当|変更|交代|交替|異動|開始|終了|廃止|閉鎖|開設|新設|新規|届|様式|申請|利用|運用|公式|本日|今日|明日|昨日|来週|来月|来年|今月|今週|今年|年度|年末|月末|年内|予定"
            + "|提出|作成|記入|目的|情報|発信|周知|課|室$|係|局$|館$|園$|所$|署$|人事|引継|引き|後任|前任|産休|育休|休職|退職|病休|転出|都合|急|自分|職員|広報|広聴|市民"
            + "|市役所|..市(?:$|立|長)|閲覧|解除|端末|業務|投稿|動画|更新|管理|責任|者$|旧$|新$|^[旧新前後次今現元]$|お願|手続|書類|書面|未定|検討|人選|選定|調整|不在|同じ|全員|複数|^[変替換逆上下左右中]$|反対|二人|二名|一名|三人|登録"
            + "|連絡|相談|確認|対応|期間|場所|部署|所属|以上|以下|上記|下記|必要|不要|現在|今度|今回|次回|事業|行事|委託|業者|会社|保存|中断|再開|送信|会議|出張|休憩|外出|電話|"
            + Someone
    )]
    private static partial Regex NoName();

    /// <summary>「藤原みのりに」: few given names end like this; those that do (いろは, たいが) are short.</summary>
    [GeneratedRegex("(?<=^[ぁ-ん]{2,4})[にへを]$|(?<=^[ぁ-ん]{3,4})[はが]$")]
    private static partial Regex ParticleAtEnd();

    // Kana that follow a name as grammar.
    [GeneratedRegex(
        "^(?:が|は|に(?!こ$)|を|へ|の(?!ぞ)|と(?!も|し)|も(?!も|え)|で|から|より|まで|や(?!す|よ)|じゃ|です|でし|っす|でございます|だ(?:$|よ|ね|け|が"
            + "|と)|なん|な(?:ので|の|ん)|けん|けえ|ゆう|いう|って|やけ|ほか|だけ|ら$|か$|か[らに]|さん|くん|ちゃん|ひとり|ふたり|あて|こと|んとこ|がやる|しか|ね$|よ$|ゆえ|など|あたり|お願|おねが|いれ|たち)"
    )]
    private static partial Regex Grammar();

    /// <summary>「外すので」, 「決まった」: what follows is a verb's.</summary>
    [GeneratedRegex("(?:ので|から|けど|ます|まし|たい|って|った|んで|して|した|れる|ける|える|ない)$")]
    private static partial Regex VerbTail();

    // Given names in kana that would otherwise read as grammar.
    [GeneratedRegex(
        "^(?:はるか|はるな|はるき|はるこ|はると|はるみ|はな(?:こ|え|よ)|はづき|はじめ|のぞみ|のぞむ|のりこ|のりお|のどか|のあ|ともこ|ともみ|ともや|ともき|ともえ|ともか|とおる"
            + "|としお|としこ|としき|とわ|もえ(?:か|こ|み)?|もも(?:か|こ|え)?|もとこ|まこと|かおり|かおる|かおるこ|かなえ|かなこ|かなみ|かな|かえで|かずみ|かずき|かずこ|かずや"
            + "|かずお|かつや|かつみ|から?ん|にな|にいな|へいた|だいすけ|だいき|だいち|だいご|やすこ|やすし|やすお|やすひろ|やよい|でん|よりこ|よりみ|がく|ゆうこ|ゆうき|ゆうた|ゆうじ"
            + "|ゆうか|ゆうと|ゆうな|ゆうすけ|いお|いおり|なな(?:こ|み|え)?|なお(?:こ|き|み|や|と)?|なつみ|なつき|なつこ|なぎさ|なるみ|なのは|けん(?:じ|た|いち|たろう|ご)"
            + "|けい(?:こ|た|すけ|いち)|さん?ご|ひとみ|ひとし)(?=$|さん|くん|ちゃん|が|は|に|を|へ|の|と|も|で|から|より|だ|じゃ|や)"
    )]
    private static partial Regex KanaGivenName();

    [GeneratedRegex(@"^[ 　](?<given>[一-龥々]{1,3}|[ぁ-ん]{2,4})(?=$|[、。,/)\s]|です|さん|が|に|で|じゃ)")]
    private static partial Regex SpacedGivenName();

    [GeneratedRegex(
        @"(?<name>[ァ-ヶー]{2,12}(?:・[ァ-ヶー]{2,12})?(?=さん|くん|氏|です|が|に|で|、|。|\s|$|/|\))|[ぁ-ん]{2,6}?)(?=さん|くん|氏|ちゃん"
            + @"|です|が(?:担当|や|見|う)|に(?:代|変|替|か|な|引)|じゃ|だ(?:$|。)|で(?:す|、)|、|。|,|\s|$|/|\))"
    )]
    private static partial Regex KanaName();

    [GeneratedRegex(
        "^(?:ほう|もん|もの|やつ|ひと|とこ|ところ|なか|うえ|まえ|こと|とき|ため|むけ|ぶん|わたし|わし|うち|ぼく|おれ|あたし|わたくし|まだ|これから|みてい|まだき|いま|どう|だれ|です|じゃ|する|なし|いない|おらん|あり|ない"
            + "|まだない|よろしく|ですが|でしたら|ですけど|なんですが|おなじ|そのまま"
            + "|かわり|これ|それ|ほか|のち|お|ので|けん|けえ|です|でした|ます|します|変|かわ.*|やめ.*|はじ.*|とう.*|します.*|しました.*|ません.*|して.*|[ぁ-ん]*(?:ます|ました))$"
    )]
    private static partial Regex NoKanaName();

    [GeneratedRegex(
        @"^(?:$|[、。,!/)\s(]|です|と申|っす|でござ|と言います|といいます|が(?!っ)|に(?:代|変|替|か|な|引|交)|から|へ|は|で[すし]|さん|くん|じゃ)"
    )]
    private static partial Regex EndsWord();
}
