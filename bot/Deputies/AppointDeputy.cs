using System.Globalization;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Deputies;

/// <summary>Somebody names who is to decide in their place, and from when to when.</summary>
internal sealed class AppointDeputy(DeputyBook book, OpenDeputies deputies) : ITurnHandler
{
    /// <summary>Longer than any leave; a date mistyped by a decade is not a deputy for life.</summary>
    private const int MostDays = 366;

    /// <summary>More would not be read.</summary>
    private const int MostChoices = 20;

    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<DeputyCard.Appoint>();
        var named = (await book.PeopleAsync(asked.Name ?? "", cancellationToken)).Where(person => person.Id != turn.From.Id).ToList();
        // What a client sends is its word only.
        var person = named is [var only] ? only : named.Find(one => one.Id == asked.To);
        var (from, until) = (Day(asked.From), Day(asked.Until));
        var error = (person, from, until) switch
        {
            (null, _, _) when string.IsNullOrWhiteSpace(asked.Name) => "代理の方のお名前をお書きください。",
            (null, _, _) when named.Count == 0 =>
                "その名前の方を、ボットはまだ知りません。ボットに一度話しかけてもらうと、決められるようになります（ご自分は選べません）。",
            (null, _, _) => $"同じように呼ばれる方が{named.Count}人います。どなたかを選んでください。",
            (_, null, _) or (_, _, null) => "始まる日と終わる日を選んでください。",
            _ when until < from => "終わる日が始まる日より前です。",
            _ when until < book.Today => "終わる日が過ぎています。",
            _ when until > from.Value.AddDays(MostDays) => "期間は1年までです。",
            _ => null,
        };
        if (error is not null)
        {
            var choices = person is null ? named.Take(MostChoices).ToList() : [];
            var form = await deputies.ModelAsync(turn, asked, choices, cancellationToken);
            return new Reply.View(DeputyCard.Render(form with { Error = error }));
        }
        await book.AppointAsync(turn, person!, from!.Value, until!.Value, cancellationToken);
        var told = $"{person!.Name}さんに代理をお願いしました（{Wareki.Day(from.Value)}から{Wareki.Day(until.Value)}まで）。";
        return OpenDeputies.Told(turn, await deputies.ModelAsync(turn, new(), [], cancellationToken) with { Told = told });
    }

    private static DateOnly? Day(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
