using System.Globalization;

namespace AdaptiveCards;

/// <summary><c>auto</c>, <c>stretch</c> or pixels.</summary>
public class AdaptiveHeight(string value)
{
    private readonly string written = Size.Parse(value);

    public static AdaptiveHeight Auto { get; } = new("auto");

    public static AdaptiveHeight Stretch { get; } = new("stretch");

    public static implicit operator AdaptiveHeight(string value) => new(value);

    public override string ToString() => written;
}

/// <summary><c>auto</c>, <c>stretch</c> or pixels: a bare number is pixels too, not shares as in the schema.</summary>
public class AdaptiveWidth(string value)
{
    private readonly string written = Size.Parse(value);

    public static AdaptiveWidth Auto { get; } = new("auto");

    public static AdaptiveWidth Stretch { get; } = new("stretch");

    public static implicit operator AdaptiveWidth(string value) => new(value);

    public override string ToString() => written;
}

internal static class Size
{
    public static string Parse(string value) =>
        value?.ToUpperInvariant() switch
        {
            null or "" or "AUTO" => "auto",
            "STRETCH" => "stretch",
            var size => uint.Parse(size.EndsWith("PX", StringComparison.Ordinal) ? size[..^2] : size, CultureInfo.InvariantCulture) + "px",
        };
}
