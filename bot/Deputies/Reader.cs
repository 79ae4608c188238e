using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Deputies;

/// <summary>Somebody who looks at a thing, with the rights of those for whom they stand in today.</summary>
internal sealed record Reader(Person Person, IReadOnlyList<StandIn> StandsInFor)
{
    public string Id => Person.Id;

    public bool Is(Roles role) => Person.Is(role) || ForRole(role) is not null;

    public bool IsOrStandsInFor(string person) => Id == person || StandsInFor.Any(one => one.Principal.Id == person);

    /// <returns>For whom they act when they use this role; null where it is their own.</returns>
    public Actor? ForRole(Roles role) => Person.Is(role) ? null : StandsInFor.FirstOrDefault(one => (one.Roles & role) == role)?.Principal;

    /// <returns>For whom they act when this person is to act; null where they are that person.</returns>
    public Actor? ForPerson(string person) =>
        Id == person ? null : StandsInFor.FirstOrDefault(one => one.Principal.Id == person)?.Principal;
}

/// <param name="Roles">What the principal holds now.</param>
internal sealed record StandIn(Actor Principal, Roles Roles);
