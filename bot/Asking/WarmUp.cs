using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Newtonsoft.Json;

namespace GuidelineBot.Asking;

/// <summary>Goes the way of an answer once, while the knowledge is still loading, so that the first person does not wait for the compiler.</summary>
internal sealed class WarmUp(RecentQuestions recent) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        async () =>
        {
            await recent.FindAsync("", "", stoppingToken);
            var model = new AnswerCard.Model("0", "0", ["0"], [[new AnswerCard.Run("0", Emphasised: true)]], "0", "0")
            {
                Question = "0",
                Related = [new ClauseLink("0", "0", "0")],
                Terms = [new AnswerCard.Term("0", "0", "0")],
            };
            JsonConvert.SerializeObject(ReplyWriter.Answer(new Reply.Redraw(AnswerCard.Render(model))));
        },
        stoppingToken);
}
