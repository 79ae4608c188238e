using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Knowledge.Revisions;

namespace GuidelineBot.Knowledge;

/// <summary>
/// The knowledge in force. A change in the folder is picked up within seconds, and so is the day on which a revision comes into force: the
/// new index is built beside the old one and takes its place in one step; while a file has an error the old one stays.
/// </summary>
public sealed class LiveKnowledge
{
    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly Lock refreshing = new();
    private string signature;
    private IReadOnlyList<Addition> added = [];
    private readonly Lazy<KnowledgeBase> first;
    private volatile KnowledgeBase? current;
    private volatile IReadOnlyList<Finding> rejected = [];

    /// <param name="folder">The folder that holds <c>guidelines/</c>, <c>questions/</c> and so on.</param>
    /// <param name="clock">Its local day is the one whose guideline counts.</param>
    public LiveKnowledge(string folder, TimeProvider? clock = null)
    {
        this.folder = folder;
        this.clock = clock ?? TimeProvider.System;
        signature = SignatureOf(added);
        first = new Lazy<KnowledgeBase>(() => KnowledgeBase.Load(folder, Today));
    }

    /// <summary>Waits for the first loading, if that is still under way.</summary>
    /// <exception cref="InvalidDataException">The city's own guideline cannot be read; the message says why.</exception>
    public KnowledgeBase Current => current ?? first.Value;

    public bool IsLoaded => current is not null || first.IsValueCreated;

    /// <summary>Why the newest state of the folder is not in force; empty when it is.</summary>
    public IReadOnlyList<Finding> Rejected => rejected;

    /// <summary>The texts of the city's own guideline, the oldest first.</summary>
    public IReadOnlyList<GuidelineVersion> Versions =>
        [
            .. KnowledgeFiles
                .Versions(folder)
                .Where(version => GuidelineReader.KeyOf(version.File).Length == 0)
                .OrderBy(version => version.From ?? DateOnly.MinValue),
        ];

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <exception cref="InvalidDataException">One of the texts is no guideline; the message says which.</exception>
    public IReadOnlyList<ClauseChange> Compare(GuidelineVersion before, GuidelineVersion after) =>
        GuidelineDiff.Compare(before.File, after.File, folder);

    /// <summary>Looks at the folder once.</summary>
    /// <param name="additions">What is added to it; null for what was the last time.</param>
    /// <returns>Whether anything had changed since the last look.</returns>
    public bool Refresh(IReadOnlyList<Addition>? additions = null)
    {
        lock (refreshing)
        {
            added = additions ?? added;
            var found = SignatureOf(added);
            if (found == signature)
                return false;
            signature = found;
            try
            {
                var loaded = KnowledgeBase.Load(folder, Today, added);
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
    }

    // Names, sizes and times rather than a file system watcher, which misses changes on network shares.
    private string SignatureOf(IReadOnlyList<Addition> additions) =>
        string.Join(
            '\n',
            KnowledgeFiles
                .In(folder, Today)
                .Select(file => new FileInfo(file))
                .Select(file => $"{file.FullName}|{(file.Exists ? file.Length : 0)}|{(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}")
                .Concat(additions.Select(addition => addition.ToString()))
        );
}
