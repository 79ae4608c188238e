using GuidelineBot.Knowledge.Reading;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Loading;

/// <summary>
/// <c>services.txt</c>: one service a line, <c>X = ツイッター, Twitter | x.com, twitter.com | https://x.com/{name}</c>; <c>#</c> opens a comment.
/// </summary>
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
            var parts = line.Split('|', 3);
            var names = parts[0].Split('=', 2);
            var forms = List(parts, 2);
            if (names[0].Trim().Length == 0)
                findings.Add(new Finding(file, number, true, "「正式な名前 = 呼び方, 呼び方 | ドメイン」の形で書いてください。"));
            else if (forms.FirstOrDefault(form => !AccountAddress.IsForm(form)) is { } wrong)
                findings.Add(
                    new Finding(
                        file,
                        number,
                        true,
                        $"「{wrong}」は、https:// で始まり {AccountAddress.Name} を一つ含む形で書いてください。"
                    )
                );
            else
                services.Add(
                    new Service(names[0].Trim(), List(names, 1), List(parts, 1), [.. forms.Select(form => new AccountAddress(form))])
                );
        }
        return new ServiceBook(services);
    }

    private static string[] List(string[] parts, int place) =>
        parts.Length <= place
            ? []
            : parts[place].Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
