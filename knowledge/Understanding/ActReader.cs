using GuidelineBot.Knowledge.Analysis;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Procedures;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// What a message does in its situation. The form decides where it can (a command, a clause's number, a field by its name). Else the model says how
/// probable each act is and the situation what can be at all, and what opens or writes needs a second sign of its own.
/// </summary>
internal sealed partial class ActReader
{
    private const double Sure = 0.5;

    /// <summary>「12月16日から」: in so few words there is nothing beside the fact.</summary>
    private const int ShortFact = 16;

    /// <summary>「見せて」, 「見たいです」: in so few words nothing is named.</summary>
    private const int ShortWish = 8;

    /// <summary>Below it, what stands beside a courtesy is no question.</summary>
    private const double CourtesyBeside = 0.7;

    /// <summary>Below this share of all trouble, one kind of it is not sure enough to be named.</summary>
    private const double OneOfThem = 0.6;

    /// <summary>More questions in one message are answered one after the other by who asks them.</summary>
    private const int MostAtOnce = 3;

    /// <summary>From this share of a question on, what would be a remark is looked up first.</summary>
    private const double QuestionBesideRemark = 0.15;

    private static readonly Route Clarify = new("clarify");

    private static readonly string[] Troubles = ["incident:flaming", "incident:impersonation", "incident:takeover", "incident:mistake"];

    /// <summary>The cues of an account, a post or what befalls them: without one of them a message reports no trouble of ours.</summary>
    private static readonly string[] AccountCues = ["攻撃", "偽物", "公的", "発信", "媒体", "アドレス"];

    /// <summary>The cues by which a wish to file says what for.</summary>
    private static readonly string[] KindCues = ["開始", "交代", "終了", "閲覧", "不要"];

    private static readonly string[] Papers = ["notice:start", "notice:change", "notice:end", "notice:unblock", "notice:unblock-end"];

    private readonly Understander understander;
    private readonly ActModel model;
    private readonly ProcedureModel procedureModel;
    private readonly SlotReader slots;
    private readonly FieldReader fields;
    private readonly PostInMessage posts;
    private readonly PapersNamed papers;
    private readonly CueBook cues;
    private readonly Guideline guideline;
    private readonly IReadOnlyList<NoticeForm> forms;
    private readonly IReadOnlyList<Procedure> procedures;
    private readonly ILookup<string, string> taught;

    /// <summary>The terms in which people ask for procedures and papers.</summary>
    private readonly HashSet<string> wordsOfSteps;

    public ActReader(Understander understander, TrainedModels models, KnowledgeText text, SlotReader slots)
    {
        (this.understander, this.slots, model, procedureModel) = (understander, slots, models.Acts, models.Procedures);
        fields = new FieldReader(new FieldNames(text.FieldNames), slots, text.Services);
        posts = new PostInMessage([
            .. text
                .Intents.Concat(text.Commands)
                .Where(example => example.Labels[0] == Route.DraftCheck.Name)
                .Select(example => example.Text),
            .. text.Acts.Where(example => example.Labels[0] == "check:ask").Select(example => example.Text),
        ]);
        cues = text.Cues;
        papers = new PapersNamed(text.Forms, text.Services, cues);
        guideline = text.Guidelines[0];
        forms = text.Forms;
        chapters = ByTheirWord(guideline);
        procedures = text.Procedures;
        wordsOfSteps =
        [
            .. text
                .Acts.Where(example => example.Labels[0].Split(':')[0] is "procedure" or "notice" or "follow")
                .SelectMany(example => Understander.Terms(example.Text)),
        ];
        taught = text
            .Acts.Where(example => example.Labels[0] != Procedure.OfOthers)
            .ToLookup(example => Key(example.Text), example => example.Labels[0]);
    }

    public Act Read(string message, Situation situation, DateOnly today)
    {
        var act = Meant(message, situation, today);
        if (act.Route.Name.StartsWith(Follow, StringComparison.Ordinal))
            return GoOn(act, message, situation);
        if (act.Route == Route.Answer || act.Route == Route.Candidates || act.Route == Route.None)
            return Continued(act, Hesitations.Without(message), situation);
        return act.Papers.Count == 0 && act.Route.Name.StartsWith("draft:", StringComparison.Ordinal)
            ? act with
            {
                Papers = [.. Named(message, situation).Select(paper => paper.Id)],
            }
            : act;
    }

