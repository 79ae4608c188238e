using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>What one can type; every feature that is there adds its rows.</summary>
internal sealed class ShowHelp(LiveKnowledge knowledge) : ITurnHandler
{
    private static readonly HelpCard.Row[] Everyone =
    [
        new("質問を文で（例: 委託業者にパスワードを教えてもいい？）", "ガイドラインの該当する条文を、そのままの文でお示しします。"),
        new(
            "手順を尋ねる文（例: インスタを始めるときの手順は？）",
            "始めるとき、担当者が代わるとき、やめるときにすることを、順番にお示しします。"
        ),
        new("続けて質問（例: じゃあやめるときは？）", "前のご質問の続きとしてお答えします。"),
        new(
            "届出（または 来月1日から観光課でTikTok始めます、担当は岡本健）",
            "届出・申請の作成を始めます。文から読み取れることは記入済みになります。"
        ),
        new("下書き", "書きかけの届出を、どのチャットからでも再開できます。"),
        new("届出状況", "ご自分の届出がどうなっているかをご覧いただけます。"),
        new("代理", "届出の承認や受理を、期間を決めて、ほかの方に任せられます。"),
        new("投稿が炎上しています（または うちの偽アカウントがある）", "することを順にご案内し、経過を記録します。"),
        new("チェックリスト", "対応のチェックリストを始めたり、続けたりできます。"),
        new("次は？／できました／あとで", "チェックリストを、ひとつずつ会話で進めます。"),
        new("投稿チェック（続けて出す前の文を貼っても）", "出す前の文を、ガイドラインに照らして確認します。"),
        new("保存した投稿", "投稿チェックで保存した文を開けます。"),
        new("目次", "ガイドラインを章ごとにご覧いただけます。"),
        new("改訂内容", "ガイドラインの改訂で変わった条文をご覧いただけます。"),
        new("台帳", "市のアカウントを探せます。"),
        new("ヘルプ", "この表を表示します。"),
    ];

    private HelpCard.Row[] Reviewers =>
        [
            new("質問一覧", $"職員から{knowledge.Current.Offices.PublicRelations.Name}へのご質問をご覧いただき、回答できます。"),
            new("届出一覧", "提出された届出をご覧いただき、受理や差戻しができます。"),
            new("利用状況", "月ごとに、よくある質問や、答えられなかった質問をご覧いただけます。"),
            new("ここに届ける", "届出と、対応中のチェックリストのお知らせを、このチャットで受け取ります。"),
        ];

    private static readonly HelpCard.Row[] Administrators = [new("配信状況", "送れなかったお知らせをご覧いただき、再送できます。")];

    public Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var rows = (HelpCard.Row[])
            [.. Everyone, .. turn.From.Is(Roles.Reviewer) ? Reviewers : [], .. turn.From.Is(Roles.Administrator) ? Administrators : []];
        var card = HelpCard.Render(new HelpCard.Model(rows));
        return Task.FromResult<Reply>(
            turn.Press is null
                ? new Reply.Show(card, "ヘルプ: " + string.Join(" ／ ", rows.Select(row => $"「{row.Say}」→{row.Gets}")))
                : new Reply.View(card)
        );
    }
}
