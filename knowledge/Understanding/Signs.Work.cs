using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>What is said over a paper or a checklist that is being worked on.</content>
internal static partial class Signs
{
    /// <summary>A paper is given in, by the words for that alone.</summary>
    [GeneratedRegex(
        "提出(?!先|日|期限|書類|方法|する前|前)|(?<!思い|呼び|見|貸し|抜け)(?:出して|出しと|出します|だして|だしと)|送信|送って|送りま|おくって|申請(?:して|し[まと])|届け(?:て|出て|出し)"
    )]
    private static partial Regex HandingIn();

    /// <summary>「あと」, 「後回し」, 「飛ばして」; 「以後気をつけます」 is none.</summary>
    [GeneratedRegex(
        "(?<![以今前最午直])後(?!悔|任)|あと|のち|飛ば|とば|スキップ|パス|保留|置い|おい[とて]|先に|先へ|明日|あした|翌|朝|昼|午後|夕方|夜|来週|次回|週明け"
            + "|回[すしせ]|てから|まだ|待|ひとまず|とりあえず|時間|無理|手が|でき(?:ない|ん|ません)|今は|いまは|次に|次へ|ペンディング|延期|見送"
    )]
    private static partial Regex PuttingOff();

    /// <summary>「残っとることは何がある?」, 「残りはどれとどれ」.</summary>
    [GeneratedRegex(
        "(?:残(?:り|っ[てとち]|る)|のこ(?:り|っ[てと])|未完了|済んで(?:い)?ない|やってない)[^。]{0,14}(?:何|なに|なん|どれ|どこ|いくつ|教え|見せ|ある|[?]|は$|って$)"
    )]
    private static partial Regex IsLeft();

    /// <summary>What takes back or turns down.</summary>
    [GeneratedRegex(
        "違|ちが|ちげ|間違|まちが|いい[えや]|いえ|いや|否|ノー|no|No|NO|ううん|や[めま]|止め|取り消|取消|撤回|不要|いら[なん]|要ら[なん]|いりませ|要りませ"
            + "|なし|無し|ナシ|キャンセル|(?:じゃ|では|で)(?:な[いくかし]|ねえ|ありません|なく)|じゃねー|ちゃう|やない|勘違|早とちり|誤解|誤認|見間違|大丈夫|結構|けっこう"
            + "|いいです|ええわ|閉じ|消し|中止|戻し|だめ|ダメ|せん(?:で|わ)|しない|しません|うっかり|誤って|誤操作|押し|早まっ|本物|お騒がせ|なかった|ありませんでした|そんなこと"
            + "|まさか|とんでも|断"
    )]
    private static partial Regex Refusing();

    [GeneratedRegex(
        "(?:始め|はじめ)(?:て|ま(?:す|しょ)|よう|る|よ|ろ|とい|とこ)(?!い[まるた]|る)|(?:開始|スタート)(?:し(?:て|ま(?:す|しょ)|よう|とい)|を?(?:お?願い|頼)|で|する|せ|[!。]*$)"
    )]
    private static partial Regex Beginning();

    /// <summary>「園の人に聞いてみます」, 「別で調べますわ」: what who writes means to do, and no wish.</summary>
    [GeneratedRegex(
        "(?:聞[いき]|訊[いき]|尋ね|調べ|確認し|相談し|考え|見|読[んみ]|直し|気をつけ|伝え|共有し)(?:[てで](?:み|おき|き))?ます(?:わ|ね|よ)?[。!〜ー]*(?:$|[。!〜ー])"
            + "|^(?:はい|なるほど)?[、。!\\s]*(?:わか|分か|了解|承知)[^。?!、]{0,8}[。!、\\s]*[^。?]{0,14}(?:して|って|んで|めて|ておき|とき)(?:おき)?ます[^。?]{0,2}[。!]*$"
    )]
    private static partial Regex OwnPlan();

    [GeneratedRegex("(?:ほう|方|やつ|のん)(?:の)?(?:です|でした|で|じゃ|や|だ)?(?:お願い(?:します)?|頼みます?)?[。!]*$")]
    private static partial Regex OneOfSeveral();

