using GuidelineBot.Knowledge;

namespace GuidelineBot.KnowledgeUpdates;

/// <summary>Looks at the knowledge folder every few seconds and logs what came of a change.</summary>
internal sealed partial class KnowledgeWatch(
    LiveKnowledge knowledge,
    Supplements supplements,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<KnowledgeWatch> logger
) : BackgroundService, IHostedLifecycleService
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>Loading is the longest part of a start, so it goes on beside everything else from the first moment.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => knowledge.Current, cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(Report, stoppingToken);
        }
        catch (InvalidDataException fault)
        {
            LogUnusable(fault.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
            return;
        }

        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                if (knowledge.Refresh(await supplements.AllAsync(stoppingToken)))
                    Report();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away for a moment takes nothing from what is known.
                LogFault(fault);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not look for changes of the knowledge; the next look follows")]
    private partial void LogFault(Exception fault);

    private void Report()
    {
        foreach (var finding in knowledge.Current.Findings)
            LogFinding(finding.File, finding.Line, finding.Message);
        foreach (var finding in knowledge.Rejected)
            LogRejected(finding.File, finding.Line, finding.Message);
        LogInForce(
            knowledge.Current.Own.Name,
            knowledge.Current.Own.Revision,
            knowledge.Current.Guidelines.Sum(guideline => guideline.Clauses.Count)
        );
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "In force: {Name} {Revision}, {Clauses} clauses in all")]
    private partial void LogInForce(string name, string revision, int clauses);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Reason}")]
    private partial void LogUnusable(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{File}:{Line}: {Finding}")]
    private partial void LogFinding(string file, int line, string finding);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The newest knowledge is not used, the one before stays in force. {File}:{Line}: {Finding}"
    )]
    private partial void LogRejected(string file, int line, string finding);
}
