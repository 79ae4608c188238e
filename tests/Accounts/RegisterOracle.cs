namespace GuidelineBot.Tests.Accounts;

/// <summary>What the papers say that were accepted, told anew from the first one for each day: no columns, no changes in between.</summary>
internal sealed class RegisterOracle
{
    private readonly List<Paper> accepted = [];

    public enum Form
    {
        Start,
        Change,
        End,
    }

    /// <param name="Day">From which it counts.</param>
    /// <param name="Old">Who is replaced.</param>
    /// <param name="New">Who begins, or comes.</param>
    /// <param name="AcceptedOn">Null until it is.</param>
    public sealed record Paper(Guid Id, Form Form, string Url, DateOnly Day, string Old, string[] New, DateOnly? AcceptedOn = null);

    /// <summary>An account from its first day to its last.</summary>
    public sealed record Life(DateOnly? Start, DateOnly? End, string Operators);

    public void Accept(Paper paper, DateOnly today) => accepted.Add(paper with { AcceptedOn = today });

    public void TakeBack(Guid paper) => accepted.RemoveAll(one => one.Id == paper);

    /// <returns>All accounts that had the address, the oldest first, with those who operate them on this day.</returns>
    public IReadOnlyList<Life> On(string url, DateOnly day)
    {
        var lives = new List<Draft>();
        foreach (var paper in accepted.Where(paper => paper.Url == url))
        {
            var (on, open) = (paper.AcceptedOn!.Value, lives.FindLast(life => !(life.End < paper.AcceptedOn)));
            if (paper.Form == Form.Start)
                Begin(lives, open is not null && open.End < paper.Day ? null : open, paper, on);
            else if (paper.Form == Form.Change)
                Meant(lives, open, paper).Said.Add((paper.Day, paper));
            else
                Meant(lives, open, paper).End = paper.Day;
        }
        return [.. lives.Select(life => new Life(life.Start, life.End, string.Join("、", life.PeopleOn(day))))];
    }

    private static void Begin(List<Draft> lives, Draft? open, Paper paper, DateOnly on)
    {
        var hasBegun = open is not null && !(open.Start > on);
        if (open is null)
            lives.Add(open = new Draft());
        if (!hasBegun || paper.Day <= on)
            open.Start = paper.Day;
        open.End = null;
        open.Said.Add((hasBegun ? paper.Day : DateOnly.MinValue, paper));
    }

    private static Draft Meant(List<Draft> lives, Draft? open, Paper paper)
    {
        var meant = lives.FindLast(life => !(life.Start > paper.Day) && !(life.End < paper.Day)) ?? open ?? lives.LastOrDefault();
        if (meant is null)
            lives.Add(meant = new Draft { First = paper.Old });
        return meant;
    }

    private sealed class Draft
    {
        public DateOnly? Start { get; set; }
        public DateOnly? End { get; set; }
        public string First { get; init; } = "";
        public List<(DateOnly From, Paper Paper)> Said { get; } = [];

        public List<string> PeopleOn(DateOnly day)
        {
            List<string> people = First.Length > 0 ? [First] : [];
            foreach (var from in Said.Select(said => said.From).Where(from => from <= day).Distinct().Order())
            foreach (var (_, paper) in Said.Where(said => said.From == from))
            {
                if (paper.Form == Form.Start)
                    people = [.. paper.New];
                else if (people.IndexOf(paper.Old) is >= 0 and var place)
                    people = [.. people[..place], .. paper.New.Except(people.Where(one => one != paper.Old)), .. people[(place + 1)..]];
                else
                    people.AddRange(paper.New.Except(people));
            }
            return people;
        }
    }
}
