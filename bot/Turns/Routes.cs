using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Turns;

/// <summary>Which handler answers which turn: the one table of everything a person can do.</summary>
internal sealed class Routes
{
    private readonly Dictionary<string, Type> presses = new(StringComparer.Ordinal);
    private readonly Dictionary<Route, Type> messages = [];

    /// <summary>Buttons with this verb.</summary>
    /// <exception cref="InvalidOperationException">The verb has a handler already.</exception>
    public void OnPress<THandler>(string verb) where THandler : ITurnHandler => Add(presses, verb, typeof(THandler));

    /// <summary>Messages understood as one of these.</summary>
    /// <exception cref="InvalidOperationException">The route has a handler already.</exception>
    public void OnMessage<THandler>(params ReadOnlySpan<Route> routes) where THandler : ITurnHandler
    {
        foreach (var route in routes)
            Add(messages, route, typeof(THandler));
    }

    public bool Has(Route route) => messages.ContainsKey(route);

    public bool Has(string verb) => presses.ContainsKey(verb);

    /// <summary>The handler's type; null for a verb that no card of this version carries.</summary>
    public Type? Find(Turn turn) => turn switch
    {
        { Press: { } press } => presses.GetValueOrDefault(press.Verb),
        { Understood: { } understood } => messages.GetValueOrDefault(understood.Route),
        _ => null,
    };

    private static void Add<TKey>(Dictionary<TKey, Type> table, TKey key, Type handler) where TKey : notnull
    {
        if (!table.TryAdd(key, handler))
            throw new InvalidOperationException($"'{key}' is routed twice: to {table[key].Name} and to {handler.Name}.");
    }
}
