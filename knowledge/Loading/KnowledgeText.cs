using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Knowledge.Slots;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>The knowledge folder as read, before anything is indexed.</summary>
/// <param name="Signature">Changes with any text that something is learnt from.</param>
internal sealed record KnowledgeText(
    string Folder,
    string Signature,
    IReadOnlyList<Guideline> Guidelines,
    IReadOnlyList<Example> Questions,
    IReadOnlyList<Example> Intents,
    IReadOnlyList<Example> Commands,
    IReadOnlyList<Example> Acts,
    SynonymBook Synonyms,
    SynonymBook EverydayWords,
    CueBook Cues,
    ServiceBook Services,
    IReadOnlyList<string> Surnames,
    IReadOnlyList<(string Field, IReadOnlyList<string> Words)> FieldNames,
    Calibration Calibration,
    Offices Offices,
    Elsewhere Elsewhere,
    IReadOnlyList<NoticeForm> Forms,
    IReadOnlyList<Checklist> Checklists,
    IReadOnlyList<Drill> Drills,
    IReadOnlyList<Procedure> Procedures,
    IReadOnlyList<Example> Passages,
    IReadOnlyList<DraftRule> DraftRules,
    IReadOnlyList<Example> DraftExamples,
    SynonymBook DraftCues,
    IReadOnlyList<Addition> Additions,
    IReadOnlyList<Finding> Findings
)
{
    private const string CommandFile = "commands.md";

    /// <exception cref="InvalidDataException">The city's own guideline is missing or cannot be read.</exception>
    /// <param name="day">Whose guideline counts.</param>
    /// <param name="added">Beside those in the folder; what the folder has goes first.</param>
    public static KnowledgeText Read(string folder, DateOnly day, IReadOnlyList<Addition> added)
    {
        var text = ReadAll(folder, day, added);
        if (text.Guidelines is [{ Key: "" }, ..])
            return text;
        var reason = text.Findings.FirstOrDefault(finding => finding.IsError)?.Message ?? "ファイルがありません。";
        throw new InvalidDataException(
            $"ガイドライン {Path.Combine(folder, "guidelines", KnowledgeFiles.OwnGuideline)} を読み取れません。{reason}"
        );
    }

    /// <summary>Also as it will be on the days from which other texts are in force.</summary>
    public static IReadOnlyList<Finding> Check(string folder, DateOnly day)
    {
        var text = ReadAll(folder, day, []);
        List<Finding> findings = text.Guidelines is [{ Key: "" }, ..]
            ? [.. text.Findings]
            :
            [
                new Finding(
                    Path.Combine("guidelines", KnowledgeFiles.OwnGuideline),
                    1,
                    true,
                    "市のガイドラインの本文がありません。このファイルに置いてください。"
                ),
                .. text.Findings,
            ];
        foreach (
            var from in KnowledgeFiles
                .Versions(folder)
                .Select(version => version.From)
                .Where(from => from > day)
                .OfType<DateOnly>()
                .Distinct()
                .Order()
        )
            findings.AddRange(
                ReadAll(folder, from, [])
                    .Findings.Where(finding => !findings.Contains(finding))
                    .Select(finding => finding with { Message = $"{finding.Message}（{from:yyyy-MM-dd} から）" })
            );
        return findings;
    }

    private static KnowledgeText ReadAll(string folder, DateOnly day, IReadOnlyList<Addition> added)
    {
        using var signature = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var findings = new List<Finding>();
        var guidelines = new List<Guideline>();
        foreach (var file in KnowledgeFiles.Guidelines(folder, day))
        {
            var read = GuidelineReader.ReadFile(file);
            findings.AddRange(read.Findings.Select(finding => finding with { File = Path.GetRelativePath(folder, file) }));
            if (read.IsUsable)
                guidelines.Add(read.Guideline);
        }

        var questions = Examples(KnowledgeFiles.Questions(folder));
        var intents = Examples(KnowledgeFiles.Intents(folder).Where(file => Path.GetFileName(file) != CommandFile));
        var commands = Examples(KnowledgeFiles.Intents(folder).Where(file => Path.GetFileName(file) == CommandFile));
        List<Example> acts =
        [
            .. KnowledgeFiles.Acts(folder).SelectMany(file => ActFile.Read(Path.GetRelativePath(folder, file), Signed(file), findings)),
        ];
        var synonyms = SynonymFile.Read(KnowledgeFiles.Synonyms, TextOf(KnowledgeFiles.Synonyms), findings);
        var everyday = SynonymFile.Read(KnowledgeFiles.EverydayWords, Unsigned(KnowledgeFiles.EverydayWords), findings);
        var services = ServiceFile.Read(KnowledgeFiles.Services, TextOf(KnowledgeFiles.Services), findings);
        var cues = new CueBook(SynonymFile.Groups(KnowledgeFiles.Cues, TextOf(KnowledgeFiles.Cues), findings), services);
        var surnames = TextOf(KnowledgeFiles.Surnames)
            .Split('\n')
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split([' ', '　', '\r', '、'], StringSplitOptions.RemoveEmptyEntries))
            .ToList();

        var fieldNames = SynonymFile.Groups(KnowledgeFiles.FieldNames, TextOf(KnowledgeFiles.FieldNames), findings);

        var clauses = guidelines.SelectMany(guideline => guideline.Clauses).ToDictionary(clause => clause.Id.ToString());
        var known = clauses.Keys.ToHashSet();
        List<Addition> additions = AdditionFile.Read(KnowledgeFiles.Supplements, Unsigned(KnowledgeFiles.Supplements), known, findings);
        additions.AddRange(
            added.Where(addition =>
                !additions.Exists(kept => kept.Number == addition.Number && kept.Clause == addition.Clause)
                && (addition.Clause is not { } clause || known.Contains(clause.ToString()))
            )
        );
        questions = [.. questions.Where(example => Exists(example, known, findings))];
        var offices = OfficesFile.Read(KnowledgeFiles.Offices, Unsigned(KnowledgeFiles.Offices), known, findings);
        var forms = KnowledgeFiles
            .Notices(folder)
            .Select(file => NoticeFormFile.Read(Path.GetRelativePath(folder, file), File.ReadAllText(file), offices, known, findings))
            .OfType<NoticeForm>()
            .ToList();
        NoticeFormFile.CheckKinds(forms, findings);
        findings.AddRange(
            fieldNames
                .Where(named => named.Name != Slots.FieldNames.Day && !forms.Exists(form => form.Find(named.Name) is not null))
                .Select(named => new Finding(
                    KnowledgeFiles.FieldNames,
                    LineOf(KnowledgeFiles.FieldNames, named.Name),
                    !FieldId.IsKnown(named.Name),
                    $"「{named.Name}」という欄は、notices/ のどの様式にもありません。見出し「## 」の英字の名を書いてください。"
                ))
        );
        var checklists = KnowledgeFiles
            .Checklists(folder)
            .Select(file => ChecklistFile.Read(Path.GetRelativePath(folder, file), File.ReadAllText(file), known, findings))
            .OfType<Checklist>()
            .ToList();
        var drills = KnowledgeFiles
            .Drills(folder)
            .Select(file =>
                DrillFile.Read(
                    Path.GetRelativePath(folder, file),
                    File.ReadAllText(file),
                    Path.GetDirectoryName(file)!,
                    checklists,
                    findings
                )
            )
            .OfType<Drill>()
            .ToList();
        // What a question with several of a procedure's clauses asks for is learnt from them (see ActModel).
        var procedures = KnowledgeFiles
            .Procedures(folder)
            .Select(file => ProcedureFile.Read(Path.GetRelativePath(folder, file), Signed(file), clauses, forms, findings))
            .OfType<Procedure>()
            .ToList();
        acts = [.. ActFile.OfProcedures(acts, procedures, findings)];
        var draftRules = KnowledgeFiles
            .DraftRules(folder)
            .SelectMany(file => DraftRuleFile.Read(Path.GetRelativePath(folder, file), File.ReadAllText(file), known, findings, surnames))
            .ToList();
        var draftExamples = DraftExampleFile.Known(Examples(KnowledgeFiles.DraftExamples(folder)), draftRules, findings);
        var draftCues = SynonymFile.Cues(KnowledgeFiles.DraftCues, TextOf(KnowledgeFiles.DraftCues), findings);
        return new KnowledgeText(
            folder,
            Convert.ToHexStringLower(signature.GetHashAndReset()),
            guidelines,
            questions,
            intents,
            commands,
            acts,
            synonyms,
            everyday,
            cues,
            services,
            surnames,
            fieldNames,
            Calibrated(),
            offices,
            ElsewhereFile.Read(KnowledgeFiles.Elsewhere, Unsigned(KnowledgeFiles.Elsewhere), known, findings),
            forms,
            checklists,
            drills,
            procedures,
            PassageFile.Read(KnowledgeFiles.Passages, Unsigned(KnowledgeFiles.Passages), clauses, findings),
            draftRules,
            draftExamples,
            draftCues,
            additions,
            findings
        );

        // Nothing is learnt from these.
        string Unsigned(string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? File.ReadAllText(path) : "";

        int LineOf(string file, string start) =>
            Array.FindIndex(Unsigned(file).Split('\n'), line => line.StartsWith(start, StringComparison.Ordinal)) + 1;

        string TextOf(string file) => Path.Combine(folder, file) is var path && File.Exists(path) ? Signed(path) : "";

        string Signed(string path)
        {
            var text = File.ReadAllText(path);
            // The calibration is set after learning, from what was learnt.
            if (Path.GetFileName(path) != KnowledgeFiles.Calibration)
                signature.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, path)}\n{text}\n"));
            return text;
        }
        Calibration Calibrated()
        {
            try
            {
                return TextOf(KnowledgeFiles.Calibration) is { Length: > 0 } json ? Calibration.Parse(json) : Calibration.Default;
            }
            catch (JsonException fault)
            {
                findings.Add(
                    new Finding(
                        KnowledgeFiles.Calibration,
                        1,
                        true,
                        $"読み取れません。「knowledge calibrate」で作り直してください。{fault.Message}"
                    )
                );
                return Calibration.Default;
            }
        }

        List<Example> Examples(IEnumerable<string> files) =>
            [.. files.SelectMany(file => ExampleFile.Read(Path.GetRelativePath(folder, file), Signed(file), findings))];
    }

    private static bool Exists(Example example, HashSet<string> known, List<Finding> findings)
    {
        if (example.Labels.FirstOrDefault(label => !known.Contains(label)) is not { } unknown)
            return true;
        findings.Add(new Finding(example.File, example.Line, true, $"条項 {unknown} はガイドラインにありません。"));
        return false;
    }
}
