using System.Text;

namespace GuidelineBot.Knowledge.Reading;

/// <summary>Takes the clauses' words from the file as they stand there.</summary>
internal sealed class ClauseText(string key, Line[] lines)
{
    private readonly ClauseId title = new(key, "0");

    public Clause Of(TitleBlock block) => new(title, "表紙", "", block.Text, null, block.Line);

    public Clause Of(Node node)
    {
        var parent = node.Parent!.Path.Length == 0 ? (ClauseId?)null : new ClauseId(key, node.Parent.Path);
        return new Clause(new ClauseId(key, node.Path), node.Label, HeadingOf(node), TextOf(node), parent, lines[node.Start].Number);
    }

    public GlossaryEntry Explain(Node node)
    {
        var below = string.Join('\n', lines[node.Start..node.End].Where(line => line.Number > node.Line.Number).Select(line => line.Raw))
            .Trim();
        var definition = string.Join('\n', new[] { node.Term!.Definition, below }.Where(words => words.Length > 0));
        return new GlossaryEntry(node.Term.Term, new ClauseId(key, node.Path), definition);
    }

    /// <summary>A list item of few words is no heading; something has to follow.</summary>
    private string HeadingOf(Node node)
    {
        if (node.IsNamedByTerm)
            return node.Term!.Term;
        var announces =
            node.Mark.HasRank
            || node.Mark.Kind is MarkKind.Block or MarkKind.Question or MarkKind.Heading
            || (node.Mark.Kind == MarkKind.Section && (node.Parent!.Path.Length == 0 || node.Parent.Mark.HasRank))
            || node.Children.Count > 0
            || lines[node.Start..node.End].Any(line => !line.IsBlank && line != node.Line);
        return node.IsHeading && announces && node.Mark.Kind != MarkKind.Bullet ? node.Words : "";
    }

    private string TextOf(Node node)
    {
        var text = new StringBuilder();
        foreach (var (place, line) in lines[node.Start..node.End].Index())
        {
            if (place > 0 && !line.GoesOn)
                text.Append('\n');
            text.Append(place == 0 || line.GoesOn ? line.Content : line.Raw);
        }
        return text.ToString().Trim();
    }
}
