using System.Text.Json.Nodes;
using GuidelineBot.Cards;
using GuidelineBot.Notices;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tickets;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Turns;

/// <summary>Who may press what: each verb has an entry here, and the entry is true.</summary>
public sealed class RightsTests
{
    private const Roles Staff = Roles.None;

    private enum Thing
    {
        None,
        Draft,
        Notice,
        Incident,
        Ticket,
    }

    /// <summary>The roles that the edge asks for, and the thing that must be the person's own (or be for the person to decide).</summary>
    private static readonly Dictionary<string, (Roles Roles, Thing Own)> Rights = new()
    {
        ["accounts.edit"] = (Roles.Reviewer | Roles.Administrator, Thing.None),
        ["accounts.export"] = (Roles.Reviewer | Roles.Administrator, Thing.None),
        ["accounts.find"] = (Staff, Thing.None),
        ["accounts.list"] = (Roles.Reviewer | Roles.Administrator, Thing.None),
        ["accounts.open"] = (Staff, Thing.None),
        ["accounts.page"] = (Staff, Thing.None),
        ["accounts.save"] = (Roles.Reviewer | Roles.Administrator, Thing.None),
        ["approval.approve"] = (Staff, Thing.None),
        ["approval.ask"] = (Staff, Thing.None),
        ["approval.compare"] = (Staff, Thing.None),
        ["approval.form"] = (Staff, Thing.None),
        ["approval.return"] = (Staff, Thing.None),
        ["ask.comment"] = (Staff, Thing.None),
        ["ask.escalate"] = (Staff, Thing.None),
        ["ask.escalate.cancel"] = (Staff, Thing.None),
        ["ask.escalate.send"] = (Staff, Thing.None),
        ["ask.example"] = (Staff, Thing.None),
        ["ask.none"] = (Staff, Thing.None),
        ["ask.open"] = (Staff, Thing.None),
        ["ask.rate"] = (Staff, Thing.None),
        ["contacts.confirm"] = (Roles.Reviewer, Thing.None),
        ["contacts.edit"] = (Roles.Reviewer, Thing.None),
        ["contacts.open"] = (Roles.Reviewer, Thing.None),
        ["contacts.remove"] = (Roles.Reviewer, Thing.None),
        ["contacts.save"] = (Roles.Reviewer, Thing.None),
        ["contents.open"] = (Staff, Thing.None),
        ["deliveries.page"] = (Roles.Administrator, Thing.None),
        ["deliveries.resend"] = (Roles.Administrator, Thing.None),
        ["deputy.appoint"] = (Staff, Thing.None),
        ["deputy.end"] = (Staff, Thing.None),
        ["deputy.open"] = (Staff, Thing.None),
        ["draft-check.check"] = (Staff, Thing.None),
        ["draft-check.form"] = (Staff, Thing.None),
        ["draft-check.keep"] = (Staff, Thing.None),
        ["draft-check.mend"] = (Staff, Thing.None),
        ["drill.list"] = (Staff, Thing.None),
        ["drill.picture"] = (Staff, Thing.Incident),
        ["drill.plan"] = (Staff, Thing.None),
        ["drill.plan.off"] = (Staff, Thing.None),
        ["drill.plan.save"] = (Staff, Thing.None),
        ["drill.start"] = (Staff, Thing.None),
        ["duty.done"] = (Staff, Thing.None),
        ["handover.find"] = (Staff, Thing.None),
        ["handover.submit"] = (Staff, Thing.None),
        ["help.open"] = (Staff, Thing.None),
        ["incident.act"] = (Staff, Thing.Incident),
        ["incident.begin"] = (Staff, Thing.None),
        ["incident.call"] = (Staff, Thing.Incident),
        ["incident.close"] = (Staff, Thing.Incident),
        ["incident.closing"] = (Staff, Thing.Incident),
        ["incident.edit"] = (Staff, Thing.Incident),
        ["incident.followed"] = (Staff, Thing.Incident),
        ["incident.invite"] = (Staff, Thing.Incident),
        ["incident.keep"] = (Staff, Thing.Incident),
        ["incident.mistaken"] = (Staff, Thing.Incident),
        ["incident.prove"] = (Staff, Thing.Incident),
        ["incident.retract"] = (Staff, Thing.Incident),
        ["incident.which"] = (Staff, Thing.Incident),
        ["incident.hand"] = (Staff, Thing.Incident),
        ["incident.list"] = (Staff, Thing.None),
        ["incident.open"] = (Staff, Thing.Incident),
        ["incident.papers"] = (Staff, Thing.Incident),
        ["incident.reopen"] = (Staff, Thing.Incident),
        ["incident.report"] = (Staff, Thing.Incident),
        ["incident.review"] = (Staff, Thing.Incident),
        ["incident.review.save"] = (Staff, Thing.Incident),
        ["incident.role"] = (Staff, Thing.Incident),
        ["incident.save"] = (Staff, Thing.Incident),
        ["incident.share"] = (Staff, Thing.Incident),
        ["incident.snooze"] = (Staff, Thing.Incident),
        ["incident.start"] = (Staff, Thing.None),
        ["incident.status"] = (Staff, Thing.Incident),
        ["incident.step"] = (Staff, Thing.Incident),
        ["incident.team"] = (Staff, Thing.Incident),
        ["incident.timeline"] = (Staff, Thing.Incident),
        ["incident.write"] = (Staff, Thing.Incident),
        ["insights.file"] = (Roles.Reviewer | Roles.Administrator, Thing.None),
        ["insights.month"] = (Roles.Reviewer | Roles.Administrator, Thing.None),
        ["kept-post.list"] = (Staff, Thing.None),
        ["kept-post.open"] = (Staff, Thing.None),
        ["kept-post.remove"] = (Staff, Thing.None),
        ["notices.ask"] = (Staff, Thing.None),
        ["notices.decide"] = (Staff, Thing.None),
        ["notices.show"] = (Staff, Thing.None),
        ["notice.decide"] = (Staff, Thing.Notice),
        ["notice.drafts"] = (Staff, Thing.None),
        ["notice.file.remove"] = (Staff, Thing.None),
        ["notice.form"] = (Staff, Thing.Draft),
        ["notice.form.cancel"] = (Staff, Thing.Draft),
        ["notice.form.drop"] = (Staff, Thing.Draft),
        ["notice.form.save"] = (Staff, Thing.Draft),
        ["notice.listed"] = (Staff, Thing.Notice),
        ["notice.list"] = (Staff, Thing.None),
        ["notice.papers"] = (Staff, Thing.Notice),
        ["notice.papers.send"] = (Staff, Thing.Notice),
        ["notice.reason"] = (Staff, Thing.Notice),
        ["notice.redo"] = (Staff, Thing.Notice),
        ["notice.show"] = (Staff, Thing.Notice),
        ["notice.start"] = (Staff, Thing.None),
        ["notice.submit"] = (Staff, Thing.Draft),
        ["notices.open"] = (Staff, Thing.None),
        ["procedure.open"] = (Staff, Thing.None),
        ["stocktake.open"] = (Staff, Thing.None),
        ["stocktake.save"] = (Staff, Thing.None),
        ["stocktakes.begin"] = (Roles.Reviewer | Roles.Administrator, Thing.None),
        ["stocktakes.export"] = (Roles.Reviewer | Roles.Administrator, Thing.None),
        ["stocktakes.page"] = (Staff, Thing.None),
        ["ticket.answer"] = (Roles.Reviewer, Thing.None),
        ["revision.page"] = (Staff, Thing.None),
        ["ticket.assign"] = (Roles.Reviewer, Thing.None),
        ["ticket.close"] = (Staff, Thing.Ticket),
        ["ticket.follow"] = (Staff, Thing.Ticket),
        ["ticket.form"] = (Roles.Reviewer, Thing.None),
        ["ticket.hand"] = (Roles.Reviewer, Thing.None),
        ["ticket.open"] = (Roles.Reviewer, Thing.None),
        ["ticket.take"] = (Roles.Reviewer, Thing.None),
        ["ticket.teach"] = (Roles.Reviewer, Thing.None),
        ["ticket.teach.save"] = (Roles.Reviewer, Thing.None),
        ["ticket.unteach"] = (Roles.Reviewer, Thing.None),
        ["tickets.own"] = (Staff, Thing.None),
        ["tickets.own.show"] = (Staff, Thing.Ticket),
        ["unanswered.form"] = (Roles.Reviewer, Thing.None),
        ["unanswered.page"] = (Roles.Reviewer, Thing.None),
        ["unanswered.teach"] = (Roles.Reviewer, Thing.None),
        ["tickets.page"] = (Roles.Reviewer, Thing.None),
    };

