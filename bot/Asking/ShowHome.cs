using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Asking;

/// <summary>The bot was installed, somebody said hello or asked for help: what one can do here, and what waits for one.</summary>
internal sealed class ShowHome(LiveKnowledge knowledge, IDbContextFactory<Database> databases, IEnumerable<IHomeRows> slices) : ITurnHandler
{
    private const string BotName = "ガイドラインボット";

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var model = await ModelAsync(turn, cancellationToken);
        var card = HomeCard.Render(model);
        return turn.Press is null ? new Reply.Show(card, HomeCard.Summary(model)) : new Reply.View(card);
    }

    private async Task<HomeCard.Model> ModelAsync(Turn turn, CancellationToken cancellationToken)
    {
        var rows = new List<HomeCard.Row>();
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
            foreach (var slice in slices)
                rows.AddRange(await slice.OfAsync(turn, database, cancellationToken));
        var guideline = knowledge.Current.Own;
        var revision = guideline.Revision.Length == 0 ? "" : $"（{guideline.Revision}）";
        return new HomeCard.Model(
            turn.Act?.Route.Name == "command:help" || turn.Press is not null ? "ヘルプ" : $"{BotName}です",
            $"「{guideline.Name}」{revision}の条文を、そのままの文でお答えします。ふだんの言葉でご質問ください。",
            rows,
            ["インスタを始めるには何をすればいい？", "パスワードはどれくらいの頻度で変える？", "投稿が炎上したらどうする？"],
            turn.From.Is(Roles.Reviewer) ? ["「ここに届ける」と入力すると、届出や質問のお知らせをこのチャットで受け取れます。"] : [],
            "ご質問の文は、お名前を付けずに記録し、ガイドラインの改善に使います。個人情報は書かないでください。"
        );
    }
}

/// <summary>What questions and the guideline itself have on the home card.</summary>
internal sealed class AskingHome : IHomeRows
{
    public Task<IReadOnlyList<HomeCard.Row>> OfAsync(Turn turn, Database database, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HomeCard.Row>>([
            .. turn.From.Is(Roles.Reviewer)
                ?
                [
                    new(
                        HomeCard.Place.More,
                        "答えられなかった質問",
                        "まとめて見て知識に加えます",
                        UnansweredCard.OpenVerb,
                        new UnansweredCard.Page(0)
                    ),
                ]
                : Array.Empty<HomeCard.Row>(),
            new(HomeCard.Place.More, "改訂内容", "前の版から変わった条文", RevisionCard.PageVerb, new RevisionCard.Page(int.MaxValue, 0)),
            new(HomeCard.Place.More, "ヘルプ", "この一覧を新しくします", HomeCard.OpenVerb),
        ]);
}
