using System.Text;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>What the form of a sentence says of its purpose, whatever it is about: asking, supposing, telling of others.</summary>
internal static partial class Signs
{
    /// <summary>Whether it asks, by its ending or a question word; a request in the form of a question (「直してもらえますか」) does not.</summary>
    public static bool Asks(string message) =>
        Folded(message) is var text && (Asking().IsMatch(text) && !Requesting().IsMatch(text) || Sentences(text).Any(AsksPolitely));

    /// <summary>「…も必要でしょうか。ご教示いただけますと幸いです。」: the question is not the last sentence.</summary>
    private static bool AsksPolitely(string sentence) => PoliteAsking().IsMatch(sentence) && !Requesting().IsMatch(sentence);

    private static string[] Sentences(string text) => text.Split(['。', '\n'], StringSplitOptions.RemoveEmptyEntries);

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
            "draft:undo" => Undoing().IsMatch(Folded(message)),
            "draft:resume" => Resuming().IsMatch(Folded(message)),
            "incident:next" => AsksNext().IsMatch(Folded(message)),
            "incident:status" => AsksState().IsMatch(Folded(message)),
            "draft:why" => AsksWhy().IsMatch(Folded(message)),
            "draft:back" => StepBack().IsMatch(Folded(message)),
            "draft:skip" => Skipping().IsMatch(Folded(message)),
            "draft:each" => OneByOne().IsMatch(Folded(message)),
            "draft:form" => OnForm().IsMatch(Folded(message)),
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

    /// <summary>「これって炎上って言うんでしょうか」.</summary>
    public static bool AsksWhetherItIs(string message) => WhetherItIs().IsMatch(Folded(message));

    /// <summary>「もう一度チェックして」.</summary>
    public static bool NamesCheck(string message) => CheckNamed().IsMatch(Folded(message));

    /// <summary>「置いといてください」, 「後回しで」: the last words put it aside.</summary>
    public static bool PutsAside(string message) => AsideAtEnd().IsMatch(Folded(message));

    /// <summary>An account or what stands on one: 「会議室を乗っ取られた」 has none.</summary>
    public static bool NamesAccount(string message) => AccountNamed().IsMatch(Folded(message));

    /// <summary>「それ何条？」.</summary>
    public static bool AsksForClause(string message) => ClauseAsked().IsMatch(Folded(message));

    /// <summary>「次は何？」.</summary>
    public static bool AsksForNext(string message) => NextAlone().IsMatch(Folded(message));

    /// <summary>「今どれとどれが書きかけですか」.</summary>
    public static bool AsksForDrafts(string message) => DraftsAsked().IsMatch(Folded(message));

    /// <summary>「…は破棄で」: the last words throw it away.</summary>
    public static bool Discards(string message) => DiscardAtEnd().IsMatch(Folded(message));

    /// <summary>「炎上しとる」, 「乗っ取られました」: it is going on or has just happened.</summary>
    public static bool Happens(string message) => Happening().IsMatch(Folded(message));

    /// <summary>「炎上ではないです」.</summary>
    public static bool DeniesTrouble(string message) => NoTrouble().IsMatch(Folded(message));

    /// <summary>「今の内容をもう一回」: what is in the paper, rather than what was said last.</summary>
    public static bool NamesContent(string message) => Content().IsMatch(Folded(message));

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

    /// <summary>「9:15 課長に報告」, 「メモ：…」: what begins with a time of day, or says so, is an entry of a record.</summary>
    public static bool IsEntry(string message) => Entry().IsMatch(Folded(message));

    // 「訓練ちゃう、ほんまや」 is none.
    [GeneratedRegex(
        "(?:訓練|練習)(?!(?:で|と)?(?:は|も)?(?:な[いくか]|ありません|ちゃう|違|ちが)|(?:じゃ|や|ちゃ)(?:な[いくか]|ありません|う|ねえ))"
    )]
    private static partial Regex Drill();

    [GeneratedRegex(
        "^(?:午前|午後)?[0-9]{1,2}(?::[0-9]{2}|時(?:半|[0-9]{1,2}分?)?)(?:頃|ごろ|に|、|\\s|,|過ぎ)"
            + "|^(?:メモ|記録|追記|経過|時系列|ログ)(?:し(?:て|とい)て?|に残して|をお願い(?:します)?|お願い(?:します)?)?(?:ください|ね)?[:。、\\s]"
    )]
    private static partial Regex Entry();

    private static string Folded(string message) => message.Normalize(NormalizationForm.FormKC).Trim();

