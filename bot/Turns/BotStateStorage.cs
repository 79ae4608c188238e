using GuidelineBot.Storage;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Turns;

/// <summary>Where the Bot Framework keeps the state of conversations and dialogs: our own database, with ETags.</summary>
internal sealed class BotStateStorage(BotStates states) : IStorage
{
    private const string ETag = "eTag";

    // State holds objects of several types behind IDictionary<string, object>; their names bring them back. Only this bot writes here.
    private static readonly JsonSerializer Json = JsonSerializer.Create(new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, MaxDepth = null });

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = await states.ReadAsync(keys, cancellationToken);
        return found.Select(pair => (pair.Key, State: Restore(pair.Value))).Where(item => item.State is not null).ToDictionary(item => item.Key, item => item.State!);
    }

    /// <exception cref="InvalidOperationException">Somebody else wrote one of the items since it was read; nothing was written.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        var rows = changes.ToDictionary(change => change.Key, change => new BotStateChange(
            JObject.FromObject(change.Value, Json).ToString(Formatting.None), ETagOf(change.Value)));
        if (await states.WriteAsync(rows, cancellationToken) is { } conflict)
            throw new InvalidOperationException($"The state '{conflict}' was changed by somebody else (ETag conflict).");
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => states.DeleteAsync(keys, cancellationToken);

    /// <returns>Null for state of types that are gone, as after a change of the SDK: the conversation starts anew, the facts are elsewhere.</returns>
    private static object? Restore(BotStateItem item)
    {
        try
        {
            var value = JObject.Parse(item.Json).ToObject<object>(Json);
            // The SDK's own state is a plain dictionary and carries no ETag: the last writer wins, as with Microsoft's storages.
            if (value is IStoreItem stored)
                stored.ETag = item.ETag;
            return value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? ETagOf(object value) => value switch
    {
        IStoreItem stored => stored.ETag,
        IDictionary<string, object> members => members.TryGetValue(ETag, out var etag) ? etag as string : null,
        JObject members => members.Value<string>(ETag),
        _ => null,
    };
}
