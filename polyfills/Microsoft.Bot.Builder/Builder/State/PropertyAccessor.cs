namespace Microsoft.Bot.Builder;

/// <summary>The accessors that a state hands out.</summary>
public abstract partial class BotState
{
    private sealed class PropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(
            ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            var properties = state.GetCachedState(turnContext).State;
            if (properties.ContainsKey(name))
            {
                var value = await state.GetPropertyValueAsync<T>(turnContext, name, cancellationToken);

                // Kept as the object that was handed out, so that changes to it are saved.
                properties[name] = value;
                return value;
            }

            if (defaultValueFactory is null)
                return default;

            var created = defaultValueFactory();
            properties[name] = created;
            return created;
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }
    }
}
