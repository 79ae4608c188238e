using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>Who operates an account, and who hands over to whom.</summary>
internal sealed partial class Persons
{
    private readonly HashSet<string> surnames;
    private readonly int longest;

    /// <param name="surnames">Family names that are recognised without a word such as 担当 beside them.</param>
    public Persons(IEnumerable<string> surnames)
    {
        this.surnames = [.. surnames];
        longest = this.surnames.Select(name => name.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>The operator of an account that starts or ends.</summary>
    /// <param name="text">A message in NFKC; what is known to be something else is blanked out.</param>
    public string? Operator(string text)
    {
        foreach (Match label in OperatorLabel().Matches(text))
            if (Name(text, label.Index + label.Length, labelled: true) is { } named)
                return Corrected(text, named);
        foreach (Match label in BeforeOperator().Matches(text))
            if (EndingAt(text, label.Index) is { } before)
                return Corrected(text, before);
        return Named(text) is [.., var last] all ? Corrected(text, all.FirstOrDefault(name => Honorific().IsMatch(text[name.End..]), last)) : null;
    }

    /// <summary>Who hands over (null if not said) and who takes over (null if not said).</summary>
    public (string? Old, string? New) Change(string text)
    {
        var old = Labelled(text, OldLabel());
        var @new = Labelled(text, NewLabel());
        if (old is null || @new is null)
        {
            foreach (Match between in HandOver().Matches(text))
            {
                if (EndingAt(text, between.Index) is not { } from || Name(text, between.Index + between.Length, labelled: true) is not { } to)
                    continue;
                return (old ?? from.Value, @new ?? Corrected(text, to));
            }
        }
        var rest = Corrections.Apply(text, Named(text)).Where(name => name.Value != old && name.Value != @new).ToList();
        foreach (var name in rest)
        {
            var after = text[name.End..];
            if (old is null && Leaves().IsMatch(after))
                old = name.Value;
            else if (@new is null && TakesOver().IsMatch(after))
                @new = name.Value;
        }
        rest.RemoveAll(name => name.Value == old || name.Value == @new);
        if (rest.Count > 0 && old is null && @new is null && rest.Count >= 2)
            return (rest[0].Value, rest[1].Value);
        if (rest.Count > 0 && @new is null)
            @new = rest[^1].Value;
        else if (rest.Count > 0 && old is null)
            old = rest[0].Value;
        return (old, @new);
    }

    private string? Labelled(string text, Regex label)
    {
        foreach (Match match in label.Matches(text))
            if (Name(text, match.Index + match.Length, labelled: true) is { } name)
                return Corrected(text, name);
        return null;
    }

    private string Corrected(string text, Mention<string> name)
    {
        while (true)
        {
            var rest = text[name.End..];
            var honorific = Honorific().Match(rest);
            var skip = Corrections.At(rest[honorific.Length..]);
            if (skip == 0 || Name(text, name.End + honorific.Length + skip, labelled: true) is not { } next)
                return name.Value;
            name = next;
        }
    }

    /// <summary>Every name that needs no label: a known family name at the start of a word.</summary>
    private List<Mention<string>> Named(string text)
    {
        var found = new List<Mention<string>>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsKanji(text[at]) || at > 0 && IsKanji(text[at - 1]) && !AfterTitle().IsMatch(text[..at]))
                continue;
            if (Name(text, at, labelled: false) is { } name)
            {
                found.Add(name);
                at = name.End - 1;
            }
        }
        return found;
    }

    /// <summary>The name whose last character stands right before <paramref name="end"/>.</summary>
    private Mention<string>? EndingAt(string text, int end)
    {
        var stop = end;
        if (HonorificAtEnd().Match(text[..end]) is { Success: true } honorific)
            stop -= honorific.Length;
        for (var start = Math.Max(0, stop - 8); start < stop; start++)
            if (IsKanji(text[start]) && (start == 0 || !IsKanji(text[start - 1])) && Name(text, start, labelled: true) is { } name && name.End == stop)
                return name;
        return null;
    }

