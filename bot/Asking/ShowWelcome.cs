using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>The bot was installed, or somebody said hello.</summary>
internal sealed class ShowWelcome(LiveKnowledge knowledge) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var guideline = knowledge.Current.Own;
        var model = new WelcomeCard.Model(
            "ガイドラインボット",
            guideline.Name,
            guideline.Revision,
            ["インスタを始めるには何をすればいい？", "パスワードはどれくらいの頻度で変える？", "投稿が炎上したらどうする？"],
            "ご質問の文は、お名前を付けずに記録し、ガイドラインの改善に使います。個人情報は書かないでください。"
        )
        {
            Starts = [new Start("届出・申請", NoticesCard.OpenVerb)],
        };
        return Task.FromResult<Reply>(new Reply.Show(WelcomeCard.Render(model), $"{model.BotName}です。{model.Introduction}"));
    }
}
