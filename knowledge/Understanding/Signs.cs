using System.Text;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>What the form of a sentence says of its purpose, whatever it is about: asking, supposing, telling of others.</summary>
internal static partial class Signs
{
    /// <summary>
    /// Whether it asks, by its ending or a question word; a request in the form of a question (「直してもらえますか」) does not, unless it is to be told
    /// something.
    /// </summary>
    public static bool Asks(string message) =>
        Folded(message) is var text && Asking().IsMatch(text) && (!Requesting().IsMatch(text) || ToBeTold().IsMatch(text));

    /// <summary>「開始届のほうに戻って」, 「続き」: back to what was begun.</summary>
    public static bool GoesBack(string message) => Back().IsMatch(Folded(message));

    /// <summary>もし…たら, …の場合: nothing has happened.</summary>
    public static bool Supposes(string message) => Supposing().IsMatch(Folded(message)) && !InFact().IsMatch(message);

    /// <summary>A friend's, another city's, a company's account.</summary>
    public static bool IsOfOthers(string message) => Others().IsMatch(Folded(message));

    /// <summary>「別件で」, 「もう一件」: something new beside what is open.</summary>
    public static bool IsAnother(string message) => Another().IsMatch(Folded(message));

    /// <summary>「それで始めて」: what is in front is to begin.</summary>
    public static bool Starts(string message) => Starting().IsMatch(Folded(message));

    /// <summary>
    /// Whether the words of a message bear the act out that a model would see in it. Of acts with few examples a model is easily sure of what has no
    /// word of them.
    /// </summary>
    public static bool BearOut(string act, string message) =>
        act switch
        {
            "repeat" => Repeating().IsMatch(Folded(message)),
            "talk:hello" => !Asks(message) || Greeting().IsMatch(Folded(message)),
            "talk:who" => AboutBot().IsMatch(Folded(message)),
            "talk:bye" => Leaving().IsMatch(Folded(message)) && !Asks(message),
            "draft:show" => Showing().IsMatch(Folded(message)),
            "draft:save" => Saving().IsMatch(Folded(message)),
            "draft:discard" => Discarding().IsMatch(Folded(message)),
            "draft:submit" => Submitting().IsMatch(Folded(message)),
            "check:ask" => Checking().IsMatch(Folded(message)),
            "follow:when" => AsksWhen().IsMatch(Folded(message)),
            "follow:where" => AsksWhere().IsMatch(Folded(message)),
            "follow:who" => AsksWho().IsMatch(Folded(message)),
            "human" => Human().IsMatch(Folded(message)),
            _ => true,
        };

    /// <summary>Whether <see cref="BearOut"/> asks for words of the act.</summary>
    public static bool NeedsWords(string act) => act is "draft:show" or "draft:save" or "draft:discard" or "draft:submit";

    /// <summary>「変更届は出しておいて」.</summary>
    public static bool Submits(string message) => Submitting().IsMatch(Folded(message)) && !Asks(message);

    /// <summary>「終了届じゃなくて廃止届でした」: what comes behind takes the place of what stands before; null where nothing does.</summary>
    public static (string Before, string After)? Instead(string message) =>
        Folded(message) is var text && InsteadOf().Match(text) is { Success: true } match
            ? (text[..match.Index], text[(match.Index + match.Length)..])
            : null;

    /// <summary>Nothing but thanks, in one sentence or several.</summary>
    public static bool IsThanks(string message) => Thanking().IsMatch(Folded(message));

    /// <summary>「…という想定で頼む」: an exercise is to begin.</summary>
    public static bool WantsDrill(string message) => DrillWanted().IsMatch(Folded(message));

    /// <summary>「どちらの日か決めかねています」.</summary>
    public static bool Wavers(string message) => Wavering().IsMatch(Folded(message));

    /// <summary>「おかやま花だより」: a few words without a predicate, as answers to a question are.</summary>
    public static bool IsPhrase(string message) => Folded(message) is { Length: <= 24 } text && !Predicate().IsMatch(text);

