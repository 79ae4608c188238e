using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>The name of the account that a notice is about: labelled, in quotes, or a handle.</summary>
internal static partial class AccountNames
{
    /// <param name="text">A message in NFKC; addresses are blanked out.</param>
    public static Mention<string>? Find(string text)
    {
        var labelled = Label()
            .Matches(text)
            .Select(label => Value().Match(text, label.Index + label.Length))
            .Where(value => value.Success && Name(value).Length > 1 && !NotYet().IsMatch(Name(value)))
            .Select(value => new Mention<string>(value.Index, value.Length, Name(value)))
            .ToList();
        if (Corrections.Apply(text, labelled) is [.., var said])
            return said;
        if (Called().Match(text) is { Success: true } called)
            return new Mention<string>(called.Index, called.Length, called.Groups["name"].Value);
        var quoted = Quoted()
            .Matches(text)
            .Where(match => !NotQuoted().IsMatch(text[..match.Index]) && !IsOther().IsMatch(match.Groups["name"].Value))
            .Select(match => new Mention<string>(match.Index, match.Length, match.Groups["name"].Value.Trim()))
            .ToList();
        if (Corrections.Apply(text, quoted) is [.., var inQuotes])
            return inQuotes;
        return Handle().Match(text) is { Success: true } handle ? new Mention<string>(handle.Index, handle.Length, handle.Value) : null;
    }

    /// <summary>「フェイスブックのみほん市みどりの広場を年末で終わりに」: behind the service, without marks.</summary>
    /// <param name="found">The services of the text.</param>
    public static Mention<string>? Of(string text, IEnumerable<Mention<Service>> found) =>
        found
            .Select(service => Owned().Match(text, service.End))
            .Where(owned => owned.Success)
            .Select(owned => owned.Groups["name"])
            .Select(name => (Mention<string>?)new Mention<string>(name.Index, name.Length, name.Value))
            .FirstOrDefault();

    private static string Name(Match value) =>
        value.Groups["quoted"].Success ? value.Groups["quoted"].Value.Trim() : value.Groups["bare"].Value.Trim();

    [GeneratedRegex(
        @"(?:(?:アカウント|チャンネル|ページ|垢|ユーザー?|ハンドル)の?(?:表示)?(?:名(?:称|前)?|ID|id|ネーム)|アカウント(?=:|=|は[「@])|ハンドル"
            + @"|表示名|(?:名称|(?<!の|お|氏)名前)(?=\s*[はがを:=→「]))(?:は|が|を|:|=|→|、|,|\s)*"
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        """
            \G(?:
              [「『"“](?<quoted>[^」』"”]{1,60})[」』"”]
              |(?<bare>
                @?[A-Za-z0-9][A-Za-z0-9_.]{2,40}(?![A-Za-z0-9_.ぁ-んァ-ヶー一-龥])
                |@?[A-Za-z0-9_.]{3,40}(?=です|で|に|、|。|$)
                |[^、。,\s/()「」『』]{2,40}?(?=
                  です|でお願い|で(?:[0-9一二三四五六七八九十]{1,3}月|今月|来月|年度末|年内)|で(?:開始|始め|開設|運用|やり|登録)|になります|にします|といいます|という|って(?:いう|名前)|$|[、。,\s/()「]
                  |(?:担当者?|管理者|開始日?|変更日?|終了日?|URL|目的|所属)(?:は|が|:)
                  |を(?:開設|開始|始め|閉|やめ|終|廃|使)
                )
              )
            )
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Value();

    /// <summary>「アカウント名を変えたい」, 「アカウント名はまだ」: named, and no name yet.</summary>
    [GeneratedRegex(
        "^(?:まだ|未定|これから|検討中|考え中|後日)|決まって(?:ま|い|な|と)|忘れ|^(?:変え|変更し?|直し|訂正し?|修正し?|変わ|決め|考え|相談)(?:た[いく]|て(?:ほしい|ください|から|ない|い(?:ます|ない|る))|ま(?:す|した|しょう)(?=$|[。、が]))"
    )]
    private static partial Regex NotYet();

    /// <summary>「Facebookのくらしの安全ニュースっていうアカウント」.</summary>
    [GeneratedRegex(
        "(?<=[A-Za-zァ-ヶー][ので])(?<name>[^を、。\\s「」『』]{2,30}?)(?:って|と)(?:いう|ゆう|言う|いった)(?:公式)?(?:アカウント|チャンネル|ページ|垢|アカ(?![ァ-ヶ]))"
    )]
    private static partial Regex Called();

    /// <summary>What begins with a city's name, or ends as names of what is published do.</summary>
    [GeneratedRegex(
        @"\Gの(?<name>[一-龥]{1,4}[市町村区](?!の(?:公式|アカ)|公式|役所|役場|民)[^、。\s「」『』をはがで]{2,24}"
            + @"|[^、。\s「」『』をはがで]{2,24}(?:だより|便り|ニュース|通信|日記|日和|びより|ひろば|広場|めぐり|ちゃんねる|チャンネル|図鑑|ナビ|なび|ノート|手帖|手帳))"
            + "(?=を|は|が|で(?:[0-9一二三四五六七八九十]|今|来|年|炎上|変|誤))"
    )]
    private static partial Regex Owned();

    [GeneratedRegex("""[「『"“](?<name>[^」』"”]{2,60})[」』"”]""")]
    private static partial Regex Quoted();

    // 「目的は「…」」 and the like are not names of accounts.
    [GeneratedRegex(@"(?:目的|理由|用途|内容|件名|書類|様式|担当者?|氏名)(?:は|が|:|、|の|\s)*$|(?:課|部署|所属)(?:は|が|:|、|\s)*$")]
    private static partial Regex NotQuoted();

    [GeneratedRegex("届|様式|申請書|閲覧解除|ガイドライン")]
    private static partial Regex IsOther();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.])@[A-Za-z0-9_.]{3,40}(?<![.])")]
    private static partial Regex Handle();
}
