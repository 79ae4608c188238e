using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Something a person can fill in.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    [JsonProperty("isRequired", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsRequired { get; set; }

    [JsonProperty("label", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Label { get; set; }

    [JsonProperty("errorMessage", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string ErrorMessage { get; set; }
}

public class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("placeholder", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Placeholder { get; set; }

    [JsonProperty("value", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Value { get; set; }

    [JsonProperty("style", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextInputStyle Style { get; set; }

    [JsonProperty("isMultiline", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsMultiline { get; set; }

    [JsonProperty("maxLength", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public int MaxLength { get; set; }

    [JsonProperty("inlineAction", NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveAction InlineAction { get; set; }

    [JsonProperty("regex", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Regex { get; set; }
}

public class AdaptiveNumberInput : AdaptiveInput
{
    public const string TypeName = "Input.Number";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("placeholder", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Placeholder { get; set; }

    [JsonProperty("value", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(double.NaN)]
    public double Value { get; set; } = double.NaN;

    [JsonProperty("min", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(double.NaN)]
    public double Min { get; set; } = double.NaN;

    [JsonProperty("max", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(double.NaN)]
    public double Max { get; set; } = double.NaN;
}

/// <summary>Dates are <c>yyyy-MM-dd</c>.</summary>
public class AdaptiveDateInput : AdaptiveInput
{
    public const string TypeName = "Input.Date";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("placeholder", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Placeholder { get; set; }

    [JsonProperty("value", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Value { get; set; }

    [JsonProperty("min", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Min { get; set; }

    [JsonProperty("max", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Max { get; set; }
}

/// <summary>Times are <c>HH:mm</c>.</summary>
public class AdaptiveTimeInput : AdaptiveInput
{
    public const string TypeName = "Input.Time";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("placeholder", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Placeholder { get; set; }

    [JsonProperty("value", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Value { get; set; }

    [JsonProperty("min", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Min { get; set; }

    [JsonProperty("max", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Max { get; set; }
}

public class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("title")]
    public string Title { get; set; }

    [JsonProperty("value", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Value { get; set; }

    // The schema's own defaults are "true" and "false"; the genuine package always writes these.
    [JsonProperty("valueOn", NullValueHandling = NullValueHandling.Ignore)]
    public string ValueOn { get; set; } = bool.TrueString;

    [JsonProperty("valueOff", NullValueHandling = NullValueHandling.Ignore)]
    public string ValueOff { get; set; } = bool.FalseString;

    [JsonProperty("wrap", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Wrap { get; set; }
}

public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("choices")]
    public List<AdaptiveChoice> Choices { get; set; } = [];

    [JsonProperty("choices.data", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveDataQuery DataQuery { get; set; }

    [JsonProperty("value", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Value { get; set; }

    // Written also when they are the schema's defaults, as the genuine package does.
    [JsonProperty("style")]
    public AdaptiveChoiceInputStyle Style { get; set; }

    [JsonProperty("isMultiSelect")]
    public bool IsMultiSelect { get; set; }

    [JsonProperty("wrap", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Wrap { get; set; }

    [JsonProperty("placeholder", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Placeholder { get; set; }
}

[JsonObject(MemberSerialization.OptIn)]
public class AdaptiveDataQuery
{
    [JsonProperty("type", Order = -10)]
    public string Type { get; set; } = "Data.Query";

    [JsonProperty("dataset")]
    public string Dataset { get; set; }
}

[JsonObject(MemberSerialization.OptIn)]
public class AdaptiveChoice
{
    [JsonProperty("title")]
    public string Title { get; set; }

    [JsonProperty("value")]
    public string Value { get; set; }
}
