namespace GuidelineBot.Knowledge.Understanding;

/// <content>Acts that report trouble.</content>
internal sealed partial class ActReader
{
    /// <summary>A sign of trouble, on an account of ours, now; and both models see it.</summary>
    private string? IncidentOf(string message, IReadOnlyDictionary<string, float> p, bool asks, Situation situation)
    {
        var named = Signs.TroublesNamed(message);
        var best = (named.Count > 0 ? named : Troubles).MaxBy(kind => p.GetValueOrDefault(kind))!;
        var trouble = Troubles.Sum(kind => p.GetValueOrDefault(kind));
        // 「訓練をしたい。LINEのなりすましが出たという想定で」
        if (!asks && Signs.IsDrill(message) && named.Count == 1 && Signs.WantsDrill(message))
            return best;
        // 「個人のアカウントと間違えて市のXに」 is about ours.
        var isTold = Signs.TroubleTold(message) is not null;
        var isMistake = Signs.TroubleTold(message) == "incident:mistake";
        // 「まちがえた LINEだった」 corrects what was said.
        if (best == "incident:mistake" && named.Count == 0 && !Signs.NamesPosting(message))
            return null;
        if (!isMistake && Signs.IsOfOthers(message) || Signs.Supposes(message) || named.Count == 0 && NamesField(message, situation))
            return null;
        // 「危うく間違えたまま出すところでした」
        if (Signs.IsAverted(message) && !Signs.IsInFact(message))
            return null;
        if (situation.Incident is null && Signs.IsSettled(message) || Signs.Forgot(message) && Signs.TroubleTold(message) is null)
            return null;
        // 「いや、仮の話じゃなくて実際に今やられてます」
        if (
            !asks
            && situation is { Incident: null, Topic: { } before }
            && named.Count == 0
            && Signs.IsInFact(message)
            && Signs.TroublesNamed(before.Question) is [var supposed]
        )
            return supposed;
        // 「覚えのない投稿が3つあります」: without its name, on an account of ours.
        if (
            named.Count == 0
            && !asks
            && situation.Incident is null
            && Signs.TroubleTold(message) is { } told
            && (p.GetValueOrDefault(told) >= 0.1 || Signs.NamesPosting(message) && Signs.IsOfOurs(message))
            && Signs.NamesAccount(message)
        )
            return told;
        if (
            Signs.IsNoTrouble(message)
            || best != "incident:impersonation" && Signs.IsNotOurs(message)
            || best == "incident:flaming" && Signs.IsSingleRemark(message)
        )
            return null;
        // 「インスタが炎上しとる！」: called by its name, and happening.
        var signs = cues.In(message);
        if (
            named.Count == 1
            && !asks
            && Signs.Happens(message)
            && situation.Incident is null
            && (Signs.NamesAccount(message) || situation.AskedBack.Count > 0)
        )
            return best;
        var needed = (asks ? 0.15 : 0) + (situation.Incident is not null ? 0.25 : 0) + (situation.Draft is not null ? 0.1 : 0);
        if (trouble < needed + 0.35)
            return null;
        // 「大変です、どうしよう」 is asked what it is about; 「電話が入ったので」 is no trouble of an account at all.
        if (named.Count == 0 && !signs.Any(cue => AccountCues.Contains(cue)))
            return signs.Contains(CueBook.Alarm) ? Clarify.Name : null;
        // In the middle of one kind of trouble what does not call another by its name tells of this one.
        if (situation.Incident is not null && named.Count == 0 && !Signs.IsAnother(message))
            return asks ? null : "incident:note";
        // What has no name and tells of nothing, as a report does, must be all the surer.
        var wished =
            p.MaxBy(pair => pair.Value).Key == best
            && (named.Count > 0 || isTold || Signs.Reports(message) || signs.Contains(CueBook.Alarm) || signs.Contains("攻撃"));
        if (trouble < needed + (wished ? 0.35 : 0.7))
            return null;
        // More of what is being dealt with is a note about it.
        if (situation.Incident is { } running && best == "incident:" + running.Kind && !Signs.IsAnother(message))
            return "incident:note";
        // 「これって炎上って言うんでしょうか」
        if (asks && Signs.AsksWhetherItIs(message))
            return Clarify.Name;
        return named.Count == 0 && !wished && p.GetValueOrDefault(best) < OneOfThem * trouble ? Clarify.Name : best;
    }

    /// <summary>What the form of a message says where a checklist runs: an entry, a step done, what comes next, the end.</summary>
    private static Act? OfRunning(string message, bool asks, string best)
    {
        if (Signs.AsksForStatus(message) && (asks || Signs.EndsInShow(message)))
            return new Act(new Route("incident:status"), 1);
        if (asks)
            return null;
        if (Signs.EndsIncident(message))
            return new Act(new Route("incident:close"), 1) { Text = message };
        // 「運営会社に連絡ずみ」
        if (Signs.EndsDone(message))
            return new Act(new Route("incident:done"), 1) { Text = message, Step = Steps.In(message) };
        // 「2番できた」; 「9:15 課長に報告、了承」: whoever works through a checklist writes down what happened when.
        if (Steps.In(message) is { } step)
            return new Act(new Route("incident:done"), 1) { Text = message, Step = step };
        // 「新聞社から電話がありました」: who tells what happened, and greets or thanks nobody, has it written down.
        var isTold =
            Courtesies.Sentences(message).Any(Signs.Reports)
            && (best is "talk:other" or "repeat" or ActModel.Question or ActModel.Outside or "statement" or "mention");
        return isTold || Signs.IsEntry(message) ? new Act(new Route("incident:note"), 1) { Text = message } : null;
    }

    /// <summary>The form of an incident in front is started, filled in or turned to another kind in words.</summary>
    private Act? OfForm(string message, OpenIncident open, DateOnly today)
    {
        if (message.Split(['。', '\n'], StringSplitOptions.RemoveEmptyEntries) is [.., var last] && Signs.StartsForm(last))
            return new Act(new Route("incident:start"), 1) { Slots = slots.Facts(message, today, open.Since), Text = message };
        if (Signs.Asks(message))
            return null;
        var kind = open.Kind;
        var named = Signs.TroublesNamed(message) is [var only] ? only : null;
        var other = named == "incident:" + kind ? null : named;
        // 「1件だけなので炎上ではないです」
        if (other is null && Signs.DeniesTrouble(message))
            return new Act(new Route("incident:mistaken"), 1);
        var p = model.Predict(
            message,
            label =>
                label.StartsWith("incident:", StringComparison.Ordinal) && label is not "incident:done" and not "incident:next"
                || label is "talk:no" or "talk:thanks" or "talk:other" or "statement" or "mention" or "draft:set"
                    ? 1
                    : 0,
            label => Signs.BearOut(label, message)
        );
        var best = p.MaxBy(pair => pair.Value).Key;
        if (named is null && best is ("incident:mistaken" or "talk:no"))
            return new Act(new Route("incident:mistaken"), 1);
        var facts = slots.Facts(message, today, open.Since);
        return other is not null ? new Act(new Route(other), p.GetValueOrDefault(best)) { Slots = facts, Text = message }
            : facts.Count > 0
            || named is not null
            || best is "incident:note" or "incident:change" or "draft:set" or "statement" or "mention"
            || best == "incident:" + kind
                ? new Act(new Route("incident:note"), 1) { Slots = facts, Text = message }
            : null;
    }
}
