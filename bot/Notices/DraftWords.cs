using GuidelineBot.Knowledge;

namespace GuidelineBot.Notices;

/// <summary>Which of several drafts a message means.</summary>
internal sealed class DraftWords(LiveKnowledge knowledge)
{
    /// <summary>By the paper's name, its service, its account or its section.</summary>
    public bool IsNamed(string text, NoticeDraft draft) =>
        knowledge.Current.FormOf(draft.Kind) is { } form && text.Contains(form.ShortTitle, StringComparison.Ordinal)
        || text.Contains($"{NoticeKinds.WordOf(draft.Kind)}の", StringComparison.Ordinal)
        || draft.Fields.TryGetValue("service", out var service) && knowledge.Current.Services.FirstIn(text)?.Name == service
        || draft.Fields.TryGetValue("accountName", out var name) && name.Length > 1 && text.Contains(name, StringComparison.Ordinal)
        || draft.Fields.TryGetValue("section", out var section) && section.Length > 1 && text.Contains(section, StringComparison.Ordinal);
}
