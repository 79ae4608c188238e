using System.Buffers;

namespace Microsoft.Bot.Connector;

/// <summary>A growing buffer from the array pool: written once, then read from the start or copied out whole.</summary>
internal sealed class PooledStream : Stream
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int length;
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var part = bytes.AsSpan(position, Math.Min(buffer.Length, length - position));
        part.CopyTo(buffer);
        position += part.Length;
        return part.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Grow(buffer.Length);
        buffer.CopyTo(bytes.AsSpan(length));
        length += buffer.Length;
    }

    public async Task FillAsync(Stream source, CancellationToken cancellationToken)
    {
        while (true)
        {
            Grow(1);
            var read = await source.ReadAsync(bytes.AsMemory(length), cancellationToken);
            if (read == 0)
                return;

            length += read;
        }
    }

    public new Task CopyToAsync(Stream destination, CancellationToken cancellationToken) =>
        destination.WriteAsync(bytes.AsMemory(0, length), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && bytes is not null)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = null;
        }

        base.Dispose(disposing);
    }

    private void Grow(int more)
    {
        if (bytes.Length - length >= more)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + more));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
