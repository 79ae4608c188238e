using System.Collections;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>An element that holds others, so that collection initialisers work.</summary>
[JsonObject(MemberSerialization.OptIn)]
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    [JsonProperty("style", NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveContainerStyle? Style { get; set; }

    [JsonProperty("bleed", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public bool Bleed { get; set; }

    [JsonProperty("minHeight", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string MinHeight { get; set; }

    [JsonProperty("verticalContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty("selectAction", NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveAction SelectAction { get; set; }

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    public abstract void Add(AdaptiveElement element);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A collection whose content can be aligned sideways, too.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveCollectionElement
{
    [JsonProperty("horizontalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalContentAlignment HorizontalCellContentAlignment { get; set; }

    [JsonProperty("verticalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalCellContentAlignment { get; set; }
}

public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("items")]
    public List<AdaptiveElement> Items { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    public override void Add(AdaptiveElement element) => Items.Add(element);
}

public class AdaptiveColumnSet : AdaptiveCollectionElement
{
    public const string TypeName = "ColumnSet";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("columns")]
    public List<AdaptiveColumn> Columns { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Columns.GetEnumerator();

    public override void Add(AdaptiveElement element) => Columns.Add((AdaptiveColumn)element);
}

public class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("width", NullValueHandling = NullValueHandling.Ignore)]
    [JsonConverter(typeof(AsText))]
    public AdaptiveWidth Width { get; set; }
}
