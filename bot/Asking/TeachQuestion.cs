using System.Security.Cryptography;
using System.Text;
using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>The form by which a group of questions becomes an example of a clause, or a question with the office's own answer.</summary>
internal sealed class OpenTeachQuestion(LiveKnowledge knowledge) : ITurnHandler
{
    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<UnansweredCard.Form>();
        // The nearest clause is the likeliest, and the first of the list where there is none.
        var nearest = knowledge.Current.Search(asked.Of).Clauses.Select(clause => clause.Id).FirstOrDefault(IsOwn, default);
        var target =
            asked.Own ? UnansweredCard.OwnAnswer
            : nearest == default ? knowledge.Current.Own.Clauses.First(clause => clause.Id.Path != "0").Id.ToString()
            : nearest.ToString();
        return Task.FromResult<Reply>(new Reply.View(Form(knowledge.Current, asked.Of, asked.Of, target, "", null)));
    }

    private bool IsOwn(ClauseId id) => knowledge.Current.Own.Find(id) is not null;

    internal static AdaptiveCards.AdaptiveCard Form(
        KnowledgeBase knowledge,
        string of,
        string question,
        string target,
        string answer,
        string? error
    ) =>
        UnansweredCard.RenderForm(
            new UnansweredCard.FormModel(
                knowledge.Offices.PublicRelations.Name,
                of,
                question,
                target,
                answer,
                [
                    .. knowledge
                        .Own.Clauses.Where(clause => clause.Id.Path != "0")
                        .Select(clause => new Choice(clause.Id.ToString(), $"{clause.Label}　{ClauseQuote.Excerpt(clause, 20)}")),
                ],
                error
            )
        );
}

/// <summary>The form was sent: from now on the bot answers such questions.</summary>
internal sealed class TeachQuestion(LiveKnowledge knowledge, Supplements supplements, ListUnanswered list, TimeProvider clock)
    : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var sent = turn.Read<UnansweredCard.Teach>();
        var (question, answer, target) = (sent.Question?.Trim() ?? "", sent.Text?.Trim() ?? "", sent.Target ?? "");
        if (Fault(question, answer, target) is { } fault)
            return new Reply.View(OpenTeachQuestion.Form(knowledge.Current, sent.Of, question, target, answer, fault));
        // The same question once more takes the place of what was made of it before.
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(sent.Of)).AsSpan(0, 16));
        var clause = target == UnansweredCard.OwnAnswer ? null : target;
        await supplements.AddAsync(
            turn.Key,
            new Supplement
            {
                TicketId = id,
                TicketNumber = $"N-{id.ToString("N")[^8..].ToUpperInvariant()}",
                At = clock.GetUtcNow(),
                By = turn.From.Actor,
                Question = question,
                Clause = clause,
                Answer = clause is null ? answer : "",
            },
            cancellationToken
        );
        return new Reply.Update(
            UnansweredCard.Render(await list.ModelAsync(0, "知識に加えました。今から答えに使います。", cancellationToken))
        );
    }

    private string? Fault(string question, string answer, string target) =>
        (question.Length, answer.Length) switch
        {
            (0 or > UnansweredCard.LongestQuestion, _) => $"質問を{UnansweredCard.LongestQuestion}文字以内でお書きください。",
            (_, 0 or > UnansweredCard.LongestText) when target == UnansweredCard.OwnAnswer =>
                $"{knowledge.Current.Offices.PublicRelations.Name}の回答を{UnansweredCard.LongestText}文字以内でお書きください。",
            _ when target != UnansweredCard.OwnAnswer
                    && !(ClauseId.TryParse(target, out var id) && knowledge.Current.Own.Find(id.Value) is not null) =>
                "答えを、一覧から選んでください。",
            _ => null,
        };
}
