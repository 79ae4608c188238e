using GuidelineBot.Delivery;
using GuidelineBot.Incidents;
using GuidelineBot.Notices;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Storage;

/// <summary>
/// Takes a person out of everything that is stored. What the city has to keep (notices, incidents, tickets) stays, without the name and
/// with an id that leads to nobody; what was only the person's goes. Names inside texts and fields (利用担当者 of a notice) are part of the
/// record and stay.
/// </summary>
internal static class Forgetting
{
    public const string Nobody = "（削除済み）";

    // By hand, table by table: some of these columns are keys, which EF's bulk updates leave alone.
    private static readonly (string What, string Sql)[] Steps =
    [
        ("届出の下書き", "DELETE FROM notice_drafts WHERE owner_id = {0}"),
        ("お知らせ先のチャット", "DELETE FROM known_conversations WHERE person_id = {0}"),
        ("直前の質問", "DELETE FROM recent_questions WHERE person = {0}"),
        ("保存した投稿", "DELETE FROM kept_posts WHERE person_id = {0}"),
        ("書類のリンク", "DELETE FROM download_tickets WHERE person_id = {0}"),
        ("会話の状態", "DELETE FROM bot_states WHERE key LIKE '%/users/' || {0} || '/%'"),
        // Names alone come first, while the ids beside them still tell whose they are.
        (
            "チェックリストの開始者",
            "UPDATE incidents SET opened_by_name = {1} WHERE id IN (SELECT incident_id FROM incident_events WHERE number = 1 AND by_id = {0})"
        ),
        (
            "手順を済ませた人",
            "UPDATE incident_steps SET settled_by_name = {1} WHERE settled_by_name IN "
                + "(SELECT name FROM incident_members m WHERE m.incident_id = incident_steps.incident_id AND m.person_id = {0})"
        ),
        (
            "台帳の経過",
            "UPDATE account_events SET by_name = {1} WHERE notice_id IN (SELECT notice_id FROM notice_events WHERE by_id = {0}) "
                + "AND by_name IN (SELECT by_name FROM notice_events WHERE by_id = {0})"
        ),
        ("届出", "UPDATE notices SET submitter_id = {2}, submitter_name = {1} WHERE submitter_id = {0}"),
        ("届出の経過", "UPDATE notice_events SET by_id = {2}, by_name = {1} WHERE by_id = {0}"),
        ("質問", "UPDATE tickets SET asked_by_id = {2}, asked_by_name = {1} WHERE asked_by_id = {0}"),
        ("質問の担当", "UPDATE tickets SET assignee_id = {2}, assignee_name = {1} WHERE assignee_id = {0}"),
        (
            "質問から加えた知識",
            "UPDATE supplements SET by_name = {1} WHERE ticket_id IN (SELECT ticket_id FROM ticket_events WHERE by_id = {0}) "
                + "AND by_name IN (SELECT by_name FROM ticket_events WHERE by_id = {0})"
        ),
        ("質問の経過", "UPDATE ticket_events SET by_id = {2}, by_name = {1} WHERE by_id = {0}"),
        ("手順の担当", "UPDATE incident_steps SET assignee_id = {2}, assignee_name = {1} WHERE assignee_id = {0}"),
        ("チェックリストの参加", "UPDATE incident_members SET person_id = {2}, name = {1} WHERE person_id = {0}"),
        ("チェックリストの経過", "UPDATE incident_events SET by_id = {2}, by_name = {1} WHERE by_id = {0}"),
        ("台帳のお知らせ先", "UPDATE accounts SET operator_id = NULL WHERE operator_id = {0}"),
        ("定期のお知らせ先", "UPDATE duties SET person_id = NULL WHERE person_id = {0}"),
    ];

    /// <summary>Whose name this is: the channel's ids of the people who are stored under it.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(Database database, string name, CancellationToken cancellationToken) =>
        [
            .. (
                await database
                    .KnownConversations.Where(chat => chat.Name == name && chat.PersonId != null)
                    .Select(chat => chat.PersonId!)
                    .Union(database.Notices.Where(notice => notice.SubmitterName == name).Select(notice => notice.SubmitterId))
                    .Union(database.NoticeEvents.Where(happened => happened.ByName == name).Select(happened => happened.ById))
                    .Union(database.TicketEvents.Where(happened => happened.ByName == name).Select(happened => happened.ById))
                    .Union(database.Tickets.Where(ticket => ticket.AskedByName == name).Select(ticket => ticket.AskedById))
                    .Union(database.IncidentMembers.Where(member => member.Name == name).Select(member => member.PersonId))
                    .ToListAsync(cancellationToken)
            ).Order(StringComparer.Ordinal),
        ];

    /// <param name="person">The channel's id of the person.</param>
    /// <returns>How many rows of what were changed or deleted; all of it or, with an exception, nothing.</returns>
    public static async Task<IReadOnlyList<(string What, int Rows)>> RunAsync(
        Database database,
        string person,
        CancellationToken cancellationToken
    )
    {
        var nobody = $"forgotten:{Guid.NewGuid():N}";
        var changed = new List<(string, int)>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (what, sql) in Steps)
            if (await database.Database.ExecuteSqlRawAsync(sql, [person, Nobody, nobody], cancellationToken) is > 0 and var rows)
                changed.Add((what, rows));
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }
}
