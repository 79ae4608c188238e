using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Checklists;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <content>The steps of an incident, and their times.</content>
internal sealed partial class IncidentViews
{
    /// <returns>Null where the incident has no such step.</returns>
    public IncidentStepCard.Model? StepCard(
        Incident incident,
        string step,
        Person reader,
        string note = "",
        string? error = null,
        string? told = null
    )
    {
        if (incident.Steps.Find(known => known.Step == step) is not { } found)
            return null;
        var text = TextOf(incident, step);
        return new IncidentStepCard.Model(
            incident.Id.ToString(),
            IncidentWords.HeadingOf(incident),
            Step(incident, found, reader.Id),
            text?.Clause is { } id ? Quote(id) : null,
            text?.Help ?? "",
            text?.Proof ?? "",
            text is { Wording.Length: > 0 } ? Wording.Fill(text.Wording, Facts(incident)) : "",
            found.SettledBy is { } by
                ? $"{(found.SettledAt is { } at ? $"{Wareki.Minute(Local(at))} " : "")}{by.Name}さん\n{found.Note}"
                : null,
            found.AssigneeId == reader.Id,
            incident.ClosedAt is not null,
            note,
            error,
            told
        );
    }

    /// <summary>How a drill went; null where it followed no scenario, or that is gone.</summary>
    public DrillScore? ScoreOf(Incident incident) =>
        knowledge.Current.DrillOf(incident.Drill) is { } drill ? DrillScore.Of(drill, incident) : null;

    /// <summary>Whether its files say that it cannot be ticked without proof.</summary>
    public bool NeedsProof(Incident incident, string step) => TextOf(incident, step)?.NeedsProof == true;

    /// <summary>The open steps that are late now, or due before <paramref name="until"/>, as 「所属長に知らせる（12分過ぎ、担当なし）」.</summary>
    public IReadOnlyList<string> Due(Incident incident, DateTimeOffset until) =>
        [
            .. from step in incident.Steps
            where IsDue(incident, step, until)
            orderby step.Place
            let who = step.AssigneeName is { } name ? $"{name}さん" : "担当なし"
            select $"{step.Title}（{DueOf(step)}、{who}）",
        ];

    /// <summary>Open, with nothing from outside to wait for, and not one that applies only sometimes and that nobody has taken.</summary>
    public bool IsDue(Incident incident, IncidentStep step, DateTimeOffset until) =>
        step.State == StepState.Open && CountsNow(incident, step) && (step.WaitsUntil ?? step.DueAt) <= until;

    /// <summary>When there is next something to be done; null where nothing is left that has a time.</summary>
    public (DateTimeOffset At, IncidentStep Step)? NextOf(Incident incident) =>
        incident
            .Steps.Where(step => step.State == StepState.Open && CountsNow(incident, step))
            .Select(step => (At: step.WaitsUntil ?? step.DueAt, Step: step))
            .OrderBy(next => next.At)
            .Cast<(DateTimeOffset, IncidentStep)?>()
            .FirstOrDefault();

    /// <summary>Nobody can do anything: all that is left waits for an answer from outside.</summary>
    public bool IsQuiet(Incident incident)
    {
        var now = clock.GetUtcNow();
        var open = incident.Steps.FindAll(step => step.State == StepState.Open && CountsNow(incident, step));
        return open.Count > 0 && open.TrueForAll(step => step.WaitsUntil > now);
    }

    /// <summary>When what was typed happened; null for now.</summary>
    public DateTimeOffset? HappenedAt(string text)
    {
        var now = clock.GetLocalNow();
        return KnowledgeBase.HappenedAt(text, now.DateTime) is { } at
            ? new DateTimeOffset(at, clock.LocalTimeZone.GetUtcOffset(at)).ToUniversalTime()
            : null;
    }

    /// <summary>When it calmed down; null where what was typed does not say that it has.</summary>
    public DateTimeOffset? CalmedAt(string text) => KnowledgeBase.HasCalmedDown(text) ? HappenedAt(text) ?? clock.GetUtcNow() : null;

    /// <summary>What an input 「いつ」 holds.</summary>
    /// <returns>The time (null for now), or what has to be put right.</returns>
    public (DateTimeOffset? At, string? Error) ReadAt(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (null, null)
        : HappenedAt(typed) is { } at ? (at, null)
        : (null, "「いつ」は、過ぎた時刻を「9:15」「昨日20時」のようにお書きください。");

    private string? Quiet(Incident incident) =>
        incident.ClosedAt is null && IsQuiet(incident) && NextOf(incident) is var (at, step)
            ? $"いまできることはありません。次は{Time(at)}に「{step.Title}」の返事を確かめます。"
            : null;

    private bool CountsNow(Incident incident, IncidentStep step) =>
        step.AssigneeId is not null || TextOf(incident, step.Step)?.Condition is not { Length: > 0 };

    private IncidentCard.Entry Step(Incident incident, IncidentStep step, string? reader)
    {
        var text = TextOf(incident, step.Step);
        var now = clock.GetUtcNow();
        var state = step.State switch
        {
            StepState.Done => IncidentCard.State.Done,
            StepState.Waived => IncidentCard.State.Waived,
            _ when step.WaitsUntil > now => IncidentCard.State.Waiting,
            _ when step.DueAt <= now && incident.ClosedAt is null => IncidentCard.State.Late,
            _ => IncidentCard.State.Open,
        };
        var role = incident.Members.Find(member => member.PersonId == reader)?.Role ?? StepRole.Everyone;
        return new IncidentCard.Entry(
            step.Step,
            step.Place + 1,
            step.Title,
            state,
            IncidentWords.Of(step.Role),
            step.State == StepState.Open ? step.AssigneeName : step.SettledByName,
            step.State == StepState.Open ? DueOf(step)
                : step.SettledAt is { } at ? Time(at)
                : "",
            text?.Clause is { } clause ? knowledge.Current.Find(clause)?.Label : null,
            text?.Condition ?? ""
        )
        {
            IsMine = reader is not null && (step.AssigneeId is { } has ? has == reader : role != StepRole.Everyone && role == step.Role),
            NeedsProof = text?.NeedsProof == true,
        };
    }

    /// <summary>あと12分（23:15まで）, 8分過ぎ（23:15まで）, 返事待ち（23:15まで）.</summary>
    private string DueOf(IncidentStep step)
    {
        var now = clock.GetUtcNow();
        if (step.WaitsUntil > now)
            return $"返事待ち（{Time(step.WaitsUntil.Value)}まで）";
        var left = step.DueAt - now;
        var said =
            left > TimeSpan.Zero ? $"あと{IncidentWords.Of(left)}"
            : left > -TimeSpan.FromMinutes(1) ? "期限です"
            : $"{IncidentWords.Of(-left)}過ぎ";
        return $"{said}（{Time(step.DueAt)}まで）";
    }

    private Dictionary<string, string> Facts(Incident incident) =>
        new()
        {
            ["アカウント名"] = incident.AccountName,
            ["サービス"] = incident.Service,
            ["所属"] = incident.Section,
            ["URL"] = incident.Url,
            ["発生日時"] = Wareki.Minute(Local(incident.Since)),
            ["状況"] = incident.Seen,
        };
}
