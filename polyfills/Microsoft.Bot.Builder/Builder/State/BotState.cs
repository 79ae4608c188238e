using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Reads a state once a turn and writes it back if it changed.</summary>
public abstract partial class BotState : IPropertyManager
{
    private readonly IStorage storage;
    private readonly string contextKey;

    protected BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        this.storage = storage;
        contextKey = contextServiceKey;
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new PropertyAccessor<T>(this, name);
    }

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (!force && GetCachedState(turnContext)?.State is not null)
            return;

        var key = GetStorageKey(turnContext);
        var items = await storage.ReadAsync([key], cancellationToken);
        turnContext.TurnState[contextKey] = items.TryGetValue(key, out var item) ? ToState(item) : new CachedBotState();
    }

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var cached = GetCachedState(turnContext);
        if (cached is null || !(force || cached.IsChanged()))
            return;

        var changes = new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State };
        await storage.WriteAsync(changes, cancellationToken);
        cached.Hash = CachedBotState.HashOf(cached.State);
    }

    /// <summary>Empties the state; a save is still needed.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        // The hash of nothing differs from that of an empty state, so that the next save writes.
        if (GetCachedState(turnContext) is not null)
            turnContext.TurnState[contextKey] = new CachedBotState { Hash = string.Empty };

        return Task.CompletedTask;
    }

    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(contextKey);
        await storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    public JToken Get(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var state = GetCachedState(turnContext)?.State;
        return state is null ? null : JToken.FromObject(state);
    }

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(contextKey);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        var value = GetCachedState(turnContext).State[propertyName];
        return Task.FromResult(value switch
        {
            T typed => typed,
            null => default,
            JToken json => json.ToObject<T>(CachedBotState.Json),
            _ => JToken.FromObject(value, CachedBotState.Json).ToObject<T>(CachedBotState.Json),
        });
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    private static CachedBotState ToState(object item) => item switch
    {
        null => new CachedBotState(),
        IDictionary<string, object> state => new CachedBotState(state),
        JObject json => new CachedBotState(json.ToObject<IDictionary<string, object>>()),
        _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
    };

    /// <summary>A state during a turn, with the hash it was read with.</summary>
    public class CachedBotState
    {
        internal static readonly JsonSerializer Json = JsonSerializer.CreateDefault();

        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            Hash = HashOf(State);
        }

        public IDictionary<string, object> State { get; set; }

        public string Hash { get; set; }

        public bool IsChanged() => Hash != HashOf(State);

        internal static string HashOf(IDictionary<string, object> state)
        {
            if (state.Count == 0)
                return "{}";

            using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
            Json.Serialize(text, state);
            return text.ToString();
        }
    }
}