    public static bool Agrees(string message) => Agreeing().IsMatch(Folded(message));

    public static bool Denies(string message) => Denying().IsMatch(Folded(message));

    /// <summary>
    /// The kinds of incident that a message calls by their names, as routes; of a correction (「乗っ取りじゃなくてなりすまし」) the one that is meant.
    /// </summary>
    public static IReadOnlyList<string> TroublesNamed(string message)
    {
        var text = Instead(message)?.After ?? Folded(message);
        return [.. Named.Where(kind => kind.Words.Any(word => text.Contains(word, StringComparison.Ordinal))).Select(kind => kind.Kind)];
    }

    private static readonly (string Kind, string[] Words)[] Named =
    [
        ("incident:flaming", ["炎上"]),
        ("incident:impersonation", ["なりすまし", "成りすまし", "偽アカ", "ニセアカ", "偽物", "にせもの", "偽の"]),
        ("incident:takeover", ["乗っ取", "のっとら", "のっとり"]),
        ("incident:mistake", ["誤投稿", "誤爆", "誤配信", "誤送信"]),
    ];

    /// <summary>An exercise.</summary>
    public static bool IsDrill(string message) => Drill().IsMatch(message);

    /// <summary>「9:15 課長に報告」: what begins with a time of day is an entry of a record.</summary>
    public static bool BeginsWithTime(string message) => TimeFirst().IsMatch(Folded(message));

    // 「訓練ちゃう、ほんまや」 is none.
    [GeneratedRegex(
        "(?:訓練|練習)(?!(?:で|と)?(?:は|も)?(?:な[いくか]|ありません|ちゃう|違|ちが)|(?:じゃ|や|ちゃ)(?:な[いくか]|ありません|う|ねえ))"
    )]
    private static partial Regex Drill();

    [GeneratedRegex("^(?:午前|午後)?[0-9]{1,2}(?::[0-9]{2}|時(?:半|[0-9]{1,2}分?)?)(?:頃|ごろ|に|、|\\s|,|過ぎ)")]
    private static partial Regex TimeFirst();

    private static string Folded(string message) => message.Normalize(NormalizationForm.FormKC).Trim();

    [GeneratedRegex(
        "[?]|(?:です|ます|でしょう|ました|ません|でした|んだ|るん|たん|ないん|ええん|いいん|要るん|いるん|なん|のだ|じゃろう|だろう)か(?:ね|な|ねえ|しら)?[。!…〜\\s]*$"
            + "|(?:かな|かね|かのう|かなあ|かしら|っけ|よね|じゃろ|んかな|のか|ですかね)[。!…〜\\s]*$|(?:どう|何|なに|なん|どこ|いつ|誰|だれ|どれ|どの|どっち"
            + "|どちら|なぜ|なんで|いくら|いくつ|どんな)[^。]{0,20}(?:すれば|したら|する|るん|ん|の|か|です|ます|いい|ええ|良い|ば|だ|や)[。!…\\s]*$"
            + "|(?:[るくすつぬむぐぶた]|(?<!そ)う|(?<!まあ|ま)い)か[。!…〜\\s]*$|(?:教えて"
            + "|おしえて|知りたい|聞きたい|ききたい|教えろ|について(?:は|教えて)?)[^。]{0,12}[。!…]*$|(?:の|ん|い|る|た|ない)[?]$|(?:要る|いる|いい|ええ|だめ"
            + "|ダメ|必要|大丈夫|あり)(?:なの|なん|ん|の)?[。!]*$(?<=[のん][。!]*)"
    )]
    private static partial Regex Asking();

    [GeneratedRegex("(?:教え|おしえ|教示|説明し?|聞かせ|きかせ)(?:て|を|いただ)[^。]{0,12}[。!…]*$")]
    private static partial Regex ToBeTold();

