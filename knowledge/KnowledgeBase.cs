using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Knowledge.Searching;
using GuidelineBot.Knowledge.Slots;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Knowledge;

/// <summary>One state of the knowledge folder, read and indexed. Never changes; <see cref="LiveKnowledge"/> replaces it whole.</summary>
public sealed partial class KnowledgeBase
{
    private const int LongestRead = 2_000;

    private readonly Understander understander;
    private readonly ActReader acts;
    private readonly SlotReader slots;
    private readonly CueBook cues;
    private readonly ClauseLookup lookup;
    private readonly TaughtQuestions taught;
    private readonly PassageBook passages;

    private KnowledgeBase(KnowledgeText text, TrainedModels models)
    {
        Guidelines =
        [
            .. text.Guidelines,
            .. AdditionFile.Guideline(text.Additions, text.Offices.PublicRelations) is { } answers ? [answers] : Array.Empty<Guideline>(),
        ];
        Findings = text.Findings;
        Additions = text.Additions;
        Services = text.Services;
        Offices = text.Offices;
        Elsewhere = text.Elsewhere;
        Forms = text.Forms;
        Checklists = text.Checklists;
        Drills = text.Drills;
        Procedures = text.Procedures;
        Drafts = new DraftChecker(text.DraftRules, models.Sense);
        cues = text.Cues;
        slots = new SlotReader(text.Services, new Persons(text.Surnames), text.Offices.City.PlaceWords);
        lookup = new ClauseLookup(Guidelines);
        passages = new PassageBook(text.Passages, text.Synonyms);
        taught = new TaughtQuestions(text.Additions, text.Questions.Select(example => example.Text));
        understander = new Understander(SearchedClauses(text), text, models);
        acts = new ActReader(understander, models, text, slots);
    }

    /// <summary>The city's own guideline first.</summary>
    public IReadOnlyList<Guideline> Guidelines { get; }

    /// <summary>What 広報広聴課 added from questions of staff.</summary>
    public IReadOnlyList<Addition> Additions { get; }

    public Guideline Own => Guidelines[0];

    /// <summary>What is wrong or doubtful in the files.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public ServiceBook Services { get; }

    /// <summary>The offices that papers and questions go to.</summary>
    public Offices Offices { get; }

    /// <summary>Whose matter it is what the guideline does not cover.</summary>
    public Elsewhere Elsewhere { get; }

    /// <summary>The papers of clause 6 that the folder defines; without an error, one of each kind.</summary>
    public IReadOnlyList<NoticeForm> Forms { get; }

    /// <summary>What to do when something goes wrong, 炎上 first.</summary>
    public IReadOnlyList<Checklist> Checklists { get; }

    /// <summary>Scenarios of exercises.</summary>
    public IReadOnlyList<Drill> Drills { get; }

    /// <summary>What to do as a whole when an account begins, changes hands or ends.</summary>
    public IReadOnlyList<Procedure> Procedures { get; }

    /// <summary>Looks over posts before they are published.</summary>
    public DraftChecker Drafts { get; }

    public Checklist? ChecklistOf(string key) => Checklists.FirstOrDefault(checklist => checklist.Key == key);

    public Drill? DrillOf(string? key) => Drills.FirstOrDefault(drill => drill.Key == key);

    public Procedure? ProcedureOf(string key) => Procedures.FirstOrDefault(procedure => procedure.Key == key);

    public NoticeForm? FormOf(NoticeKind kind) => Forms.FirstOrDefault(form => form.Kind == kind);

    /// <exception cref="InvalidDataException">The city's own guideline is missing or cannot be read.</exception>
    /// <param name="day">Whose guideline counts; today's where it is left out.</param>
    /// <param name="added">Beside what the folder holds.</param>
    public static KnowledgeBase Load(string folder, DateOnly? day = null, IReadOnlyList<Addition>? added = null)
    {
        var text = KnowledgeText.Read(folder, day ?? Today, added ?? []);
        return new KnowledgeBase(text, TrainedModels.Of(text));
    }

    /// <summary>Learns from the examples now and keeps the result in the folder, for a quicker start.</summary>
    /// <exception cref="InvalidDataException">The city's own guideline is missing or cannot be read.</exception>
    public static void Train(string folder)
    {
        var text = KnowledgeText.Read(folder, Today, []);
        TrainedModels.Train(text).Write(text);
    }

    /// <summary>The file of a folder that says whose matter it is what the guideline does not cover.</summary>
    public const string ElsewhereFile = KnowledgeFiles.Elsewhere;

    /// <summary>The city and its offices alone, without learning anything.</summary>
    public static Offices OfficesOf(string folder) => KnowledgeText.Read(folder, Today, []).Offices;

    /// <summary>Reads everything and says what is wrong, without needing it to be usable.</summary>
    public static IReadOnlyList<Finding> Check(string folder) => KnowledgeText.Check(folder, Today);

    /// <summary>Learns anew when to answer, from the examples in the folder, and writes it there.</summary>
    /// <exception cref="InvalidDataException">The city's own guideline is missing or cannot be read.</exception>
    public static CalibrationReport Calibrate(string folder)
    {
        var (calibration, report) = Calibrator.Run(KnowledgeText.Read(folder, Today, []), SearchedClauses);
        File.WriteAllText(Path.Combine(folder, KnowledgeFiles.Calibration), calibration.ToString());
        return report;
    }

