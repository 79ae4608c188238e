using GuidelineBot.Storage;

namespace GuidelineBot.Incidents;

/// <content>Whom of the 緊急連絡網 a step needs.</content>
internal sealed partial class IncidentChange
{
    /// <summary>From now on this one is to be called; null for nobody.</summary>
    public void NameContact(IncidentStep step, Guid? contact, Actor? who)
    {
        (step.ContactId, step.Contact) = (contact, who);
        step.ContactSince = who is null ? null : now;
    }

    /// <summary>The bot writes to them.</summary>
    public string? TellContact(string step, Guid contact, Actor who) =>
        WithOpen(
            step,
            found =>
            {
                if (found.ContactId == contact && found.ContactSince is not null)
                    return $"{who.Name}さんには、すでに知らせました。";
                NameContact(found, contact, who);
                Join();
                Log(IncidentEventKind.ContactTold, found.Title, whom: who);
                return null;
            }
        );

    /// <summary>Somebody was reached, or pressed it themselves: the step is done with that.</summary>
    public string? ReachContact(string step, Actor who) =>
        WithOpen(
            step,
            found =>
            {
                found.ContactSince = null;
                Log(IncidentEventKind.ContactReached, found.Title, whom: who);
                return Settle(step, StepState.Done, who.Id == person.Id ? "本人が応答" : "電話などで連絡がついた");
            }
        );

    /// <param name="next">Names whoever comes next.</param>
    public string? MissContact(string step, Guid contact, Func<IncidentStep, string?> next) =>
        WithOpen(
            step,
            found =>
            {
                // Somebody else has gone on already.
                if (found.ContactId is { } named && named != contact && found.ContactSince is not null)
                    return $"いまは{found.Contact?.Name}さんに連絡する番です。";
                found.ContactId = contact;
                Join();
                return next(found);
            }
        );
}
