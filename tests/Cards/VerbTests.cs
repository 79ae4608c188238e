using System.Reflection;
using AdaptiveCards;
using GuidelineBot.Cards;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Cards;

/// <summary>Verbs are wire names: a card sent years ago still sends them.</summary>
public sealed class VerbTests
{
    private static readonly Dictionary<string, string> Verbs = typeof(Press)
        .Assembly.GetExportedTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.IsLiteral && field.Name.EndsWith("Verb", StringComparison.Ordinal))
        .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}", field => (string)field.GetRawConstantValue()!);

    [Fact]
    public void Verbs_are_what_they_were() =>
        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["AccountCard.ListVerb"] = "accounts.list",
                ["AccountCard.OpenVerb"] = "accounts.open",
                ["AccountEditCard.EditVerb"] = "accounts.edit",
                ["AccountEditCard.SaveVerb"] = "accounts.save",
                ["AccountsCard.ExportVerb"] = "accounts.export",
                ["AccountsCard.FindVerb"] = "accounts.find",
                ["AccountsCard.PageVerb"] = "accounts.page",
                ["ApprovalCard.ApproveVerb"] = "approval.approve",
                ["ApprovalCard.AskVerb"] = "approval.ask",
                ["ApprovalCard.CompareVerb"] = "approval.compare",
                ["ApprovalCard.FormVerb"] = "approval.form",
                ["ApprovalCard.ReturnVerb"] = "approval.return",
                ["AnswerCard.CommentVerb"] = "ask.comment",
                ["AnswerCard.OpenVerb"] = "ask.open",
                ["AnswerCard.RateVerb"] = "ask.rate",
                ["CandidatesCard.NoneVerb"] = "ask.none",
                ["ContactsCard.ConfirmVerb"] = "contacts.confirm",
                ["ContactsCard.EditVerb"] = "contacts.edit",
                ["ContactsCard.OpenVerb"] = "contacts.open",
                ["ContactsCard.RemoveVerb"] = "contacts.remove",
                ["ContactsCard.SaveVerb"] = "contacts.save",
                ["DrillPlanCard.CallOffVerb"] = "drill.plan.off",
                ["DrillPlanCard.OpenVerb"] = "drill.plan",
                ["DrillPlanCard.SaveVerb"] = "drill.plan.save",
                ["DrillsCard.OpenVerb"] = "drill.list",
                ["DrillsCard.PictureVerb"] = "drill.picture",
                ["DrillsCard.StartVerb"] = "drill.start",
                ["IncidentStepCard.CallVerb"] = "incident.call",
                ["ContentsCard.OpenVerb"] = "contents.open",
                ["DeliveriesCard.OpenVerb"] = "deliveries.page",
                ["DeliveriesCard.ResendVerb"] = "deliveries.resend",
                ["OwnTicketsCard.OpenVerb"] = "tickets.own",
                ["OwnTicketsCard.ShowVerb"] = "tickets.own.show",
                ["DeputyCard.AppointVerb"] = "deputy.appoint",
                ["DeputyCard.EndVerb"] = "deputy.end",
                ["DeputyCard.OpenVerb"] = "deputy.open",
                ["PostCheckCard.CheckVerb"] = "draft-check.check",
                ["PostCheckCard.FormVerb"] = "draft-check.form",
                ["PostCheckCard.KeepVerb"] = "draft-check.keep",
                ["PostCheckCard.MendVerb"] = "draft-check.mend",
                ["DraftsCard.OpenVerb"] = "notice.drafts",
                ["DutyCard.DoneVerb"] = "duty.done",
                ["EscalateCard.CancelVerb"] = "ask.escalate.cancel",
                ["EscalateCard.SendVerb"] = "ask.escalate.send",
                ["HandoverCard.FindVerb"] = "handover.find",
                ["HandoverCard.SubmitVerb"] = "handover.submit",
                ["HomeCard.OpenVerb"] = "help.open",
                ["IncidentCard.EditVerb"] = "incident.edit",
                ["IncidentCard.OpenVerb"] = "incident.open",
                ["IncidentCard.SaveVerb"] = "incident.save",
                ["IncidentCloseCard.CloseVerb"] = "incident.close",
                ["IncidentCloseCard.FollowedUpVerb"] = "incident.followed",
                ["IncidentCloseCard.FormVerb"] = "incident.closing",
                ["IncidentCloseCard.MistakenVerb"] = "incident.mistaken",
                ["IncidentCloseCard.PapersVerb"] = "incident.papers",
                ["IncidentCloseCard.ReopenVerb"] = "incident.reopen",
                ["IncidentCloseCard.ReviewFormVerb"] = "incident.review",
                ["IncidentCloseCard.ReviewVerb"] = "incident.review.save",
                ["IncidentNoteCard.KeepVerb"] = "incident.keep",
                ["IncidentNoteCard.ProveVerb"] = "incident.prove",
                ["IncidentStartCard.OpenVerb"] = "incident.begin",
                ["IncidentStartCard.StartVerb"] = "incident.start",
                ["IncidentStatusCard.FormVerb"] = "incident.status",
                ["IncidentStatusCard.ReportVerb"] = "incident.report",
                ["IncidentStatusCard.SnoozeVerb"] = "incident.snooze",
                ["IncidentStepCard.ActVerb"] = "incident.act",
                ["IncidentStepCard.OpenVerb"] = "incident.step",
                ["IncidentTeamCard.HandVerb"] = "incident.hand",
                ["IncidentTeamCard.InviteVerb"] = "incident.invite",
                ["IncidentTeamCard.OpenVerb"] = "incident.team",
                ["IncidentTeamCard.RoleVerb"] = "incident.role",
                ["IncidentTeamCard.ShareVerb"] = "incident.share",
                ["IncidentTimelineCard.OpenVerb"] = "incident.timeline",
                ["IncidentTimelineCard.RetractVerb"] = "incident.retract",
                ["IncidentTimelineCard.WriteVerb"] = "incident.write",
                ["IncidentsCard.OpenVerb"] = "incident.list",
                ["IncidentsCard.WhichVerb"] = "incident.which",
                ["InsightsCard.FileVerb"] = "insights.file",
                ["InsightsCard.OpenVerb"] = "insights.month",
                ["KeptPostsCard.ListVerb"] = "kept-post.list",
                ["KeptPostsCard.OpenVerb"] = "kept-post.open",
                ["KeptPostsCard.RemoveVerb"] = "kept-post.remove",
                ["NoneCard.EscalateVerb"] = "ask.escalate",
                ["NoticeBatchCard.AskVerb"] = "notices.ask",
                ["NoticeBatchCard.DecideVerb"] = "notices.decide",
                ["NoticeBatchCard.OpenVerb"] = "notices.show",
                ["NoticeCard.DecideVerb"] = "notice.decide",
                ["NoticeCard.ListedVerb"] = "notice.listed",
                ["NoticeCard.OpenVerb"] = "notice.show",
                ["NoticeCard.PapersVerb"] = "notice.papers",
                ["NoticeCard.SendPapersVerb"] = "notice.papers.send",
                ["NoticeCard.ReasonVerb"] = "notice.reason",
                ["NoticeCard.RedoVerb"] = "notice.redo",
                ["NoticeConfirmCard.SubmitVerb"] = "notice.submit",
                ["NoticeFilesCard.RemoveVerb"] = "notice.file.remove",
                ["NoticeFormCard.CancelVerb"] = "notice.form.cancel",
                ["NoticeFormCard.DropVerb"] = "notice.form.drop",
                ["NoticeFormCard.OpenVerb"] = "notice.form",
                ["NoticeFormCard.SaveVerb"] = "notice.form.save",
                ["NoticeListCard.OpenVerb"] = "notice.list",
                ["NoticesCard.OpenVerb"] = "notices.open",
                ["NoticesCard.StartVerb"] = "notice.start",
                ["OpenTicketsCard.PageVerb"] = "tickets.page",
                ["ProcedureCard.OpenVerb"] = "procedure.open",
                ["RevisionCard.PageVerb"] = "revision.page",
                ["StocktakeCard.OpenVerb"] = "stocktake.open",
                ["StocktakeCard.SaveVerb"] = "stocktake.save",
                ["StocktakesCard.BeginVerb"] = "stocktakes.begin",
                ["StocktakesCard.ExportVerb"] = "stocktakes.export",
                ["StocktakesCard.PageVerb"] = "stocktakes.page",
                ["TicketCard.AnswerVerb"] = "ticket.answer",
                ["TicketCard.AssignVerb"] = "ticket.assign",
                ["TicketCard.CloseVerb"] = "ticket.close",
                ["TicketCard.FollowVerb"] = "ticket.follow",
                ["TicketCard.FormVerb"] = "ticket.form",
                ["TicketCard.HandVerb"] = "ticket.hand",
                ["TicketCard.OpenVerb"] = "ticket.open",
                ["TicketCard.TakeVerb"] = "ticket.take",
                ["TicketCard.TeachFormVerb"] = "ticket.teach",
                ["TicketCard.TeachVerb"] = "ticket.teach.save",
                ["TicketCard.UnteachVerb"] = "ticket.unteach",
                ["UnansweredCard.FormVerb"] = "unanswered.form",
                ["UnansweredCard.OpenVerb"] = "unanswered.page",
                ["UnansweredCard.TeachVerb"] = "unanswered.teach",
                ["HomeCard.ExampleVerb"] = "ask.example",
            },
            new SortedDictionary<string, string>(Verbs, StringComparer.Ordinal)
        );

    [Fact]
    public void No_two_cards_share_a_verb() => Assert.Distinct(Verbs.Values);

    [Fact]
    public void Cards_send_only_verbs_that_a_card_declares()
    {
        var sent = SampleCards
            .All.Values.SelectMany(card => CardTree.Walk(card()))
            .OfType<AdaptiveExecuteAction>()
            .Select(execute => execute.Verb)
            .ToHashSet();
        Assert.Equal(Verbs.Values.Append("sample.start").Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(AnswerCard.OpenVerb, """{"verb":"ask.open","clause":"4-1","question":"Q"}""")]
    [InlineData(AnswerCard.RateVerb, """{"verb":"ask.rate","clause":"4-5","question":"Q","helpful":true}""")]
    public void A_payload_travels_in_camel_case(string verb, string expected)
    {
        var card = AnswerCard.Render(SampleCards.Password with { Question = "Q" });
        var press = CardTree.Walk(card).OfType<AdaptiveExecuteAction>().First(action => action.Verb == verb);
        Assert.Equal(JObject.Parse(expected), (JObject)press.Data, JToken.EqualityComparer);
    }

    [Fact]
    public void A_payload_cannot_take_the_place_of_the_verb() =>
        Assert.Throws<ArgumentException>(() => Press.Button("押す", "a.b", new { Verb = "c.d" }));
}
