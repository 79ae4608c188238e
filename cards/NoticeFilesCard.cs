using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Files that were sent while a notice is filled in: what was kept with it, and what was not.</summary>
public static class NoticeFilesCard
{
    public const string RemoveVerb = "notice.file.remove";

    public sealed record Remove(string Draft, Guid File);

    public sealed record File(Guid Id, string Name);

    /// <param name="Refused">Each file with the reason.</param>
    public sealed record Model(string Draft, string Title, IReadOnlyList<File> Kept, IReadOnlyList<string> Refused)
    {
        public string? Told { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            PlainText(model),
            [
                Plain.Bold(model.Kept.Count > 0 ? "届出に添付しました。" : "添付できませんでした。"),
                .. model.Kept.Select(Kept),
                .. model.Refused.Take(12).Select(reason => Sheet.Error(Plain.Cut(reason, 200))),
                .. model.Told is { } told ? [Plain.Text(told)] : Array.Empty<AdaptiveElement>(),
                Plain.Subtle(Plain.Cut(model.Title, 80)),
                .. model.Kept.Select(file => new AdaptiveActionSet
                {
                    Actions =
                    [
                        Press.Among(
                            file.Name,
                            Press.Leave($"{Plain.Cut(file.Name, 9)}を外す", RemoveVerb, new Remove(model.Draft, file.Id))
                        ),
                    ],
                }),
                Form(model.Draft),
            ]
        );

    public static string PlainText(Model model) =>
        model.Kept.Count > 0
            ? $"届出に添付しました：{Plain.Cut(string.Join("、", model.Kept.Select(file => file.Name)), 200)}"
            : Plain.Cut($"添付できませんでした。{string.Join("　", model.Refused)}", 300);

    public static AdaptiveCard RenderGone(string draft, string told) => Sheet.New(told, [Plain.Text(told), Form(draft)]);

    private static AdaptiveRichTextBlock Kept(File file) => Plain.Named("添付", Plain.Cut(file.Name, 100));

    private static AdaptiveActionSet Form(string draft) =>
        new() { Actions = [Press.Leave("届出のフォームを開く", NoticeFormCard.OpenVerb, new NoticeFormCard.Open(draft, 0))] };
}
