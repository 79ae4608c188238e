using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>A person's name as a paper holds it: without post, 「さん」 and telephone extension, one blank between the halves; several joined by 「、」.</summary>
internal static partial class PersonValue
{
    private const int Longest = 20;

    public static string Of(string said)
    {
        var name = Note().Replace(said, "").Trim();
        for (var before = ""; before != name; )
        {
            before = name;
            name = Before().Replace(name, "");
            // 「三村 春香 じゃった」, 「山神 鉄平で頼まぁ」: behind both halves of a name what else is said is none of it.
            if (BothHalves().Match(name) is { Success: true } whole)
                name = whole.Groups["name"].Value;
            name = After().Replace(name, "").Trim();
        }
        return Blanks().Replace(name, " ").Trim();
    }

    /// <returns>Empty where it is no name.</returns>
    public static IReadOnlyList<string> Several(string said)
    {
        var people = Between().Split(Count().Replace(Note().Replace(said, ""), "")).Select(Of).Where(name => name.Length > 0).ToList();
        if (people.Count == 0 || !people.TrueForAll(IsName))
            return [];
        // 「漣、西谷 漣です」 says one person twice.
        return [.. people.Where(name => !people.Exists(other => other != name && other.Split(' ').Contains(name)))];
    }

    /// <summary>
    /// The people that the text begins with, and what is said behind them (「須賀 大地、4月1日からです」); behind a remark those after its first comma.
    /// </summary>
    public static (IReadOnlyList<string> People, string Behind) AtStart(string said)
    {
        var people = Several(said);
        for (var stop = said.Length; people.Count == 0 && stop > 0 && (stop = said.LastIndexOf('、', stop - 1)) > 0; )
            if (Several(said[..stop]) is { Count: > 0 } first)
                return (first, said[(stop + 1)..]);
        // 「まだでしたね、食田つむぎです」
        return people.Count == 0 && said.IndexOf('、') is > 0 and var comma && Several(said[(comma + 1)..]) is { Count: > 0 } behind
            ? (behind, "")
            : (people, "");
    }

    public static bool IsSame(string person, string said)
    {
        var (whole, other) = (Of(person), Of(said));
        return other.Length > 0
            && (
                whole == other
                || Joined(whole) == Joined(other)
                || whole.Split(' ').Contains(other)
                || other.Split(' ') is [var family, _] && whole == family
            );
    }

    /// <summary>With one person, or one half of a name, replaced.</summary>
    public static string Replaced(string people, string old, string @new)
    {
        var next = AtStart(@new).People is { Count: > 0 } several ? string.Join('、', several) : Of(@new);
        var all = people.Split('、', StringSplitOptions.RemoveEmptyEntries);
        var place = Array.FindIndex(all, name => IsSame(name, old));
        if (place < 0)
            return all.Length > 1 ? people : next;
        var halves = all[place].Split(' ');
        var half = Array.IndexOf(halves, Of(old));
        if (
            halves.Length == 2
            && half >= 0
            && !next.Contains(' ', StringComparison.Ordinal)
            && !next.Contains('、', StringComparison.Ordinal)
        )
        {
            halves[half] = next;
            next = string.Join(' ', halves);
        }
        all[place] = next;
        return string.Join('、', all);
    }

