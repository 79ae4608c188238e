using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>A storage for tests and single runs; what is read is always a copy.</summary>
public class MemoryStorage : IStorage
{
    // Types are written along, so that what comes back is what went in. The text never leaves the process.
    private static readonly JsonSerializer Typed = new()
    {
        TypeNameHandling = TypeNameHandling.All,
        ReferenceLoopHandling = ReferenceLoopHandling.Error,
        MaxDepth = null,
    };

    private readonly Lock gate = new();
    private readonly JsonSerializer serializer;
    private readonly Dictionary<string, JObject> memory;
    private int lastETag;

    public MemoryStorage(JsonSerializer jsonSerializer, Dictionary<string, JObject> dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(jsonSerializer);
        serializer = jsonSerializer;
        memory = dictionary ?? [];
    }

    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
        : this(Typed, dictionary)
    {
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (gate)
        {
            foreach (var key in keys)
                memory.Remove(key);
        }

        return Task.CompletedTask;
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        IDictionary<string, object> found = new Dictionary<string, object>(keys.Length);
        lock (gate)
        {
            foreach (var key in keys)
            {
                if (memory.GetValueOrDefault(key) is { } json)
                    found[key] = json.ToObject<object>(serializer);
            }
        }

        return Task.FromResult(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            foreach (var (key, value) in changes)
                memory[key] = value is null ? null : ToJson(key, value);
        }

        return Task.CompletedTask;
    }

    private JObject ToJson(string key, object value)
    {
        var json = JObject.FromObject(value, serializer);
        var isVersioned = value is IStoreItem || (value is JObject given && given.ContainsKey("ETag"));
        if (!isVersioned)
            return json;

        var theirs = value is IStoreItem item ? item.ETag : ((JObject)value).Value<string>("ETag");
        var current = memory.GetValueOrDefault(key)?.Value<string>("ETag");
        if (current is not null && theirs != "*" && theirs != current)
            throw new InvalidOperationException($"Etag conflict on '{key}': written against {theirs ?? "none"}, but {current} is current.");

        json["ETag"] = (lastETag++).ToString(CultureInfo.InvariantCulture);
        return json;
    }
}
