using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>The number of a checklist's step in a message: 「2番できた」, 「③終わりました」.</summary>
internal static partial class Steps
{
    public static int? In(string message) =>
        Numbered().Match(Folding.Compose(message)) is { Success: true } match
            ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(
        "^(?:手順|ステップ)?\\s*(?<number>[0-9]{1,2})(?:番目?|つ目|個目)?(?:の(?:手順|項目|ステップ|作業))?(?:は|が|、|も|の)?\\s*(?:できた|でき|終わ|おわ|完了|済|した|やった|ok|OK)"
    )]
    private static partial Regex Numbered();
}