    private static string Joined(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    private static bool IsName(string name) => name.Length <= Longest && Letters().IsMatch(name) && !NoName().IsMatch(name);

    [GeneratedRegex(@"[(（](?:内線|直通|電話|℡|TEL)?[^)）]{0,30}[)）]|(?:、|,|\s)*(?:内線|直通|電話)(?:番号)?[は:\s]*[0-9-]{2,}(?:番)?")]
    private static partial Regex Note();

    [GeneratedRegex(
        "^(?:[^、。 　]{0,14}?(?:課長補佐|課長代理|課長|室長|館長|園長|所長|署長|次長|参事|部長|局長|係長|主任|主事|主査|副主査|副参事|主幹|補佐|司書|学芸員"
            + "|技師|会計年度任用職員|職員|リーダー|校長|教頭|消防士長|消防士)の?[ 　、]*"
            + "|(?:同僚|後輩|先輩|同期|新人|若手|部下|上司|若い(?:方|ほう|人|子)|新しい(?:方|ほう|人))の|もう(?:一|1|ひと)(?:人|り)(?:は|が|、|,)?[ 　]*|私、|私と|新しい|新任の?|後任の?|前任の?|同じ課の|うちの|当課の|弊課の)(?=.)"
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        "(?:だ|です|じゃ|(?<=[ 　])で|さん|くん|クン|君|氏|ちゃん|様|さま|殿|先生|課長補佐|課長代理|課長|室長|館長|園長|所長|署長|次長|参事|部長|局長|係長|主任|主事|主査|補佐)$"
    )]
    private static partial Regex After();

    [GeneratedRegex(
        "^(?<name>[一-龥々﨑ヶ]{1,4}[ 　]+(?:[一-龥々]{1,3}|[ァ-ヶー]{2,6}|[ぁ-ん]{2,4}(?=[ 　])))[ 　]*(?:で|じゃ|です|だ|が|に|を|や|っす|と(?:申|い|し)|の(?:ほう|方|まま))"
            + "|^(?<name>[一-龥々﨑ヶ]{2,6})(?:です|でした|じゃった|だった|でござい)(?=.)"
    )]
    private static partial Regex BothHalves();

    [GeneratedRegex(@"[ 　\t]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(
        "(?:と、?|、)あと、?(?=[一-龥々ァ-ヶ])|と、|、|,|，|・|(?<![ 　])と(?=[一-龥々ァ-ヶ]|[ぁ-ん]{2,})|(?<=[ 　])と[ 　]+|及び|および|&|＆|\n|それから|それと"
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        "の?(?:[0-9０-９二三四五両]人|[0-9二三四五両]名|ふたり|さんにん)(?:です|体制|で[^、。]{0,30}|に(?:なり|し|いたし|決まり)(?:ます|ました)|になった)?$"
    )]
    private static partial Regex Count();

    /// <summary>
    /// 山田, 山田 太郎, 山田花子, 一ノ瀬 はるか, 岸本ひろ子, さとう みき, マイケル・ブラウン, Michael Brown: kana within a name stand at its end, or between
    /// its halves; 「東山って書い」 and 「福間のふたり」 are none.
    /// </summary>
    [GeneratedRegex(
        "^(?:[一-龥々﨑ヶ〆]{1,6}|[一-龥々]{1,2}[のノ之ツッヶケ][一-龥々]{1,2})(?:(?!の(?![ぞりどえあ])|[をへ])[ぁ-ん]{2,4}[一-龥々]?|[ァ-ヶー]{2,6})?$"
            + "|^(?:[一-龥々﨑ヶ〆]{1,5}|[一-龥々]{1,2}[のノ之ツッヶケ][一-龥々]{1,2}|[ぁ-ん]{2,5}|[ァ-ヶー]{2,8}) (?:[一-龥々]{1,4}|[一-龥々]{0,2}[ぁ-んァ-ヶー]{1,5}[一-龥々]{0,2})$"
            + "|^[ぁ-ん]{2,4}$|^[ァ-ヶー]{2,12}(?:[・ ][ァ-ヶー]{2,12}){0,2}$|^[A-Za-z]+(?:[・ .-]+[A-Za-z]+){0,3}$"
    )]
    private static partial Regex Letters();

    [GeneratedRegex(
        "ます|ました|です|ください|ない|します|して|から|まで|けど|担当|届|変更|開始|終了|提出|下書き|わから|未定|不明|検討|調整|人選|選定|確認|ありがと|はい|いいえ|すみません"
            + "|了解|お願い|(?:ほか|など|だけ|しか|より|とか)$|逆|反対|あべこべ|^同じ$|^別$|ごめん|すまん|よろしく|失礼|間違|訂正|様式|ガイドライン|アカウント|写真|投稿|会議|続き|質問|前の|次の|やめ|あとで|後で|どう|なに|何"
            + "|誰|いつ|どこ|課$|室$|局$|館$|係$|部$|"
            + Persons.Someone
            + "|(?:じゃ"
            + "|では|や)な[くい]|(?:^|[ 　])[がはをにでともの](?:[ 　]|$)|[がはをに][ 　]|^(?:うち"
            + "|それ|これ|あれ|あの|その|この|まあ|えっと|うん|ううん|いや|もう|また|ちょっと|たぶん)$"
    )]
    private static partial Regex NoName();
}
