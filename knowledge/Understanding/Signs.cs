using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>What the form of a sentence says of its purpose, whatever it is about: asking, supposing, telling of others.</summary>
internal static partial class Signs
{
    /// <summary>Whether it asks, by its ending or a question word; a request in the form of a question (「直してもらえますか」) does not.</summary>
    public static bool Asks(string message) => Folded(message) is var text && Asking().IsMatch(text) && !Requesting().IsMatch(text);

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

    public static bool Agrees(string message) => Agreeing().IsMatch(Folded(message));

    public static bool Denies(string message) => Denying().IsMatch(Folded(message));

    /// <summary>The kind of incident that a message calls by its name; of a correction (「乗っ取りじゃなくてなりすまし」) the one that is meant.</summary>
    public static string? TroubleNamed(string message)
    {
        var text = Folded(message);
        if (Instead().Match(text) is { Success: true } instead)
            text = text[(instead.Index + instead.Length)..];
        var named = Named.Where(kind => kind.Words.Any(word => text.Contains(word, StringComparison.Ordinal))).Select(kind => kind.Kind).ToList();
        return named is [var only] ? only : null;
    }

    private static readonly (string Kind, string[] Words)[] Named =
    [
        ("flaming", ["炎上"]),
        ("impersonation", ["なりすまし", "成りすまし", "偽アカ", "ニセアカ", "偽物", "にせもの", "偽の"]),
        ("takeover", ["乗っ取", "のっとら", "のっとり"]),
        ("mistake", ["誤投稿", "誤爆", "誤配信", "誤送信"]),
    ];

    /// <summary>An exercise.</summary>
    public static bool IsDrill(string message) =>
        message.Contains("訓練", StringComparison.Ordinal) || message.Contains("練習", StringComparison.Ordinal);

    private static string Folded(string message) => message.Normalize(NormalizationForm.FormKC).Trim();

    [GeneratedRegex(
        "[?]|(?:です|ます|でしょう|ました|ません|でした|んだ|るん|たん|ないん|ええん|いいん|要るん|いるん|なん|のだ|じゃろう|だろう)か(?:ね|な|ねえ|しら)?[。!…〜\\s]*$|(?:かな|かね|かのう|かなあ|かしら|っけ|よね|じゃろ|んかな|のか|ですかね)[。!…〜\\s]*$|(?:どう|何|なに|なん|どこ|いつ|誰|だれ|どれ|どの|どっち|どちら|なぜ|なんで|いくら|いくつ|どんな)[^。]{0,20}(?:すれば|したら|する|るん|ん|の|か|です|ます|いい|ええ|良い|ば)[。!…\\s]*$|(?:教えて|おしえて|知りたい|聞きたい|ききたい|教えろ|について(?:は|教えて)?)[^。]{0,12}$|(?:の|ん|い|る|た|ない)[?]$|(?:要る|いる|いい|ええ|だめ|ダメ|必要|大丈夫|あり)(?:なの|なん|ん|の)?[。!]*$(?<=[のん][。!]*)"
    )]
    private static partial Regex Asking();

    [GeneratedRegex(
        "もし|仮に|万一|万が一|とき(?:は|って|の|に)|時(?:は|って|の対応)|場合|(?:され|れ|起き|出|あっ|なっ|炎上し|届い|見つけ)たら|たとえば|例えば|としたら|ときどう|たらどう"
    )]
    private static partial Regex Supposing();

    [GeneratedRegex("実際に|仮の話じゃな|いま|今(?:まさに|、|やられ|起き)|現に|本当に")]
    private static partial Regex InFact();

