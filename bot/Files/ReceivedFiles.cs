using System.Globalization;
using System.Security.Cryptography;
using GuidelineBot.Turns;

namespace GuidelineBot.Files;

/// <param name="Type">A media type, found by the content.</param>
/// <param name="Hash">SHA-256 in hexadecimal.</param>
internal sealed record ReceivedFile(string Name, string Type, string Hash, byte[] Content);

/// <param name="Allowed">Said of every other kind.</param>
/// <param name="Endings">The usual endings of the kinds that are taken.</param>
internal sealed record FileKinds(string Allowed, IReadOnlyCollection<string> Endings);

/// <param name="Files">How many more may be taken.</param>
/// <param name="Bytes">How much more, all of them together.</param>
/// <param name="Full">Said of what has no room.</param>
internal sealed record FileRoom(int Files, long Bytes, string Full);

/// <summary>Fetches what was sent with a message, and says of each file why it cannot be taken.</summary>
internal sealed class ReceivedFiles(SentFiles sent, TimeProvider clock)
{
    /// <param name="limit">Of each file, in bytes.</param>
    public async Task<(IReadOnlyList<ReceivedFile> Files, IReadOnlyList<string> Refused)> ReadAsync(
        Turn turn,
        FileKinds kinds,
        int limit,
        CancellationToken cancellationToken,
        FileRoom? room = null
    )
    {
        List<ReceivedFile> files = [];
        List<string> refused = [];
        foreach (var (place, one) in turn.Files.Take(SentFile.Most).Index())
        {
            var called = one.Name.Length > 0 ? one.Name : $"{place + 1}枚目の画像";
            var fetched = await sent.FetchAsync(one, limit, cancellationToken);
            if (fetched.Content is not { } content)
                refused.Add($"{called}：{fetched.Refusal}");
            else if (FileType.Of(one.Name, content) is not var (type, ending) || !kinds.Endings.Contains(ending))
                refused.Add($"{called}：{kinds.Allowed}");
            else if (
                room is not null
                && (files.Count >= room.Files || files.Sum(file => (long)file.Content.Length) + content.Length > room.Bytes)
            )
                refused.Add($"{called}：{room.Full}");
            else
                files.Add(
                    new ReceivedFile(NameOf(one.Name, place, ending), type, Convert.ToHexStringLower(SHA256.HashData(content)), content)
                );
        }
        if (turn.Files.Count > SentFile.Most)
            refused.Add($"一度に{SentFile.Most}個までです。残りはもう一度送ってください。");
        return (files, refused);
    }

    private string NameOf(string name, int place, string ending)
    {
        var file = Path.GetFileName(name);
        return file.Length is > 0 and <= 200
            ? file
            : $"画像_{clock.GetLocalNow().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture)}_{place + 1}.{ending}";
    }
}