    [Fact]
    public async Task Every_verb_has_an_entry_and_the_edge_asks_for_its_roles()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Equal(
            Rights.Select(right => (right.Key, right.Value.Roles)).Order(),
            bot.Services.GetRequiredService<Routes>().Presses.Select(press => (press.Key, press.Value.For)).Order()
        );
    }

    [Fact]
    public async Task A_press_for_a_role_is_refused_to_everybody_else()
    {
        await using var bot = await BotHost.StartAsync();
        foreach (var (verb, _) in Rights.Where(right => right.Value.Roles != Staff))
        {
            var answer = (await ForgedAsync(bot, verb, []))["value"]!.ToString();
            Assert.StartsWith("この操作は、", answer, StringComparison.Ordinal);
            Assert.EndsWith("だけが行えます。", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_press_on_what_is_somebody_elses_changes_and_shows_nothing()
    {
        await using var bot = await BotHost.StartAsync();
        var notice = await Filed.EndAsync(bot, "sato");
        var incident = await bot.StartAsync(person: "sato", conversation: "a:sato");
        var draft = await Filed.DraftAsync(bot, "sato");
        await IncidentBot.PressAsync(
            bot,
            EscalateCard.SendVerb,
            new JsonObject { ["question"] = "おかやま花だよりの質問" },
            "sato",
            "a:sato"
        );
        await using var database = bot.Open();
        var ticket = (await database.Tickets.SingleAsync()).Id;
        foreach (var (verb, right) in Rights.Where(right => right.Value.Own != Thing.None))
        {
            var answer = (
                await ForgedAsync(
                    bot,
                    verb,
                    new JsonObject
                    {
                        ["draft"] = draft.Id.ToString(),
                        ["part"] = 0,
                        ["to"] = right.Own == Thing.Draft ? JsonValue.Create(0) : JsonValue.Create("29:user-sato"),
                        ["version"] = right.Own == Thing.Draft ? 1 : notice.Version,
                        ["notice"] = notice.Id.ToString(),
                        ["step"] = right.Own == Thing.Incident ? "hold" : "withdrawn",
                        ["reason"] = "理由",
                        ["incident"] = incident,
                        ["ticket"] = ticket.ToString(),
                        ["does"] = "done",
                        ["number"] = 0,
                        ["text"] = "文",
                        ["takes"] = "lead",
                        ["minutes"] = 10,
                        ["entry"] = 1,
                        ["numbers"] = new JsonArray(1),
                        ["followUp"] = Guid.Empty.ToString(),
                        ["words"] = "文",
                        ["message"] = "first",
                        ["contact"] = Guid.Empty.ToString(),
                        ["link"] = "",
                        ["author"] = "",
                        ["authorId"] = "",
                    }
                )
            )["value"]!.ToString();
            Assert.DoesNotContain("おかやま花だより", answer, StringComparison.Ordinal);
            Assert.True(answer.Contains("見つか", StringComparison.Ordinal), $"{verb}: {answer}");
        }
        Assert.Single(await bot.TimelineAsync(incident));
        Assert.Equal(NoticeStatus.Submitted, (await database.Notices.FindAsync(notice.Id))!.Status);
    }

    /// <summary>By somebody without any role, in a chat of their own.</summary>
    private static Task<JsonNode> ForgedAsync(BotHost bot, string verb, JsonObject data) =>
        IncidentBot.PressAsync(bot, verb, data, "tanaka", "a:tanaka");
}
