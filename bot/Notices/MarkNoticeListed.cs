using GuidelineBot.Accounts;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>The office has put the account of an accepted notice on the website's list, or taken it off (4②).</summary>
internal sealed class MarkNoticeListed(NoticeDesk desk, NoticeCards cards, NoticeNextSteps next, AccountEdits accounts, NoticeList lists)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<NoticeCard.NoticeRef>();
        if (await desk.FindAsync(turn, asked.Notice, cancellationToken) is not { } notice)
            return OpenNotice.Unknown;
        var reader = await cards.ReaderAsync(turn, cancellationToken);
        if (!reader.Is(NoticeSteps.Deciders(notice)) || await next.ListOfAsync(notice, cancellationToken) is not var (wanted, _))
            return await cards.RefusedAsync(
                turn,
                notice,
                notice.Version,
                "この届出では、その操作はできません。",
                asked.List,
                cancellationToken
            );
        await accounts.MarkListedAsync(turn.Key, notice.AccountId!.Value, wanted, turn.From.Actor, cancellationToken);
        await desk.HoldCardAsync(turn, notice, isForm: false, cancellationToken);
        var told = wanted ? "一覧に掲載したことを記録しました。" : "一覧から外したことを記録しました。";
        var now = await desk.FindAsync(turn, asked.Notice, cancellationToken) ?? notice;
        return new Reply.Update(NoticeCard.Render(await cards.ForAsync(turn, now, told, asked.List, cancellationToken)))
        {
            ForEveryone = await lists.AgainAsync(turn, asked.List, cancellationToken),
        };
    }
}
