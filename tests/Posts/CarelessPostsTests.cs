using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Tests.Knowledge;

namespace GuidelineBot.Tests.Posts;

/// <summary>What gets into a post unnoticed (an assistant's answer, another city's words, half a number) or misleads whoever trusts it.</summary>
public sealed class CarelessPostsTests
{
    private static readonly DraftChecker Checker = KnowledgeBase.Load(KnowledgeCopy.Ours).Drafts;

    [Theory]
    [InlineData("申込みは https://www.city.mihon.lg.jp/ から", "other-city", "申込みは https://www.city.mihon.lg.jp")]
    [InlineData("桃の湯を飲むと血圧が下がります", "claim", "飲むと血圧が下がり")]
    [InlineData("不審者がいるとLINEが回ってきました", "hearsay", "LINEが回ってき")]
    [InlineData("ごみの分別にご協力を。\n#相互フォロー #ごみ", "hashtag-lure", "#相互フォロー")]
    [InlineData("姫路市民の皆さまへ。12月7日に断水します。", "other-city", "姫路市民の皆さま")]
    [InlineData("もちろんです！以下はXに投稿できる文案です。\n雪の公園です。", "ai-leftover", "もちろんです!以下はXに投稿できる文案です")]
    [InlineData("休館します。縺薙s縺ｫ縺｡縺ｯ。", "garbled", "縺薙s縺")]
    [InlineData("健診の予約は電話086-803-まで", "phone-short", "電話086-803-")]
    [InlineData("入場券を忘れると投票できません", "voting-facts", "入場券を忘れると投票できません")]
    [InlineData("停電のときは、発電機を家の中で使いましょう", "safety-facts", "発電機を家の中で使いましょう")]
    [InlineData("火事を見たら110番へ", "safety-facts", "火事を見たら110番")]
    [InlineData("落とし物の財布は、山下健太さんのものでした", "citizen-name", "山下健太さん")]
    public void It_is_found_where_it_stands(string text, string rule, string at)
    {
        var draft = new Draft(text) { Today = new DateOnly(2026, 11, 30) };
        var plain = new DraftText(draft).Plain;

        Assert.Contains((rule, at), Checker.Check(draft).Findings.Select(finding => (finding.Rule.Id, finding.In(plain))));
    }

    [Theory]
    [InlineData("玉野市と合同で開きます。玉野市の案内 https://www.city.mihon.lg.jp/")]
    [InlineData("電話は0120-123-456、0570-012-345です")]
    [InlineData("電話086-803-1000、または (086)803-1000へ")]
    [InlineData("入場券をなくしても投票できます")]
    [InlineData("全市民の皆さまに、本市からのお知らせです")]
    [InlineData("皆さまのご要望に応じて、開館時間を午後8時まで延ばします。")]
    [InlineData("必要に応じて、日程を調整いたします。詳しくは窓口へ。")]
    [InlineData("ほかにもご要望がありましたら、市長への手紙でお知らせください。")]
    [InlineData("こちらは基本計画の要約です。")]
    [InlineData("えっ??と思った方、ぜひ体験してください。")]
    [InlineData("火災や事故は消防へ、事件は110番へ。")]
    [InlineData("警察や消防（119番）への通報をためらわないでください。")]
    [InlineData("定期券をお持ちの会員様は、窓口で手続きを。")]
    [InlineData("市内にお住まいの学生さん、集まれ。")]
    [InlineData("地元市民の皆さんの協力で、花壇ができました。")]
    [InlineData("農薬より手作業が安心です。")]
    [InlineData("フォローして応募！　#プレゼント企画　当選は5名です。")]
    public void What_only_looks_like_it_is_left_alone(string text) =>
        Assert.DoesNotContain(
            Checker.Check(new Draft(text) { Today = new DateOnly(2026, 11, 30) }).Findings,
            finding => !finding.Rule.IsHint
        );
}
