using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>広報広聴課 asks for the register as a file. A bot cannot simply hand one over in Teams: it says how to get it.</summary>
internal sealed class ExplainExport : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken) => Task.FromResult<Reply>(new Reply.Say(AccountCards.MayEdit(turn.From)
        ? "ボットのサーバーで「GuidelineBot accounts export --csv 台帳.csv」を実行すると台帳のCSVが、「GuidelineBot accounts export --html 一覧.html」を実行するとウェブサイトに載せる一覧のHTMLができます。サーバーの管理者にご依頼ください。"
        : EditAccount.NotYours));
}
