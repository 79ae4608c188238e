using AdaptiveCards;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Notices;

/// <summary>The last look at a draft: what is wrong with it, and who is to approve it, where somebody has to.</summary>
internal sealed class NoticeConfirmation(
    NoticeDesk desk,
    NoticeViews views,
    NoticeChiefs chiefs,
    AccountChoices accounts,
    NoticeAttachments attachments
)
{
    /// <param name="name">Of the chief, as it was entered; null for the one to begin with.</param>
    /// <param name="found">What came of it.</param>
    public async Task<NoticeConfirmCard.Model> ModelAsync(
        Turn turn,
        NoticeDraft draft,
        CancellationToken cancellationToken,
        string? name = null,
        FoundChief? found = null
    )
    {
        var model = views.Confirm(draft, await desk.CheckAsync(draft, cancellationToken));
        if ((await accounts.OfAsync(turn, draft.Kind, draft.Fields, cancellationToken)).Meant is { } meant)
            model = model with
            {
                Remarks = [.. model.Remarks, $"{NoticeForms.Meant(draft, meant)}「台帳の名前にする」を押してください。"],
                Meant = meant.Id.ToString(),
            };
        if (await attachments.OfDraftAsync(draft, cancellationToken) is { Count: > 0 } files)
            model = model with { Rows = [.. model.Rows, new("添付ファイル", NoticeAttachments.Names(files))] };
        return !desk.NeedsApproval
            ? model
            : model with
            {
                Approver = new NoticeConfirmCard.Chief(
                    name ?? await chiefs.ProposedAsync(turn, draft, cancellationToken),
                    [.. found?.Choices.Select(person => new Choice(person.Id, person.Name)) ?? []],
                    found?.Error
                ),
            };
    }

    public async Task<AdaptiveCard> CardAsync(Turn turn, NoticeDraft draft, CancellationToken cancellationToken) =>
        NoticeConfirmCard.Render(await ModelAsync(turn, draft, cancellationToken));
}
