using System.Text.RegularExpressions;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Yes and no in one language.</summary>
internal sealed partial class YesNo
{
    private static readonly YesNo Japanese = new("はい", "いいえ", "、 ", " または ", "、 または ", JapaneseYes(), JapaneseNo());
    private static readonly YesNo English = new("Yes", "No", ", ", " or ", ", or ", EnglishYes(), EnglishNo());

    private readonly Regex yesPattern;
    private readonly Regex noPattern;

    private YesNo(string yes, string no, string separator, string or, string orMore, Regex yesPattern, Regex noPattern)
    {
        Choices = Tuple.Create(new Choice(yes), new Choice(no));
        Options = new ChoiceFactoryOptions(separator, or, orMore, includeNumbers: true);
        this.yesPattern = yesPattern;
        this.noPattern = noPattern;
    }

    public Tuple<Choice, Choice> Choices { get; }

    public ChoiceFactoryOptions Options { get; }

    public static YesNo For(string locale) => locale?.StartsWith("ja", StringComparison.OrdinalIgnoreCase) == true ? Japanese : English;

    /// <summary>Null when it is neither, or both.</summary>
    public bool? Understand(string said) => (yesPattern.IsMatch(said), noPattern.IsMatch(said)) switch
    {
        (true, false) => true,
        (false, true) => false,
        _ => null,
    };

    [GeneratedRegex("^(はい|ええ|うん|そう(です)?|お願いします|大丈夫(です)?|オーケー|ＯＫ|OK|yes)[。！!、,]?$|👍|👌", RegexOptions.IgnoreCase)]
    private static partial Regex JapaneseYes();

    [GeneratedRegex("^(いいえ|いえ|いや|ううん|違います|ちがいます|やめます|結構です|ノー|no)[。！!、,]?$|👎|✋", RegexOptions.IgnoreCase)]
    private static partial Regex JapaneseNo();

    [GeneratedRegex(@"\b(true|yes|yep|yup|yeah|y|sure|ok|agree)\b|👍|👌", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishYes();

    [GeneratedRegex(@"\b(false|nope|nop|no|n|not ok|disagree)\b|👎|✋", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishNo();
}
