using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Enums go out by name in camelCase, as the schema spells them.</summary>
internal sealed class CamelCaseNames() : StringEnumConverter(new CamelCaseNamingStrategy());

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveActionMode
{
    Primary,
    Secondary,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveAssociatedInputs
{
    Auto,
    None,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveChoiceInputStyle
{
    Compact,
    Expanded,
    Filtered,
}

// In Microsoft's order: it decides which of the two names for 0 is written.
#pragma warning disable CA1069
[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveContainerStyle
{
    [Obsolete("Use Default")]
    Normal = 0,
    Default = 0,
    Emphasis,
    Good,
    Attention,
    Warning,
    Accent,
}
#pragma warning restore CA1069

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveFontType
{
    Default,
    Monospace,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveHorizontalAlignment
{
    Left,
    Center,
    Right,
    Stretch,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveHorizontalContentAlignment
{
    Left,
    Center,
    Right,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveImageSize
{
    Auto,
    Stretch,
    Small,
    Medium,
    Large,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveImageStyle
{
    Default = 0,

    [Obsolete("Use Default")]
    Normal = Default,
    Person,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveSpacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveTextBlockStyle
{
    Paragraph,
    Heading,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveTextColor
{
    Default,
    Dark,
    Light,
    Accent,
    Good,
    Warning,
    Attention,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveTextInputStyle
{
    Text,
    Tel,
    Url,
    Email,
    Password,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveTextSize
{
    Default = 0,

    [Obsolete("Use Default")]
    Normal = Default,
    Small,
    Medium,
    Large,
    ExtraLarge,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveTextWeight
{
    Default = 0,

    [Obsolete("Use Default")]
    Normal = Default,
    Lighter,
    Bolder,
}

[JsonConverter(typeof(CamelCaseNames))]
public enum AdaptiveVerticalContentAlignment
{
    Top,
    Center,
    Bottom,
    Stretch,
}
