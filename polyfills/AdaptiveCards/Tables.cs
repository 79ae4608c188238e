using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "Table";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("columns")]
    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    [JsonProperty("rows")]
    public List<AdaptiveTableRow> Rows { get; set; } = [];

    [JsonProperty("gridStyle", NullValueHandling = NullValueHandling.Ignore)]
    public AdaptiveContainerStyle? GridStyle { get; set; }

    [JsonProperty("showGridLines", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(true)]
    public bool ShowGridLines { get; set; } = true;

    [JsonProperty("firstRowAsHeaders", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(true)]
    public bool FirstRowAsHeaders { get; set; } = true;

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Rows.GetEnumerator();

    public override void Add(AdaptiveElement element) => Rows.Add((AdaptiveTableRow)element);
}

/// <summary>How wide a column is, in shares of the table or in pixels, and where its cells stand in it.</summary>
[JsonObject(MemberSerialization.OptIn)]
public class AdaptiveTableColumnDefinition
{
    private double width;
    private double pixelWidth;

    /// <summary>Shares of the table's width; takes the place of <see cref="PixelWidth"/>.</summary>
    public double Width
    {
        get => width;
        set => (width, pixelWidth) = (value, 0);
    }

    public double PixelWidth
    {
        get => pixelWidth;
        set => (width, pixelWidth) = (0, value);
    }

    [JsonProperty("horizontalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    [JsonProperty("verticalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty("width", NullValueHandling = NullValueHandling.Ignore)]
    internal object WrittenWidth =>
        pixelWidth > 0 ? string.Create(CultureInfo.InvariantCulture, $"{pixelWidth}px")
        : width > 0 ? width
        : null;
}

public class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "TableRow";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("cells")]
    public List<AdaptiveTableCell> Cells { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Cells.GetEnumerator();

    public override void Add(AdaptiveElement element) => Cells.Add((AdaptiveTableCell)element);
}

public class AdaptiveTableCell : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "TableCell";

    public override string Type { get; set; } = TypeName;

    [JsonProperty("items")]
    public List<AdaptiveElement> Items { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    public override void Add(AdaptiveElement element) => Items.Add(element);
}
