using AdaptiveCards;

namespace GuidelineBot.Cards;

/// <summary>Links to files, and the way back.</summary>
public static class DownloadCard
{
    public sealed record Link(string Title, string Url);

    /// <param name="About">What the files are about, in one line.</param>
    public sealed record Model(string Title, string About, IReadOnlyList<Link> Links, int Minutes, Start Back)
    {
        /// <summary>Hands the files over in the chat, where that can be.</summary>
        public Start? Send { get; init; }
    }

    public static AdaptiveCard Render(Model model) =>
        Sheet.New(
            $"{model.Title}のリンクです。{model.Minutes}分以内に開いてください。",
            [
                Sheet.Title(model.Title),
                Plain.Text(model.About),
                Plain.Subtle($"リンクは{model.Minutes}分で使えなくなります。ほかの人には渡さないでください。"),
                .. Press.Sets([
                    .. model.Links.Select(link => new AdaptiveOpenUrlAction { Title = link.Title, Url = new Uri(link.Url) }),
                    .. model.Send is { } send ? [send.ToButton()] : Array.Empty<AdaptiveAction>(),
                    model.Back.ToButton(),
                ]),
            ]
        );
}
