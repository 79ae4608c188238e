using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>What asks for steps, and what for one side of a matter.</content>
internal static partial class Signs
{
    /// <summary>手順, 流れ, 何から, 一通り: what is to be done as a whole.</summary>
    public static bool AsksSteps(string message) => OfSteps().IsMatch(Folded(message));

    /// <summary>手順, 流れ, 段取り, 手続き: steps by their name.</summary>
    public static bool NamesSteps(string message) => StepsByName().IsMatch(Folded(message));

    /// <summary>いつまで, どこに, 誰が, 様式何番: one side of the matter.</summary>
    public static bool AsksDetail(string message) => OfDetail().IsMatch(Folded(message));

    /// <summary>form, when, who or where, as the route is called; null where none of them is asked for.</summary>
    public static string? SideAsked(string message) =>
        Folded(message) is var text && BeforeOrAfter().IsMatch(text) ? "when"
        : SideOfForm().IsMatch(text) ? "form"
        : SideOfTime().IsMatch(text) ? "when"
        : SideOfPersons().IsMatch(text) ? "who"
        : SideOfPlace().IsMatch(text) ? "where"
        : null;

    /// <summary>「ポリシーって誰が決めるん」</summary>
    public static bool AsksWhoDecides(string message) => WhoDecides().IsMatch(Folded(message));

    [GeneratedRegex("どの|どれ|どちら|どこ|いつ(?!も)|誰(?!か)|何(?!か|でも|と?も)|なに(?!か)|どう(?!も|か|にも)|なぜ|いくつ")]
    private static partial Regex QuestionWord();

    [GeneratedRegex("(?:誰|だれ|どなた|どの(?:課|人|立場))(?:が|の)[^。]{0,8}(?:決め|きめ|定め|作[るっり]|つくる|策定|用意)")]
    private static partial Regex WhoDecides();

    /// <summary>「変更届の場合も同じですか」, 「様式1だけ？」</summary>
    public static bool AsksWhetherSame(string message) => SameAgain().IsMatch(Folded(message));

    /// <summary>「その次は？」, 「ほかにすることある？」, behind steps that were shown.</summary>
    public static bool AsksForMoreSteps(string message) => MoreSteps().IsMatch(Folded(message));

    /// <summary>「やめるときは」: a subject with nothing said of it.</summary>
    public static bool EndsOpen(string message) => OpenEnd().IsMatch(Folded(message));

    /// <summary>「なりすましだったら？」, 「炎上の場合は」: a case with nothing said of it.</summary>
    public static bool EndsInCase(string message) => CaseAtEnd().IsMatch(Folded(message));

    [GeneratedRegex(
        "(?:だったら|(?<!こと|[条誰何このん])なら|場合(?:は|って)?|とき(?:は|って)?|時(?:は|って)?|されたら|したら|あったら)[?。!…\\s]*$"
    )]
    private static partial Regex CaseAtEnd();

    /// <summary>「アカウントを作る」, 「SNSを持つ」.</summary>
    public static bool Makes(string message) => Making().IsMatch(Folded(message));

    /// <summary>「利用を終える」, 「たたむ」.</summary>
    public static bool Ends(string message) => Ending().IsMatch(Folded(message));

    /// <summary>「担当が別の者になる」, 「私が見ることになった」.</summary>
    public static bool ChangesHands(string message) => NewHands().IsMatch(Folded(message));

    /// <summary>「届が来た」, 「写しを回す」: what the office does with a paper it has got.</summary>
    public static bool Shares(string message) => Sharing().IsMatch(Folded(message));

    /// <summary>「画面に表示されない」.</summary>
    public static bool IsUnseen(string message) => Unseen().IsMatch(Folded(message));

    /// <summary>Whether it names what the guideline is about.</summary>
    public static bool IsOfAccounts(string message) => OfAccounts().IsMatch(Folded(message));

    /// <summary>「公式ウェブサイトのページ」, which other offices keep.</summary>
    public static bool IsOfWebsite(string message) => OfWebsite().IsMatch(Folded(message));

    /// <summary>閲覧, 開けない, 見られるように: of seeing pages from the office.</summary>
    public static bool IsOfViewing(string message) => OfViewing().IsMatch(Folded(message));

    [GeneratedRegex("ウェブ|Web|web|WEB|ホームページ|ほーむぺーじ|HP|サイト")]
    private static partial Regex OfWebsite();

    [GeneratedRegex(
        "閲覧|えつらん|解除|かいじょ|ブロック|フィルタ|ふぃるた|制限|規制|見(?:ら)?れ|見え|みら?れ|みえ|開[けかくい]|ひらけ|ひらか|アクセス|つなが|繋が|表示"
    )]
    private static partial Regex OfViewing();

    [GeneratedRegex("手順|てじゅん|流れ|ながれ|段取|だんどり|ステップ|フロー|一通り|ひととおり|一連|一式|全体|順番|順序|手続")]
    private static partial Regex StepsByName();

