using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>Acts that begin a paper or are about one.</content>
internal sealed partial class ActReader
{
    /// <summary>A paper written out: its name, and three fields or more by theirs.</summary>
    private Route? Labelled(string message) =>
        message.Contains('\n', StringComparison.Ordinal)
        && forms
            .Where(form => fields.Count(message, form) >= 3)
            .MaxBy(form =>
                (
                    message.Contains(form.ShortTitle, StringComparison.Ordinal)
                    || form.Number.Length > 0 && message.Contains(form.Number, StringComparison.Ordinal)
                    || message.Contains(form.Title, StringComparison.Ordinal)
                        ? 100
                        : 0
                ) + fields.Count(message, form)
            )
            is { } best
            ? new Route("notice:" + NoticeKindNames.Of(best.Kind))
            : null;

    private Route? NoticeOf(
        string message,
        IReadOnlyDictionary<string, float> p,
        string best,
        bool asks,
        Situation situation,
        DateOnly today
    )
    {
        // 「ではその様式2を書き始めたいです」: the only one that it names, and a wish to write it.
        if (
            !asks
            && situation is { Draft: null, Incident: null }
            && Signs.WantsPaper(message)
            && !Signs.WantsNoPaper(message)
            && forms.Where(form => Names(message, form)).ToList() is [var written]
        )
            return new Route("notice:" + NoticeKindNames.Of(written.Kind));
        var papers = Sum(p, "notice:");
        if (
            papers < 0.3
            || Signs.WantsNoPaper(message)
            || (Signs.IsUnsure(message) || Signs.IsHeard(message)) && !NamesPaper(message)
            || asks
                && (
                    situation.Draft is not null
                    || Signs.AsksPermission(message)
                    || Signs.SeeksAgreement(message)
                    || Signs.AsksDetail(message)
                    || Signs.HasQuestionWord(message)
                )
        )
            return null;
        // 「LINEを始める準備中です。運用ポリシーって中身なに書くんでしたっけ」; and who works through a checklist tells of that.
        if ((asks || situation.Incident is not null) && !NamesPaper(message) || situation.Incident is not null && Signs.Reports(message))
            return null;
        // 「廃止届じゃなくて利用終了届のほうを」
        var kind =
            Signs.Instead(message) is { After: var meant }
            && forms.Where(form => meant.Contains(form.ShortTitle, StringComparison.Ordinal)).ToList() is [var other]
                ? "notice:" + NoticeKindNames.Of(other.Kind)
                : Papers.MaxBy(route => p.GetValueOrDefault(route))!;
        var wish = best == kind ? kind : null;
        // 「終わりにして」 says of nothing what is to end.
        if (kind == "notice:end" && message.Length <= ShortWish && !NamesPaper(message) && !NamesSubject(message))
            return Clarify;
        if (!NamesPaper(message) && Signs.Starts(message))
            return null;
        if (!NamesPaper(message) && wish is null && !cues.In(message).Any(cue => KindCues.Contains(cue)))
            return null;
        if (
            papers >= 0.4
            && !asks
            && !cues.In(message).Any(cue => KindCues.Contains(cue))
            && slots.Of(message, new Route("notice:end"), today).Count < 3
        )
            return Clarify;
        if (best == "notice:which" && p.GetValueOrDefault(best) >= 0.4 && (wish is null || p.GetValueOrDefault(best) > 0.6))
            return Clarify;
        var needed = (wish is null ? 0.6 : 0.3) + (asks ? 0.25 : 0);
        return papers - p.GetValueOrDefault("notice:which") >= needed ? new Route(kind) : null;
    }

