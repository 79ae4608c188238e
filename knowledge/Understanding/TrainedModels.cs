using GuidelineBot.Knowledge.Loading;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// All that is learnt from the examples. Learning takes some tenths of a second; kept in <see cref="FileName"/> beside the texts, it is
/// read in a fraction of that. The file counts only for exactly the texts that it was learnt from, so an edited example always counts at
/// once.
/// </summary>
internal sealed record TrainedModels(ClauseModel Clauses, ActModel Acts, ProcedureModel Procedures)
{
    public const string FileName = "trained.bin";

    // To be raised when features or models change, so that a file of an older version is not taken for one of this.
    private const int Version = 4;

    public static TrainedModels Of(KnowledgeText text) => Read(text) ?? Train(text);

    public static TrainedModels Train(KnowledgeText text)
    {
        var acts = Task.Run(() => new ActModel(text));
        var (clauses, procedures) = (new ClauseModel(text.Questions, text.Synonyms), new ProcedureModel(text));
        return new TrainedModels(clauses, acts.GetAwaiter().GetResult(), procedures);
    }

    /// <summary>Writes the file whole or not at all.</summary>
    public void Write(KnowledgeText text)
    {
        var file = Path.Combine(text.Folder, FileName);
        var unfinished = file + ".new";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
        {
            writer.Write(Version);
            writer.Write(text.Signature);
            Clauses.Write(writer);
            Acts.Write(writer);
            Procedures.Write(writer);
        }
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
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(file), writable: false));
            return reader.ReadInt32() == Version && reader.ReadString() == text.Signature
                ? new TrainedModels(
                    new ClauseModel(reader, text.Synonyms),
                    new ActModel(reader, text.Synonyms, text.Cues),
                    new ProcedureModel(reader, text.Synonyms, text.Cues)
                )
                : null;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
