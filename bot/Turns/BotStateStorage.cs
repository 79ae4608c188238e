using GuidelineBot.Storage;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>
/// Where the Bot Framework keeps the state of conversations and dialogs: our own database, as plain JSON. No row names a .NET type, and
/// none that is read back can: who can write into the table must not be able to choose what is created here.
/// </summary>
internal sealed class BotStateStorage(BotStates states) : IStorage
{
    private const string ETag = nameof(IStoreItem.ETag);

    private static readonly JsonLoadSettings AsItIs = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    private static readonly JsonSerializer Json = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            TypeNameHandling = TypeNameHandling.None,
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
            MaxDepth = ChannelJson.Deepest,
        }
    );

    /// <returns>A <see cref="JObject"/> for each key that has a state.</returns>
    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = await states.ReadAsync(keys, cancellationToken);
        var items = new Dictionary<string, object>(found.Count, StringComparer.Ordinal);
        foreach (var (key, row) in found)
            if (Restore(row) is { } state)
                items[key] = state;
        return items;
    }

    /// <exception cref="InvalidOperationException">Somebody else wrote one of the items since it was read; nothing was written.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        var rows = changes.ToDictionary(change => change.Key, change => Row(JObject.FromObject(change.Value, Json)));
        if (await states.WriteAsync(rows, cancellationToken) is { } conflict)
            throw new InvalidOperationException($"The state '{conflict}' was changed by somebody else (ETag conflict).");
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => states.DeleteAsync(keys, cancellationToken);

    // The SDK's own state is a plain dictionary and has no ETag: the last writer wins, as with Microsoft's storages.
    private static BotStateChange Row(JObject state) =>
        new(
            state.ToString(Formatting.None),
            state.GetValue(ETag, StringComparison.OrdinalIgnoreCase) is JValue { Value: string etag } ? etag : null
        );

    /// <returns>Null for what cannot be read: the conversation starts anew, the facts are elsewhere.</returns>
    private static JObject? Restore(BotStateItem item)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(item.Json))
            {
                MaxDepth = ChannelJson.Deepest,
                DateParseHandling = DateParseHandling.None,
            };
            var state = JObject.Load(reader, AsItIs);
            if (state.Property(ETag, StringComparison.OrdinalIgnoreCase) is { } etag)
                etag.Value = item.ETag;
            return state;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