    [GeneratedRegex(
        "よその|ニュース(?:で|に|見)|テレビ(?:で|に|見)|新聞(?:で|に)|友達|友人|ともだち|知り合い|知人|家族|息子|娘|弟|妹|兄|姉|母|父|夫|妻|親戚|隣の(?:市|町|県)|他(?:の)?(?:市|町|県|自治体|都市)|ほかの(?:市|町|県|自治体)|よその|別の(?:市|自治体)|個人(?:の|で)(?:アカ|垢|インスタ|X|ツイ|SNS|LINE|フェイス|やつ)|私の(?:個人|インスタ|垢)|(?:俺|僕|わし)の(?:インスタ|垢|X|LINE)|有名人|芸能人|タレント|俳優|歌手|企業の|会社の|お店の|店の|ニュースで|テレビで|国の|県の(?:アカ|公式|X|インスタ)|市のアカウントじゃな|公式じゃなく(?:て)?(?:個人|私)|(?:広島|倉敷|大阪|東京|神戸|京都|福岡|名古屋|高松|松山|鳥取|島根|総社|玉野|津山|瀬戸内|赤磐|備前)(?:市|県|府|都)"
    )]
    private static partial Regex Others();

    [GeneratedRegex(
        "^(?:はい|うん|ええ|OK|ok|おけ|お願い|それで|これで|じゃあ|では|すぐ|今すぐ)?[、,。!\\s]*(?:それで|これで|すぐ|この内容で|チェックリスト(?:を)?|対応(?:を)?)?[、,\\s]*(?:始めて|はじめて|始めます|始めよう|開始(?:して|します|で)?|スタート(?:して|で)?|お願い(?:します)?|たのむ|頼む|頼みます|OK|ok|進めて|いこう|はい|うん|ええよ)(?:ください|下さい|ちょうだい|くれ|ね|や)?[。!！\\s]*$|^(?:それ|これ)で(?:いい|ええ|OK|ok|大丈夫)(?:です|よ|わ)?[。!！\\s]*$"
            + "|^[^?？]{0,24}(?<!を)(?:始めて|はじめて|開始して|スタートして)(?:ください|下さい|ちょうだい|くれ|つかあさい|ね)?[。!！\\s]*$"
    )]
    private static partial Regex Starting();

    [GeneratedRegex(
        "別件|もう(?:一|1|ひと)(?:つ|件|枚)|別に|別の(?:届|申請|アカウント|件)|それとは別|ほかにも|他にも|あと、?(?:もう|担当|別)|ついでに|新たに"
    )]
    private static partial Regex Another();

    [GeneratedRegex("(?:て|で)?(?:もらえ|くれ|いただけ|もらえん|くれん|くだされ|ほしい)(?:ます|ません|る|ない|ん|です)?か?(?:ね|な|のう)?[?？。!]*$|(?:直せ|変えられ|変更でき|訂正でき|修正でき|入れられ)ます?か?[?？。!]*$|お願いでき(?:ます|る)か?[?？。]*$")]
    private static partial Regex Requesting();

    [GeneratedRegex("(?:ほう|方|下書き|届|申請書?|様式[0-9]?|作成|入力|さっき(?:の)?(?:やつ|の)?)(?:に|へ|を|の|は)?(?:戻|もど|再開|続|つづ)|^(?:じゃあ|では|さっきの?|先ほどの?)?(?:続き|つづき)(?:を|から)?(?:やり|し|お願い|で|$)|の続き(?:を|から|、|。|$|お願い|やり|し)|(?:のほう|の方|下書き)(?:にして|でお願い|をお願い|に切り替え)")]
    private static partial Regex Back();

    [GeneratedRegex("^(?:はい|うん|ええ|そう|OK|ok|お願い|おねがい|頼む|了解|オッケー|いいよ|ええよ)(?:[、,。!\\s]|です|します|$|消し|削除|で)")]
    private static partial Regex Agreeing();

    [GeneratedRegex("^(?:いいえ|いや|いえ|ううん|違|ちが|やめ(?:とく|ない)|残し|そのまま|待って|だめ|NO|no|キャンセル)")]
    private static partial Regex Denying();

    [GeneratedRegex("(?:じゃなくて|じゃなく|ではなくて|ではなく|でなくて|でなく|じゃのうて|やなくて|やのうて)")]
    private static partial Regex Instead();
}
