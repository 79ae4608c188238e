using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>The facts that a wish to file a notice states: its kind, the day it is about, the account's address.</summary>
internal static partial class SlotReader
{
    private const string Notice = "notice:";

    /// <returns>By slot name; dates in ISO 8601. Empty for anything but a wish to file.</returns>
    public static IReadOnlyDictionary<string, object> Read(string message, Route route, DateOnly today)
    {
        var slots = new Dictionary<string, object>();
        if (!route.Name.StartsWith(Notice, StringComparison.Ordinal))
            return slots;

        var kind = route.Name[Notice.Length..];
        slots["kind"] = kind;
        if (Url().Match(message) is { Success: true } url)
            slots["url"] = url.Value;
        var day = kind switch { "start" => "startDate", "change" => "changeDate", "end" => "endDate", _ => "" };
        // An address may hold what looks like a date.
        var text = Url().Replace(message, " ").Normalize(NormalizationForm.FormKC);
        if (day.Length > 0 && JapaneseDates.Find(text, today) is [var date, ..])
            slots[day] = (kind == "end" && date.IsMonth ? date.Date.AddMonths(1).AddDays(-1) : date.Date).ToString("O", CultureInfo.InvariantCulture);
        return slots;
    }

    [GeneratedRegex(@"https?://[^\s　、。「」（）()<>""']+", RegexOptions.IgnoreCase)]
    private static partial Regex Url();
}
