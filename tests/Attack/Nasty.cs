using System.Globalization;
using System.Text.Json.Nodes;

namespace GuidelineBot.Tests.Attack;

/// <summary>Values that break what was not written for them.</summary>
internal static class Nasty
{
    public static readonly string[] Texts =
    [
        "",
        " ",
        "\0",
        "\u0001\u001b[31m",
        "\r\nBcc: evil@example.jp",
        "\u202eexe.gpj",
        "\u200b\u200b\ufeff",
        "\ud83d",
        "\udf86x",
        "👨‍👩‍👧‍👦𠮷",
        "é́́́́́́",
        "ｱﾞｶﾞ",
        "①㈱㍻",
        "**太字** [押す](https://evil.example)",
        "<script>alert(1)</script>",
        "<at>全員</at>",
        "<attachment id=\"1\"></attachment>",
        "]]>&amp;&#0;",
        "{{DATE(2026-01-01)}}",
        "${x}",
        "{0}{1}",
        "%n%s",
        "' OR 1=1 --",
        "\"; DROP TABLE notices; --",
        "投稿^999 OR text:*~2 [a TO z] AND NOT (",
        "+-&&||!(){}[]^\"~*?:\\/",
        "../../../../etc/passwd",
        "C:\\CON\\NUL.docx",
        "=1+1|'cmd'!A0",
        "2099-13-45",
        "令和99年99月99日",
        "9999-12-31",
        "0001-01-01",
        "http://[::1]:99999/",
        "javascript:alert(1)",
        "https://例え。テスト/％00",
        "a@b",
        "null",
        "true",
        "-1",
        "1e999",
        "NaN",
        "２０２６年１２月３２日",
        "00000000-0000-0000-0000-000000000000",
        "ヘルプ",
        "提出する",
        "中止",
        "戻る",
        "はい",
    ];

    private static readonly string[] Markup =
    [
        "<ul><li>",
        "<div>",
        "<b><i><a href='javascript:alert(1)'>",
        "<table><tr><td>",
        "<!--",
        "<script>",
        "</div>",
        "<p class='a' class='b'>",
        "&amp;&#x3042;&notit;",
        "<img alt='花'>",
        "<at id=\"0\">",
        "<attachment id=\"1\">",
        "<span class=\"inline-compose-card\">",
        "<svg><math><annotation-xml>",
        "花まつり\n",
    ];

    /// <summary>HTML as no editor writes it, now and then of the greatest length.</summary>
    public static string Html(Random dice)
    {
        var parts = Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Markup[dice.Next(Markup.Length)]).ToArray();
        return string.Concat(Enumerable.Repeat(string.Concat(parts), dice.Next(6) == 0 ? dice.Next(1, 4_000) : dice.Next(1, 20)));
    }

    public static JsonNode? Value(Random dice) =>
        dice.Next(14) switch
        {
            0 => null,
            1 => JsonValue.Create(dice.Next(2) == 0),
            2 => JsonValue.Create(dice.Next(-2, 3)),
            3 => JsonValue.Create(dice.Next(2) == 0 ? long.MaxValue : long.MinValue),
            4 => JsonValue.Create(dice.NextDouble() * 1e300),
            5 => new JsonArray(),
            6 => new JsonObject(),
            7 => new JsonArray(Value(dice), Value(dice)),
            8 => new JsonObject { [Text(dice)] = Value(dice) },
            9 => Nested(dice.Next(1, 60)),
            10 => JsonValue.Create(new string((char)dice.Next(0x20, 0xd7ff), dice.Next(1, 30_000))),
            _ => JsonValue.Create(Text(dice)),
        };

    public static string Text(Random dice) =>
        dice.Next(3) switch
        {
            0 => Texts[dice.Next(Texts.Length)] + Texts[dice.Next(Texts.Length)],
            1 => string.Concat(Enumerable.Range(0, dice.Next(1, 40)).Select(_ => (char)dice.Next(1, 0xffff))),
            _ => Texts[dice.Next(Texts.Length)],
        };

    private static JsonNode Nested(int depth)
    {
        JsonNode inner = JsonValue.Create(depth.ToString(CultureInfo.InvariantCulture))!;
        for (; depth > 0; depth--)
            inner = depth % 2 == 0 ? new JsonArray(inner) : new JsonObject { ["a"] = inner };
        return inner;
    }
}
