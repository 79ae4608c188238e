using GuidelineBot.Turns;

namespace GuidelineBot.Files;

/// <summary>Pictures and files that people send: fetched here, kept by whatever they are for.</summary>
internal static class FilesSetup
{
    public static IServiceCollection AddFiles(this IServiceCollection services) => services.AddSingleton<ReceivedFiles>();

    public static void AddFiles(this Routes routes) => routes.OnMessage<TakeFiles>(Hearing.SentFiles);
}

/// <summary>A slice in which something may be open that a file is for.</summary>
internal interface ITakesFiles
{
    /// <summary>The lowest is asked first.</summary>
    int Order { get; }

    /// <returns>What became of the files; null where they are not for this slice.</returns>
    Task<Reply?> TakeAsync(Turn turn, CancellationToken cancellationToken);
}

/// <summary>A picture or file was sent: whatever is open takes it, or it is said at once why not.</summary>
internal sealed class TakeFiles(IEnumerable<ITakesFiles> takers) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        foreach (var taker in takers.OrderBy(taker => taker.Order))
            if (await taker.TakeAsync(turn, cancellationToken) is { } reply)
                return reply;
        return new Reply.Say("ご質問は文でお書きください。「ヘルプ」と入力すると、できることをご覧いただけます。");
    }
}
