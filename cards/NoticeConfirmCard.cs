using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>The whole notice before it is submitted.</summary>
public static class NoticeConfirmCard
{
    public const string SubmitVerb = "notice.submit";

    /// <summary>Long values are cut here; the paper has them whole.</summary>
    public const int LongestValue = 300;

    /// <param name="Version">Of the draft as it was shown: what was changed elsewhere since then is not submitted unseen.</param>
    public sealed record Submit(string Draft, int Version);

    public sealed record Row(string Label, string Value);

    /// <param name="Addressee">An office's head, as papers call them</param>
    /// <param name="Problems">What has to be put right first; with any, there is no button to submit.</param>
    /// <param name="Remarks">What is worth knowing, such as 事後届出.</param>
    public sealed record Model(
        string Draft,
        int Version,
        string Title,
        string Addressee,
        IReadOnlyList<Row> Rows,
        IReadOnlyList<string> Problems,
        IReadOnlyList<string> Remarks
    );

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            model.Problems.Count == 0
                ? $"{model.Title}の内容をご確認ください。"
                : $"{model.Title}に、直すところが{model.Problems.Count}件あります。",
            [
                Sheet.Title(model.Title),
                Plain.Subtle($"あて先　{model.Addressee}"),
                .. model.Problems.Select(Sheet.Error),
                .. model.Remarks.Select(Plain.Text),
                .. Rows(model.Rows),
                .. Press.Sets([
                    .. model.Problems.Count == 0
                        ? [Press.Primary("提出する", SubmitVerb, new Submit(model.Draft, model.Version))]
                        : Array.Empty<AdaptiveAction>(),
                    Press.Button("直す", NoticeFormCard.OpenVerb, new NoticeFormCard.Open(model.Draft, 0)),
                    Press.Button("一時保存", NoticeFormCard.SaveVerb, new NoticeFormCard.Save(model.Draft, 0, NoticeFormCard.Target.Later)),
                    Press.Leave("中止", NoticeFormCard.CancelVerb, new NoticeFormCard.DraftRef(model.Draft)),
                ]),
            ]
        );

    /// <summary>Label above value: beside each other they break badly on a phone.</summary>
    public static IEnumerable<AdaptiveElement> Rows(IEnumerable<Row> rows, int longest = LongestValue) =>
        rows.Select(row => new AdaptiveContainer
        {
            Spacing = AdaptiveSpacing.Default,
            Items = [Plain.Subtle(row.Label), .. Plain.Lines(Plain.Cut(row.Value, longest))],
        });
}
