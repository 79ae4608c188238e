using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>Which section, office or facility of the city a message speaks for: 観光課, 北区役所総務・地域振興課, まちづくり推進課, 動物園.</summary>
internal static partial class Sections
{
    /// <param name="text">A message in NFKC; what is known to be something else is blanked out.</param>
    /// <param name="placeWords">Words in kana that names of this city's sections hold.</param>
    public static List<Mention<string>> Find(string text, IReadOnlyList<string> placeWords)
    {
        var found = new List<Mention<string>>();
        foreach (Match match in Name().Matches(InKatakana(text, placeWords)))
        {
            var start = match.Index;
            var value = text.Substring(match.Index, match.Length);
            var lead = Leading().Match(value);
            (start, value) = (start + lead.Length, value[lead.Length..]);
            if (value.Length < 2 || NoSection().IsMatch(value) || IsAddressee(text, start + value.Length))
                continue;
            var kana = text[found.Count > 0 ? found[^1].End..start : ..start];
            // 「すくすく支援課」: kana of no word that we know, where a word can begin.
            if (KanaBefore().Match(kana) is { Success: true } before)
                (start, value) = (start - before.Groups["name"].Length, before.Groups["name"].Value + value);
            found.Add(new Mention<string>(start, value.Length, value));
        }
        foreach (Match match in KanaAtEnd().Matches(text))
            if (!found.Exists(mention => mention.Start < match.Index + match.Length && match.Index < mention.End))
                found.Add(new Mention<string>(match.Groups["name"].Index, match.Groups["name"].Length, match.Groups["name"].Value));
        return Joined(text, [.. found.OrderBy(mention => mention.Start)]);
    }

    /// <summary>Katakana are part of any name; sign for sign, so that places stay.</summary>
    private static string InKatakana(string text, IReadOnlyList<string> words) =>
        words.Aggregate(
            text,
            (changed, word) =>
                changed.Replace(
                    word,
                    string.Concat(word.Select(sign => sign is >= 'ぁ' and <= 'ゖ' ? (char)(sign + 'ア' - 'あ') : sign)),
                    StringComparison.Ordinal
                )
        );

    /// <summary>「保健福祉局 健康づくり課」 and 「中央図書館の総務係」 are told as one place: the last part is the section.</summary>
    private static List<Mention<string>> Joined(string text, List<Mention<string>> found)
    {
        var kept = new List<Mention<string>>();
        foreach (var mention in found)
        {
            if (kept.Count > 0 && text[kept[^1].End..mention.Start] is " " or "　" or "の")
                kept[^1] = new Mention<string>(
                    kept[^1].Start,
                    mention.End - kept[^1].Start,
                    kept[^1].Value + text[kept[^1].End..mention.Start] + mention.Value
                );
            else
                kept.Add(mention);
        }
        return kept;
    }

    /// <summary>広報広聴課長あて, 広報広聴課に届を出す: where a notice goes, not where it comes from.</summary>
    private static bool IsAddressee(string text, int end) => Addressee().IsMatch(text[end..]);

    // Counted, because a run of any length costs its cube. A run of kanji, katakana and letters that ends in what offices are called, with
    // the kana words that section names hold.
    [GeneratedRegex(
        @"(?:[一-龥々〆ァ-ヶー・A-Za-z0-9]|"
            + KanaWords
            + @"){1,24}?(?:事務局|センター|委員会|区役所|図書館|公民館|動物園|市場|学校|病院|支所|出張所|分館|分署|プラザ|ホール|ミュージアム|アリーナ|スタジアム|ドーム|公社|財団|課|室|係|局|部|館|園|所|署|班|城)(?!(?:[一-龥々ァ-ヶー・]|"
            + KanaWords
            + @"){0,24}(?:課|室|係|局|館|署|所|センター|事務局|分館|担当班)(?!長))(?!(?:者|員|日|内|外|分|属|署|品|数|長|題|的|活))"
    )]
    private static partial Regex Name();