    [GeneratedRegex(
        "もし|仮に|万一|万が一|とき(?:は|って|の|に)|時(?:は|って|の対応)|場合|(?:され|れ|起き|出|あっ|なっ|炎上し|届い|見つけ)たら|(?:炎上|乗っ取|なりすま)[^。、]{0,6}(?:みたい|よう)に|(?:と|って)いう(?:ポスター|チラシ|投稿"
            + "|記事|動画|啓発|話題)|載せよう|載せて(?:も|いい|ええ)|載せたい|たとえば|例えば|としたら|ときどう|たらどう"
    )]
    private static partial Regex Supposing();

    [GeneratedRegex("実際に|仮の話じゃな|いま|今(?:まさに|、|やられ|起き)|現に|本当に")]
    private static partial Regex InFact();

    [GeneratedRegex(
        "よその|ニュース(?:で|に|見)|テレビ(?:で|に|見)|新聞(?:で|に)|友達|友人|ともだち|知り合い|知人|家族|息子|娘|弟|妹|兄|姉|母|父|夫|妻|親戚|隣の(?:市"
            + "|町|県)|他(?:の)?(?:市|町|県|自治体|都市)|ほかの(?:市|町|県|自治体)|よその|別の(?:市|自治体)|個人(?:の|で)(?:アカ|垢|インスタ|X|ツイ|SNS"
            + "|LINE|フェイス|やつ)|私の(?:個人|インスタ|垢)|(?:俺|僕|わし)の(?:インスタ|垢|X|LINE)|有名人|芸能人|タレント|俳優|歌手|企業の|会社の|お店の"
            + "|店の|ニュースで|テレビで|国の|県の(?:アカ|公式|X|インスタ)|市のアカウントじゃな|公式じゃなく(?:て)?(?:個人|私)|(?:広島|倉敷|大阪|東京|神戸|京都|福岡"
            + "|名古屋|高松|松山|鳥取|島根|総社|玉野|津山|瀬戸内|赤磐|備前)(?:市|県|府|都)"
    )]
    private static partial Regex Others();

    [GeneratedRegex(
        "^(?:はい|うん|ええ|OK|ok|おけ|お願い|それで|これで|じゃあ|じゃ|では|よし|ほんなら|ほな|ほいじゃあ?|なら|すぐ|今すぐ)?[、,。!\\s]*(?:それで|これで|すぐ|この内容で|チェックリスト(?:を)?"
            + "|対応(?:を)?)?[、,\\s]*(?:始めて|はじめて|始めます|始めよう|始める|はじめる|始めたい(?:です)?|開始(?:して|します|で)?|スタート(?:して|で)?|お願い(?:します)?|たのむ|頼む|頼みます"
            + "|OK|ok|進めて|いこう|はい|うん|ええよ)(?:ください|下さい|ちょうだい|くれ|くれえ|つかあさい|え|え[えー]|ね|や|な)?[。!！\\s]*$|^(?:それ|これ)で(?:いい|ええ|OK|ok|大丈夫)(?:です"
            + "|よ|わ)?[。!！\\s]*$"
            + "|^[^?？]{0,24}(?<!を)(?:始めて|はじめて|開始して|スタートして)(?:ください|下さい|ちょうだい|くれ|つかあさい|ね)?(?:[、。\\s]*(?:よろしく)?(?:お願い|おねがい)(?:します|いたします)?)?[。!！\\s]*$"
    )]
    private static partial Regex Starting();

    [GeneratedRegex(
        "別件|もう(?:一|1|ひと)(?:つ|件|枚)|別に|別の(?:届|申請|アカウント|件)|それとは別|ほかにも|他にも|あと、?(?:もう|担当|別)|ついでに|新たに"
    )]
    private static partial Regex Another();

    [GeneratedRegex(
        "(?:て|で)?(?:もらえ|くれ|いただけ|もらえん|くれん|くだされ|ほしい)(?:ます|ません|る|ない|ん|です)?か?(?:ね|な|のう)?[?？。!]*$|(?:直せ|変えられ"
            + "|変更でき|訂正でき|修正でき|入れられ)ます?か?[?？。!]*$|お願いでき(?:ます|る)か?[?？。]*$"
    )]
    private static partial Regex Requesting();

