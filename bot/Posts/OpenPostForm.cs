using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>Someone wants a post looked over: by a message, with or without the post in it, by a button, or from beside another message.</summary>
internal sealed class OpenPostForm(PostCards cards, LiveKnowledge knowledge, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        turn.Outcome.Route = Route.DraftCheck.Name;
        if (turn.Press is not null)
            return new Reply.View(PostCheckCard.Render(cards.Form()));
        var isBesideMessage = turn.Extension is not null;
        var draft = isBesideMessage ? turn.Text : turn.Act?.Text ?? "";
        var model =
            draft.Length == 0
                ? cards.Form()
                : await cards.CheckAsync(new PostCheckCard.Write(draft, ServiceIn(turn.Text, draft)), mend: false, cancellationToken);
        turn.Memory.Post = new(draft.Length == 0 ? PostTalk.Awaited : PostTalk.Checked, clock.GetUtcNow());
        return new Reply.Show(
            PostCheckCard.Render(model with { CanKeep = !isBesideMessage }),
            model.Found is { } found ? PostCheckCard.Summary(found) : "投稿チェック：出す前の文を貼ってください。"
        );
    }

    /// <summary>「インスタのキャプションを見て」 says where it will be published; what the post itself speaks of does not.</summary>
    private string ServiceIn(string message, string draft)
    {
        var request = message.Replace(draft, "", StringComparison.Ordinal);
        return knowledge.Current.Services.FirstIn(request)?.Name ?? "";
    }
}