    [GeneratedRegex(
        "[?]|(?:です|ます|でしょう|ました|ません|でした|んだ|るん|たん|ないん|ええん|いいん|要るん|いるん|なん|のだ|じゃろう|だろう)か(?:ね|な|ねえ|しら)?[。!…〜\\s]*$"
            + "|(?:かな|かね|かのう|かなあ|かしら|っけ|よね|じゃろ|んかな|のか|ですかね)[。!…〜\\s]*$|(?:どう|何|なに|なん|どこ|いつ|誰|だれ|どれ|どの|どっち"
            + "|どちら|なぜ|なんで|いくら|いくつ|どんな)[^。]{0,20}(?:すれば|したら|する|るん|ん|の|か|です|ます|いい|ええ|良い|ば|だ|や)[。!…\\s]*$"
            + "|(?:[るくすつぬむぐぶた]|(?<!そ)う|(?<!まあ|ま)い)か[。!…〜\\s]*$|(?:教えて"
            + "|おしえて|知りたい|知っておきたい|知っときたい|予習しておきたい|確認しておきたい|把握しておきたい|読みたい|聞きたい|ききたい|教えろ|について(?:は|教えて)?)[^。]{0,12}$|(?:の|ん|い|る|た|ない)[?]$|(?:要る|いる|いい|ええ|だめ"
            + "|ダメ|必要|大丈夫|あり)(?:なの|なん|ん|の)?[。!]*$(?<=[のん][。!]*)"
    )]
    private static partial Regex Asking();

    [GeneratedRegex(
        "(?<!か)もし|仮に|万一|万が一|とき(?:は|って|の|に)|時(?:は|って|の対応)|場合|(?:され|れ|起き|出|あっ|なっ|炎上し|届い|見つけ)たら|(?:炎上|乗っ取|なりすま)[^。、]{0,6}(?:みたい|よう)に|(?:と|って)いう(?:ポスター|チラシ|投稿"
            + "|記事|動画|啓発|話題)|載せよう|載せて(?:も|いい|ええ)|載せたい|たとえば|例えば|としたら|ときどう|たらどう|には(?:どう|何|なに)|予習|想定問答|に備え"
    )]
    private static partial Regex Supposing();

    [GeneratedRegex("実際に|仮の話じゃな|いま|今(?:まさに|、|やられ|起き)|現に|本当に")]
    private static partial Regex InFact();

    [GeneratedRegex(
        "よその|ニュース(?:で|に|見)|テレビ(?:で|に|見)|新聞(?:で|に)|友達|友人|ともだち|知り合い|知人|家族|息子|娘|うちの子(?!育)|孫が|旦那|嫁さん|彼氏|彼女|ドラマ|映画|ゲームの|小説|弟|妹|兄|姉|母|父|夫|妻|親戚|隣の(?:市"
            + "|町|県)|他(?:の)?(?:市|町|県|自治体|都市)|ほかの(?:市|町|県|自治体)|よその|別の(?:市|自治体)|個人(?:の|で)(?:アカ|垢|インスタ|X|ツイ|SNS"
            + "|LINE|フェイス|やつ)|私の(?:個人|インスタ|垢)|(?:俺|僕|わし)の(?:インスタ|垢|X|LINE)|有名人|芸能人|タレント|俳優|歌手|企業の|会社の|お店の"
            + "|店の|ニュースで|テレビで|国の|県の(?:アカ|公式|X|インスタ)|市のアカウントじゃな|公式じゃなく(?:て)?(?:個人|私)|(?:広島|倉敷|大阪|東京|神戸|京都|福岡"
            + "|名古屋|高松|松山|鳥取|島根|総社|玉野|津山|瀬戸内|赤磐|備前)(?:市|県|府|都)"
    )]
    private static partial Regex Others();

