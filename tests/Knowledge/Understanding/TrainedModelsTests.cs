using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Loading;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge.Understanding;

public sealed class TrainedModelsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void What_was_kept_understands_as_what_was_learnt()
    {
        var folder = KnowledgeCopy.Small();
        var learnt = KnowledgeBase.Load(folder);
        KnowledgeBase.Train(folder);
        var kept = KnowledgeBase.Load(folder);

        foreach (var message in (string[])["パスワードはどれくらいで変えるの", "短縮URLって使える？", "有給の申請は？", "ヘルプ"])
        {
            var (one, other) = (learnt.Understand(message, Today), kept.Understand(message, Today));
            Assert.Equal(one.Route, other.Route);
            Assert.Equal(one.Clauses, other.Clauses);
        }
    }

    [Fact]
    public void An_edited_example_counts_although_the_file_is_there()
    {
        var folder = KnowledgeCopy.Small();
        KnowledgeBase.Train(folder);
        var before = Signature(folder);
        File.AppendAllText(Path.Combine(folder, "questions", "4.md"), "\n- 合言葉の更新は何日おき？\n");

        Assert.NotEqual(before, Signature(folder));
        Assert.Equal("5-1-d", KnowledgeBase.Load(folder).Search("合言葉の更新は何日おき？").Clauses[0].Id.ToString());
    }

    [Fact]
    public void A_calibration_does_not_make_the_file_stale()
    {
        var folder = KnowledgeCopy.Small();
        var before = Signature(folder);
        KnowledgeBase.Calibrate(folder);

        Assert.Equal(before, Signature(folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(400)]
    public void A_damaged_file_is_learnt_over(int length)
    {
        var folder = KnowledgeCopy.Small();
        KnowledgeBase.Train(folder);
        var file = Path.Combine(folder, TrainedModels.FileName);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        Assert.Equal("4-5", KnowledgeBase.Load(folder).Search("パスワードの決まりは？").Clauses[0].Id.ToString());
    }

    [Fact]
    public void A_file_with_one_bit_turned_anywhere_is_learnt_over()
    {
        var folder = KnowledgeCopy.Small();
        KnowledgeBase.Train(folder);
        var file = Path.Combine(folder, TrainedModels.FileName);
        var whole = File.ReadAllBytes(file);
        var expected = KnowledgeBase.Load(folder).Search("パスワードの決まりは？").Clauses;
        for (var part = 0; part <= 24; part++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[(damaged.Length - 1) * part / 24] ^= 0x40;
            File.WriteAllBytes(file, damaged);
            Assert.Equal(expected, KnowledgeBase.Load(folder).Search("パスワードの決まりは？").Clauses);
        }
    }

    private static string Signature(string folder) => KnowledgeText.Read(folder, new DateOnly(2026, 11, 24), []).Signature;
}
