using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Turns;

/// <summary>
/// Before a turn: no bot is answered, which would answer in its turn; everybody has a name; and who does not belong to the city is told so,
/// unless guests are let in (<c>Tenants:Guests</c>).
/// </summary>
internal sealed class Admission(ChatMembers members, IOptions<TenantOptions> tenants) : Microsoft.Bot.Builder.IMiddleware
{
    /// <summary>How Teams' ids of bots begin.</summary>
    private const string Bots = "28:";

    private const string ForStaff = "このボットは、職員の方だけがお使いになれます。ゲストの方は、担当の職員にお尋ねください。";

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity is { Type: ActivityTypes.Message or ActivityTypes.Invoke, From.Id: { Length: > 0 } person })
        {
            if (person.StartsWith(Bots, StringComparison.Ordinal))
                return;
            var isNameless = string.IsNullOrWhiteSpace(Typed.Name(activity.From.Name));
            await members.AskAsync(turnContext, isNameless, cancellationToken);
            if (isNameless)
                activity.From.Name = await members.NameOfAsync(activity.From, cancellationToken);
            if (members.IsOutsider(person) && !tenants.Value.Guests)
            {
                await Replies.RefuseAsync(turnContext, StatusCodes.Status403Forbidden, "Forbidden", ForStaff, cancellationToken);
                return;
            }
        }
        await next(cancellationToken);
    }
}
