using GuidelineBot.Storage;

namespace GuidelineBot.Incidents;

/// <content>What goes into the records beside what was done.</content>
internal sealed partial class IncidentChange
{
    /// <summary>Keeps a picture or file.</summary>
    /// <returns>The number of its entry.</returns>
    public int Keep(string name, string type, string hash, byte[] content)
    {
        Join();
        Log(IncidentEventKind.EvidenceKept, name, hash);
        incident.Evidence.Add(
            new IncidentEvidence
            {
                IncidentId = incident.Id,
                Number = incident.Version,
                Name = name,
                Type = type,
                Hash = hash,
                Content = content,
                At = now,
            }
        );
        return incident.Version;
    }

    /// <summary>Keeps a message of somebody's, with the way to it.</summary>
    public string? KeepMessage(Actor author, string text, string link)
    {
        Join();
        Log(IncidentEventKind.MessageKept, note: text, whom: author, link: link);
        return null;
    }
}
