using GuidelineBot.Knowledge.Understanding;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidelineBot.Turns;

/// <summary>
/// Which handler answers which turn: the one table of everything a person can do. A handler that stands in it can be made, with no line
/// beside it.
/// </summary>
/// <param name="services">Where the handlers are registered; the table is complete when the bot is built.</param>
internal sealed class Routes(IServiceCollection services)
{
    private readonly Dictionary<string, Entry> presses = new(StringComparer.Ordinal);
    private readonly Dictionary<Route, Entry> messages = [];
    private readonly Dictionary<string, Entry> extensions = new(StringComparer.Ordinal);
    private Entry? consent;

    /// <param name="For">Any of these roles will do; <see cref="Roles.None"/>: everybody, as far as the handler finds the thing to be theirs.</param>
    public sealed record Entry(Type Handler, Roles For, Answers Answers = Answers.AreKept);

    /// <summary>The verbs of all buttons.</summary>
    public IReadOnlyDictionary<string, Entry> Presses => presses;

    /// <summary>Buttons with this verb.</summary>
    /// <exception cref="InvalidOperationException">The verb has a handler already.</exception>
    public void OnPress<THandler>(string verb, Roles only = Roles.None)
        where THandler : class, ITurnHandler => Add<string, THandler>(presses, verb, only);

    /// <summary>The same, where what is answered shall not stay behind.</summary>
    public void OnPress<THandler>(string verb, Answers answers)
        where THandler : class, ITurnHandler => Add<string, THandler>(presses, verb, Roles.None, answers);

    /// <summary>A command of the message extension: a search from the compose box, or an action there or beside a message.</summary>
    /// <exception cref="InvalidOperationException">The command has a handler already.</exception>
    public void OnExtension<THandler>(string command)
        where THandler : class, ITurnHandler => Add<string, THandler>(extensions, command, Roles.None);

    /// <summary>Whatever people answer to files that are offered to them.</summary>
    public void OnConsent<THandler>()
        where THandler : class, ITurnHandler
    {
        consent = new Entry(typeof(THandler), Roles.None);
        services.TryAddSingleton<THandler>();
    }

    /// <summary>Messages understood as one of these.</summary>
    /// <exception cref="InvalidOperationException">The route has a handler already.</exception>
    public void OnMessage<THandler>(params ReadOnlySpan<Route> routes)
        where THandler : class, ITurnHandler
    {
        foreach (var route in routes)
            Add<Route, THandler>(messages, route, Roles.None);
    }

    /// <summary>The same, from people with a role alone.</summary>
    public void OnMessage<THandler>(Route route, Roles only)
        where THandler : class, ITurnHandler => Add<Route, THandler>(messages, route, only);

    public bool Has(Route route) => messages.ContainsKey(route);

    public bool Has(string verb) => presses.ContainsKey(verb);

    /// <summary>The handler, and who may use it; null for a verb that no card of this version carries.</summary>
    public Entry? Find(Turn turn) =>
        turn switch
        {
            { Consent: not null } => consent,
            // A press in the window of a message extension is a press like any other.
            { Press: { } press } => presses.GetValueOrDefault(press.Verb),
            { Extension: { } extension } => extensions.GetValueOrDefault(extension.Command),
            { Understood: { } understood } => messages.GetValueOrDefault(understood.Route),
            _ => null,
        };

    /// <summary>The commands of the message extension.</summary>
    public IEnumerable<string> Extensions => extensions.Keys;

    private void Add<TKey, THandler>(Dictionary<TKey, Entry> table, TKey key, Roles only, Answers answers = Answers.AreKept)
        where TKey : notnull
        where THandler : class, ITurnHandler
    {
        if (!table.TryAdd(key, new Entry(typeof(THandler), only, answers)))
            throw new InvalidOperationException($"'{key}' is routed twice: to {table[key].Handler.Name} and to {typeof(THandler).Name}.");
        services.TryAddSingleton<THandler>();
    }
}

/// <summary>What becomes of the answer to a press.</summary>
internal enum Answers
{
    /// <summary>A copy of the press, which Teams may send for minutes, gets the same answer; nothing happens twice.</summary>
    AreKept,

    /// <summary>A copy of the press is answered anew: its handler changes nothing that a second time would change again.</summary>
    AreNotKept,
}
