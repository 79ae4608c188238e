using System.Text.Json;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Understanding;

namespace GuidelineBot.Tests.Knowledge.Understanding;

public sealed class CalibrationTests
{
    [Fact]
    public void More_for_a_clause_makes_it_more_probable()
    {
        var weak = new Evidence(Model: 0.2, Words: 0.1, Lead: 0.05, Unanswered: 0.5, Elsewhere: 0.5, Outside: 0.5, Unfamiliar: 0.6);
        var strong = new Evidence(Model: 0.9, Words: 0.6, Lead: 0.8, Unanswered: 0.02, Elsewhere: 0.01, Outside: 0.01, Unfamiliar: 0);

        Assert.True(Calibration.Default.Probability(weak) < 0.2);
        Assert.True(Calibration.Default.Probability(strong) > 0.8);
    }

    [Theory]
    [InlineData(0.5, "answer")]
    [InlineData(0.49, "candidates")]
    [InlineData(0.15, "candidates")]
    [InlineData(0.14, "none")]
    public void The_probability_decides(double probability, string route) =>
        Assert.Equal(route, Calibration.Default.Decide(probability).Name);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"weights\":[1,2],\"answer\":0.5,\"offer\":0.1}")]
    [InlineData("{\"weights\":[0,0,0,0,0,0,0,0],\"answer\":0.2,\"offer\":0.3}")]
    [InlineData("{\"weights\":[0,0,0,0,0,0,0,0],\"answer\":1.2,\"offer\":0.3}")]
    public void A_damaged_file_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Calibration.Parse(json));

    [Fact]
    public void What_is_written_is_read_again() =>
        Assert.Equal(Calibration.Default.ToString(), Calibration.Parse(Calibration.Default.ToString()).ToString());

    [Fact]
    public void A_damaged_file_is_an_error_and_the_bot_goes_on_without_it()
    {
        var folder = KnowledgeCopy.Small();
        KnowledgeCopy.Write(folder, "calibration.json", "{");

        Assert.Contains(KnowledgeBase.Check(folder), finding => finding is { File: "calibration.json", IsError: true });
        Assert.Equal(Route.Answer, KnowledgeBase.Load(folder).Search("パスワードの決まりは？").Route);
    }

    [Fact]
    public void The_folder_is_calibrated_by_messages_that_were_left_out()
    {
        var folder = KnowledgeCopy.Small();

        var report = KnowledgeBase.Calibrate(folder);

        Assert.Equal(9, report.Examples);
        Assert.InRange(report.Covered, 0, 1);
        Calibration.Parse(File.ReadAllText(Path.Combine(folder, "calibration.json")));
    }
}
