using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Reading;

// What a line that is cut looks like, and how one starts that goes on.
internal sealed partial class LineBreaks
{
    [GeneratedRegex(
        @"[。．！？][）)」』】〕］]\s{0,40}\z|\A\s{0,40}[（(【〔［<＜《〈][^（()）】〕]{1,60}[）)】〕］>＞》〉]\s{0,40}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Closed();

    /// <summary>An entry of a table of contents: 「1 目的……3」.</summary>
    [GeneratedRegex(@"(?:[…‥・.．。_－―─-]{2,}|\s[…‥・.])\s{0,40}[（(]?[0-9０-９]{0,3}[）)]?\s{0,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();

    /// <summary>No line starts with these unless the one before goes on.</summary>
    [GeneratedRegex(
        @"\A(?:[、。，．）)」』】〕］ーっゃゅょぁぃぅぇぉんッャュョァィゥェォン々〜を]"
            + @"|に(?:ついて|つき|より|よる|よっ|おい|おけ|対し|対す|関し|関す|係[るり]|基づ|従[いっ]|応じ|当た|際し|限[りる]|努め|定め|掲げ|規定|該当|含|留意|注意|は|も|、|と)"
            + @"|と(?:して|し、|する|とも|いう|いった|認め|判断|は、|も|の|、|。)|は、|が、|が[あな][るい]|も、|の[、。]|へ[のと、]|で(?:きる(?!限|だけ)|ある|あり|あっ|は[な、]な?い?|も、|、|。)"
            + @"|ない|なけれ|なら(?:ない|な[いかけ])|する(?!と、)|すること|した(?!が)|して|しな[いけ]|し、|され|させ|せる|れ[るたばて]|られ"
            + @"|る[。、こもたとがを場よ]|り、|より、|も[のあ](?:と|を|で|が|る)|こと[。とがをにもでは、]|ため[、にの。]|よう(?:に|と|な)|とき[は、]|ください|下さい|ま[すし]|です|せん|しょう"
            + @"|とおり|等[のをにがはで、。]|及び|並びに|又は|若しくは|かつ、|べき|すべき|[いえけせてねべめれ][ばるた][。、])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NeverFirst();

    /// <summary>With these no line ends, not even a heading.</summary>
    [GeneratedRegex(
        @"(?:に関する|における|に係る|に対する|に基づく|に定める|に掲げる|のための|その他の|すべき|及び|並びに|又は|若しくは|若しくは、|・|「|（)\s{0,40}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NeverLast();

    [GeneratedRegex(
        @"(?:[をにはがのとへやもでてしりくきけせえれらさっずばびみめべ]|から|より|ため)\s{0,40}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ParticleLast();

    [GeneratedRegex(
        @"\A(?!この|その|これ|それ|なお|ただし|また|あらかじ|ここ|さらに|まず|しか|おおむ|いず|すべ|ほか|よって|いわゆ|みだ|もし|はじめ|おわり|したが|このほか|できる)[ぁ-ん]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex KanaFirst();

    /// <summary>「（以下「職員」という。）」 at the end of a line is not the end of the sentence around it.</summary>
    [GeneratedRegex(@"\S[（(][^（()）]{2,60}。[）)]\s{0,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClosedInside();

    [GeneratedRegex(@"(?:様式|令和|平成|昭和|第|別[表紙記]|午[前後]|約|毎[年月週日])\s{0,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("[をはがに、]", RegexOptions.CultureInvariant)]
    private static partial Regex Particle();

    [GeneratedRegex(@"\A(?:この|その|これ|それ|なお|ただし|また|下記|上記|以下|当)", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    /// <summary>A sentence with its first clause done: 「…委託する場合、当該業者」.</summary>
    [GeneratedRegex(@"(?:[はがてりしばきめも]|場合|とき|に当たり|ため)、", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(
        @"(?:こと|もの|とき|場合|行為|[すくぐつぬぶむるいたん]|ます|です|など|等|[）)])\s{0,40}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Stops();
}
