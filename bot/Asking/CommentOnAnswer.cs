using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Someone added a comment to their rating.</summary>
internal sealed class CommentOnAnswer(AnswerCards cards, Feedback feedback) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var remark = turn.Read<AnswerCard.Remark>();
        if (cards.Open(remark.Clause, remark.Question) is not { } model)
            return new Reply.Say("この条文は今のガイドラインにはありません。");

        // A sentence leaves the card as it is, and with it what was typed.
        var comment = remark.Comment?.Trim() ?? "";
        if (comment.Length == 0)
            return new Reply.Say("コメントが空です。お気付きの点をお書きになってから、もう一度「送信」を押してください。");
        if (comment.Length > AnswerCard.LongestComment)
            return new Reply.Say($"コメントが{comment.Length}文字あります。{AnswerCard.LongestComment}文字以内に短くしてください。");

        await feedback.AddAsync(turn, remark.Question, remark.Clause, remark.Helpful, comment, cancellationToken);
        return cards.Rated(
            model with
            {
                Rated = remark.Helpful ? AnswerCard.Rating.Helpful : AnswerCard.Rating.NotHelpful,
                Commented = true,
            },
            turn
        );
    }
}
