using AdaptiveCards;
using GuidelineBot.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace GuidelineBot.Turns;

/// <summary>
/// Draws an answer that nobody sees, once the bot listens and while the knowledge is still being read: else whoever asks first waits for
/// the runtime to compile that, too, after the knowledge is there.
/// </summary>
internal sealed class FirstAnswer(IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not before: until then both of two cores have enough to do.
        lifetime.ApplicationStarted.Register(() => _ = Task.Run(Draw, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Draw()
    {
        var card = AnswerCard.Render(
            new AnswerCard.Model(
                "1-1",
                "1",
                ["見出し"],
                [
                    [new("本文")],
                ],
                "名称",
                "改訂"
            )
            {
                Question = "質問",
            }
        );
        var message = MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card }, "回答");
        ChannelJson.Read<Activity>(new MemoryStream(ChannelJson.Write(message)));
    }
}
