namespace GuidelineBot.Knowledge.Slots;

/// <summary>The fields of papers that hold people.</summary>
public static class PersonField
{
    public static bool Is(string field) => field is "person" or "manager" or "oldPerson" or "newPerson";
}
