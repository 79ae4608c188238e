using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>The sounds between words of who thinks while speaking (「来月の15日からえーインスタグラムでえーっと…」), as voice input writes them.</summary>
internal static partial class Hesitations
{
    public static string Without(string message) => Sound().Replace(message, "") is { Length: > 0 } rest ? rest : message;

    // Not within a word or a drawl: 「ねえー」, 「かんがえー」; 「それでええ」 says that it is good.
    [GeneratedRegex(
        "(?<![ねへえまてけせめべげれ])(?:え[ー〜][ーえ〜]*っ?と?(?:ですね)?|ええ[ー〜]+|えっと(?:ですね)?|ええと|えと(?=[、,\\s])|うーんと|んーと)[、,…\\s]*"
            + "|(?<=^|[、。,!?！？\\s]|です|ます|えっと|ええと|えーと|えと)(?:あ[ー〜]+|あのう?[ー〜]*(?=[、,…\\s])|あの[ー〜]+|その[ー〜]+|うーん|んー+|なんか(?=[、,\\s]))[、,…\\s]*"
            + "|^(?:横から|途中で|たびたび|度々|何度も|割り込んで|急に)(?:すみません|すいません|失礼(?:します|しました)?|ごめん(?:なさい)?|恐縮です)が?[、,。…\\s]*"
    )]
    private static partial Regex Sound();
}
