namespace GuidelineBot.Knowledge.Understanding;

/// <summary>What a message asks for, by its wire name: <c>answer</c>, <c>candidates</c>, <c>none</c>, <c>incident:flaming</c>, <c>command:help</c> …</summary>
public readonly record struct Route(string Name)
{
    public static readonly Route Answer = new("answer");
    public static readonly Route Candidates = new("candidates");
    public static readonly Route None = new("none");

    public static readonly Route DraftCheck = new("draft-check");

    /// <summary>A paper or a checklist.</summary>
    public bool Begins => Name.StartsWith("notice:", StringComparison.Ordinal) || Name.StartsWith("incident:", StringComparison.Ordinal);

    /// <summary>It asks, as far as one can tell, and opens or writes nothing.</summary>
    public bool Asks =>
        Name is "answer" or "candidates" or "none" or "talk:other" || Name.StartsWith("procedure:", StringComparison.Ordinal);

    public static Route Command(string name) => new($"command:{name}");

    public override string ToString() => Name;
}
