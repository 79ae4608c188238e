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

    /// <summary>「保存をお願いします」, 「下書きで保存しといて」.</summary>
    [GeneratedRegex("保存(?:して|しと|し(?:たい|ます)|を?(?:お願い|頼)|で(?:お願い|頼む|[。!]*$)|[。!]*$)")]
    private static partial Regex SavingByName();

    /// <summary>「届はまだええわ」.</summary>
    [GeneratedRegex(
        "(?:届|手続き?|申請|書類|様式[0-9]?)(?:出?は|も|なんか)?[^。、]{0,4}(?:まだ|今は|いまは|あとで|後で)(?:は|で)?(?:ええ|いい|よい|いら|要ら|出さ|書か|大丈夫|結構|せん|しな)"
    )]
    private static partial Regex NotYetWanted();

    [GeneratedRegex("(?:済み?|ずみ|完了)(?:です|でーす|や|じゃ|だよ|よ|ました|しました)?[。!〜ー]*$")]
    private static partial Regex DoneAtEnd();

    /// <summary>「まだできてない」, 「作っているところです」.</summary>
    [GeneratedRegex(
        "まだ|(?:てい?ない|てません|ていません|とらん|とりません|てねえ|できん|できない|できません|ずに)|(?:ている|てる|とる)(?:ところ|最中|途中)|(?:中|途中)(?:です|じゃ|や|だ)?[。!]*$|これから|つもり|予定|(?:し|る|く|す)たい"
    )]
    private static partial Regex NotDone();
}
