using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>What the address of an account looks like on a service: <c>https://www.tiktok.com/@{name}</c>.</summary>
/// <param name="Form">One for which <see cref="IsForm"/> holds.</param>
public sealed partial record AccountAddress(string Form)
{
    /// <summary>Stands for the name behind the @.</summary>
    public const string Name = "{name}";

    private readonly string[] parts = Form[Form.IndexOf('/', "https://".Length)..].TrimEnd('/').Split(Name);

    public static bool IsForm(string text) =>
        text.Split(Name) is [var before, _]
        && before.StartsWith("https://", StringComparison.Ordinal)
        && before.IndexOf('/', "https://".Length) > 0;

    /// <summary>The handle that an account's name holds (「みほん桃だより（@mihon_momo）」), or is.</summary>
    /// <returns>Without the @; null where there is none.</returns>
    public static string? HandleIn(string accountName)
    {
        var text = accountName.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        return Handle().Match(text) is { Success: true } handle ? handle.Groups["name"].Value
            : Whole().IsMatch(text) ? text
            : null;
    }

    public string Of(string handle) => Form.Replace(Name, handle.TrimStart('@'), StringComparison.Ordinal);

    /// <summary>Whatever the host, as one service has several.</summary>
    public string? NameIn(Uri address) => Between(address.PathAndQuery) ?? Between(address.AbsolutePath);

    private string? Between(string path)
    {
        path = Uri.UnescapeDataString(path).TrimEnd('/');
        if (
            path.Length <= parts[0].Length + parts[1].Length
            || !path.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)
            || !path.EndsWith(parts[1], StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var name = path[parts[0].Length..(path.Length - parts[1].Length)];
        return name.IndexOfAny(['/', '?', '=', '&']) < 0 ? name : null;
    }

    [GeneratedRegex("(?<![A-Za-z0-9_.])@(?<name>[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,48}[A-Za-z0-9_-])?)(?![A-Za-z0-9])")]
    private static partial Regex Handle();

    [GeneratedRegex("^(?=.*[A-Za-z])[A-Za-z0-9_](?:[A-Za-z0-9_.-]{1,48}[A-Za-z0-9_])$")]
    private static partial Regex Whole();
}
