namespace GuidelineBot.Storage;

/// <summary>Something that is looked after again and again for as long as the bot runs. Several instances may do it at once.</summary>
/// <param name="first">Until the first look: the first answer after a start shall not wait for it.</param>
/// <param name="every">From then on.</param>
internal abstract partial class PeriodicJob(TimeSpan first, TimeSpan every, TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock => clock;

    /// <summary>One look; what it could not do, the next one does.</summary>
    internal abstract Task LookAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(first, clock, stoppingToken);
        using var timer = new PeriodicTimer(every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment is no reason to stop.
                LogFault(fault, GetType().Name);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "{Job} failed; the next look follows")]
    private partial void LogFault(Exception fault, string job);
}