    [GeneratedRegex(
        "まるごと|丸ごと|通しで|手順|てじゅん|手続き?[のを]?\\s*(?:一覧|リスト)|流れ|ながれ|段取|だんどり|ステップ|フロー|一通り|ひととおり|一連|一式|全体|順番|順を追"
            + "|順序|(?:最初|始め|初め|はじめ)から(?:最後|順|全部|すべて|終わり|教え|説明)|いちから|一から|段階"
            + "|全部|ぜんぶ|すべて|全て|進め方|(?:回し|渡し|送り|知らせ|伝え|出し)方|やり方|やりかた|(?:始め|はじめ|やめ|閉じ|とじ|開き|終わり|おわり|つくり|作り)(?:方|かた)|(?:おく"
            + "|しとく|済ませ)[^。]{0,4}こと|仕方|しかた|方法|手引|マニュアル|チェックリスト|まず"
            + "|何から|なにから|どこから|(?:何|なに|なん)(?:を|が|は|か|と)?(?:すれば|すりゃ|したら|しと[くけき]|する(?:の|ん|べき|必要)|せにゃ|せんと|すん"
            + "|しないと|しなきゃ|せな|せんなら|やれば|やったら|やりゃ|やる|準備|用意|必要|要る|いる)|(?:どう|どね[ぇえー]|どない)(?:に|やって)?(?:すれば|すりゃ|したら|する|すん|せ|やれば|やったら|やる"
            + "|進め)|(?:必要な|いる|要る)(?:手続|てつづき|こと|もの|準備)|(?:する|やる|すべき|やるべき|しとく|せにゃならん)こと"
            + "|(?:手続|てつづき)き?(?:は|って|が(?:要|い|必)|について|に(?:は|つい)|を(?:教|知|聞|説明|おし|確))"
    )]
    private static partial Regex OfSteps();

    [GeneratedRegex(
        "いつ|期限|締切|締め切り|〆|何日|どこ(?!から)|宛|あて先|提出先|誰|だれ|どなた|様式(?:は|って|の番号|何)|何番"
            + "|(?:何|なに|どの[^。]{1,4})を?(?:出す|だす|提出|届け)|何号|(?:何|なに|どう)を?(?:書|かけ|かく|かき|記載|定め|載せ|のせ)|(?:前|後|あと|事後|事前)(?:でも|に出|か後|から出)|間に合"
    )]
    private static partial Regex OfDetail();

    [GeneratedRegex(
        "^(?:(?:この|市の|うちの)?ガイドライン(?:では|には|で|に|上)[、\\s]*(?<subject>[^、。]{2,40}?)(?:は|って|について(?:は)?|のこと(?:は"
            + "|って)?)[、\\s]*(?:どう|何と|なんて|どのように)(?:書|載|定め|規定|決ま)[^。]{0,16}|(?<subject>[^、。]{2,40}?)(?:について(?:の)?"
            + "|のこと(?:は|も|って|を)?|に関(?:して|する)|の|は|って)[、\\s]*(?:(?:この|市の"
            + "|うちの)?ガイドライン(?:上|で|に|では|には|の(?:中|どこ)|)(?:は|に|で)?|条文|規定|定め|条項|(?=どこに書))[、\\s]*(?:を|は|って|が|も)?(?:どこに|どう"
            + "|何と|なんて|どのよう(?:に|な)|何か)?[、\\s]*(?:書|載|定め|規定|決ま|見せ|みせ|出し|示し|教え|あ[るり])[^。]{0,16})$"
    )]
    private static partial Regex Written();

    [GeneratedRegex("(?:は|なら|だと|たら|場合|とき|時|ときって|場合って)[?。!…\\s]*$")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(
        "様式(?!1だけ)|何番|何号|(?:届|紙|書類|申請書)の?(?:名|は?何|どれ)|(?:どの|何の|なんの|何て[いゆ]う)(?:紙|書類|届|用紙)|(?:何|なに)を?(?:出す|だす)"
    )]
    private static partial Regex SideOfForm();

    /// <summary>「始める前ですか後ですか」, 「替わってからじゃ遅い？」, 「三月中でいいんですかね」</summary>
    [GeneratedRegex(
        "いつ|期限|締切|締め切り|〆|何日|(?:前|後|あと)(?:です)?か|(?:た後|てから|事後|月中|年度中|当日)(?:でも?|じゃ)|間に合|遅い|(?:開|替|代)わ(?:って|る前)"
    )]
    private static partial Regex SideOfTime();

    [GeneratedRegex("誰|だれ|どなた|何て[いゆ]う人|担当は|(?:うち|こちら|所属|自分たち)(?:が|から|で)[^。]{0,6}なくて")]
    private static partial Regex SideOfPersons();

    [GeneratedRegex("どこ(?!から)|どちらの?(?:課|です|に)|提出先|出し先|宛先|あて先|宛て")]
    private static partial Regex SideOfPlace();

    [GeneratedRegex(
        "(?:その|この)?(?:次|つぎ)は|(?:そのほか|ほか|他)に?(?:も|する|やる|準備|何か|要る|いる)|(?:その|提出(?:した)?|出した)(?:後|あと)は?(?:何|なに|する)"
    )]
    private static partial Regex MoreSteps();

