using System.Text.RegularExpressions;

namespace GuidelineBot.Accounts;

/// <summary>The people who operate an account, as one text: 「岡本 健、藤原 みのり」.</summary>
internal static partial class OperatorNames
{
    public static IReadOnlyList<string> Of(string people) =>
        [.. Between().Split(people).Select(name => name.Trim()).Where(name => name.Length > 0)];

    public static string Text(IEnumerable<string> people) => string.Join("、", people);

    /// <summary>Those of <paramref name="people"/> who are meant: by the whole name, or the only one whose name begins so (「山田」).</summary>
    public static IReadOnlyList<string> Meant(string people, string named)
    {
        var all = Of(people);
        return [.. Of(named).Select(name => Meant(all, name)).OfType<string>().Distinct()];
    }

    /// <summary>Those of <paramref name="named"/> who are not among the people.</summary>
    public static IReadOnlyList<string> Strangers(string people, string named)
    {
        var all = Of(people);
        return [.. Of(named).Where(name => Meant(all, name) is null)];
    }

    /// <summary>The others stay, in their order; whoever comes stands where the first one has left.</summary>
    /// <param name="leaving">Empty for all.</param>
    public static string Replace(string people, string leaving, string coming)
    {
        var all = Of(people);
        var gone = leaving.Trim().Length == 0 ? all : Meant(people, leaving);
        var stays = all.Except(gone).ToList();
        var place = all.TakeWhile(name => !gone.Contains(name)).Count();
        var news = Of(coming).Where(name => Meant(stays, name) is null).DistinctBy(AccountKey.Fold);
        stays.InsertRange(Math.Min(place, stays.Count), news);
        return Text(stays);
    }

    private static string? Meant(IReadOnlyList<string> all, string name)
    {
        var folded = AccountKey.Fold(name);
        if (folded.Length == 0)
            return null;
        return all.FirstOrDefault(one => AccountKey.Fold(one) == folded)
            ?? (all.Where(one => IsShort(AccountKey.Fold(one), folded)).ToList() is [var only] ? only : null);
    }

    /// <summary>One of them is the family name alone.</summary>
    private static bool IsShort(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || one.Length > 1 && other.StartsWith(one, StringComparison.Ordinal);

    [GeneratedRegex(@"[、,，／/\n]")]
    private static partial Regex Between();
}