    [GeneratedRegex(
        "^(?:はい|うん|ええ|OK|ok|おけ|お願い|それで|これで|じゃあ|じゃ|では|よし|ほんなら|ほな|ほいじゃあ?|なら|すぐ|今すぐ)?[、,。!\\s]*(?:それで|これで|すぐ|この内容で|チェックリスト(?:を)?"
            + "|対応(?:を)?)?[、,\\s]*(?:始めて|はじめて|始めます|始めよう|始める|はじめる|始めたい(?:です)?|始めて(?:もらえ|いただけ|くれ)(?:ます|る|ません)?か?"
                + "|開始(?:して|します|で)?|スタート(?:して|で)?|お願い(?:します)?|たのむ|頼む|頼みます"
            + "|OK|ok|進めて|いこう|はい|うん|ええよ)(?:ください|下さい|ちょうだい|くれ|くれえ|つかあさい|え|え[えー]|ね|や|な)?[。!！\\s]*$|^(?:それ|これ)で(?:いい|ええ|OK|ok|大丈夫)(?:です"
            + "|よ|わ)?[。!！\\s]*$"
            + "|^[^?？]{0,24}(?<!(?<!訓練|練習|チェックリスト|対応|これ|手順|演習)を)(?:始めて|はじめて|開始して|スタートして|開始を|スタートを)(?:ください"
                + "|下さい|ちょうだい|くれ|つかあさい|ね)?(?:[、。\\s]*(?:よろしく)?(?:お願い|おねがい)(?:します|いたします)?)?[。!！\\s]*$"
    )]
    private static partial Regex Starting();

