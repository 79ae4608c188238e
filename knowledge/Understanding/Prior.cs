namespace GuidelineBot.Knowledge.Understanding;

/// <summary>
/// How likely an act is before the message is read: what cannot be in the situation is 0; after a question for a field an answer is likelier than
/// anything else, in a
/// running incident a report of what happened.
/// </summary>
internal sealed class Prior(Situation situation)
{
    public float Of(string label) =>
        label switch
        {
            "draft:answer" => situation.Draft is null ? 0
            : situation.Draft.Asked is null ? 0.3f
            : 2,
            "draft:set" => situation.Draft is null ? 0 : 1.5f,
            "draft:resume" => situation.Drafts.Count > 0 ? 1 : 0.1f,
            "draft:submit" or "draft:discard" or "draft:show" => situation.Draft is not null ? 1.2f
            : situation.Drafts.Count > 0 ? 0.5f
            : 0,
            "draft:save" => situation.Draft is not null ? 1 : 0,
            "draft:skip" or "draft:why" => situation.Draft?.Asked is not null ? 1 : 0,
            "draft:back" or "draft:undo" or "draft:form" or "draft:each" => situation.Draft is null ? 0 : 1,
            "incident:done" or "incident:later" or "incident:next" or "incident:status" => situation.Incident is null ? 0 : 1.5f,
            "incident:close" => situation.Incident is null ? 0 : 1.2f,
            "incident:note" => situation.Incident is not null ? 2
            : situation.IncidentForm is not null ? 1
            : 0,
            "incident:change" => situation.Incident is null ? 0 : 1,
            "incident:mistaken" => situation.Incident is not null || situation.IncidentForm is not null ? 1 : 0,
            "follow:clause"
            or "follow:more"
            or "follow:text"
            or "follow:where"
            or "follow:form"
            or "follow:when"
            or "follow:who"
            or "follow:why" => situation.Topic is null ? 0 : 1,
            "check:ask" => situation.Draft is not null || situation.Incident is not null ? 0.4f : 1,
            "check:again" => situation.Post == PostTalk.None ? 0.2f : 1.5f,
            "statement" => situation.Incident is null ? 1 : 0.5f,
            _ => 1,
        };
}
