namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects by key.</summary>
public interface IStorage
{
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>An object that is only overwritten by who has read its latest version; "*" overwrites any.</summary>
public interface IStoreItem
{
    string ETag { get; set; }
}

/// <summary>A named property of a state.</summary>
public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>Reads and writes one property of a state.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}

/// <summary>Hands out accessors.</summary>
public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
