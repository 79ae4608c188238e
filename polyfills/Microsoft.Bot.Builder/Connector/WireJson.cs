using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>The one serializer for the wire; its contracts are the default ones, built once for the whole process and whatever else it writes.</summary>
internal static class WireJson
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        MaxDepth = 256,
    });

    public static T Read<T>(Stream json)
    {
        using var reader = new JsonTextReader(new StreamReader(json, Utf8)) { ArrayPool = Chars.Shared };
        return Serializer.Deserialize<T>(reader);
    }

    public static void Write(Stream json, object value)
    {
        using var text = new StreamWriter(json, Utf8, bufferSize: 4096, leaveOpen: true);
        using var writer = new JsonTextWriter(text) { ArrayPool = Chars.Shared, CloseOutput = false };
        Serializer.Serialize(writer, value);
    }

    /// <summary>A request body written straight into pooled memory.</summary>
    internal sealed class Content : HttpContent
    {
        private readonly PooledStream body = new();

        public Content(object value)
        {
            Write(body, value);
            Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext context) => body.CopyToAsync(stream, default);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext context, CancellationToken cancellationToken) =>
            body.CopyToAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                body.Dispose();

            base.Dispose(disposing);
        }
    }

    private sealed class Chars : IArrayPool<char>
    {
        public static readonly Chars Shared = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[] array) => ArrayPool<char>.Shared.Return(array);
    }
}
