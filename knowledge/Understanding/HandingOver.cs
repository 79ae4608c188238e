using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>異動: 「4月から私の担当は全部藤原に」, all that somebody operates, or a section, goes to somebody else.</summary>
internal static partial class HandingOver
{
    public static readonly Route Route = new("handover");

    /// <summary>As short as what follows allows: みのり has a の in it.</summary>
    private const string Name =
        "(?:(?![にへがを])[一-龥々ァ-ヶーぁ-んA-Za-z]){1,12}?(?:[ 　](?:(?![にへがを])[一-龥々ァ-ヶーぁ-ん]){1,6}?)?";

    private const string All = "全部|ぜんぶ|すべて|全て|まとめて|一括|丸ごと|まるごと|全アカウント|全件|一式";

    /// <param name="read">Reads what else the message says of a change of operators; asked only where it hands over all.</param>
    /// <param name="person">Who writes.</param>
    /// <returns>The slots of the handover; null where the message does not hand over all of them.</returns>
    public static IReadOnlyDictionary<string, object>? Read(string message, Func<IReadOnlyDictionary<string, object>> read, string person)
    {
        if (!Everything().IsMatch(message) || !OfOperators().IsMatch(message))
            return null;
        var slots = read().ToDictionary();
        if (To().Match(message) is { Success: true } to)
            slots.TryAdd(FieldId.NewPerson, to.Groups["name"].Value);
        if (Mine().IsMatch(message))
            slots[FieldId.OldPerson] = person;
        else if (Of().Match(message) is { Success: true } of)
        {
            // 「来月から岡本健の担当分」
            var name = of.Groups["name"].Value.Split("から")[^1];
            if (name.Length > 0 && !slots.ContainsValue(name))
                slots.TryAdd(OfSection().IsMatch(name) ? FieldId.Section : FieldId.OldPerson, name);
        }
        return slots.ContainsKey(FieldId.NewPerson) || slots.ContainsKey(FieldId.OldPerson) ? slots : null;
    }

    [GeneratedRegex(All)]
    private static partial Regex Everything();

    [GeneratedRegex("担当|引き?継|交[代替]|異動|持って|受け?持|後任")]
    private static partial Regex OfOperators();

    [GeneratedRegex("(?:" + All + ")(?:を|は|、|で|の担当を)?(?<name>" + Name + ")(?:さん|くん|君|氏|主事|主任)?(?:に|へ|が)")]
    private static partial Regex To();

    [GeneratedRegex("(?<![一-龥])(?:" + Persons.Me + ")(?:の|が)(?:今の|いまの)?(?:担当|受け?持|持って|アカウント|分|全部|すべて)")]
    private static partial Regex Mine();

    [GeneratedRegex(
        "(?:^|[はがで、。 　にらけ])(?<name>"
            + Name
            + ")(?:さん|くん|君|氏)?(?:の|が)(?:今の|いまの|全)?(?:担当|受け?持|持って|アカウント|分)"
    )]
    private static partial Regex Of();

    [GeneratedRegex("(?:課|室|所|館|局|部|係|署|センター|園|校)$")]
    private static partial Regex OfSection();
}
