using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Turns;

/// <summary>Which handler answers which turn: the one table of everything a person can do.</summary>
internal sealed class Routes
{
    private readonly Dictionary<string, Entry> presses = new(StringComparer.Ordinal);
    private readonly Dictionary<Route, Entry> messages = [];

    /// <param name="For">Any of these roles will do; <see cref="Roles.None"/>: everybody, as far as the handler finds the thing to be theirs.</param>
    public sealed record Entry(Type Handler, Roles For);

    /// <summary>The verbs of all buttons.</summary>
    public IReadOnlyDictionary<string, Entry> Presses => presses;

    /// <summary>Buttons with this verb.</summary>
    /// <exception cref="InvalidOperationException">The verb has a handler already.</exception>
    public void OnPress<THandler>(string verb, Roles only = Roles.None) where THandler : ITurnHandler => Add(presses, verb, new Entry(typeof(THandler), only));

    /// <summary>Messages understood as one of these.</summary>
    /// <exception cref="InvalidOperationException">The route has a handler already.</exception>
    public void OnMessage<THandler>(params ReadOnlySpan<Route> routes) where THandler : ITurnHandler
    {
        foreach (var route in routes)
            Add(messages, route, new Entry(typeof(THandler), Roles.None));
    }

    /// <summary>The same, from people with a role alone.</summary>
    public void OnMessage<THandler>(Route route, Roles only) where THandler : ITurnHandler => Add(messages, route, new Entry(typeof(THandler), only));

    public bool Has(Route route) => messages.ContainsKey(route);

    public bool Has(string verb) => presses.ContainsKey(verb);

    /// <summary>The handler, and who may use it; null for a verb that no card of this version carries.</summary>
    public Entry? Find(Turn turn) => turn switch
    {
        { Press: { } press } => presses.GetValueOrDefault(press.Verb),
        { Understood: { } understood } => messages.GetValueOrDefault(understood.Route),
        _ => null,
    };

    private static void Add<TKey>(Dictionary<TKey, Entry> table, TKey key, Entry entry) where TKey : notnull
    {
        if (!table.TryAdd(key, entry))
            throw new InvalidOperationException($"'{key}' is routed twice: to {table[key].Handler.Name} and to {entry.Handler.Name}.");
    }
}
