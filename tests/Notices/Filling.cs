using System.Text.Json.Nodes;
using GuidelineBot.Tests.Asking;

namespace GuidelineBot.Tests.Notices;

/// <summary>Fills in form cards.</summary>
internal static class Filling
{
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["f_accountName"] = "おかやま観光",
        ["f_url"] = "https://www.tiktok.com/@okayama_kanko",
        ["f_manager"] = "観光課長 赤木花子",
        ["f_purpose"] = "観光情報の発信",
        ["f_reason"] = "観光情報の発信のため",
        ["f_content"] = "名所と催しの紹介",
        ["f_hours"] = "平日の執務時間",
        ["f_replies"] = "原則として返信しない",
        ["f_privacy"] = "法令に従って取り扱う",
        ["f_compliance"] = "誹謗中傷はご遠慮ください",
        ["f_copyright"] = "岡山市に帰属する",
        ["f_disclaimer"] = "責任を負わない",
    };

    /// <summary>More than any form has.</summary>
    private const int MostParts = 8;

    /// <summary>Goes through the parts of a form with plausible values beside those given.</summary>
    /// <returns>The confirmation card.</returns>
    public static async Task<JsonNode> FillAsync(this BotHost bot, JsonNode form, string person, Dictionary<string, string> values)
    {
        for (var part = 0; form.Titles().Contains("次へ"); part++)
        {
            // A part that is not taken comes back with the reason.
            Assert.True(part < MostParts, $"The form does not come to its end:\n{form.Words()}");
            form = (await bot.PressAsync(form, "次へ", Inputs(form, values), person))["value"]!;
        }
        return (await bot.PressAsync(form, "内容を確認する", Inputs(form, values), person))["value"]!;
    }

    /// <summary>What a card sends that nobody has touched.</summary>
    public static JsonObject Untouched(JsonNode form) =>
        new(
            form.Inputs().Select(input => KeyValuePair.Create<string, JsonNode?>(input["id"]!.ToString(), input["value"]?.ToString() ?? ""))
        );

    /// <summary>A card sends all its inputs: those with a value already keep it unless the test gives another.</summary>
    public static JsonObject Inputs(JsonNode form, Dictionary<string, string> given) =>
        new(
            form.Inputs()
                .Select(input => (Id: input["id"]!.ToString(), Value: input["value"]?.ToString() ?? ""))
                .Select(input =>
                    KeyValuePair.Create<string, JsonNode?>(
                        input.Id,
                        given.GetValueOrDefault(input.Id, input.Value.Length > 0 ? input.Value : Usual.GetValueOrDefault(input.Id, ""))
                    )
                )
        );
}
