using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Values of a dialog's state, which a storage without type names gives back as JSON.</summary>
internal static class StoredValues
{
    /// <summary>The value as <typeparamref name="T"/>, put back into the state so that changes to it are stored.</summary>
    public static T Read<T>(this IDictionary<string, object> state, string name)
        where T : class
    {
        switch (state.TryGetValue(name, out var value) ? value : null)
        {
            case null:
                return null;
            case T typed:
                return typed;
            case JToken json:
                var read = json.ToObject<T>();
                state[name] = read;
                return read;
            default:
                throw new InvalidOperationException($"'{name}' in the dialog's state is a {value.GetType().Name}, not a {typeof(T).Name}.");
        }
    }
}
