using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Accounts;

/// <summary>Duties made ready for their card, with the clause that asks for them.</summary>
internal sealed class DutyCards(LiveKnowledge knowledge, TimeProvider clock)
{
    public DutyCard.Model Model(Duty duty, Account account, string? told = null)
    {
        var (kind, clause) = duty.Kind switch
        {
            DutyKind.ChangePassword => (DutyCard.Kind.Password, "4-5"),
            DutyKind.EndUnblocking => (DutyCard.Kind.EndUnblocking, "6-1-イ"),
            _ => (DutyCard.Kind.TakeOffList, "4-2"),
        };
        return new DutyCard.Model(duty.Id, kind, account.Service, account.Name, account.Section, account.Url, Quote(ClauseId.Parse(clause)))
        {
            // Nobody set a day for what is due because the account ended: it is due without delay.
            DueOn = duty.Kind == DutyKind.ChangePassword ? Day(duty.DueAt) : null,
            DoneOn = duty.DoneAt is { } done ? Day(done) : null,
            Told = told,
        };
    }

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).DateTime);

    private DutyCard.Clause? Quote(ClauseId id)
    {
        var own = knowledge.Current.Own;
        return own.Find(id) is { } clause
            ? new DutyCard.Clause(
                clause.Label,
                ClauseQuote.Paragraphs(own, clause),
                own.Revision.Length == 0 ? $"{own.Name} " : $"{own.Name}（{own.Revision}）"
            )
            : null;
    }
}
