namespace GuidelineBot.Knowledge.Understanding;

/// <content>Acts that ask to look a post over.</content>
internal sealed partial class ActReader
{
    /// <summary>Of a request with the text plainly behind it.</summary>
    private const double SureBesideText = 0.3;

    /// <summary>The text of a post to look over; empty where it is still to come; null where it is about none.</summary>
    private string? Post(string message, Situation situation, Prior prior)
    {
        if (
            posts.In(message, words => IsCheck(words, situation, prior, Sure), words => IsCheck(words, situation, prior, SureBesideText)) is
            { } post
        )
            // Whoever was asked for a text, and does not ask again, sends it.
            if (post.Length > 0 || situation.Post == PostTalk.None || situation.Post == PostTalk.Awaited && Signs.NamesCheck(message))
                return post;
        // 「これも。「…」」, 「じゃあこっちは？「…」」
        if (situation.Post == PostTalk.Checked && PostInMessage.Quotation(message) is { } quoted)
            return quoted;
        if (situation.Post == PostTalk.None || message.Length < 15 || Signs.Asks(message))
            return null;
        if (PostLooks.Like(message))
            return message.Trim();
        // Whoever was asked for a text may have come to report trouble instead; that must never be looked over as one.
        var p = model.Predict(message, prior.Of);
        return
            situation.Post == PostTalk.Awaited
            && !p.MaxBy(pair => pair.Value).Key.StartsWith("talk:", StringComparison.Ordinal)
            && IncidentOf(message, p, asks: false, situation) is null
            ? message.Trim()
            : null;
    }

    private bool IsCheck(string words, Situation situation, Prior prior, double needed)
    {
        if (understander.Command(words) == Route.DraftCheck)
            return true;
        // Where a paper is open or an incident runs, a post is looked over only where that is what is said.
        var isBusy = situation is { Post: PostTalk.None } and not { Draft: null, Incident: null };
        if (!Signs.BearOut("check:ask", words) || isBusy && !Signs.NamesCheck(words))
            return false;
        var p = model.Predict(words, prior.Of);
        return p.GetValueOrDefault("check:ask") + p.GetValueOrDefault("check:again") > needed;
    }
}
