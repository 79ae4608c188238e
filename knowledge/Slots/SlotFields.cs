using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>Which field of a paper a fact belongs into.</summary>
public static class SlotFields
{
    /// <summary>By the same name; what a wish is for is, on an application, the reason why it is needed.</summary>
    public static string? FieldFor(string slot, NoticeForm form) =>
        form.Find(slot)?.Id ?? (slot == FieldId.Purpose ? form.Find(FieldId.Reason)?.Id : null);
}
