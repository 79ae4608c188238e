namespace GuidelineBot.Tests.Notices.Documents;

internal static class HostileTexts
{
    /// <summary>What is typed, and what a document shall hold of it.</summary>
    public static TheoryData<string, string> All =>
        new()
        {
            { "", "" },
            { " \r\n\t ", "" },
            { new string('a', 2000), new string('a', 2000) },
            {
                "https://www.example.jp/" + new string('x', 500) + "?q=%E5%B2%A1&b=<c>",
                "https://www.example.jp/" + new string('x', 500) + "?q=%E5%B2%A1&b=<c>"
            },
            { new string('岡', 10_000), new string('岡', 10_000) },
            { string.Concat(Enumerable.Repeat("行\n", 3000)), string.Concat(Enumerable.Repeat("行\n", 3000)).TrimEnd() },
            { "祭り🎆👨‍👩‍👧𠮷野家", "祭り🎆👨‍👩‍👧𠮷野家" },
            { "a\0b\u0001c\u001bd\u007fe\u009ff", "abcdef" },
            { "半分\ud83dと\udf86反対", "半分と反対" },
            { "\ufffe終\uffff", "終" },
            { "gpj.\u202eexe\u202c\u2066x\u2069", "gpj.exex" },
            { "一\r二\r\n三\u0085四\u2028五\v六", "一\n二\n三\n四\n五\n六" },
            { "桃\t太郎", "桃 太郎" },
            { "]]></w:t></w:r><script>&amp;\"'", "]]></w:t></w:r><script>&amp;\"'" },
        };
}
