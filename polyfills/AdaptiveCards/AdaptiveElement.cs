using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>What stands in a card's body.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    [JsonProperty("spacing", Order = -8, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveSpacing Spacing { get; set; }

    [JsonProperty("separator", Order = -7, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Separator { get; set; }

    [JsonProperty("height", Order = -6, DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(AsText))]
    public AdaptiveHeight Height { get; set; } = AdaptiveHeight.Auto;

    [JsonProperty("isVisible", Order = -5, DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(true)]
    public bool IsVisible { get; set; } = true;

    public bool ShouldSerializeHeight() => Height is not null && Height.ToString() != "auto";
}

public abstract class AdaptiveInline
{
    [JsonProperty("type", Order = -10)]
    public abstract string Type { get; set; }
}

[JsonObject(MemberSerialization.OptIn)]
public class AdaptiveTextBlock : AdaptiveElement
{
    public const string TypeName = "TextBlock";

    public AdaptiveTextBlock() { }

    public AdaptiveTextBlock(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    [JsonProperty("text")]
    public string Text { get; set; } = " ";

    [JsonProperty("size", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextSize Size { get; set; }

    [JsonProperty("weight", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextWeight Weight { get; set; }

    [JsonProperty("color", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextColor Color { get; set; }

    [JsonProperty("isSubtle", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsSubtle { get; set; }

    [JsonProperty("horizontalAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    [JsonProperty("wrap", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Wrap { get; set; }

    [JsonProperty("maxLines", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public int MaxLines { get; set; }

    [JsonProperty("fontType", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveFontType FontType { get; set; }

    [JsonProperty("style", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextBlockStyle Style { get; set; }
}

public class AdaptiveRichTextBlock : AdaptiveElement
{
    public const string TypeName = "RichTextBlock";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("horizontalAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    [JsonProperty("inlines")]
    public List<AdaptiveInline> Inlines { get; set; } = [];
}

[JsonObject(MemberSerialization.OptIn)]
public class AdaptiveTextRun : AdaptiveInline
{
    public const string TypeName = "TextRun";

    public AdaptiveTextRun() { }

    public AdaptiveTextRun(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    [JsonProperty("text")]
    public string Text { get; set; } = " ";

    [JsonProperty("size", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextSize Size { get; set; }

    [JsonProperty("weight", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextWeight Weight { get; set; }

    [JsonProperty("color", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveTextColor Color { get; set; }

    [JsonProperty("isSubtle", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool IsSubtle { get; set; }

    [JsonProperty("italic", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Italic { get; set; }

    [JsonProperty("strikethrough", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Strikethrough { get; set; }

    [JsonProperty("highlight", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Highlight { get; set; }

    [JsonProperty("underline", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Underline { get; set; }

    [JsonProperty("fontType", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveFontType FontType { get; set; }

    [JsonProperty("selectAction", NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveAction SelectAction { get; set; }
}

public class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("actions")]
    public List<AdaptiveAction> Actions { get; set; } = [];
}

public class AdaptiveFactSet : AdaptiveElement
{
    public const string TypeName = "FactSet";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("facts")]
    public List<AdaptiveFact> Facts { get; set; } = [];
}

[JsonObject(MemberSerialization.OptIn)]
public class AdaptiveFact
{
    public AdaptiveFact() { }

    public AdaptiveFact(string title, string value) => (Title, Value) = (title, value);

    [JsonProperty("title")]
    public string Title { get; set; }

    [JsonProperty("value")]
    public string Value { get; set; }
}

public class AdaptiveImage : AdaptiveElement
{
    public const string TypeName = "Image";

    public AdaptiveImage() { }

    public AdaptiveImage(string url) => Url = new Uri(url);

    public AdaptiveImage(Uri url) => Url = url;

    public override string Type { get; set; } = TypeName;

    [JsonProperty("url")]
    public Uri Url { get; set; }

    [JsonProperty("altText", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string AltText { get; set; }

    [JsonProperty("size", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveImageSize Size { get; set; }

    [JsonProperty("style", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveImageStyle Style { get; set; }

    [JsonProperty("horizontalAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    [JsonProperty("selectAction", NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveAction SelectAction { get; set; }
}
