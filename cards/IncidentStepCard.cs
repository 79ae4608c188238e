using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>One step of a checklist: why, how, what to keep, ready wording, and what to do with it.</summary>
public static class IncidentStepCard
{
    public const string OpenVerb = "incident.step";
    public const string ActVerb = "incident.act";

    /// <summary>About somebody of the 緊急連絡網.</summary>
    public const string CallVerb = "incident.call";

    public const string NoteInput = "note";
    public const int LongestNote = 1000;

    public const string Take = "take";
    public const string Drop = "drop";
    public const string Done = "done";
    public const string Waive = "waive";
    public const string Undo = "undo";
    public const string Wait = "wait";

    /// <summary>The bot is to tell them; they were reached; they were not, and the next one is to be named.</summary>
    public const string Tell = "tell";
    public const string Reached = "reached";
    public const string Missed = "missed";

    public const string AtInput = "at";
    public const int LongestAt = 40;

    /// <summary>For how long one press lets a step wait for an answer from outside.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public sealed record Ref(string Incident, string Step);

    /// <param name="Does">take, drop, done, waive, undo, wait.</param>
    /// <param name="Note">From the input; a client may leave out an empty one.</param>
    /// <param name="At">When it was done, in words: 「9:15」, 「昨日20時」; empty for now.</param>
    public sealed record Act(string Incident, string Step, string Does, string? Note = null, string? At = null);

    /// <param name="Does">tell, reached, missed.</param>
    public sealed record Calling(string Incident, string Step, string Contact, string Does);

    /// <param name="Phone">Empty for none, and where others would see it.</param>
    /// <param name="IsNow">To be called now; the others before and after.</param>
    /// <param name="CanTell">The bot can write to them, and has not yet.</param>
    public sealed record Contact(string Id, string Role, string Name, string Phone, bool IsNow, bool CanTell);