    /// <param name="labelled">Whether a word before it says that a name follows; then it need not be a known one.</param>
    private Mention<string>? Name(string text, int at, bool labelled)
    {
        if (labelled)
            at += Self().Match(text[at..]).Length;
        while (labelled && TitleBefore().Match(text[at..]) is { Success: true, Length: > 0 } title)
            at += title.Length;
        var end = at;
        while (end < text.Length && IsKanji(text[end]))
            end++;
        if (end == at)
            return labelled ? Kana(text, at) : null;

        var kanji = text[at..end];
        var cut = TitleAfter().Match(kanji) is { Success: true, Index: > 0 } found ? found.Index : kanji.Length;
        kanji = kanji[..cut];
        if (kanji.Length is 0 or > 6 || NoName().IsMatch(kanji))
            return null;
        var known = IsKnown(kanji);
        var polite = Honorific().IsMatch(text[(at + cut)..]);
        if (!labelled && !known && !(polite && kanji.Length is 2 or 3))
            return null;
        // Only where the kanji run ends by itself can kana of the name follow.
        if (cut < end - at)
            return new Mention<string>(at, cut, kanji);
        var given = GivenName(text, end);
        if (!labelled && given == 0 && !polite && !EndsWord().IsMatch(text[end..]))
            return null;
        // 「担当 岡本 健」
        if (given == 0 && labelled && known && SpacedGivenName().Match(text[end..]) is { Success: true } spaced && !NoName().IsMatch(spaced.Groups["given"].Value) && !Grammar().IsMatch(spaced.Groups["given"].Value) && !IsKnown(spaced.Groups["given"].Value))
            return new Mention<string>(at, end - at + spaced.Length, kanji + spaced.Value);
        return new Mention<string>(at, end - at + given, text[at..(end + given)]);
    }

