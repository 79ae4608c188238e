using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>
/// Family and given names with a blank between them. Each becomes one sign for whoever reads the text after that, so that neither half is taken for
/// something else.
/// </summary>
internal sealed partial class FullNames
{
    private const char First = '\ue100';
    private const int Most = 32;

    private readonly List<string> names = [];

    private FullNames(string text) => Text = text;

    /// <summary>With a sign in the place of each full name.</summary>
    public string Text { get; private set; }

    public static bool IsOne(char sign) => sign is >= First and < (char)(First + Most);

    /// <param name="text">A message in NFKC.</param>
    public static FullNames In(string text, IReadOnlySet<string> surnames)
    {
        // Signs of ours in what somebody sent are none.
        var found = new FullNames(string.Concat(text.Select(sign => IsOne(sign) ? '\ufffc' : sign)));
        for (var at = 0; found.names.Count < Most && Spaced().Match(found.Text, at) is { Success: true } match; )
        {
            var family = match.Groups["family"].Value;
            var known = Enumerable.Range(0, family.Length).FirstOrDefault(start => surnames.Contains(family[start..]), -1);
            var start = match.Index + Math.Max(known, 0);
            at = match.Groups["given"].Index;
            // 「ごみナビ 三宅 亮」: the second word is a family name itself.
            if (
                known < 0
                && surnames.Contains(match.Groups["given"].Value)
                && Spaced().Match(found.Text, at) is { Success: true } next
                && next.Index == at
            )
                continue;
            if (known < 0 && (family.Length > 3 || NoName().IsMatch(family)) || NoName().IsMatch(match.Groups["given"].Value))
                continue;
            var end = match.Groups["given"].Index + match.Groups["given"].Length;
            found.names.Add($"{found.Text[start..(match.Index + family.Length)]} {match.Groups["given"].Value}");
            found.Text = string.Concat(found.Text.AsSpan(0, start), $"{(char)(First + found.names.Count - 1)}", found.Text.AsSpan(end));
            at = start + 1;
        }
        return found;
    }

    /// <summary>A name that was read as something is nobody else's.</summary>
    public void Blank(string name) => Text = Text.Replace(name, "￼", StringComparison.Ordinal);

    /// <summary>The same text with the names in it again, one blank between their halves.</summary>
    public string Restore(string text) => string.Concat(text.Select(sign => IsOne(sign) ? names[sign - First] : $"{sign}"));

    [GeneratedRegex(
        "(?<![一-龥々ァ-ヶー])(?<family>[一-龥々ヶ]{1,8}|[ァ-ヶー]{2,8})[ 　]+(?<given>"
            + "[ぁ-ん]{2,4}(?=[ 　]+(?:が|は|を|に|へ|の|で|も|から|より|だ|や|じゃ|です))|(?:[一-龥々]{1,3}|[ぁ-ん]{2,5}?|[ァ-ヶー]{2,6})(?=$|[、。,.!?()「」\n/・→]|さん|くん|君|氏"
            + "|様|ちゃん|です|でし|だっ|じゃ|課長|係長|主任)"
            + "|[一-龥々]{1,3}(?![一-龥々ァ-ヶー])|[ァ-ヶー]{2,6}(?![ァ-ヶー])|[ぁ-ん]{2,4}?(?=が|は|を|に|へ|と|の(?![がはをにへとも]|から|より|さん)|で|も|から|より|だ|や|って|[ 　]))"
    )]
    private static partial Regex Spaced();

    [GeneratedRegex(
        "アカウント|サービス|担当|変更|交代|異動|開始|終了|廃止|開設|届|様式|申請|利用|運用|公式|今日|明日|昨日|来週|来月|来年|今月|今週|年度|月末|予定|提出|目的|情報|発信|^.?課$"
            + "|.課$|室$|局$|館$|園$|所$|署$|人事|後任|前任|理由|自分|職員|広報|市民|..市(?:$|立|長)|閲覧|解除|業務|投稿|動画|更新|管理|責任|者$|お願|手続|未定|同じ|全員"
            + "|連絡|確認|対応|部署|所属|以上|^(?:です|ます|ました|から|まで|こと|もの|ので|けど|でも|する|した|して|ない|ある|いる|なる|よう|みたい|お願い|よろしく"
            + "|ください|はい|いえ|いや|に(?:なり|なる|なっ|し|かわ|かえ|は)|が(?:や|い|な)|を)|(?:ます|ました|です|でした|ません)$"
    )]
    private static partial Regex NoName();
}
