using System.Security.Cryptography;
using System.Text;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Knowledge.Loading;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// All that is learnt from the examples. Learning takes some seconds; kept in <see cref="FileName"/> beside the texts, it is
/// read in a fraction of that. The file counts only for exactly the texts that it was learnt from, so an edited example always counts at
/// once, and only as it was written: it begins with a hash of the rest.
/// </summary>
internal sealed record TrainedModels(ClauseModel Clauses, ActModel Acts, ProcedureModel Procedures, SenseModel? Sense)
{
    public const string FileName = "trained.bin";

    // To be raised when features or models change, so that a file of an older version is not taken for one of this.
    private const int Version = 8;

    /// <summary>Those of the texts in use: read again unchanged, they have the same models, of which one copy is enough.</summary>
    private static readonly Dictionary<string, WeakReference<TrainedModels>> InUse = [];

    public static TrainedModels Of(KnowledgeText text)
    {
        lock (InUse)
        {
            if (InUse.TryGetValue(text.Signature, out var held) && held.TryGetTarget(out var models))
                return models;
            models = Read(text) ?? Train(text);
            foreach (var gone in InUse.Where(pair => !pair.Value.TryGetTarget(out _)).Select(pair => pair.Key).ToList())
                InUse.Remove(gone);
            InUse[text.Signature] = new WeakReference<TrainedModels>(models);
            return models;
        }
    }

    public static TrainedModels Train(KnowledgeText text)
    {
        var acts = Task.Run(() => new ActModel(text));
        var (clauses, procedures) = (new ClauseModel(text.Questions, text.Synonyms), new ProcedureModel(text));
        var sense = text.DraftExamples.Count == 0 ? null : new SenseModel(text.DraftExamples, text.DraftCues);
        return new TrainedModels(clauses, acts.GetAwaiter().GetResult(), procedures, sense);
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public void Write(KnowledgeText text)
    {
        var file = Path.Combine(text.Folder, FileName);
        var unfinished = file + ".new";
        using var learnt = new MemoryStream();
        using (var writer = new BinaryWriter(learnt, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(text.Signature);
            Clauses.Write(writer);
            Acts.Write(writer);
            Procedures.Write(writer);
            writer.Write(Sense is not null);
            Sense?.Write(writer);
        }
        File.WriteAllBytes(unfinished, [.. SHA256.HashData(learnt.ToArray()), .. learnt.ToArray()]);
        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Looks beside the texts, then beside those that travel with the program: the same texts have the same models.</summary>
    /// <returns>Null where there is no file for exactly these texts.</returns>
    private static TrainedModels? Read(KnowledgeText text) =>
        Read(text, Path.Combine(text.Folder, FileName)) ?? Read(text, Path.Combine(AppContext.BaseDirectory, "knowledge", FileName));

    private static TrainedModels? Read(KnowledgeText text, string file)
    {
        try
        {
            if (!File.Exists(file))
                return null;
            var bytes = File.ReadAllBytes(file);
            var learnt = bytes.AsMemory(Math.Min(bytes.Length, SHA256.HashSizeInBytes));
            if (!bytes.AsSpan(0, bytes.Length - learnt.Length).SequenceEqual(SHA256.HashData(learnt.Span)))
                return null;
            using var reader = new BinaryReader(new MemoryStream(bytes, bytes.Length - learnt.Length, learnt.Length, writable: false));
            return reader.ReadInt32() == Version && reader.ReadString() == text.Signature
                ? new TrainedModels(
                    new ClauseModel(reader, text.Synonyms),
                    new ActModel(reader, text.Synonyms, text.Cues),
                    new ProcedureModel(reader, text.Synonyms, text.Cues),
                    reader.ReadBoolean() ? new SenseModel(reader, text.DraftCues) : null
                )
                : null;
        }
        // Whatever is wrong with it, learning anew is never wrong.
        catch (Exception)
        {
            return null;
        }
    }
}
