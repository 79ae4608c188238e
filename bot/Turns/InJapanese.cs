using System.Globalization;
using Microsoft.Bot.Builder;

namespace GuidelineBot.Turns;

/// <summary>
/// The bot speaks Japanese, whatever language the client is set to: the SDK takes the culture from the activity's locale, where it would
/// decide how dates are read and numbers written, down to the database's driver; and a made-up one is a culture, too.
/// </summary>
internal sealed class InJapanese : Microsoft.Bot.Builder.IMiddleware
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        turnContext.Activity.Locale = Japanese.Name;
        CultureInfo.CurrentCulture = Japanese;
        return next(cancellationToken);
    }
}
