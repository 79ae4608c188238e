using System.Threading.Channels;

namespace GuidelineBot.Delivery;

/// <summary>Says that something waits to be sent, so that nobody has to wait for the worker's next look.</summary>
internal sealed class DeliveryBell
{
    // Rung twice is rung once.
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rung.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(longest);
        try
        {
            await rung.Reader.ReadAsync(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }
}
