using System.Globalization;
using System.Text;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Notices;

/// <summary>What people type and choose, as a form stores it, and what is stored, as people read it.</summary>
internal static class FieldValues
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>In the form's own spelling where it can be read; else as written, so that nothing is lost and the check can say what is wrong.</summary>
    public static string Read(NoticeField field, string text, KnowledgeBase knowledge, DateOnly today)
    {
        var value = Clean(text, field.Type == FieldType.LongText);
        return field.Type switch
        {
            FieldType.Date when value.Length > 0 => DateOf(value) is { } day ? Write(day)
            : Find(value, today) is { } found ? Write(found)
            : value,
            FieldType.Service when value.Length > 0 => string.Join(
                "、",
                value
                    .Split(['、', ',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => knowledge.Services.Named(name)?.Name ?? name)
            ),
            FieldType.Url => Address(value.Replace(" ", "", StringComparison.Ordinal), knowledge),
            _ => value,
        };
    }

    /// <summary>The facts of a sentence that the form has a field for.</summary>
    public static Dictionary<string, string> FromSlots(NoticeForm form, IReadOnlyDictionary<string, object> slots) =>
        slots
            .Select(slot => (Field: SlotFields.FieldFor(slot.Key, form), slot.Value))
            .Where(slot => slot.Field is not null)
            .ToDictionary(
                slot => slot.Field!,
                slot => slot.Value is IEnumerable<string> several ? string.Join("、", several) : (string)slot.Value
            );

    /// <summary>As it stands on cards and papers.</summary>
    public static string Show(NoticeField field, string value) =>
        field.Type == FieldType.Date && DateOf(value) is { } day ? Wareki.Day(day) : value;

    public static DateOnly? DateOf(string value) =>
        DateOnly.TryParseExact(value, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>instagram.com/mihon_hana has its scheme left out; of what else could be meant by a word, nobody knows.</summary>
    private static string Address(string value, KnowledgeBase knowledge) =>
        !value.Contains("://", StringComparison.Ordinal)
        && value.Contains('/', StringComparison.Ordinal)
        && knowledge.Services.OfAddress(value) is not null
            ? $"https://{value}"
            : value;

    private static string Write(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);

    private static DateOnly? Find(string text, DateOnly today) =>
        JapaneseDates.Find(text.Normalize(NormalizationForm.FormKC), today) is [.., var found] ? found.Date : null;

    private static string Clean(string text, bool isLong)
    {
        var lines = text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Concat(line.Where(c => !char.IsControl(c) || c == '\t')));
        return string.Join(isLong ? "\n" : " ", lines).Trim();
    }
}
