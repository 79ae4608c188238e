namespace Microsoft.Recognizers.Text;

/// <summary>The one culture that the product asks for.</summary>
public class Culture
{
    public const string Japanese = "ja-jp";

    private Culture() { }

    internal static void RequireJapanese(string culture)
    {
        if (!string.Equals(culture, Japanese, StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"Only {Japanese} is read here, not “{culture}”.");
        }
    }
}
