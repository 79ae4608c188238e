using GuidelineBot.Asking;
using GuidelineBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Turns;

/// <summary>Stands in for the handler of 「ヘルプ」, to see what becomes of a slow or failing one.</summary>
internal sealed class Interposed(Func<CancellationToken, Task> work) : ITurnHandler
{
    public static Action<IServiceCollection> Help(Func<CancellationToken, Task> work) =>
        services => services.AddSingleton(typeof(ShowHome), _ => new Interposed(work));

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        await work(cancellationToken);
        return new Reply.Say("できました。");
    }
}