    [GeneratedRegex("同じ|一緒|(?:届|様式[0-9]?|[0-9])(?:の(?:分|場合|とき|時))?(?:も|だけ)(?:そう|です|か|[?]|$)|の分も")]
    private static partial Regex SameAgain();

    /// <summary>「替わったあとに出すんじゃ遅いですか」, 「やめてからでもいいんですか」: whether it is in time then.</summary>
    [GeneratedRegex(
        "(?:前|後|あと|(?<!し)てから|事後|事前|当日)(?:で|に|から)?[^。、]{0,8}?(?:遅|おそ|早すぎ|間に合|大丈夫|まず|問題な|支障な|差し支え|(?:で|ても|でも)[、\\s]*(?:いい|ええ|よい|良い|よか|よろし|だめ|ダメ|構わ|かまわ))"
            + "[^。]{0,12}$"
    )]
    private static partial Regex BeforeOrAfter();

    [GeneratedRegex("(?:別|ほか|他|違う|次|新しい)の?(?:者|もの|人|職員|担当)(?:に|へ|が)|(?:見|担当する|やる)ことにな|受け持")]
    private static partial Regex NewHands();

    [GeneratedRegex(
        "(?:写し|うつし|コピー|こぴー|控え)[^。]{0,14}(?:共有|回[すしせるっりら]|まわ[すしせるっ]|渡[すしせるっり]|送[るりっ]|届け|やる)|(?:届|とどけ|様式|書類|紙|申請書?)(?:書|の写し)?[^。]{0,8}"
            + "(?:来た|来て|きた|届い|受け(?:取|付|た)|うけ(?:と|つ)|上が[っり]|預か|出てき|出された|出してもら|共有|回[すしせ]|知らせ|見せ)|(?:受け(?:取|付け)|預か|もら)った?(?:届|紙|書類|申請書|様式)"
    )]
    private static partial Regex Sharing();

    [GeneratedRegex("(?:表示|ひょうじ)(?:が)?(?:され|でき|出)(?:な|ま?せん|ん)|(?:映|写|出)(?:ら|て)?(?:ない|こない|ません|んの)")]
    private static partial Regex Unseen();

    [GeneratedRegex("終え|終い|じまい|たた[むみん]|畳|しま[うい]|片付|退[くい]")]
    private static partial Regex Ending();

    [GeneratedRegex(
        "作[るりろっれ]|つく[るりろっれ]|持[つちとて]|取得|取[るりろっ]|設け|やる(?:に|ときの|時の|場合)|やりた|やってみ|やろう|やりて[ぇえ]|やる(?:課|係|ん?じゃ|こと)"
    )]
    private static partial Regex Making();

    [GeneratedRegex(
        "SNS|ソーシャル|アカウント|あかうんと|垢|公式(?!ウェブ|サイト|ホームページ|HP|web)|チャンネル|運用ポリシー|(?:閲覧|えつらん).{0,4}(?:解除|かいじょ|許可|申請)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfAccounts();

    [GeneratedRegex(
        "(?:は|って|の|が)?[、\\s]*(?:どの(?:項目?|条文?|章|規定|定め|部分|箇所|へん|あたり)|何条|なん条|何項|何章|第何|どこに(?:書|あ[るり]|載))"
    )]
    private static partial Regex ClauseWord();

    [GeneratedRegex(
        "^(?:ところで|話(?:は|が)?(?:全然|全く)?(?:変わ|違|ちが|かわ)|(?:全然|全く)?(?:別の|違う|ちがう)話|関係な(?:い|く)(?:けど|ですけど|ですが|て)|余談)"
    )]
    private static partial Regex OtherSubject();

    [GeneratedRegex("^(?:で|じゃあ|では)?[、\\s]*その(?<rest>(?:中身|内容|中|項目|事項|文面|条件|例外)[^。]{2,30})")]
    private static partial Regex Part();

    [GeneratedRegex("^(?:で|じゃあ|では)?[、\\s]*(?:それ|これ|あれ|今|いま|その|この|あの|さっき|先ほど|さき)")]
    private static partial Regex PointsBack();

    [GeneratedRegex("(?<!(?:たい|しい|頼み|お願い)(?:の|ん)?(?:です|だ|や|じゃ)?)(?:よね|よな|でしょう?|じゃろう?)[。?!…〜\\s]*$")]
    private static partial Regex WhetherItIsSo();

    [GeneratedRegex(
        "(?<before>[^。、「」『』\\s]{2,30})[」』]?(?:(?:って|とは|(?:と|って)?(?:いう|ゆう|言う)(?:の|言葉|ことば|用語|単語)(?:は|って|の意味)?)(?:は)?[、]?(?:何|なに|なん|どう(?:いう"
            + "|ゆう)|どんな|どげ|(?:誰|だれ|どなた|どの(?:人|方))(?:の|を|な)?(?:こと|指|さ[しす]|[?]|$|です|でしょう|なん))|"
            + "(?:と|って)?(?:いう|ゆう|言う)?(?:言葉|ことば|用語|単語)?の(?:意味|定義)(?:は|って|を|が|も|[?]|$)|とは[?。]?$)"
    )]
    private static partial Regex Meaning();
}