    private Act? OfDraft(
        string message,
        IReadOnlyDictionary<string, float> p,
        string best,
        bool asks,
        double asking,
        OpenPaper draft,
        Situation situation,
        DateOnly today
    )
    {
        if (forms.FirstOrDefault(form => form.Kind == draft.Kind) is not { } form)
            return null;
        var begins = Sum(p, "notice:");
        if (!asks && Signs.Discards(message) && (message.Length <= ShortWish || Signs.NamesContent(message)))
            return new Act(new Route("draft:discard"), 1) { Text = message };
        // 「Instagramだけです。Xは残します」: what is said of what stays is no fact of the paper.
        if (!asks && FieldReader.IsOfWhatStays(message) && !NamesPaper(message))
        {
            var changes = string.Concat(Courtesies.Sentences(message).Where(sentence => !FieldReader.IsOfWhatStays(sentence)));
            return fields.Of(changes, draft, form, situation.Person, today) is { Values.Count: > 0 } told
                ? Set(told, 1)
                : new Act(new Route("talk:other"), 1);
        }
        if (
            !asks
            && Signs.Saves(message)
            && (fields.Count(message, form) == 0 || fields.Of(message, draft, form, situation.Person, today).Values.Count == 0)
        )
            return new Act(new Route("draft:save"), 1) { Text = message };
        if (Signs.GoesBack(message) && situation.Drafts.Count > 0 && !asks && !Signs.PutsAside(message))
            return Resumed(message, situation, today);
        if (!asks && OfAnother(message, p, draft, situation, today) is { } another)
            return another;
        // 「次、開始届の方。アカウント名は…」: what follows is of that paper.
        if (
            !asks
            && message.IndexOf('。', StringComparison.Ordinal) is > 0 and <= ShortFact and var stop
            && stop < message.Length - 1
            && forms.Where(one => message[..stop].Contains(one.ShortTitle, StringComparison.Ordinal)).ToList() is [var following]
            && following.Kind != draft.Kind
            && situation.Drafts.All(one => one.Kind != following.Kind)
        )
        {
            var next = new Route("notice:" + NoticeKindNames.Of(following.Kind));
            return new Act(next, 1) { Slots = slots.Of(message, next, today) };
        }
        // 「違いました、作りたいのは変更届のほうです」: the other paper takes the place of this.
        if (
            !asks
            && Signs.SaysWrong(message)
            && Signs.PicksOutAtEnd(message)
            && forms.Where(one => one.Kind != draft.Kind && Names(message, one)).ToList() is [var instead]
        )
        {
            var right = new Route("notice:" + NoticeKindNames.Of(instead.Kind));
            return new Act(right, 1) { Slots = slots.Of(message, right, today), ReplacesDraft = true };
        }
        // Another paper by its name, or another matter, begins one beside this.
        if (
            !asks
            && !Signs.PutsAside(message)
            && (Signs.IsAnother(message) && begins + p.GetValueOrDefault("mention") >= 0.3 || begins >= 0.6)
            && NoticeOf(message, p, best, asks, situation, today) is { } other
            && (
                Signs.IsAnother(message)
                || other != Clarify && other.Name != "notice:" + NoticeKindNames.Of(draft.Kind) && NamesPaper(message)
            )
        )
            return new Act(other, begins)
            {
                Slots = FactsFor(other, message, today),
                ReplacesDraft = !Signs.IsAnother(message) && Signs.Instead(message) is not null,
            };

        var said = fields.Of(message, draft, form, situation.Person, today);
        // Asked for one person, a name without a label is that one's.
        if (!asks && !said.IsNamed && draft.Asked is { } who && PersonField.Is(who) && form.Find(who) is { } person)
        {
            var name = fields.Answer(message, person, draft, form, situation.Person, today);
            if (name.Values.Count > 0)
                said = name with { Values = said.Values.Where(value => !PersonField.Is(value.Key)).Concat(name.Values).ToDictionary() };
        }
        if (!asks)
            said = Counted(said, draft, message, situation);
        // 「URLはまだわからん。後で言う」
        if (!asks && said.IsEmpty && Signs.Defers(message) && fields.Count(message, form) > 0)
            return new Act(new Route("draft:skip"), 1) { Text = message };
        var writes = p.GetValueOrDefault("draft:set") + p.GetValueOrDefault("draft:answer") + begins;
        if (!asks && said.IsEmpty && Signs.Submits(message) && message.Contains(form.ShortTitle, StringComparison.Ordinal))
            return new Act(new Route("draft:submit"), 1) { Text = message };
        // A question never writes.
        var isRemark = best.StartsWith("talk:", StringComparison.Ordinal) && p.GetValueOrDefault(best) > 0.5 || Sum(p, "incident:") > 0.5;
        if (
            !asks
            && !said.IsEmpty
            && (
                said.IsNamed
                || said.Problems.Count > 0 && Signs.Wavers(message)
                || said.Values.Count > 1 && (!isRemark || said.Values.ContainsKey("oldPerson") && said.Values.ContainsKey("newPerson"))
            )
        )
            return Set(said, 1);
        // What it is to do with the paper; where the words bear that out, less of the model's word is enough.
        var (deed, share) = Deed(p);
        if (!asks && !said.IsNamed && Signs.EndsInShow(message) && (Signs.NamesContent(message) || message.Length <= ShortWish))
            return new Act(new Route("draft:show"), 1) { Text = message };
        if (!asks && !said.IsNamed && Signs.Discards(message))
            return new Act(new Route("draft:discard"), 1) { Text = message };
        // 「ごめん出動 あとで」: what is not said by its name is no value then.
        if (!asks && !said.IsNamed && Signs.PutsAside(message) && p.GetValueOrDefault("draft:save") >= 0.1)
            return new Act(new Route("draft:save"), 1) { Text = message };
        // 「まちがえた 28日」 says what is right instead.
        if (!asks && (deed == "draft:undo" || deed == "draft:save" && !Signs.PutsAside(message)) && said.Values.Count > 0)
            return Set(said, writes);
        if (Signs.AsksForProgress(message))
            return new Act(new Route("draft:show"), 1) { Text = message };
        // 「今の内容をもう一回見せて」
        if (best == "repeat" && Signs.NamesContent(message))
            return new Act(new Route("draft:show"), 1) { Text = message };
        if (
            share >= (Signs.NeedsWords(deed) ? 0.2 : 0.35)
            && share >= Sum(p, "talk:")
            && !(asks && (asking > share || deed == "draft:submit" && !Signs.HandsIn(message)))
        )
            return Direct(deed, message, today);
        if (asks)
            return Declared(message, draft, form, situation, today);
        if (!said.IsNamed && Signs.TellsOfPast(message))
            return null;
        if (
            !said.IsEmpty
            && (
                writes >= 0.3
                || form.DayField is { } day && said.Values.ContainsKey(day) && Signs.Settles(message)
                || (message.Trim().Length <= ShortFact || Courtesies.Sentences(message)[^1].Trim().Length <= ShortFact) && !isRemark
                || writes + p.GetValueOrDefault("statement") >= 0.5
            )
        )
            return Set(said, writes);
        if (
            draft.Asked is { } asked
            && form.Find(asked) is { } field
            && (!isRemark || IsName(message, best, field))
            && (asking < 0.6 || Signs.IsPhrase(message) || Signs.IsNominal(message))
        )
        {
            var answer = fields.Answer(message, field, draft, form, situation.Person, today);
            if (!answer.IsEmpty)
                return Set(answer, writes);
        }
        return null;

        static Act Set(FieldReading said, double probability) =>
            new(new Route(said.Values.Count > 0 ? "draft:set" : "draft:ask"), probability) { Fields = said };
    }

    /// <summary>What a message is likeliest to do with a paper as a whole.</summary>
    private static (string Act, float Share) Deed(IReadOnlyDictionary<string, float> p)
    {
        var (act, share) = p.Where(pair =>
                pair.Key.StartsWith("draft:", StringComparison.Ordinal) && pair.Key is not ("draft:set" or "draft:answer")
            )
            .MaxBy(pair => pair.Value);
        return (act, share);
    }

    /// <summary>A field of the only paper that was put aside, named and given a value, while no other is begun.</summary>
    private Act? OfPutAside(string message, IReadOnlyDictionary<string, float> p, Situation situation, DateOnly today)
    {
        if (
            situation.Incident is not null
            || Sum(p, "notice:") >= 0.4
            || Meant(message, situation) is not { } paper
            || forms.FirstOrDefault(form => form.Kind == paper.Kind) is not { } form
        )
            return null;
        var said = fields.Named(message, new OpenPaper(paper.Kind, paper.Fields, null), form, situation.Person, today);
        return said.Values.Count > 0
            ? new Act(new Route("draft:set"), 1)
            {
                Fields = said,
                Text = message,
                Papers = [paper.Id],
            }
            : null;
    }
}
