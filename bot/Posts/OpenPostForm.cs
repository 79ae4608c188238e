using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Posts;

/// <summary>
/// Someone wants a post looked over: by a message, with or without the post in it or quoted by it, by a button, or from beside another message.
/// </summary>
internal sealed partial class OpenPostForm(PostCards cards, LiveKnowledge knowledge) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        turn.Outcome.Route = Route.DraftCheck.Name;
        if (turn.Press is not null)
            return new Reply.View(PostCheckCard.Render(cards.Form()));
        var isBesideMessage = turn.Extension is not null;
        var draft =
            isBesideMessage ? turn.Text
            : turn.Act?.Text is { Length: > 0 } written ? written
            : turn.Quoted;
        var request = draft.Length == 0 ? turn.Text : turn.Text.Replace(draft, "", StringComparison.Ordinal);
        var model =
            draft.Length == 0
                ? cards.Form()
                : await cards.CheckAsync(
                    new PostCheckCard.Write(draft, ServiceIn(request)) { Before = Corrects(request) ? turn.Memory.Post?.Found : null },
                    mend: false,
                    cancellationToken
                );
        cards.Remember(turn, model);
        return new Reply.Show(
            PostCheckCard.Render(model with { CanKeep = !isBesideMessage }),
            model.Found is { } found
                ? $"{PostCheckCard.Summary(found)}{(model.Told is { } told ? $"　{told}" : "")}"
                : "投稿チェック：出す前の文を貼ってください。"
        );
    }

    /// <summary>「インスタのキャプションを見て」 says where it will be published; what the post itself speaks of does not.</summary>
    private string ServiceIn(string request) => knowledge.Current.Services.FirstIn(request)?.Name ?? "";

    /// <summary>「直しました」, 「これでどうですか」: it is the post of before once more, not another one.</summary>
    private static bool Corrects(string request) => Correction().IsMatch(request);

    [GeneratedRegex("直し|なおし|修正|訂正|変え|改め|書き直|書きなお|再度|再確認|もう一度|もういちど|もう一回|これで|今度|今回は")]
    private static partial Regex Correction();
}
