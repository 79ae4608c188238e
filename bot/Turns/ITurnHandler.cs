namespace GuidelineBot.Turns;

/// <summary>Answers one kind of turn. Handlers are singletons: state lives in a store.</summary>
internal interface ITurnHandler
{
    Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken);
}
