using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Knowledge.Slots;

/// <summary>The fields of papers that hold people.</summary>
public static class PersonField
{
    public static bool Is(string field) => field is FieldId.Person or FieldId.Manager or FieldId.OldPerson or FieldId.NewPerson;
}
