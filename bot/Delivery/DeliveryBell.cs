namespace GuidelineBot.Delivery;

/// <summary>Says that something waits to be sent, so that nobody has to wait for the worker's next look.</summary>
internal sealed class DeliveryBell
{
    private TaskCompletionSource next = Unrung();

    /// <summary>Ends at the next ring. To be taken before looking: no ring is then missed between the look and the wait.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Ring() => Interlocked.Exchange(ref next, Unrung()).TrySetResult();

    private static TaskCompletionSource Unrung() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