    /// <summary>In Japan, wherever the machine stands.</summary>
    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(9).DateTime);

    /// <summary>The same as the file <c>supplements.md</c> that holds them.</summary>
    public static string Write(IEnumerable<Addition> additions) => AdditionFile.Write(additions);

    public Guideline? GuidelineOf(ClauseId id) => Guidelines.FirstOrDefault(guideline => guideline.Key == (id.Guideline ?? ""));

    /// <summary>What people call the clause behind a demand: 「4⑤」; empty where <c>offices.md</c> names none.</summary>
    public string LabelOf(Demand demand) => Offices.ReasonOf(demand) is { } id ? Find(id)?.Label ?? "" : "";

    public Clause? Find(ClauseId id) => GuidelineOf(id)?.Find(id);

    /// <summary>What a message does where nothing is open.</summary>
    /// <param name="today">The day on which the message was written: what its dates are reckoned from.</param>
    public Understood Understand(string message, DateOnly today)
    {
        var understood = Read(message, Situation.Empty, today).Understood;
        // What begins a paper or a checklist has its clauses, too, for whoever only meant to ask.
        return understood.Clauses.Count == 0 && understood.Route.Begins
            ? understood with
            {
                Clauses = Search(message).Clauses,
            }
            : understood;
    }

    /// <summary>What a message says about the fields of a new paper.</summary>
    /// <param name="self">The name of who writes.</param>
    public FieldReading Fields(string message, NoticeKind kind, string self, DateOnly today) =>
        acts.Fields(Read(message), kind, self, today);

    /// <summary>What a message does in its situation.</summary>
    public Act Read(string message, Situation situation, DateOnly today)
    {
        var act = acts.Read(Read(message), situation, today);
        return act.Route.Asks
            ? Taught(message, act.Understood) is { } known
                ? new Act(known.Route, 1) { Clauses = known.Clauses }
                : act
            : act;
    }

    /// <summary>What the office added counts where somebody asks just that; what is only near to it is offered where there is nothing else.</summary>
    /// <returns>Null where it changes nothing.</returns>
    private Understood? Taught(string question, Understood own)
    {
        if (taught.Closest(Read(question)) is not { Likeness: >= TaughtQuestions.Near } closest || Find(closest.Clause) is null)
            return null;
        IReadOnlyList<ScoredClause> clauses =
        [
            new(closest.Clause, 1),
            .. own
                .Clauses.Where(clause => clause.Id != closest.Clause)
                .Select(clause => clause with { Score = Math.Min(clause.Score, 0.99) }),
        ];
        return closest.Likeness >= TaughtQuestions.Same ? new Understood(Route.Answer, clauses)
            : own.Route == Route.None ? new Understood(Route.Candidates, clauses)
            : null;
    }

    /// <summary>The facts for a notice of this route that the message states, by slot name; dates in ISO 8601.</summary>
    public IReadOnlyDictionary<string, object> Facts(string message, Route notice, DateOnly today) =>
        slots.Of(Read(message), notice, today);

    /// <summary>When what a message tells happened; null where it does not say, or speaks of what is to come.</summary>
    /// <param name="now">When it was written, in local time; the answer is in the same.</param>
    public static DateTime? HappenedAt(string message, DateTime now) => Moments.Told(Read(message), now);

    /// <summary>The keys of the checklists whose trouble the message calls by its name.</summary>
    public static IReadOnlyList<string> TroublesNamed(string message) =>
        [.. Signs.TroublesNamed(Read(message)).Select(route => route["incident:".Length..])];

    /// <summary>Whether the message says that what went on has ceased.</summary>
    public static bool HasCalmedDown(string message) => Signs.HasCalmedDown(Read(message));

    /// <summary>Whether the message has any sign of asking something.</summary>
    public bool Asks(string message) => cues.In(Read(message)).Contains(CueBook.Asks);

    /// <summary>The message taken as a question, whatever else it could be.</summary>
    /// <param name="before">The question that it goes on from, if any: 「じゃあやめるときは？」 after one about starting.</param>
    public Understood Search(string question, string? before = null)
    {
        var own = understander.Search(Read(question), before is null ? null : Read(before));
        return Taught(question, own) ?? own;
    }

    /// <summary>Nobody needs more to say what they want, and patterns over longer texts take their time.</summary>
    private static string Read(string message) => Markup().Replace(message.Length <= LongestRead ? message : message[..LongestRead], "");

    /// <summary>Mentions of people and quoted messages, as Teams writes them into a text: the name stays.</summary>
    [GeneratedRegex("</?at(?: [^<>]*)?>|<quoted [^<>]*/?>")]
    private static partial Regex Markup();

    /// <summary>Clauses for what somebody has typed so far: those of that number, then those with these letters, then those that answer it.</summary>
    public IEnumerable<Clause> Lookup(string typed) =>
        lookup.Find(typed, Search(typed).Clauses.Select(clause => Find(clause.Id)).OfType<Clause>());

    /// <summary>Where <paramref name="text"/> says what the question asks about: start and end of each place, in order, none overlapping.</summary>
    public static IReadOnlyList<(int Start, int End)> Matches(string question, string text) => Passages.Find(question, text);

    /// <summary>Which of a clause's sentences and items answers the question, by its place; null where the knowledge does not say.</summary>
    public int? PassageOf(ClauseId clause, IReadOnlyList<string> sentences, string question) =>
        passages.Choose(clause, sentences, Read(question));

    private static List<SearchedClause> SearchedClauses(KnowledgeText text)
    {
        var questions = text
            .Questions.SelectMany(example => example.Labels.Select(label => (label, example.Text)))
            .ToLookup(pair => pair.label, pair => pair.Text);
        return
        [
            .. from guideline in text.Guidelines
            from clause in guideline.Clauses
            where clause.Id.Path != "0" || questions[clause.Id.ToString()].Any()
            select new SearchedClause(
                clause.Id,
                clause.Text,
                string.Join('\n', guideline.Path(clause.Id).SkipLast(1).Select(above => above.Heading)),
                string.Join('\n', questions[clause.Id.ToString()])
            ),
        ];
    }
}
