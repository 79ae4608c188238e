using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBot.Knowledge.Reading;

namespace GuidelineBot.Knowledge.Loading;

/// <summary><c>offices.md</c>: a <see cref="PartFile"/> with a part for the city, for each office and for each <see cref="Demand"/>.</summary>
internal static partial class OfficesFile
{
    private const string TheCity = "city";
    private const string PublicRelations = "public-relations";
    private const string NetworkAdministrator = "network-administrator";

    private static readonly Dictionary<string, Demand> Demands = new()
    {
        ["file-each-account"] = Demand.FileEachAccount,
        ["share-copies"] = Demand.ShareCopies,
        ["change-password"] = Demand.ChangePassword,
        ["end-unblocking"] = Demand.EndUnblocking,
        ["keep-list"] = Demand.KeepList,
    };

    /// <summary>Where the file names no office, sentences speak of one in general.</summary>
    public static Offices Read(string file, string text, IReadOnlySet<string> clauses, List<Finding> findings)
    {
        var parts = PartFile.Read(file, text, findings).Skip(1).ToDictionary(part => part.Name, StringComparer.Ordinal);
        foreach (
            var unknown in parts.Values.Where(part =>
                part.Name is not (TheCity or PublicRelations or NetworkAdministrator) && !Demands.ContainsKey(part.Name)
            )
        )
            Fault(
                unknown.Line,
                $"{unknown.Name} は使われません。{string.Join("、", ((string[])[TheCity, PublicRelations, NetworkAdministrator, .. Demands.Keys]))} のどれかにしてください。"
            );
        var reasons = new Dictionary<Demand, ClauseId>();
        foreach (var (name, demand) in Demands)
            if (!parts.TryGetValue(name, out var part))
                Fault(1, $"「## {name} （説明）」が必要です。");
            else if (part.Get("条項") is var clause && !clauses.Contains(clause))
                Fault(
                    part.LineOf("条項"),
                    clause.Length == 0 ? "「条項」を書いてください。" : $"条項 {clause} はガイドラインにありません。"
                );
            else
                reasons[demand] = ClauseId.Parse(clause);
        return new Offices(City(), Office(PublicRelations, "担当課"), Office(NetworkAdministrator, "ネットワーク管理者"), reasons)
        {
            AnswersWithin = Days(),
        };

        int? Days()
        {
            if (!parts.TryGetValue(PublicRelations, out var part) || part.Get("回答までの開庁日") is not { Length: > 0 } written)
                return null;
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 60)
                return days;
            Fault(part.LineOf("回答までの開庁日"), "「回答までの開庁日」は 1 から 60 までの数字で書いてください。");
            return null;
        }

        City City()
        {
            if (!parts.TryGetValue(TheCity, out var part))
            {
                Fault(1, $"「## {TheCity} （市の名）」が必要です。");
                return new City("市", "", "City");
            }
            foreach (var name in new[] { "読み", "英語" })
                if (part.Get(name).Length == 0)
                    Fault(part.Line, $"「{name}」を書いてください。");
            if (part.Get("色") is { Length: > 0 } written && !Colour().IsMatch(written))
                Fault(part.LineOf("色"), "「色」は #1F4E79 のように、# と6桁の16進数で書いてください。");
            return new City(part.Label, part.Get("読み"), part.Get("英語"))
            {
                PlaceWords = part.Words("土地のことば"),
                Colour = part.Get("色") is { Length: > 0 } colour && Colour().IsMatch(colour) ? colour : null,
            };
        }

        Office Office(string name, string otherwise)
        {
            if (!parts.TryGetValue(name, out var part))
            {
                Fault(1, $"「## {name} （部署の名）」が必要です。");
                return new Office(otherwise, otherwise);
            }
            if (part.Get("あて先").Length == 0)
                Fault(part.Line, "「あて先」を書いてください。");
            return new Office(part.Label, part.Get("あて先"));
        }

        void Fault(int line, string message) => findings.Add(new Finding(file, line, true, message));
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Colour();
}
