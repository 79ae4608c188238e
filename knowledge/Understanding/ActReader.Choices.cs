namespace GuidelineBot.Knowledge.Understanding;

/// <content>Answers to what the bot asked back, and commands in their situation.</content>
internal sealed partial class ActReader
{
    /// <summary>What was asked back is answered by a button's words, by yes and no, or by saying which.</summary>
    private Route? Chosen(string message, Situation situation)
    {
        if (situation.AskedBack.Count == 0)
            return null;
        var key = Key(message);
        if (Signs.Agrees(message) && situation.AskedBack[0].Words.StartsWith("はい", StringComparison.Ordinal))
            return situation.AskedBack[0].Route;
        if (
            Signs.Denies(message)
            && situation.AskedBack is [{ Words: var yes }, var no]
            && yes.StartsWith("はい", StringComparison.Ordinal)
        )
            return no.Route;
        if (Signs.Asks(message) || situation.Drafts.Count > 0 && Signs.GoesBack(message))
            return null;
        if (
            situation.AskedBack.FirstOrDefault(option =>
                Key(option.Words) is { Length: > 1 } words && (key == words || key.Contains(words, StringComparison.Ordinal))
            ) is
            { } named
        )
            return named.Route;
        var p = model.Predict(
            message,
            label =>
                situation.AskedBack.Any(option => option.Route.Name == label)
                || label is "talk:no" or "talk:yes" or "statement" or "notice:which" or ActModel.Question or ActModel.Outside or "draft:set"
                    ? 1
                    : 0
        );
        // 「担当者が替わるほうのです」
        if (
            Signs.PicksOut(message)
            && situation.AskedBack.MaxBy(option => p.GetValueOrDefault(option.Route.Name)) is { } picked
            && p.GetValueOrDefault(picked.Route.Name) > 0.1
        )
            return picked.Route;
        var top = p.MaxBy(pair => pair.Value);
        if (situation.AskedBack.FirstOrDefault(option => option.Route.Name == top.Key) is { } chosen && top.Value > 0.4)
            return chosen.Route;
        // 「はい捨てていいです」, 「うん、消しちゃって」
        return
            top.Key == "talk:yes"
            && (situation.AskedBack.Count == 1 || situation.AskedBack[0].Words.StartsWith("はい", StringComparison.Ordinal))
            ? situation.AskedBack[0].Route
            : null;
    }

    /// <summary>A command that means something else where an incident runs or a paper is open.</summary>
    private static Route Proper(Route command, Situation situation) =>
        command.Name switch
        {
            "command:hello" => new Route("talk:hello"),
            "command:step-next" => situation.Incident is null ? command : new Route("incident:next"),
            "command:step-done" => situation.Incident is not null ? new Route("incident:done")
            : situation.Draft is not null ? new Route("draft:show")
            : command,
            "command:step-later" => situation.Incident is not null ? new Route("incident:later")
            : situation.Draft is not null ? new Route("draft:save")
            : command,
            _ => command,
        };
}
