namespace GuidelineBot.Knowledge.Reading;

/// <summary>Collects what is to be said about one file.</summary>
internal sealed class Findings(string file)
{
    private readonly List<Finding> all = [];

    public IReadOnlyList<Finding> InOrder => [.. all.OrderBy(finding => finding.Line)];

    public void Error(int line, string message) => all.Add(new Finding(file, line, true, message));

    public void Warning(int line, string message) => all.Add(new Finding(file, line, false, message));
}