    [GeneratedRegex(
        "(?:ほう|方|下書き|届|申請書?|様式[0-9]?|作成|入力|さっき(?:の)?(?:やつ|の)?)(?:に|へ|を|の|は)?(?:戻|もど|再開|続|つづ)|^(?:じゃあ"
            + "|では|さっきの?|先ほどの?)?(?:続き|つづき)(?:を|から)?(?:やり|し|お願い|で|$)|の続き(?:を|から|、|。|$|お願い|やり|し)|(?:のほう|の方|下書き)(?:にして"
            + "|でお願い|をお願い|に切り替え)"
    )]
    private static partial Regex Back();

    [GeneratedRegex(
        "^(?:はい|うん|ええ|そう|OK|ok|お願い|おねがい|頼む|了解|オッケー|いいよ|ええよ)(?:[、,。!\\s]|です|します|$|消し|削除|で)"
    )]
    private static partial Regex Agreeing();

    [GeneratedRegex("^(?:いいえ|いや|いえ|ううん|違|ちが|やめ(?:とく|ない)|残し|そのまま|待って|だめ|NO|no|キャンセル)")]
    private static partial Regex Denying();

    [GeneratedRegex(Corrections.InsteadOf)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(
        "もう[1一いっ]|もっ[ぺか]|もっかい|もういっ|再度|再び|再送|また(?:見せ|出し|表示|言|教え)|繰り返|くりかえ|リピート|さっき|先ほど|今の|いまの|前の|直前|流れて"
            + "|見失|聞き逃|見逃|なんて(?:言|い)|何て(?:言|い)|なんだっけ|何だっけ|^(?:え|は)[?？]|消え|忘れ"
    )]
    private static partial Regex Repeating();

    [GeneratedRegex(
        "あなた|あんた|君|きみ|お前|おまえ|おめえ|自分(?:は|って)|誰|だれ|だりゃあ|名前|なまえ|ボット|bot|Bot|BOT|AI|人工知能|人間|ロボット|機械|中の人"
            + "|どちら様|どなた|何者|なにもの|何が(?:でき|出来)|なにができ|できること|出来ること|何をして|なにして(?:くれ)?|使い方|つかいかた|何(?:の|をする)(?:アプリ"
            + "|もの|やつ)|何ができ|これ(?:は)?(?:何|なに|なん)|自己紹介|年齢|何歳|性別|(?:ここ|これ)(?:で|って)(?:は)?何"
    )]
    private static partial Regex AboutBot();

    [GeneratedRegex(
        @"また|さよ[うな]|さいなら|失礼|お疲れ|おつかれ|お先|おやすみ|お休み|バイ|ばい|帰|上が|あがり|では|ほな|ほんなら|じゃあ|じゃ[、ね!。\s]|終わり|おわり|以上|落ち|退勤|閉じ|締め|またね|よいお年|良いお年|よい週末|良い週末|ここまで"
    )]
    private static partial Regex Leaving();

    [GeneratedRegex(
        "見せ|みせ|見たい|みたい|見て|見る|見え|表示|内容|中身|確認|確かめ|チェック|どこまで|どうなっ|どんな感じ|どんなん|どげん|どねん|入って|入っと|入力|状態|状況|進み"
            + "|下書き|残り|のこり|足り|足らん|あと何|何が|なにが|プレビュー|書いて|まとめ|今の|いまの|現在|ここまで|様式|届|項目|欄|一覧|おさらい|振り返|未記入|埋ま|うま(?:って"
            + "|っと)|できた|できとる|全部"
    )]
    private static partial Regex Showing();

