using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Loading;

/// <summary><c>services.txt</c>: one service a line, <c>X = ツイッター, Twitter | x.com, twitter.com</c>; <c>#</c> opens a comment.</summary>
internal static class ServiceFile
{
    public static ServiceBook Read(string file, string text, List<Finding> findings)
    {
        var services = new List<Service>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            var domains = line.Split('|', 2);
            var names = domains[0].Split('=', 2);
            if (names[0].Trim().Length == 0)
                findings.Add(new Finding(file, number, true, "「正式な名前 = 呼び方, 呼び方 | ドメイン」の形で書いてください。"));
            else
                services.Add(new Service(names[0].Trim(), List(names), List(domains)));
        }
        return new ServiceBook(services);
    }

    private static string[] List(string[] parts) =>
        parts.Length < 2 ? [] : parts[1].Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
