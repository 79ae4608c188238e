using GuidelineBot.Cards;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Tickets;

/// <summary>By when a question can be expected to be answered: so many working days as <c>offices.md</c> says.</summary>
internal sealed class TicketPromise(LiveKnowledge knowledge, TimeProvider clock)
{
    /// <returns>Empty where the office promises nothing.</returns>
    public string For(DateTimeOffset asked) =>
        knowledge.Current.Offices.AnswersWithin is { } days ? $"{Wareki.Day(Due(asked, days))}までに回答の見込み" : "";

    private DateOnly Due(DateTimeOffset asked, int days) =>
        JapaneseDates.Find($"{days}営業日後", DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(asked, clock.LocalTimeZone).DateTime))[0].Date;
}
