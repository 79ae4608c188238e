using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Slots;

/// <content>What is named along with something else.</content>
internal sealed partial class FieldReader
{
    /// <summary>「Instagramの「みほん城めぐり」」: the service that the account is on is said with its name.</summary>
    private string WithoutService(string said, Reading reading)
    {
        if (
            services.Find(said) is not [{ Start: 0 } service]
            || !said.AsSpan(service.End).StartsWith("の")
            || said.Length - service.End < 4
            || reading.Form.Find(FieldId.Service) is not { } field
        )
            return said;
        reading.Values.TryAdd(field.Id, service.Value.Name);
        return said[(service.End + 1)..];
    }

    /// <summary>「図書館の電話番号は…」: an office that something is said of, and not whose paper it is.</summary>
    /// <param name="before">The office that the paper has already.</param>
    private static bool IsInPassing(string office, string? before, string text) =>
        text.IndexOf(office, StringComparison.Ordinal) is >= 0 and var place
        && text[(place + office.Length)..] is var behind
        && (OfOffice().IsMatch(behind) || !string.IsNullOrEmpty(before) && behind is ['は' or 'も', ..]);

    [GeneratedRegex("^の(?:電話|番号|内線|住所|場所|窓口|前|近く|ホームページ|サイト|休館|休み|建物|駐車場|会議|となり|隣)")]
    private static partial Regex OfOffice();
}
