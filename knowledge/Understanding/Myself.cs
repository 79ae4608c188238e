using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>「私から安藤に」, 「田村から自分に」: of who hands over to whom, the one who writes is called by name.</summary>
internal static partial class Myself
{
    public static string Named(string message, string name) =>
        name.Length == 0 ? message : InHandOver().Replace(message, PersonValue.Of(name));

    [GeneratedRegex(
        "(?<![一-龥ぁ-ん])(?:"
            + Persons.Me
            + ")(?=から[^。]{1,24}(?:に|へ|さん|くん|君|変|代|替|交|引))|(?<=から[、\\s]*)(?:"
            + Persons.Me
            + ")(?=に|へ)"
    )]
    private static partial Regex InHandOver();
}