    [GeneratedRegex(
        "保存|あとで|後で|のち(?:ほど)?に|(?:また|明日|あした|あす|来週|今日は|きょうは)[^。]{0,6}(?:やる|やり|書[くきい]|続|つづ|出し|する|します|しよう"
            + "|にし|回|ここ|終わ|おわ|おしまい)|また(?:今度|あと|後)|続き|途中|ここまで|いったん|一旦|一度|中断|休|席|置い|おい(?:と|て)|とりあえず|いまは|今は|やめ(?:とく"
            + "|とき)|ストップ|止め|とめ|待|キープ|戻っ|残し|残り|寝かせ|帰"
    )]
    private static partial Regex Saving();

    [GeneratedRegex(
        "消|削除|破棄|捨て|すて|やめ|止め|取りやめ|取り止め|中止|なし|ナシ|無し|不要|いらな|要ら|いらん|キャンセル|ボツ|没|取り消|取消|白紙|終わり|クリア|リセット|なかったこと"
    )]
    private static partial Regex Discarding();

    [GeneratedRegex(
        "提出|出して|出しと|出します|出す|出せ|だして|送信|送って|送る|送り|おくって|申請(?:して|し[まと]|お願い)|届け(?:て|出)|確定|これで(?:いい|OK|ok"
            + "|お願い|よ|ええ|行|い)|それで(?:いい|OK|ok|お願い|よ|ええ|行|い)|完成|完了|オッケー|OK|ok|そのまま|通して|回して|お願い"
    )]
    private static partial Regex Submitting();

    [GeneratedRegex("(?:です|ます|[るたいかねよなあわしてんどう])[。!?…〜ー]*$|[?。]")]
    private static partial Regex Predicate();

    [GeneratedRegex(
        "^(?:(?:本当に|ほんとに|どうも|いつも|はい|了解です|なるほど|よく(?:分|わ)かりました|(?:分|わ)かりました|承知しました|丁寧に|ご丁寧に|早速|とても|すごく)[、。!\\s]*)*"
            + "(?:(?:ありがと|有難う|有り難う|助か(?:り|った)|感謝)[ぁ-んー〜]{0,12}[、。!〜\\s]*)+$"
    )]
    private static partial Regex Thanking();

    [GeneratedRegex("したい|やりたい|やってみ|想定|ってことで|という(?:こと|設定|仮定)で|頼む|頼みます|お願い|始め|出して|行い|実施")]
    private static partial Regex DrillWanted();

    [GeneratedRegex("迷|どっちか|どちらか|未定|検討中|決めかね|決まって(?:い)?(?:ない|ません)|決まらん|決まっとらん")]
    private static partial Regex Wavering();

    [GeneratedRegex("おはよ|こんにち|こんばん|元気|疲れ|世話|はじめまして|初めまして|久しぶり|もしもし|どうも")]
    private static partial Regex Greeting();

    [GeneratedRegex("いつ|何日|なんにち|期限|締|〆|まで|前|後|あと|日数|タイミング|間に合|急|時期|何月")]
    private static partial Regex AsksWhen();

    [GeneratedRegex("どこ|どちら|どっち|提出先|出し先|宛|あて|窓口|部署|課|場所|送り先|メール|誰に|だれに")]
    private static partial Regex AsksWhere();

    [GeneratedRegex("誰|だれ|どなた|どの課|担当|責任|課長|所属長|職員|うち|自分|私|管理者|人|者")]
    private static partial Regex AsksWho();

    [GeneratedRegex(
        "投稿|文|原稿|ポスト|ツイ|つぶや|チェック|見て|みて|確認(?!してみ|します)|下書き|載せ|のせ|上げ|アップ|大丈夫|添削|これ|この|レビュー|キャプション|案"
    )]
    private static partial Regex Checking();

    [GeneratedRegex(
        "人|ひと|担当|職員|電話|窓口|課|相談|問い合わ|問合|連絡|つない|繋い|つなげ|直接|話し|誰か|だれか|オペレーター|係|聞き|聞い|訊|回答|先|助け"
    )]
    private static partial Regex Human();
}