    private Act Meant(string message, Situation situation, DateOnly today)
    {
        var reading = new Prior(situation);
        if (understander.Command(message) is { } command)
            return new Act(Proper(command, situation), 1);
        if (Courtesies.OfEmoji(message) is { } courtesy)
            return new Act(new Route(courtesy), 1) { Text = message };
        if (Signs.IsThanks(message))
            return new Act(new Route("talk:thanks"), 1) { Text = message };
        var begins = situation.IncidentForm is not null && Signs.StartsForm(message);
        if (!begins && !NamesField(message, situation) && Post(message, situation, reading) is { } post)
            return new Act(Route.DraftCheck, 1) { Text = post };
        message = Myself.Named(Hesitations.Without(message), situation.Person);
        if (situation.Draft is null && PlanningDrills.Read(message, today) is { } planned)
            return new Act(PlanningDrills.Route, 1) { Slots = planned, Text = message };
        if (situation.IncidentForm is { } form && OfForm(message, form, today) is { } started)
            return started;
        if (Chosen(message, situation) is { } chosen)
            return new Act(chosen, 1) { Slots = slots.Of(message, chosen, today) };
        if (situation.Incident is not null && Signs.AsksForNext(message))
            return new Act(new Route("incident:next"), 1);
        if (ToFurther(message) is { } further)
            return further;
        if (ClauseNumbers.Find(message, guideline) is { } number)
            return number.Id is { } id
                ? new Act(Route.Answer, 1) { Clauses = [new ScoredClause(id, 1)], Text = number.Missing ?? "" }
                : new Act(Route.None, 1) { Text = number.Missing ?? "" };
        if (Term(message) is { } term)
            return new Act(Route.Answer, 1) { Clauses = [new ScoredClause(term, 1)] };
        if (situation.Topic is { } topic && ClauseNumbers.Beside(message, topic.Clause, guideline) is { } beside)
            return new Act(Route.Answer, 1) { Clauses = [new ScoredClause(beside, 1)] };
        if (
            !(situation.Draft is not null && fields.IsService(message))
            && (Taught(message, reading) ?? Taught(Courtesies.Bare(message), reading)) is { } exact
            && Direct(exact, message, today) is { } known
        )
            return known;
        var core = Courtesies.Without(message, sentence => CourtesyOf(sentence, reading) is not null);
        // A text to look over would have been found above.
        var predicted = model.Predict(
            Courtesies.Bare(core),
            label => label is "check:again" || label is "check:ask" && situation.Post != PostTalk.None ? 0 : reading.Of(label),
            label => Signs.BearOut(label, core)
        );
        if (core != message && Signs.Announces(core))
            return new Act(new Route("talk:hello"), 1) { Text = message };
        var act = Decide(message, core, predicted, situation, today);
        // 「はい、よく分かりました。ありがとうございます！」: beside a courtesy, what neither asks nor says a thing of ours is one too.
        if (
            core != message
            && !Signs.Asks(core)
            && (
                act.Route.Name is "talk:yes" or "talk:other" or "talk:no"
                || (act.Route == Route.Answer || act.Route == Route.Candidates || act.Route == Route.None)
                    && (core.Length <= ShortFact || predicted.GetValueOrDefault(ActModel.Question) < CourtesyBeside)
            )
            && CourtesyOf(message.Replace(core, "", StringComparison.Ordinal), reading) is { } spoken
        )
            return new Act(new Route(spoken), 1) { Text = message };
        return act;
    }

