namespace GuidelineBot.Knowledge.Understanding;

/// <content>Acts that ask to look a post over.</content>
internal sealed partial class ActReader
{
    /// <summary>Of a request with the text plainly behind it.</summary>
    private const double SureBesideText = 0.3;

    /// <summary>The text of a post to look over; empty where it is still to come; null where it is about none.</summary>
    private string? Post(string message, Situation situation, Prior prior)
    {
        if (posts.In(message, words => IsCheck(words, prior, Sure), words => IsCheck(words, prior, SureBesideText)) is { } post)
            return post.Length > 0 || situation.Post != PostTalk.Checked ? post : null;
        if (situation.Post == PostTalk.None || message.Length < 15 || Signs.Asks(message))
            return null;
        var top = model.Predict(message, prior.Of).MaxBy(pair => pair.Value);
        return situation.Post == PostTalk.Awaited && !top.Key.StartsWith("talk:", StringComparison.Ordinal) || PostLooks.Like(message)
            ? message.Trim()
            : null;
    }

    private bool IsCheck(string words, Prior prior, double needed)
    {
        if (understander.Command(words) == Route.DraftCheck)
            return true;
        var p = model.Predict(words, prior.Of);
        return p.GetValueOrDefault("check:ask") + p.GetValueOrDefault("check:again") > needed;
    }
}
