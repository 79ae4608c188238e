namespace Microsoft.Recognizers.Text;

/// <summary>Something that was recognised; <see cref="End"/> is the offset of its last character.</summary>
public class ModelResult
{
    public string Text { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    public string TypeName { get; set; }

    public SortedDictionary<string, object> Resolution { get; set; }
}