    /// <summary>How many kana after a family name belong to the given name: みのり in 藤原みのりが, none in 小林が.</summary>
    private static int GivenName(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is >= 'ぁ' and <= 'ん')
            end++;
        var kana = text[at..end];
        if (kana.Length == 0 || Honorific().IsMatch(kana))
            return 0;
        if (KanaGivenName().Match(kana) is { Success: true } known)
            return known.Length;
        if (Grammar().IsMatch(kana))
            return 0;
        if (kana.Length is >= 2 and <= 4)
            return kana.Length;
        for (var length = 2; length <= 4 && length < kana.Length; length++)
            if (Grammar().IsMatch(kana[length..]) || Honorific().IsMatch(kana[length..]))
                return length;
        return 0;
    }

    /// <summary>A name in kana alone: 「担当は さとう」, 「担当はマイケルさん」.</summary>
    private static Mention<string>? Kana(string text, int at) =>
        KanaName().Match(text, at) is { Success: true } match && match.Index == at && !NoKanaName().IsMatch(match.Groups["name"].Value)
            ? new Mention<string>(at, match.Groups["name"].Length, match.Groups["name"].Value)
            : null;

    private bool IsKnown(string kanji)
    {
        for (var length = Math.Min(longest, kanji.Length); length > 0; length--)
            if (kanji.Length - length <= 3 && surnames.Contains(kanji[..length]))
                return true;
        return false;
    }

    private static bool IsKanji(char c) => c is >= '一' and <= '龥' or '々' or '﨑' or 'ヶ' or 'ノ';

    [GeneratedRegex(@"(?<!旧|前|新|変更前の?|変更後の?)(?:(?:運用|利用|実務|投稿|更新)?担当(?:者名?|職員)?(?!課|部署|係|室|変更)|管理者|運用者|中の人|責任者|オペレーター|申請者|届出者|氏名|名前)(?:は|が|:|→|=|に|\s|、|,|/|・|の)*")]
    private static partial Regex OperatorLabel();

    [GeneratedRegex(@"(?:さん|くん|君|氏|ちゃん|様)?\s*[がも(]\s*(?:主に)?(?:担当|運用|管理|見ます|見る|やります|やる|受け持|引き受け|更新|中の人|務め)")]
    private static partial Regex BeforeOperator();

    [GeneratedRegex(@"(?:(?:旧|前|元|現|前の|元の|いまの|今の|現在の|これまでの|今までの|変更前の?)(?:担当者?|運用者)|前任者?|これまで|今まで|前|現任|変更前|引き継ぎ元|旧)(?:は|が|の|:|=|→|\s|、|・|担当者?)*(?=[^はがの:=→\s、])")]
    private static partial Regex OldLabel();

    [GeneratedRegex(@"(?:(?:新|次の|後の|新しい|今度の|次期|これからの|今後の|変更後の?)(?:担当者?|運用者)|後任者?|新任|次|今度|変更後|引き継ぎ先|これから|今後|新)(?:は|が|の|に|を|として|:|=|→|\s|、|・|担当者?)*(?=[^はがのにを:=→\s、])")]
    private static partial Regex NewLabel();

    // What stands between the one who hands over and the one who takes over.
    [GeneratedRegex(@"(?:さん|くん|君|氏|ちゃん|様)?\s*(?:が|は|の)?\s*(?:から|より|→|⇒|➡|->|=>|>|⇨|~|に代わって|に替わって|にかわって|に代わり|に替わり|にかわり|の代わりに|のかわりに|の後任[はがにで]?|の後任として|の後任の|の後任が|のあとを|の後を|のあとは|の後は|のあとに|の後に|の後釜[はがに]|の後継[はがに]|のあとがまに|のあと|の後|を)[\s、]*(?=[一-龥々ぁ-んァ-ヶー])")]
    private static partial Regex HandOver();

    [GeneratedRegex(@"^(?:さん|くん|君|氏|ちゃん|様|係長|主任|主事|主査)?\s*(?:[がはもの]|から)?[、\s]*(?:\d*月?[^、。]{0,6})?(?:異動|転出|転勤|退職|産休|産前|育休|育児|休職|病休|休む|休み|休暇|入院|辞め|やめ|抜け|離れ|外れ|卒業|定年|出向|派遣|人事|担当(?:を|から)?(?:外|離|退|降)|から引き継|から引継|から担当|から交代|から受け|のあとを|の後を|のあと|の後任|に代わ|に替わ|にかわ|の代わり|のかわり|がやってい|がやっと|が担当してい|が担当でした|でした|だった|じゃった)")]
    private static partial Regex Leaves();

    [GeneratedRegex(@"^(?:さん|くん|君|氏|ちゃん|様|係長|主任|主事|主査)?\s*(?:へ|に|が|は|を)[、\s]*(?:\S{0,8})?(?:引き継|引継|ひきつ|なりま|なる|なった|変わ|替わ|代わ|かわ|変更|交代|交替|担当|やり|やる|受け持|入り|入る|着任|就|お願|頼|任せ|バトン)")]
    private static partial Regex TakesOver();

    [GeneratedRegex(@"^(?:さん|くん|クン|サン|君|氏|ちゃん|様|さま|殿|先生)")]
    private static partial Regex Honorific();

    [GeneratedRegex(@"(?:さん|くん|君|氏|ちゃん|様|さま|係長|主任|主事|主査|課長補佐|副主査)$")]
    private static partial Regex HonorificAtEnd();

    [GeneratedRegex("(?:係長|主任|主事|主査|副主査|課長補佐|課長|室長|館長|園長|所長|次長|参事|部長|局長|補佐|司書|学芸員|技師|職員|担当|後任|前任|、|の)$")]
    private static partial Regex AfterTitle();

    [GeneratedRegex(@"^(?:(?:係長|主任|主事|主査|副主査|課長補佐|課長代理|課長|室長|館長|園長|所長|次長|参事|部長|局長|補佐|司書|学芸員|技師|職員|会計年度任用職員|係員)(?:の|は|が|[\s、]))")]
    private static partial Regex TitleBefore();

    [GeneratedRegex("(?:係長|主任|主事|主査|副主査|課長補佐|課長代理|課長|室長|館長|園長|所長|次長|参事|部長|局長|補佐|司書|学芸員|技師|職員|君|氏|様|殿|先生|担当|両名|宛|が|以下|他|ほか)")]
    private static partial Regex TitleAfter();

    [GeneratedRegex(@"^(?:私|わたし|わたくし|わし|僕|ぼく|俺|おれ|あたし|うち|自分|当方|小職|本人)(?:こと|である|が|の|、|,|\(|\s|=|:|です[、。\s]*)+")]
    private static partial Regex Self();

    [GeneratedRegex("担当|変更|交代|交替|異動|開始|終了|廃止|閉鎖|開設|新設|新規|届|様式|申請|利用|運用|公式|本日|今日|明日|昨日|来週|来月|来年|今月|今週|今年|年度|年末|月末|年内|予定|提出|作成|記入|目的|情報|発信|周知|課|室$|係|局$|館$|園$|所$|署$|人事|引継|引き|後任|前任|産休|育休|休職|退職|病休|転出|都合|急|自分|職員|広報|広聴|市民|市役所|岡山市|閲覧|解除|端末|業務|投稿|動画|更新|管理|責任|者$|旧$|新$|^[旧新前後次今現元]$|お願|手続|書類|書面|未定|不在|同じ|全員|複数|二人|二名|一名|三人|登録|連絡|相談|確認|対応|期間|場所|部署|所属|以上|以下|上記|下記|必要|不要|現在|今度|今回|次回|事業|行事|委託|業者|会社")]
    private static partial Regex NoName();

    // Kana that follow a name as grammar.
    [GeneratedRegex("^(?:が|は|に(?!こ$)|を|へ|の(?!ぞ)|と(?!も|し)|も(?!も|え)|で|から|より|まで|や(?!す|よ)|じゃ|です|でし|でございます|だ(?:$|よ|ね|け|が|と)|なん|な(?:ので|の|ん)|けん|けえ|ゆう|いう|って|やけ|ほか|だけ|ら$|か$|か[らに]|さん|くん|ちゃん|ひとり|ふたり|あて|こと|んとこ|がやる|しか|ね$|よ$|ゆえ|など|あたり|お願|おねが|いれ|たち)")]
    private static partial Regex Grammar();

    // Given names in kana that would otherwise read as grammar.
    [GeneratedRegex("^(?:はるか|はるな|はるき|はるこ|はると|はるみ|はな(?:こ|え|よ)|はづき|はじめ|のぞみ|のぞむ|のりこ|のりお|のどか|のあ|ともこ|ともみ|ともや|ともき|ともえ|ともか|とおる|としお|としこ|としき|とわ|もえ(?:か|こ|み)?|もも(?:か|こ|え)?|もとこ|まこと|かおり|かおる|かおるこ|かなえ|かなこ|かなみ|かな|かえで|かずみ|かずき|かずこ|かずや|かずお|かつや|かつみ|から?ん|にな|にいな|へいた|だいすけ|だいき|だいち|だいご|やすこ|やすし|やすお|やすひろ|やよい|でん|よりこ|よりみ|がく|ゆうこ|ゆうき|ゆうた|ゆうじ|ゆうか|ゆうと|ゆうな|ゆうすけ|いお|いおり|なな(?:こ|み|え)?|なお(?:こ|き|み|や|と)?|なつみ|なつき|なつこ|なぎさ|なるみ|なのは|けん(?:じ|た|いち|たろう|ご)|けい(?:こ|た|すけ|いち)|さん?ご|ひとみ|ひとし)(?=$|さん|くん|ちゃん|が|は|に|を|へ|の|と|も|で|から|より|だ|じゃ|や)")]
    private static partial Regex KanaGivenName();

    [GeneratedRegex(@"^[ 　](?<given>[一-龥々]{1,3}|[ぁ-ん]{2,4})(?=$|[、。,/)\s]|です|さん|が|に|で|じゃ)")]
    private static partial Regex SpacedGivenName();

    [GeneratedRegex(@"(?<name>[ァ-ヶー]{2,12}(?:・[ァ-ヶー]{2,12})?(?=さん|くん|氏|です|が|に|で|、|。|\s|$|/|\))|[ぁ-ん]{2,6}?)(?=さん|くん|氏|ちゃん|です|が(?:担当|や|見|う)|に(?:代|変|替|か|な|引)|じゃ|だ(?:$|。)|で(?:す|、)|、|。|,|\s|$|/|\))")]
    private static partial Regex KanaName();

    [GeneratedRegex("^(?:わたし|わし|うち|ぼく|おれ|あたし|わたくし|まだ|これから|みてい|まだき|いま|どう|だれ|です|じゃ|する|なし|いない|おらん|あり|ない|まだない|よろしく|おなじ|そのまま|かわり|これ|それ|ほか|のち|お|ので|けん|けえ|です|でした|ます|します|変|かわ.*|やめ.*|はじ.*|とう.*|します.*|しました.*|ません.*)$")]
    private static partial Regex NoKanaName();

    [GeneratedRegex(@"^(?:$|[、。,!/)\s(]|です|が(?!っ)|に(?:代|変|替|か|な|引|交)|から|へ|は|で[すし]|さん|くん|じゃ)")]
    private static partial Regex EndsWord();
}
