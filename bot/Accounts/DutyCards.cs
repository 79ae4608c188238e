using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;

namespace GuidelineBot.Accounts;

/// <summary>Duties made ready for their card, with the clause that asks for them.</summary>
internal sealed class DutyCards(LiveKnowledge knowledge, TimeProvider clock)
{
    /// <summary>Who sees to what concerns no person.</summary>
    public string Office => knowledge.Current.Offices.PublicRelations.Name;

    public DutyCard.Model Model(Duty duty, Account account, string? told = null)
    {
        var (kind, demand) = duty.Kind switch
        {
            DutyKind.ChangePassword => (DutyCard.Kind.Password, Demand.ChangePassword),
            DutyKind.EndUnblocking => (DutyCard.Kind.EndUnblocking, Demand.EndUnblocking),
            _ => (DutyCard.Kind.TakeOffList, Demand.KeepList),
        };
        return new DutyCard.Model(duty.Id, kind, account.Service, account.Name, account.Section, account.Url, Quote(demand))
        {
            // Nobody set a day for what is due because the account ended: it is due without delay.
            DueOn = duty.Kind == DutyKind.ChangePassword ? Day(duty.DueAt) : null,
            DoneOn = duty.DoneAt is { } done ? Day(done) : null,
            ListName = knowledge.Current.Offices.AccountList,
            Told = told ?? (duty.DoneAt is { } at ? $"済みました（{Wareki.Day(Day(at))}）。" : null),
        };
    }

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).DateTime);

    private DutyCard.Clause? Quote(Demand demand)
    {
        var own = knowledge.Current.Own;
        return knowledge.Current.Offices.ReasonOf(demand) is { } id && own.Find(id) is { } clause
            ? new DutyCard.Clause(
                clause.Label,
                ClauseQuote.Paragraphs(own, clause),
                own.Revision.Length == 0 ? $"{own.Name} " : $"{own.Name}（{own.Revision}）"
            )
            : null;
    }
}
