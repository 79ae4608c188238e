using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>
/// How one talks to oneself or to a colleague: sentences that end in the plain form. What a city publishes is polite (です・ます) or ends in a
/// noun, so the form says more than any list of words.
/// </summary>
internal static partial class PlainTalk
{
    public static IEnumerable<Spot> In(DraftText text)
    {
        // What others said, and notes, may be plain.
        var own = Quoted().Replace(text.Plain, quote => new string('\0', quote.Length));
        // A mascot talks to children as to friends.
        var isPolite = Polite().IsMatch(own) || Mascot().IsMatch(own);
        foreach (var sentence in text.Sentences)
        {
            var said = own.AsSpan(sentence.Start, sentence.Length);
            if (Tail().Match(said.ToString()) is not { Success: true } tail)
                continue;
            var core = said[..tail.Index].ToString();
            if (Chatty().IsMatch(core) || !isPolite && Plain().IsMatch(core) && !Slogan().IsMatch(core))
                yield return sentence;
        }
    }

    [GeneratedRegex("「[^」\n]*」|『[^』\n]*』|[(][^)\n]*[)]|【[^】\n]*】|#\\S+|https?://\\S+")]
    private static partial Regex Quoted();

    [GeneratedRegex("です|ます|ません|ました|ましょう|でしょう|ください|下さい|でした|ございま|どうぞ")]
    private static partial Regex Polite();

    /// <summary>「みまもりんだよ！…あそびにきてね」: it says its name, and invites.</summary>
    [GeneratedRegex(
        @"^[^\p{L}]*(?:やあ|みんな|こんにちは|おはよう)?[!、\s]*(?:(?:[ァ-ヴー]{3,10}|[ぁ-んー]{3,8}(?:ん|くん|ちゃん|まる|たん|ぴー))と?){1,2}だよ[^\p{L}]"
            + @"(?=[\s\S]*(?:てね|でね|ようね|ろうね|おうね|行くよ|いくよ|待ってる|会おう|会える))"
            + @"|(?:ぼく|ボク|わたし|ワタシ)(?:は|、)[ァ-ヴーぁ-ん]{2,10}(?:くん|ちゃん|まる|たん)!"
            + @"|(?:ぼく|ボク|わたし|ワタシ)(?:は|も|、)(?=[\s\S]*(?:来て|きて|会いに|見て|みて|読んで|よんで|遊ぼ|あそぼ)[^。\n]{0,4}[ねう](?![ぁ-ん]))"
    )]
    private static partial Regex Mascot();

    /// <summary>Signs and pictures behind the last word.</summary>
    [GeneratedRegex(@"[^\p{L}\p{N}]*$")]
    private static partial Regex Tail();

    /// <summary>Past and descriptive forms, and particles that end a sentence.</summary>
    [GeneratedRegex(
        "(?:[っいきりしちみびにぎじえけせてねべめれげ]た|んだ|かった|[るむぶぐすつくうぬたい](?:よ|ね|よね|わ|な|けど|のに|から|かな|かも)|[しなよきさたろもぬぼぐぶ]い|重い|早い|多い|遠い"
            + "|頑張る|がんばる|困る|寝る|帰る|食べる|飲む|つらい|ムリ|無理|限界|だけど|かも|かな|よな|だよ|だね)$"
    )]
    private static partial Regex Plain();

    /// <summary>「みんなで止めよう、火事は出さない」 is called out, not talked.</summary>
    [GeneratedRegex("(?:さない|しない|せない|れない|けない|めない|かない|らない|わない|げない|べない|たい)$")]
    private static partial Regex Slogan();

    /// <summary>Of friends and colleagues, whatever is polite beside it.</summary>
    [GeneratedRegex(
        "(?:ちゃった|じゃった|んだろ|だろ|じゃん|もんね?|っす|とく(?:わ|よ|ね)?|といた(?:よ|わ|から)?|ってば|(?<=[うくすつぬむるいた])(?:わ|(?<!どう)ぞ|ぜ)|やん|なあ|かなあ|んだよね?|よなあ?)$"
    )]
    private static partial Regex Chatty();
}