    /// <param name="whole">With its courtesies, for a fact can stand among them.</param>
    private Act Decide(string whole, string message, Predicted p, Situation situation, DateOnly today)
    {
        var asks = Signs.Asks(message) && !Declares(message, situation);
        var best = p.MaxBy(pair => pair.Value).Key;
        var asking = p.GetValueOrDefault(ActModel.Question) + p.GetValueOrDefault(ActModel.Outside) + Sum(p, "follow:");

        if (situation.Draft is null && Labelled(message) is { } labelled)
            return new Act(labelled, 1) { Slots = slots.Of(whole, labelled, today) };
        if (!asks && situation.Draft is null && situation.Drafts.Count > 0 && Signs.GoesBack(message) && !Signs.PutsAside(message))
            return Resumed(message, situation, today);
        if (!asks && situation is { Draft: null, Incident: null, Drafts.Count: > 0 } && Signs.Discards(message))
            return new Act(new Route("draft:discard"), 1) { Text = message };
        if (!asks && situation.Draft is null && OfPutAside(message, p, situation, today) is { } aside)
            return aside;
        if (
            !asks
            && situation is { Draft: null, Incident: null }
            && HandingOver.Read(message, () => slots.Of(whole, new Route("notice:change"), today), situation.Person) is { } handedOver
        )
            return new Act(HandingOver.Route, 1) { Slots = handedOver, Text = message };
        if (IncidentOf(message, p, asks, situation) is { } kind)
            return new Act(new Route(kind), Troubles.Sum(one => p.GetValueOrDefault(one)))
            {
                Slots = slots.Facts(whole, today),
                Text = whole,
            };
        if (situation.Incident is not null && OfRunning(message, asks, best) is { } entry)
            return entry;
        if (situation.Topic is not null && Signs.AsksForClause(message))
            return new Act(new Route("follow:clause"), 1) { Text = message };
        if (asks && Signs.AsksForDrafts(message) || Signs.ShowsDrafts(message))
            return !asks && Meant(message, situation) is { } shown
                ? new Act(new Route("draft:show"), 1) { Text = message, Papers = [shown.Id] }
                : new Act(Route.Command("drafts"), 1);
        if (OfOpenPaper(message, asks, situation) is { } ofPaper)
            return ofPaper;
        if ((OfNamedPaper(message, situation) ?? SideOfProcedure(message, situation)) is { } side)
            return side;
        if (ProcedureOf(message, asks, situation) is { } steps)
            return steps;
        if (situation.Draft is { } draft && OfDraft(message, p, best, asks, asking, draft, situation, today) is { } about)
            return about;
        if (NoticeOf(message, p, best, asks, situation, today) is { } paper)
            return new Act(paper, Sum(p, "notice:")) { Slots = FactsFor(paper, whole, today) };
        // What would open something and has not come so far has no second sign.
        p = p.Without(label => label.StartsWith("notice:", StringComparison.Ordinal) || Troubles.Contains(label));
        (best, var share) = p.MaxBy(pair => pair.Value);
        if (
            situation.Incident is not null
            && !asks
            && Sum(p, "incident:") + p.GetValueOrDefault("statement") + p.GetValueOrDefault("mention") is var tells
            && tells >= 0.4
            && tells > p.GetValueOrDefault(best)
            && !best.StartsWith("talk:", StringComparison.Ordinal)
            && !best.StartsWith("incident:", StringComparison.Ordinal)
        )
            return new Act(new Route("incident:note"), tells) { Text = message, Step = Steps.In(message) };
        if (best == "follow:clause" && situation.Topic is null)
            best = ActModel.Question;
        // 「ごめんごめん、ただの愚痴」
        if (!asks && situation is { Draft: null, Incident: null } && Signs.IsExcuse(whole))
            return new Act(new Route("talk:sorry"), 1) { Text = message };
        // 「うちは今んとこ何も起きてないので大丈夫です」
        if (!asks && Signs.DeniesTrouble(message) && situation is { Draft: null, Incident: null })
            return new Act(new Route("talk:other"), 1) { Text = message };
        // 「もめ事を防ぐための注意点を通しで」: what sounds like a remark, and has its clause, is rather a question about it.
        if (
            best is "statement" or "mention" or "talk:other"
            && situation is { Draft: null, Incident: null }
            && p.GetValueOrDefault(ActModel.Question) >= QuestionBesideRemark
            && Question(message, p) is { Route: var route } found
            && route == Route.Answer
        )
            return found;
        if (
            !asks
            && !best.StartsWith("talk:", StringComparison.Ordinal)
            && Signs.Plans(message)
            && situation is { Draft: null, Incident: null }
        )
            return new Act(new Route("talk:other"), share);
        // 「その場合テーマは決めとかないといけないんですよね」: behind an answer what asks goes on from it.
        var isFollowUp =
            asks && best == "talk:other" && situation.Topic is not null && p.GetValueOrDefault(ActModel.Question) >= QuestionBesideRemark;
        // 「二段階認証の決まりはどうなっとる」 while a checklist runs is no entry of it.
        var isNoDeed =
            asks && (best is "statement" or "mention" || best is "incident:done" or "incident:note" && Signs.HasQuestionWord(message));
        return !isFollowUp && !isNoDeed && Direct(best, message, today) is { } act
            ? act with
            {
                Probability = share,
            }
            : Found(message, p, asks);
    }

    /// <summary>An act that needs nothing but its label.</summary>
    private Act? Direct(string label, string message, DateOnly today) =>
        label switch
        {
            ActModel.Question or ActModel.Outside => null,
            "draft:set" or "draft:answer" => null,
            "statement" or "mention" => new Act(new Route("talk:other"), 1),
            "check:ask" or "check:again" => new Act(Route.DraftCheck, 1),
            "notice:which" => new Act(Clarify, 1),
            _ when Named(label) is { } procedure => Of(procedure, 1, message),
            _ when label.StartsWith("notice:", StringComparison.Ordinal) => new Act(new Route(label), 1)
            {
                Slots = slots.Of(message, new Route(label), today),
            },
            "incident:note" or "incident:done" => new Act(new Route(label), 1) { Text = message, Step = Steps.In(message) },
            _ when Troubles.Contains(label) => new Act(new Route(label), 1) { Slots = slots.Facts(message, today), Text = message },
            _ => new Act(new Route(label), 1) { Text = message },
        };

    /// <summary>The act that somebody's very words have been taught as, where it can be meant now.</summary>
    private string? Taught(string message, Prior prior) => taught[Key(message)].FirstOrDefault(label => prior.Of(label) > 0);

    private static string Key(string text) => string.Concat(Folding.Hiragana(Folding.Fold(text)).Where(char.IsLetterOrDigit));
}
