using GuidelineBot.Cards;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Handovers;

/// <summary>The form was sent: one 様式2 for each account that was chosen, all of them or none.</summary>
internal sealed class SubmitHandover(
    HandoverForm form,
    NoticeDesk desk,
    NoticeChiefs chiefs,
    HandoverTelling telling,
    IDbContextFactory<Database> databases
) : ITurnHandler
{
    private const string Reason = "人事異動のため";

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<HandoverCard.Submit>();
        var entered = new HandoverCard.Find(asked.Old, asked.New?.Trim(), asked.Section, asked.Day);
        var isFile = asked.Changes.Any(change => change.New is not null);
        if (!isFile && asked.Searched != HandoverCard.SearchedFor(entered))
            return new Reply.View(
                HandoverCard.Render(
                    await form.FoundAsync(turn, entered, cancellationToken) with
                    {
                        Told = "変更前の担当者か所属が変わったので、アカウントを探し直しました。よろしければ提出してください。",
                    }
                )
            );
        var chosen = Chosen(asked).ToList();
        var errors = Errors(asked, entered, isFile, chosen.Count).ToList();
        var found = desk.NeedsApproval ? await chiefs.FindAsync(turn, asked.Chief ?? "", null, cancellationToken) : null;
        if (found?.Error is { } unknown)
            errors.Add(unknown);
        if (errors.Count == 0)
        {
            var papers = await PapersAsync(asked, entered, chosen, cancellationToken);
            var result = await desk.SubmitAllAsync(
                turn,
                asked.Batch,
                NoticeKind.Change,
                papers,
                found?.Chief,
                (change, notices) => telling.OfSubmissionAsync(change, turn, notices, cancellationToken),
                cancellationToken
            );
            if (result is { Refusal: null, Notices: [var first, ..] })
            {
                var told = $"{result.Notices.Count}件を{await desk.SubmittedAsync(first, cancellationToken)}";
                var card = telling.Cards.Model(result.Notices, [], isOwn: true) with { Told = told };
                return new Reply.Update(NoticeBatchCard.Render(card)) { IsLive = true };
            }
            errors.Add(result.Refusal ?? "この届出は見つかりません。");
        }
        var model = await form.ModelAsync(turn, asked.Batch, asked.Changes, entered, isFile, cancellationToken);
        return new Reply.View(
            HandoverCard.Render(
                model with
                {
                    Rows = [.. model.Rows.Select(row => row with { IsChosen = chosen.Contains(row.Change) })],
                    Errors = errors,
                    Late = model.Late is null ? null : asked.Late ?? "",
                    Chief = model.Chief is null ? null : asked.Chief ?? model.Chief,
                }
            )
        );
    }

    /// <summary>What a client sends is its word only; more than a card holds was never shown.</summary>
    private static IEnumerable<HandoverCard.Change> Chosen(HandoverCard.Submit asked)
    {
        var places = (asked.Chosen ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet();
        return asked.Changes.Take(HandoverCard.MostRows).Where((_, place) => places.Contains($"{place}"));
    }

    private IEnumerable<string> Errors(HandoverCard.Submit asked, HandoverCard.Find entered, bool isFile, int chosen)
    {
        if (chosen == 0)
            yield return "届け出るアカウントを選んでください。";
        if (!isFile && string.IsNullOrWhiteSpace(entered.New))
            yield return "変更後の担当者を入力してください。";
        if (!isFile && HandoverForm.Day(entered.Day) is null)
            yield return "変更日を選んでください。";
        var isLate = isFile
            ? asked.Changes.Any(change => HandoverForm.Day(change.Day) < form.Today)
            : HandoverForm.Day(entered.Day) < form.Today;
        if (isLate && string.IsNullOrWhiteSpace(asked.Late))
            yield return "変更日が過ぎています。届出が変更のあとになった理由を入力してください。";
    }

    private async Task<IReadOnlyList<Dictionary<string, string>>> PapersAsync(
        HandoverCard.Submit asked,
        HandoverCard.Find entered,
        IReadOnlyList<HandoverCard.Change> chosen,
        CancellationToken cancellationToken
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var papers = new List<Dictionary<string, string>>();
        foreach (var change in chosen)
        {
            if (await form.WhoseAsync(database, change, entered, cancellationToken) is not var (account, old))
                continue;
            var day = change.Day ?? entered.Day ?? "";
            var fields = new Dictionary<string, string>
            {
                [FieldId.Service] = account.Service,
                [FieldId.AccountName] = account.Name,
                [FieldId.Url] = account.Url,
                [FieldId.Section] = account.Section,
                [FieldId.OldPerson] = old.Length > 0 ? old : "（台帳に記載なし）",
                [FieldId.NewPerson] = change.New ?? entered.New ?? "",
                [FieldId.ChangeDate] = day,
                [FieldId.Reason] = Reason,
                ["lateReason"] = HandoverForm.Day(day) < form.Today ? asked.Late?.Trim() ?? "" : "",
            };
            papers.Add(fields.Where(field => field.Value.Length > 0).ToDictionary());
        }
        return papers;
    }
}
