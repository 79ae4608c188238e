using DocumentFormat.OpenXml.Packaging;
using MimeKit;

namespace GuidelineBot.Tests.Notices;

/// <summary>A paper's way: what a person says, and what has to become of it.</summary>
/// <param name="Fields">What the form cannot know from the sentence or the usual values.</param>
/// <param name="Copy">Who gets a copy (6②エ); null for the papers of 6①.</param>
/// <param name="Decision">The step by which it is granted.</param>
internal sealed record EndToEndPaper(
    string Sentence,
    Dictionary<string, string> Fields,
    string Number,
    string Title,
    string To,
    string? Copy,
    string[] Files,
    string Decision
)
{
    private static readonly string Papers = Path.Combine(Browser.Machine.Repository, "artifacts", "papers");

    public const string Koho = "koho@example.jp";
    public const string Network = "network@example.jp";

    public static readonly EndToEndPaper[] All =
    [
        new(
            "来月1日から観光課でTikTok始めます、担当は岡本健",
            new(),
            "令和8年度 開始 第1号",
            "様式1　ソーシャルメディア利用開始届出書",
            Koho,
            Network,
            ["開始届_令和8年度_開始_第1号.docx", "運用ポリシー案_令和8年度_開始_第1号.docx", "利用規約案_令和8年度_開始_第1号.docx"],
            "受理"
        ),
        new(
            "観光課のTikTok、12月15日から担当が岡本健から藤原花子に変わります",
            new(),
            "令和8年度 変更 第1号",
            "様式2　ソーシャルメディア利用担当者変更届出書",
            Koho,
            Network,
            ["変更届_令和8年度_変更_第1号.docx"],
            "受理"
        ),
        new(
            "観光課のTikTokを年度末でやめます、担当は藤原花子です",
            new(),
            "令和8年度 終了 第1号",
            "様式3　ソーシャルメディア利用終了届出書",
            Koho,
            Network,
            ["終了届_令和8年度_終了_第1号.docx"],
            "受理"
        ),
        new(
            "観光課の岡本健です。YouTubeを見たいので閲覧解除を申請します",
            new() { ["f_url"] = "https://www.youtube.com/" },
            "令和8年度 閲覧解除 第1号",
            "Webページの閲覧解除申請書",
            Network,
            null,
            ["閲覧解除申請_令和8年度_閲覧解除_第1号.docx"],
            "許可"
        ),
        new(
            "観光課の岡本健です。YouTubeの閲覧解除が要らなくなったので廃止届を出します",
            new() { ["f_url"] = "https://www.youtube.com/", ["f_endDate"] = "2026-11-30" },
            "令和8年度 解除廃止 第1号",
            "Webページの閲覧解除廃止届",
            Network,
            null,
            ["閲覧解除廃止届_令和8年度_解除廃止_第1号.docx"],
            "受理"
        ),
    ];

    /// <param name="mark">How the subject begins.</param>
    public void AssertIsIn(MimeMessage mail, string mark, string opening)
    {
        Assert.StartsWith($"{mark}{Number}　", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith(opening, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(Files, mail.Attachments.OfType<MimePart>().Select(part => part.FileName));
        foreach (var part in mail.Attachments.OfType<MimePart>())
        {
            using var content = new MemoryStream();
            part.Content!.DecodeTo(content);
            // For whoever wants to look at the pages.
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Papers).FullName, part.FileName!), content.ToArray());
            using var document = WordprocessingDocument.Open(content, isEditable: false);
            Assert.Contains("観光課", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }
    }
}