    // What ends like a particle, a verb or a filler is none of the name.
    private const string NoKanaName =
        "(?:の|で|は|が|に|を|と|も|へ|や|か|て|た|し|け|ん|ね|よ|わ|から|まで|より|けど|です|ます|する|なる|ある|いる|この|その|あの|どの|ほか|など|いう|ない|たい)";

    [GeneratedRegex(
        @"(?:^|[\s、。,:(「『]|[一-龥々ァ-ヶー0-9](?:は|が|に|を|で|の|も|から|まで))(?<name>お(?=$)|[ぁ-ん]{3,6}?)(?<!" + NoKanaName + ")$"
    )]
    private static partial Regex KanaBefore();

    /// <summary>「防災まなび課」, 「担当課はみなも課」.</summary>
    [GeneratedRegex(
        @"(?:(?:^|[\s、。,:(「『]|(?<=[一-龥々ァ-ヶー0-9])(?:は|が|に|を|で|の|も|から|まで))(?<name>[一-龥々]{0,4}[ぁ-ん]{2,5}?(?<!"
            + NoKanaName
            + ")(?:課|室|係|館|園)))(?![一-龥々長])"
    )]
    private static partial Regex KanaAtEnd();

    // Each holds a letter that the class above lacks: one that did not could be read in two ways, and a row of them in millions.
    private const string KanaWords =
        "お客様|お客さま|まつり|まちづくり|街づくり|ものづくり|健康づくり|つくり|づくり|こども|子ども|子育て|こそだて|くらし|暮らし|いきいき|生きがい|ふるさと|ふれあい|ごみ"
        + "|みどり|あんしん|すこやか|ささえあい|支え合い|さくら|ひとり親|ひきこもり|引きこもり|障がい|がん|空き家|住まい|働き方|見守り|憩い|みらい|いのち|はぐくみ|きらめき|みなと"
        + "|わくわく|うるおい|やすらぎ|ぽけっと|ひろば|おもてなし|にぎわい|賑わい|取り組み|地域の|つながり|つなぐ";

    // 「来月から観光課」 reads as one run where a number or a word for time touches it; the words before a section that are none of its name.
    [GeneratedRegex(
        "^(?:(?:当|本|我が|各|同|全|他|新|旧|元|現|所属|担当|部署|課名|公式|今度|来年度|来月|今月|来週|再来週|今週|月末|年末|年度末|年内|市役所|市の|開始|終了|変更|利用"
            + "|設置|管理|運用|届出|申請|課|室|以下|目的|場所|日)(?=[一-龥々ァ-ヶー]{2,}|.+課))+(?!課$)(?=..)"
    )]
    private static partial Regex Leading();

    [GeneratedRegex(
        "^(?:[当本我各同全他何某]|うちの|どこの|関係|担当|所属)?(?:課|室|係|局|部|館|園|所|署|班|支所|センター|城|市場|学校|病院)$|^(?:関係|無関係|結局|当局|一部"
            + "|全部|外部|内部|上部|下部|本部|場所|箇所|個所|住所|他所|近所|便所|台所|役所|市役所|教室|放送局|郵便局|薬局|日課|放課|公園|入園|来園|開園|閉園|来館|開館|閉館|休館|休園"
            + "|連絡係|閲覧所|各所|名所|長所|短所|急所|見所|要所|不具合箇所|担当係|担当部署|部署|大部|細部|幹部|支部|学部|会社公園|全館|全園|施設所|管理所|現場所|担当課|担当室|所属課"
            + "|主管課|所管課|関係課|各課|他課|当課|本課|同課)$"
    )]
    private static partial Regex NoSection();

    [GeneratedRegex(
        @"^(?:長|さん|様)?\s*(?:あて|宛|殿|御中|に(?:届|出し|提出|報告|連絡|相談|申請|送)|へ(?:届|出し|提出|報告|連絡|相談|申請|送)|長(?!谷|尾|田|野|沢|岡|井|崎|嶋|島))"
    )]
    private static partial Regex Addressee();
}
