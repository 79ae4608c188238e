using System.Text;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Tests.Knowledge.Reading;

public sealed class FilesTests : IDisposable
{
    private const string Text = "運用方針\n令和6年4月制定\n\n1 目的\n① 表示を整えること。\n② 能力を磨くこと。\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("utf-8", false, "")]
    [InlineData("utf-8", true, "")]
    [InlineData("utf-16", true, "文字コードがUTF-16です。UTF-8で保存し直すことをお勧めします。")]
    [InlineData("utf-16BE", true, "文字コードがUTF-16です。UTF-8で保存し直すことをお勧めします。")]
    [InlineData("shift_jis", false, "文字コードがShift_JISです。UTF-8で保存し直すことをお勧めします。")]
    public void The_encodings_of_office_PCs_are_read(string name, bool hasMark, string message)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var bytes = (hasMark ? encoding.GetPreamble() : []).Concat(encoding.GetBytes(Text.Replace("\n", "\r\n", StringComparison.Ordinal)));

        var result = GuidelineReader.ReadFile(Write("library.txt", [.. bytes]));

        Assert.Equal(
            ["library:0", "library:1", "library:1-1", "library:1-2"],
            result.Guideline.Clauses.Select(clause => clause.Id.ToString())
        );
        Assert.Equal("運用方針\n令和6年4月制定", result.Guideline.Clauses[0].Text);
        Assert.Equal("令和6年4月制定", result.Guideline.Revision);
        Assert.Equal(message, string.Concat(result.Findings.Select(finding => finding.Message)));
        Assert.True(result.IsUsable);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var result = GuidelineReader.ReadFile(Write("a.txt", [0x50, 0x4B, 0x03, 0x04, 0xFF, 0xFE, 0xFD, 0x80, 0x81]));

        Assert.Contains(
            result.Findings,
            finding => finding.IsError && finding.Message.StartsWith("文字コードを判別できません。", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("guideline.txt", "4")]
    [InlineData("市民課 方針.txt", "市民課方針:4")]
    public void The_key_is_the_file_name_but_for_the_own_guideline(string file, string id)
    {
        var result = GuidelineReader.ReadFile(Write(file, Encoding.UTF8.GetBytes("方針\n4 目的")));

        Assert.Equal(id, result.Guideline.Clauses[1].Id.ToString());
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>As some programs save it: nothing at the start says so.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UTF16_without_a_byte_order_mark_is_read(bool isBigEndian)
    {
        var file = Path.Combine(folder.FullName, "sample.txt");
        File.WriteAllBytes(
            file,
            new System.Text.UnicodeEncoding(isBigEndian, byteOrderMark: false).GetBytes("見本市の要領\n\n1 目的\n\n基本を定める。\n")
        );

        var read = GuidelineReader.ReadFile(file);

        Assert.Equal("目的", read.Guideline.Clauses[1].Heading);
        Assert.Contains(read.Findings, finding => finding.Message.StartsWith("文字コードがUTF-16です", StringComparison.Ordinal));
    }
}
