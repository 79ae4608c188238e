using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Notices;

/// <summary>Which of several drafts a message means.</summary>
internal sealed class DraftWords(LiveKnowledge knowledge)
{
    /// <summary>By the paper's name, its service, its account or its section.</summary>
    public bool IsNamed(string text, NoticeDraft draft) =>
        // 「終了届の理由は「Instagramへの移行」」 is about the end, whatever else it names.
        knowledge.Current.Forms.Any(form => text.Contains(form.ShortTitle, StringComparison.Ordinal))
            ? knowledge.Current.FormOf(draft.Kind) is { } own && text.Contains(own.ShortTitle, StringComparison.Ordinal)
            : IsToldBy(text, draft);

    private bool IsToldBy(string text, NoticeDraft draft) =>
        text.Contains($"{NoticeKinds.WordOf(draft.Kind)}の", StringComparison.Ordinal)
        || draft.Fields.TryGetValue(FieldId.Service, out var service) && knowledge.Current.Services.FirstIn(text)?.Name == service
        || draft.Fields.TryGetValue(FieldId.AccountName, out var name) && name.Length > 1 && text.Contains(name, StringComparison.Ordinal)
        || draft.Fields.TryGetValue(FieldId.Section, out var section)
            && section.Length > 1
            && text.Contains(section, StringComparison.Ordinal);
}