    /// <param name="Clause">Its label and its text, word for word; null for 実務の目安.</param>
    /// <param name="Wording">With the incident's facts filled in; empty where there is none.</param>
    /// <param name="Settled">Who settled it, when, and what was noted; null while it is open.</param>
    /// <param name="Note">What was typed before something had to be put right.</param>
    public sealed record Model(
        string Incident,
        string IncidentTitle,
        IncidentCard.Entry Step,
        (string Label, string Text)? Clause,
        string Help,
        string Proof,
        string Wording,
        string? Settled,
        bool IsMine,
        bool IsClosed,
        string Note = "",
        string? Error = null,
        string? Told = null
    )
    {
        public string At { get; init; } = "";

        /// <summary>緊急連絡網, the first one first; empty where the step needs nobody.</summary>
        public IReadOnlyList<Contact> Contacts { get; init; } = [];

        /// <summary>Such as why nobody is listed; empty for nothing.</summary>
        public string ContactsNote { get; init; } = "";

        /// <summary>The step before, which was just settled and can be taken back.</summary>
        public string? Before { get; init; }

        /// <summary>The names of files that were sent for it.</summary>
        public IReadOnlyList<string> Files { get; init; } = [];
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.IncidentTitle}　{model.Step.Title}",
            [
                .. model.Error is { } error ? [Sheet.Error(error)] : Array.Empty<AdaptiveElement>(),
                Sheet.Title(model.Step.Title),
                .. model.Told is { } told ? [Plain.Bold(told)] : Array.Empty<AdaptiveElement>(),
                .. model.Before is { } before
                    ? [new AdaptiveActionSet { Actions = [Press.Leave("元に戻す", ActVerb, new Act(model.Incident, before, Undo))] }]
                    : Array.Empty<AdaptiveElement>(),
                Plain.Subtle(model.IncidentTitle),
                Plain.Named(
                    IncidentCard.Word(model.Step),
                    $"{model.Step.Role}{(model.Step.Who is { } who ? $"：{who}さん" : "：担当が決まっていません")}　{model.Step.Due}"
                ),
                .. model.Settled is { } settled ? Plain.Lines(settled) : [],
                .. CallList(model),
                .. model.Step.Condition.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Named("行うとき", model.Step.Condition)],
                .. model.Clause is var (label, text)
                    ? [Plain.Bold($"ガイドライン {label}"), .. Plain.Lines(text)]
                    : Array.Empty<AdaptiveElement>(),
                .. Ours(model),
                .. model.Wording.Length == 0 ? Array.Empty<AdaptiveElement>() : Wording(model.Wording),
                .. model.IsClosed ? [new AdaptiveActionSet { Actions = [Back(model)] }] : Settle(model),
            ]
        );

    /// <summary>Whom to call, one after the other; 「連絡がついた」 settles the step.</summary>
    private static IEnumerable<AdaptiveElement> CallList(Model model)
    {
        if (model.Contacts.Count == 0 && model.ContactsNote.Length == 0)
            yield break;
        yield return Sheet.Heading("緊急連絡網（夜間・休日）");
        if (model.ContactsNote.Length > 0)
            yield return Plain.Text(model.ContactsNote);
        foreach (var contact in model.Contacts.Take(ContactsCard.MostOfSection))
        {
            var line = $"{contact.Name}（{contact.Role}）{(contact.Phone.Length > 0 ? $"　{contact.Phone}" : "")}";
            yield return contact.IsNow ? Plain.Bold($"▶ {line}") : Plain.Text(line);
            if (!contact.IsNow || model.IsClosed)
                continue;
            foreach (
                var set in Press.Sets([
                    Press.Leave("連絡がついた", CallVerb, On(contact, Reached)),
                    .. contact.CanTell ? [Press.Leave("ボットから知らせる", CallVerb, On(contact, Tell))] : Array.Empty<AdaptiveAction>(),
                    Press.Leave("つながらない", CallVerb, On(contact, Missed)),
                ])
            )
                yield return set;
        }

        Calling On(Contact contact, string does) => new(model.Incident, model.Step.Id, contact.Id, does);
    }

    /// <summary>To somebody of the 緊急連絡網, in their own chat.</summary>
    /// <param name="title">「炎上　Instagram　みほん花だより」</param>
    /// <param name="caller">Who asks for them; empty where the bot goes on by itself.</param>
    public static AdaptiveCard RenderCall(string title, string step, string seen, string caller, Calling reached) =>
        Sheet.New(
            CallSummary(title, step),
            [
                Sheet.Title("【至急】対応をお願いします"),
                Plain.Bold(title),
                Plain.Text(step),
                .. seen.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Text(Plain.Cut(seen, 200))],
                Sheet.Sentence("緊急連絡網に登録されている方にお知らせしています。見たら「連絡がついた」を押してください。"),
                .. caller.Length == 0 ? Array.Empty<AdaptiveElement>() : [Plain.Subtle($"知らせた人：{caller}")],
                new AdaptiveActionSet { Actions = [Press.Primary("連絡がついた", CallVerb, reached)] },
            ]
        );

    public static string CallSummary(string title, string step) => $"【至急】{title}：{step}";

    private static IEnumerable<AdaptiveElement> Ours(Model model)
    {
        if (model.Help.Length > 0)
            yield return Plain.Named(model.Clause is null ? "実務の目安" : "進め方（実務の目安）", model.Help);
        if (model.Proof.Length > 0)
            yield return Plain.Named($"残すもの（実務の目安{(model.Step.NeedsProof ? "、必ず" : "")}）", model.Proof);
        if (model.Files.Count > 0)
            yield return Plain.Named("届いた証拠", string.Join("、", model.Files));
    }

    /// <summary>An input, because from one a phone can copy all at once, and it can be put right first.</summary>
    private static IEnumerable<AdaptiveElement> Wording(string wording) =>
        [
            new AdaptiveTextInput
            {
                Id = "wording",
                Label = "文例（実務の目安）：写して、○○を埋めて使ってください",
                ErrorMessage = "文例です。",
                IsMultiline = true,
                Value = wording,
            },
        ];

    private static IEnumerable<AdaptiveElement> Settle(Model model)
    {
        var isOpen = model.Step.State is IncidentCard.State.Open or IncidentCard.State.Late;
        isOpen |= model.Step.State == IncidentCard.State.Waiting;
        if (isOpen)
        {
            yield return new AdaptiveTextInput
            {
                Id = NoteInput,
                Label = "記録（したこと、URL、対象外にする理由など）",
                ErrorMessage = $"記録を{LongestNote}文字以内でお書きください。",
                IsMultiline = true,
                MaxLength = LongestNote,
                Value = Plain.Cut(model.Note, LongestNote - 1),
            };
            yield return new AdaptiveTextInput
            {
                Id = AtInput,
                Label = "いつ（今でなければ）",
                ErrorMessage = "「9:15」「昨日20時」のようにお書きください。",
                MaxLength = LongestAt,
                Placeholder = "例：9:15、昨日20時",
                Value = Plain.Cut(model.At, LongestAt - 1),
            };
        }
        foreach (
            var set in Press.Sets(
                isOpen
                    ?
                    [
                        Button("完了", Done, isPrimary: true),
                        model.IsMine ? Button("担当をやめる", Drop) : Button("担当する", Take),
                        Button("対象外", Waive),
                        Button("返事を1時間待つ", Wait),
                        Back(model),
                    ]
                    : [Button("取り消して戻す", Undo), Back(model)]
            )
        )
            yield return set;

        AdaptiveExecuteAction Button(string title, string act, bool isPrimary = false) =>
            isPrimary
                ? Press.Primary(title, ActVerb, new Act(model.Incident, model.Step.Id, act))
                : Press.Button(title, ActVerb, new Act(model.Incident, model.Step.Id, act));
    }

    private static AdaptiveExecuteAction Back(Model model) =>
        Press.Leave("一覧へ戻る", IncidentCard.OpenVerb, new IncidentCard.Ref(model.Incident));
}