    [GeneratedRegex(
        "(?:届|申請書|様式[0-9]+|書類)(?:出書)?[をの]?(?:.{0,6})?(?:書き(?:始め|はじめ|出し)?(?:たい|ます)|書いて|作(?:って|成して|りたい|成したい|ります)|起こして|準備して|用意して)[^。?]{0,14}[。!]*$"
    )]
    private static partial Regex Writing();

    [GeneratedRegex(
        "(?:誰|だれ|どなた|どこ|どちら|どっち|どの課|何課)(?:に|へ|まで)[^。]{0,6}(?:出|提出|送|渡|持|届け|行く)|(?:誰|だれ|どなた|どこ|どの課|何課)(?:宛|あて)"
            + "|(?:出す|提出する|提出|送る|渡す|持ってく)(?:の|ん|先|とこ|ところ)(?:は|って)?[^。、]{1,10}(?:っけ|よね|[?]|ですか|でしたか|かな|かのう)[?。]*$"
            + "|(?:提出先|出し先|あて先|宛先|宛名)[はってもを]*[^。]{0,8}(?:[?]|どこ|誰|だれ|っけ|か|は|って|教え[^。]*)[?。]*$"
    )]
    private static partial Regex WhereItGoes();

    /// <summary>「保存をお願いします」, 「下書きで保存しといて」.</summary>
    [GeneratedRegex("保存(?:だけ|のみ)?(?:は|を)?(?:して|しと|し(?:たい|ます)|を?(?:お願い|頼)|で(?:お願い|頼む|[。!]*$)|[。!]*$)")]
    private static partial Regex SavingByName();

    /// <summary>「届はまだええわ」.</summary>
    [GeneratedRegex(
        "(?:届|手続き?|申請|書類|様式[0-9]?)(?:出?は|も|なんか)?[^。、]{0,4}(?:まだ|今は|いまは|あとで|後で)(?:は|で)?(?:ええ|いい|よい|いら|要ら|出さ|書か|大丈夫|結構|せん|しな)"
    )]
    private static partial Regex NotYetWanted();

    [GeneratedRegex(
        "(?:らしい|みたい|(?<=[うくぐすつぬぶむるただい])そう|とのこと|(?:って|と)(?:聞い|きい|うわさ|噂))(?:です|じゃ|や|だ|た|とる|とります|ています|ました)*(?:よ|ね|な|わ|のう|なあ)*(?:。|[!…〜\\s]|$)"
    )]
    private static partial Regex HeardOf();

    [GeneratedRegex("(?:済み?|ずみ|完了)(?:です|でーす|や|じゃ|だよ|よ|ました|しました)?[。!〜ー]*$")]
    private static partial Regex DoneAtEnd();

    /// <summary>「まだできてない」, 「作っているところです」.</summary>
    [GeneratedRegex(
        "まだ|待[っち]|(?:てい?ない|てません|ていません|とらん|とりません|てねえ|できん|できない|できません|ずに)|(?:ている|てる|とる)(?:ところ|最中|途中)|(?:中|途中)(?:です|じゃ|や|だ)?[。!]*$|これから|つもり|予定|(?:し|る|く|す)たい"
    )]
    private static partial Regex NotDone();

    [GeneratedRegex("(?:この|その|今の|いまの|書い(?:てる|ている|とる))(?:届|書類|様式|申請|用紙|紙)")]
    private static partial Regex ThisPaper();

    [GeneratedRegex(
        "(?:下書き|書きかけ|作りかけ|途中の(?:届|書類))[^。?]{0,8}(?:見せ|みせ|見たい|表示|確認し(?:たい|ます)|出して(?:く|ほ|み|も)|開いて)"
    )]
    private static partial Regex DraftsShown();

    [GeneratedRegex(
        "(?:さっき|先ほど|昨日|きのう|前)の[^。?]{0,10}(?:届|申請|書類|下書き)[^。?]{0,4}(?:まだ)?[、]?(?:あ(?:る|り)|残っ|生きて)|(?:書きかけ"
            + "|書いとる途中|途中|作りかけ|未提出|下書き)[^。?]{0,14}(?:何個|いくつ|何件|何枚|なんこ|どれ|なに|何が|何と|一覧|残っ|あ(?:る|り|っ))|(?:どれ"
            + "|何|なに|いくつ|何件)[^。?]{0,10}(?:書きかけ|途中|作りかけ|下書き|未提出)"
    )]
    private static partial Regex DraftsAsked();
}
