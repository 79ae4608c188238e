using System.Globalization;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>Finds plain dates in Japanese sentences.</summary>
public static class DateTimeRecognizer
{
    /// <param name="refTime">The day from which 明日 and dates without a year are counted.</param>
    public static List<ModelResult> RecognizeDateTime(
        string query,
        string culture,
        DateTimeOptions options = DateTimeOptions.None,
        System.DateTime? refTime = default,
        bool fallbackToDefaultCulture = true)
    {
        Culture.RequireJapanese(culture);
        var today = DateOnly.FromDateTime(refTime ?? TimeProvider.System.GetLocalNow().DateTime);
        return [.. WrittenDate.FindAll(query, today).Select(Result)];
    }

    private static ModelResult Result(WrittenDate date) => new()
    {
        Text = date.Text,
        Start = date.Start,
        End = date.Start + date.Text.Length - 1,
        TypeName = date.IsOpenRange ? "datetimeV2.daterange" : "datetimeV2.date",
        Resolution = new() { ["values"] = date.Days.Select(day => Value(date, day)).ToList() },
    };

    private static Dictionary<string, string> Value(WrittenDate date, DateOnly day)
    {
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var timex = date.HasYear ? iso : $"XXXX{iso[4..]}";
        return date.IsOpenRange
            ? new() { ["timex"] = timex, ["Mod"] = "since", ["type"] = "daterange", ["start"] = iso }
            : new() { ["timex"] = timex, ["type"] = "date", ["value"] = iso };
    }
}