    [GeneratedRegex(
        "別件|もう(?:一|1|ひと)(?:つ|件|枚)|別に|別の(?:届|申請|アカウント|件)|(?:のほう|の方|の件|の分)も|それとは別|ほかにも|他にも|あと、?(?:もう|担当|別)|ついでに|新たに"
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
        "あなた|あんた|君|きみ|お前|おまえ|おめえ|自分(?:は|って)|(?:^|[、。])(?:誰|だれ)[^。]{0,6}$|(?:相手|向こう|そっち|中|これ|それ|ここ)[^。]{0,4}(?:誰"
            + "|だれ)|だりゃあ|名前|なまえ|ボット|bot|Bot|BOT|AI|人工知能|人間|ロボット|機械|中の人"
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
        "保存|あとで|後で|後に(?:し|やり|やる|回)|のち(?:ほど)?に|(?:また|明日|あした|あす|来週|今日は|きょうは)[^。]{0,6}(?:やる|やり|書[くきい]|続|つづ|出し|する|します|しよう"
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

    [GeneratedRegex("内容|中身|入力|届|下書き|様式|書類|書いた")]
    private static partial Regex Content();

    [GeneratedRegex(
        "(?:炎上|乗っ取り?|乗っ取ら|のっとら|なりすまし|成りすまし|偽アカ(?:ウント)?|偽物|誤投稿|誤爆|誤配信)[^。]{0,12}?(?:し(?:て(?:い|ま|る|し)"
            + "|と[るりん]|ちゃ|ました|た)|され(?:て|と|ま|た)|れ(?:て(?:い|る|し|ま)|と[るりん]|ました|た)"
            + "|が(?:出|で|い(?:ます|る|た)|お[るり]|あ[るり]|現れ)|を(?:見つけ|し(?:て|ま|た))|です!|中)"
    )]
    private static partial Regex Happening();

    [GeneratedRegex(
        "(?:炎上|乗っ取り?|なりすまし|偽物|誤投稿|トラブル|事故)(?:し(?:て(?:い)?る|た)?|され(?:て(?:い)?る|た)?)?(?:ってほど|というほど|わけ|の)?(?:で"
            + "|じゃ|や|と)(?:は|も)?(?:ない|なく|ありません|なかった|ございません|ねえ)|(?:炎上|乗っ取|なりすま)[^。]{0,8}(?:ていません|てない|とらん|てません)"
    )]
    private static partial Regex NoTrouble();

    [GeneratedRegex("(?:でしょう|でしたでしょう|ました|ません|ます|です)か(?:ね|な|ねえ)?$")]
    private static partial Regex PoliteAsking();

    [GeneratedRegex(
        "(?:って|と)(?:言|い|呼)(?:う|え|っても|って)|(?:に|には)(?:当たる|あたる|当たり|あたり|入る|入り|該当)|のうち(?:ですか|でしょうか|[?]|に)|でしょうか[?。]*$"
    )]
    private static partial Regex WhetherItIs();

    [GeneratedRegex("チェック|点検|添削|レビュー|見て(?:くれ|もら|ほし|ください|下さい|ちょうだい)|確認(?:して|お願い|を)|貼れば|送れば")]
    private static partial Regex CheckNamed();

    [GeneratedRegex("(?:置い(?:と|て)|おい(?:と|て)|保存|後回し|あと回し|後で|あとで|のちほど|中断|また今度|また明日|続きは)[^。]{0,12}$")]
    private static partial Regex AsideAtEnd();

    [GeneratedRegex(
        "アカウント|垢|アカが|公式|投稿|コメント|フォロワ|リプ|動画|チャンネル|ページ|インスタ|ツイ|SNS|ログイン|パスワード|プロフィール|配信|DM|LINE|Instagram|Facebook|YouTube|TikTok|X(?![A-Za-z])"
    )]
    private static partial Regex AccountNamed();

    [GeneratedRegex(
        "^[^。]{0,14}(?:何条|なん条|何項|第何|どの条|どの項|何章)[^。]{0,14}$|^(?:それ|これ|今の|その話|さっきの)[^。]{0,6}どこに書い"
    )]
    private static partial Regex ClauseAsked();

    [GeneratedRegex(
        "(?:^|[。、!はで])\\s*(?:じゃあ?|で|では)?[、\\s]*次(?:は|に|の|って|の手順|のステップ)*(?:何|なに|なん|どう|どれ|どこ)?(?:を|が|から)?(?:する"
            + "|すれば|したら|やる|やれば|やったら)?(?:の|ん|いい|ええ|よい|です|でしょう|だ|じゃ)*(?:か|かな)?[?。!]*$"
    )]
    private static partial Regex NextAlone();

    [GeneratedRegex("次|つぎ|何|なに|なん|どう|続|つづ|やること|すること|手順|進|残|どれ|指示|どこ|ステップ|順番|今度|ほか|他")]
    private static partial Regex AsksNext();

    [GeneratedRegex(
        "状況|状態|どこ|どう|どない|どねえ|どげ|今|いま|現|進|まとめ|経過|何|なに|済|残|終わ|ここまで|教え|見せ|みせ|サマリ|一覧|整理|誰|だれ|表示|確認|記録|振り返"
    )]
    private static partial Regex AsksState();

    [GeneratedRegex(
        "(?:書きかけ|書いとる途中|途中|作りかけ|未提出|下書き)[^。?]{0,14}(?:何個|いくつ|何件|何枚|なんこ|どれ|なに|何が|何と|一覧|残っ|あ(?:る|り|っ))|(?:どれ|何|なに|いくつ|何件)[^。?]{0,10}(?:書きかけ|途中|作りかけ|下書き|未提出)"
    )]
    private static partial Regex DraftsAsked();

    [GeneratedRegex(
        "(?:破棄|削除|消し|捨て|すて|消去)(?:で|して|しと(?:い)?て|とい?て|てください|てくれ|ちゃって|お願い|をお願い|したい|します|する)?(?:ください|下さい|ね|な|わ|お願い(?:します)?)?[。!]*$"
    )]
    private static partial Regex DiscardAtEnd();

    [GeneratedRegex(
        "なんで|何で|なぜ|どうして|必要|理由|要る|要り|いる(?:ん|の)|書か|意味|目的|何に使|なんに使|何のため|なんのため|義務|必須|わざわざ|根拠"
    )]
    private static partial Regex AsksWhy();

    [GeneratedRegex("戻|もど|前の|まえの|一つ前|ひとつ前|1つ前|1個前|手前|直前|さっき|先ほど|バック")]
    private static partial Regex StepBack();

    [GeneratedRegex(
        "わから|分から|わかん|分かん|知ら|存じ|飛ば|とば|スキップ|次|あと|後|のち|未定|決ま|決め|空|なし|無し|パス|保留|不明|いま|今は|書け|調べ|確認|即答|未|聞いて|先へ|省|抜き|抜かし|置い|入れない|入れん|たちまち|まだ"
    )]
    private static partial Regex Skipping();

    [GeneratedRegex("一つ|ひとつ|1つ|順|一個|1個|質問|聞いて|きいて|対話|チャット|一問|1問|会話|項目|ずつ|尋ね|訊")]
    private static partial Regex OneByOne();

    [GeneratedRegex("フォーム|カード|画面|入力|欄|表|まとめ|一覧|様式|一気|一度|いっぺん|全部|用紙|記入|自分で|項目|並")]
    private static partial Regex OnForm();

    [GeneratedRegex(
        "取り消|取消|とりけ|戻|もど|なし|無し|ナシ|なかった|やめ|撤回|キャンセル|前の|さっき|先ほど|今の|いまの|直前|直近|上書き|違|ちが|間違|ミス|元|アンドゥ|undo|Undo|消し"
    )]
    private static partial Regex Undoing();

    [GeneratedRegex(
        "続|つづ|再開|戻|もど|途中|下書き|書きかけ|昨日|きのう|さっき|先ほど|この前|こないだ|先日|前に|前の|保存|残し|とっとい|置いと|やりかけ|かけの|あの届|呼び出|開い|ひらい|後回し|中断|届"
    )]
    private static partial Regex Resuming();

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
