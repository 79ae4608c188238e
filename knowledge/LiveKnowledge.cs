using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge;

/// <summary>
/// The knowledge in force. A change in the folder is picked up within seconds: the new index is built beside the old one and takes its place
/// in one step; while a file has an error the old one stays.
/// </summary>
public sealed class LiveKnowledge
{
    private readonly string folder;
    private string signature;
    private readonly Lazy<KnowledgeBase> first;
    private volatile KnowledgeBase? current;
    private volatile IReadOnlyList<Finding> rejected = [];

    /// <param name="folder">The folder that holds <c>guidelines/</c>, <c>questions/</c> and so on.</param>
    public LiveKnowledge(string folder)
    {
        this.folder = folder;
        signature = SignatureOf(folder);
        first = new Lazy<KnowledgeBase>(() => KnowledgeBase.Load(folder));
    }

    /// <summary>Waits for the first loading, if that is still under way.</summary>
    /// <exception cref="InvalidDataException">The city's own guideline cannot be read; the message says why.</exception>
    public KnowledgeBase Current => current ?? first.Value;

    public bool IsLoaded => current is not null || first.IsValueCreated;

    /// <summary>Why the newest state of the folder is not in force; empty when it is.</summary>
    public IReadOnlyList<Finding> Rejected => rejected;

    /// <summary>Looks at the folder once.</summary>
    /// <returns>Whether anything had changed since the last look.</returns>
    public bool Refresh()
    {
        var found = SignatureOf(folder);
        if (found == signature)
            return false;
        signature = found;
        try
        {
            var loaded = KnowledgeBase.Load(folder);
            var errors = loaded.Findings.Where(finding => finding.IsError).ToList();
            if (errors.Count == 0)
                current = loaded;
            rejected = errors;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            rejected = [new Finding(folder, 0, true, fault.Message)];
        }
        return true;
    }

    // Names, sizes and times rather than a file system watcher, which misses changes on network shares.
    private static string SignatureOf(string folder) => string.Join('\n', KnowledgeFiles.In(folder)
        .Select(file => new FileInfo(file))
        .Select(file => $"{file.FullName}|{(file.Exists ? file.Length : 0)}|{(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}"));
}
