using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Something a person can press.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    [JsonProperty("title", Order = -8, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Title { get; set; }

    [JsonProperty("iconUrl", Order = -7, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string IconUrl { get; set; }

    [JsonProperty("style", Order = -6, DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue("default")]
    public string Style { get; set; } = "default";

    [JsonProperty("isEnabled", Order = -5, DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(true)]
    public bool IsEnabled { get; set; } = true;

    [JsonProperty("mode", Order = -4, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveActionMode Mode { get; set; }

    [JsonProperty("tooltip", Order = -3, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Tooltip { get; set; }
}

public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("verb", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Verb { get; set; }

    [JsonProperty("data", NullValueHandling = NullValueHandling.Ignore)]
    public object Data { get; set; }

    [JsonProperty("associatedInputs", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }
}

public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("data", NullValueHandling = NullValueHandling.Ignore)]
    public object Data { get; set; }

    [JsonProperty("associatedInputs", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }
}

public class AdaptiveOpenUrlAction : AdaptiveAction
{
    public const string TypeName = "Action.OpenUrl";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("url")]
    public Uri Url { get; set; }
}

public class AdaptiveShowCardAction : AdaptiveAction
{
    public const string TypeName = "Action.ShowCard";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("card")]
    public AdaptiveCard Card { get; set; }
}

public class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    public const string TypeName = "Action.ToggleVisibility";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("targetElements")]
    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];
}

[JsonObject(MemberSerialization.OptIn)]
public class AdaptiveTargetElement
{
    public AdaptiveTargetElement() { }

    public AdaptiveTargetElement(string elementId) => ElementId = elementId;

    public AdaptiveTargetElement(string elementId, bool isVisible) => (ElementId, IsVisible) = (elementId, isVisible);

    [JsonProperty("elementId")]
    public string ElementId { get; set; }

    [JsonProperty("isVisible", NullValueHandling = NullValueHandling.Ignore)]
    public bool? IsVisible { get; set; }
}
