namespace Microsoft.Bot.Builder;

/// <summary>Status and JSON body that answer an invoke.</summary>
public class InvokeResponse
{
    public int Status { get; set; }

    public object Body { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}

/// <summary>An answer whose body has a known type.</summary>
public class InvokeResponse<T> : InvokeResponse
{
    public new T Body
    {
        get => (T)base.Body;
        set => base.Body = value;
    }
}
