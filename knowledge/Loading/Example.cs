namespace GuidelineBot.Knowledge.Loading;

/// <summary>A message as staff might write it, and what it is about.</summary>
/// <param name="Labels">Clause ids or route names, best first; empty for a message that the guideline does not answer.</param>
/// <param name="File">Relative to the knowledge folder.</param>
public sealed record Example(string Text, IReadOnlyList<string> Labels, string File, int Line);
