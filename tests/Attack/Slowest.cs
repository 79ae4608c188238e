using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuidelineBot.Tests.Attack;

/// <summary>The bodies whose answers took longest.</summary>
internal sealed class Slowest(int most)
{
    private readonly PriorityQueue<byte[], TimeSpan> bodies = new();

    public IEnumerable<byte[]> Bodies => bodies.UnorderedItems.Select(item => item.Element);

    public void Add(TimeSpan taken, byte[] body)
    {
        lock (bodies)
        {
            bodies.Enqueue(body, taken);
            if (bodies.Count > most)
                bodies.Dequeue();
        }
    }

    /// <summary>The same as something that was not sent before, which would only be answered as the first time.</summary>
    public static byte[] Anew(byte[] body)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject activity)
                return body;
            activity["id"] = $"{Guid.NewGuid()}";
            if ((activity["value"] as JsonObject)?["action"] is JsonObject action && action["data"] is JsonObject data)
                data["rendering"] = $"{Guid.NewGuid():N}";
            return JsonSerializer.SerializeToUtf8Bytes(activity);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or ArgumentException)
        {
            return body;
        }
    }
}
