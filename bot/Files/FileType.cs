namespace GuidelineBot.Files;

/// <summary>What kind of file something is, by its content: a name can say anything.</summary>
internal static class FileType
{
    private static readonly (byte[] Start, int At, string Type, string Ending)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png", "png"),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg", "jpg"),
        ("GIF8"u8.ToArray(), 0, "image/gif", "gif"),
        ("WEBP"u8.ToArray(), 8, "image/webp", "webp"),
        ("%PDF-"u8.ToArray(), 0, "application/pdf", "pdf"),
        ("ftyp"u8.ToArray(), 4, "video/mp4", "mp4"),
    ];

    /// <summary>These are archives all: their names tell them apart.</summary>
    private static readonly Dictionary<string, string> OfOffice = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };

    /// <returns>The media type and the usual ending of a name; null where it is none of those that are known.</returns>
    public static (string Type, string Ending)? Of(string name, ReadOnlySpan<byte> content)
    {
        foreach (var (start, at, type, ending) in Known)
            if (content.Length >= at + start.Length && content.Slice(at, start.Length).SequenceEqual(start))
                return (type, ending);
        var last = Path.GetExtension(name);
        if (content.StartsWith("PK\u0003\u0004"u8) && OfOffice.TryGetValue(last, out var office))
            return (office, last[1..].ToLowerInvariant());
        return string.Equals(last, ".csv", StringComparison.OrdinalIgnoreCase) ? ("text/csv", "csv") : null;
    }
}
