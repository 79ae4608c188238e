using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>What an account is for: 「目的は観光情報の発信」, 「イベントの周知のため」.</summary>
internal static partial class Purposes
{
    /// <param name="text">A message in NFKC; addresses and the account's name are blanked out.</param>
    public static Mention<string>? Labelled(string text) =>
        Corrections.Apply(text, [.. Label().Matches(text).Select(match => Of(match.Groups["purpose"]))]) is [.., var said] ? said : null;

    /// <param name="text">As for <see cref="Labelled"/>, with dates and sections blanked out as well.</param>
    public static Mention<string>? Told(string text)
    {
        var match = For().Match(text);
        if (!match.Success || Reason().IsMatch(match.Groups["purpose"].Value))
            return null;
        var purpose = Of(match.Groups["purpose"]);
        var lead = Leading().Match(purpose.Value).Length;
        return purpose.Value.Length - lead < 3
            ? null
            : new Mention<string>(purpose.Start + lead, purpose.Length - lead, purpose.Value[lead..]);
    }

    private static Mention<string> Of(Group group) => new(group.Index, group.Length, group.Value.Trim('「', '」', '『', '』', ' '));

    [GeneratedRegex(
        @"(?:(?:利用|開設|運用|使用|閲覧|申請)の?)?(?:目的|用途|ねらい|狙い|趣旨)(?:としては|は|が|:|=|→|、|,|\s"
            + @"|・)+(?<purpose>[^、。,\n/￼!]{2,80}?)(?=の?(?:ため|為)?(?:です|でございます|になります|となります|である|だ|じゃ|や)?(?:けん|けえ|ので|から"
            + @"|で)?(?:$|[、。,\n/￼!]|\s+(?:担当|アカウント|URL|課|部署|所属|開始|サービス|\S{1,6}:)|\s*$))"
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"(?<purpose>[^、。,\s/￼!:]{3,60}?)の?(?:ため|為|目的で)(?:に|で|の|、|,|。|$|\s|です)|(?<purpose>[^、。,\s/￼!:]{3,60}?)が目的"
    )]
    private static partial Regex For();

    [GeneratedRegex(
        "異動|退職|産休|育休|休職|終了|やめ|閉|転出|人事|交代|変更|引き継|不要|乗っ取|開設する|始める|立ち上げ|運用する|利用する|使う|組織|再編|統合|都合|開けな|開かな|見えな|つながら|見られ|見れ|ブロック|業務$|この|その"
    )]
    private static partial Regex Reason();

    [GeneratedRegex("^(?:から|より|に|で|は|が|を|の|と|も|へ|では|にて|まで|付|付け|には)+")]
    private static partial Regex Leading();
}
