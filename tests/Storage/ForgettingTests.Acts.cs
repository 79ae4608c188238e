using System.Text.Json.Nodes;
using GuidelineBot.Approvals;
using GuidelineBot.Cards;
using GuidelineBot.Contacts;
using GuidelineBot.Files;
using GuidelineBot.Incidents;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Stocktakes;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Storage;

/// <content>What the person does before, in every slice that keeps something of people.</content>
public sealed partial class ForgettingTests
{
    /// <summary>What one person does in a working life, naming themselves in every text.</summary>
    private static async Task ActAsync(BotHost bot)
    {
        await bot.SayAsync($"{Mark}です。開始届はいつまでに出せばいいですか？", Mark, Chat);
        await PressAsync(
            bot,
            AnswerCard.CommentVerb,
            new()
            {
                ["clause"] = "4-2",
                ["question"] = $"{Mark}の質問",
                ["helpful"] = false,
                ["comment"] = $"{Mark}の意見",
            }
        );
        await PressAsync(bot, PostCheckCard.KeepVerb, new() { ["text"] = $"{Mark}から、春の催しのお知らせです。" });
        await NoticesAsync(bot);
        await ApprovalsAsync(bot);
        await DeputiesAsync(bot);
        await TicketAsync(bot);
        await ContactsAsync(bot);
        await IncidentAsync(bot);
        await SeveralAsync(bot);
        await PressAsync(
            bot,
            DrillPlanCard.SaveVerb,
            new()
            {
                ["drill"] = "flaming-flower",
                ["place"] = Chat,
                ["day"] = $"{DateTime.Now.AddDays(30):yyyy-MM-dd}",
                ["time"] = "14:00",
            }
        );
        // A draft stays behind, in which something was corrected, and a dialog about another open.
        var drafts = bot.Services.GetRequiredService<NoticeDrafts>();
        var draft = await drafts.CreateAsync(Theirs, NoticeKind.End, Fields(bot, NoticeKind.End), null, default);
        await bot
            .Services.GetRequiredService<NoticeAttachments>()
            .KeepAsync(Theirs, draft, [new ReceivedFile($"{Mark}の規約.pdf", "application/pdf", "0", [1])], default);
        await StocktakeAsync(bot);
        await drafts.WriteAsync(Theirs, draft.Id.ToString(), new Dictionary<string, string> { ["person"] = "赤木花子" }, default);
        await bot.SayAsync("TikTokを始めます。利用開始の届出をお願いします", Mark, Chat);
    }

    private static async Task NoticesAsync(BotHost bot)
    {
        var start = await SubmitAsync(bot, NoticeKind.Start);
        await DecideAsync(bot, start, "accepted", null);
        await PressAsync(bot, NoticeCard.PapersVerb, new() { ["notice"] = start });
        // One that is returned, with a word to the person.
        var change = await SubmitAsync(bot, NoticeKind.Change);
        await DecideAsync(bot, change, "returned", $"{Mark}さん、目的をもう少し詳しくお書きください。");
        // One that changes what the register says of the person.
        await DecideAsync(bot, await SubmitAsync(bot, NoticeKind.Change), "accepted", null);
        await using var database = bot.Open();
        var account = await database.Set<GuidelineBot.Accounts.Account>().SingleAsync();
        await PressAsync(
            bot,
            AccountEditCard.SaveVerb,
            new()
            {
                ["account"] = account.Id.ToString(),
                ["version"] = account.Version,
                ["manager"] = $"課長 {Mark}",
                ["operator"] = account.Operator,
                ["policyUrl"] = account.PolicyUrl,
                ["termsUrl"] = account.TermsUrl,
            }
        );
    }

    /// <summary>The person was asked about an account, and has answered.</summary>
    private static async Task StocktakeAsync(BotHost bot)
    {
        await using var database = bot.Open();
        database.Stocktakes.Add(
            new Stocktake
            {
                AccountId = (await database.Set<GuidelineBot.Accounts.Account>().SingleAsync()).Id,
                FiscalYear = 2026,
                PersonId = Person,
                AskedAt = DateTimeOffset.UnixEpoch,
                By = new(Person, Mark),
                Answers = new() { [StocktakeAnswer.Password] = Mark },
            }
        );
        await database.SaveChangesAsync();
    }

    /// <summary>The person asks for an approval, and returns what a colleague asks them to approve.</summary>
    private static async Task ApprovalsAsync(BotHost bot)
    {
        await bot.SayAsync("ヘルプ", "tanabe", "a:tanabe");
        await using var database = bot.Open();
        var account = (await database.Set<GuidelineBot.Accounts.Account>().SingleAsync()).Id.ToString();
        JsonObject Ask(string approver) =>
            new()
            {
                ["text"] = $"{Mark}から、春の催しのお知らせです。",
                ["account"] = account,
                ["approver"] = approver,
                ["path"] = ApprovalCard.UsualPath,
            };
        await PressAsync(bot, ApprovalCard.AskVerb, Ask("tanabe"));
        await PressAsync(bot, ApprovalCard.AskVerb, Ask(Mark), "tanabe", "a:tanabe");
        var asked = await database.PostApprovals.AsNoTracking().SingleAsync(approval => approval.ApproverId == Person);
        await PressAsync(
            bot,
            ApprovalCard.ReturnVerb,
            new()
            {
                ["approval"] = asked.Id.ToString(),
                ["seal"] = asked.Seal,
                ["reason"] = $"{Mark}が見直した",
            }
        );
    }

    /// <summary>The person has a deputy, stands in for somebody, and has to approve a notice, which the deputy does.</summary>
    private static async Task DeputiesAsync(BotHost bot)
    {
        var today = TimeProvider.System.GetUtcNow().AddHours(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        JsonObject Appoint(string name) =>
            new()
            {
                ["name"] = name,
                ["from"] = today,
                ["until"] = today,
            };
        await bot.SayAsync("ヘルプ", "akagi", "a:akagi");
        await PressAsync(bot, DeputyCard.AppointVerb, Appoint("akagi"));
        await PressAsync(bot, DeputyCard.AppointVerb, Appoint(Mark), "akagi", "a:akagi");
        var approved = await Filed.NewAsync(bot, NoticeKind.End, "suzuki", "a:suzuki", new(Person, Mark));
        await DecideAsync(bot, approved.Id.ToString(), "approved", null);
        Assert.Equal(NoticeStatus.Submitted, (await bot.Open().Notices.SingleAsync(notice => notice.Id == approved.Id)).Status);
    }

    /// <summary>The person is in the 緊急連絡網 of the office, and has confirmed somebody else's entry.</summary>
    private static async Task ContactsAsync(BotHost bot)
    {
        JsonObject Entry(string name, string section, int rank) =>
            new()
            {
                ["section"] = section,
                ["role"] = $"{Mark}の代わり",
                ["name"] = name,
                ["phone"] = "",
                ["rank"] = $"{rank}",
            };
        await PressAsync(bot, ContactsCard.SaveVerb, Entry(Mark, "広報広聴課", 1));
        await PressAsync(bot, ContactsCard.SaveVerb, Entry("赤磐 一", $"{Mark}課", 2));
    }

    /// <summary>The person works on a second checklist, and sends a picture without saying to which it belongs.</summary>
    private static async Task SeveralAsync(BotHost bot)
    {
        await bot.StartAsync("mistake", Mark, conversation: "19:second@thread.v2");
        await EvidenceTests.SendAsync(bot, Mark, "a:third", $"{Mark}.png", text: $"{Mark}が撮った");
    }

    private static async Task TicketAsync(BotHost bot)
    {
        await PressAsync(bot, EscalateCard.SendVerb, new() { ["question"] = $"{Mark}の質問です", ["note"] = $"{Mark}の補足" });
        await using var database = bot.Open();
        var ticket = (await database.Tickets.SingleAsync()).Id.ToString();
        await PressAsync(bot, TicketCard.TakeVerb, new() { ["ticket"] = ticket });
        await PressAsync(bot, TicketCard.FormVerb, new() { ["ticket"] = ticket }, message: "ticket-card");
        await PressAsync(bot, TicketCard.AnswerVerb, new() { ["ticket"] = ticket, ["text"] = $"{Mark}が答えます" });
        await PressAsync(
            bot,
            TicketCard.TeachVerb,
            new()
            {
                ["ticket"] = ticket,
                ["question"] = $"{Mark}の質問です",
                ["target"] = TicketCard.OwnAnswer,
                ["text"] = $"{Mark}が答えます",
            }
        );
    }

    private static async Task IncidentAsync(BotHost bot)
    {
        var card = await PressAsync(
            bot,
            IncidentStartCard.StartVerb,
            new()
            {
                ["checklist"] = "flaming",
                ["accountName"] = $"Instagram {Mark}だより",
                ["seen"] = $"{Mark}が見た",
                ["url"] = $"https://example.jp/{Mark}",
                ["drill"] = "false",
            }
        );
        var incident = card.Card().Button("次の手順")["data"]!["incident"]!.GetValue<string>();
        await PressAsync(bot, IncidentStepCard.ActVerb, IncidentBot.Act(incident, "hold", IncidentStepCard.Take));
        await PressAsync(bot, IncidentStepCard.ActVerb, IncidentBot.Act(incident, "capture", IncidentStepCard.Done, $"{Mark}の記録"));
        // Shared to a group that is called after the person; a colleague joins and hands over to them.
        var group = bot.Message("ヘルプ", "akagi", "19:team@thread.v2", "groupChat");
        group["conversation"]!["name"] = $"{Mark}の班";
        using var known = await bot.PostAsync(group);
        known.EnsureSuccessStatusCode();
        await PressAsync(bot, IncidentCard.OpenVerb, new() { ["incident"] = incident }, conversation: "19:team@thread.v2");
        await PressAsync(bot, IncidentTeamCard.ShareVerb, new() { ["incident"] = incident, ["place"] = "19:team@thread.v2" });
        await PressAsync(bot, IncidentTeamCard.RoleVerb, new() { ["incident"] = incident, ["takes"] = IncidentTeamCard.Lead }, "akagi");
        await PressAsync(bot, IncidentTeamCard.HandVerb, new() { ["incident"] = incident, ["to"] = Person }, "akagi");
        // A colleague has the bot call them.
        await PressAsync(
            bot,
            IncidentStepCard.CallVerb,
            new()
            {
                ["incident"] = incident,
                ["step"] = "office",
                ["contact"] = (await bot.Open().EmergencyContacts.SingleAsync(contact => contact.PersonId == Person)).Id.ToString(),
                ["does"] = IncidentStepCard.Tell,
            },
            "akagi"
        );
        await PressAsync(
            bot,
            IncidentCloseCard.ReviewVerb,
            new()
            {
                ["incident"] = incident,
                ["what"] = $"{Mark}の振り返り",
                ["why"] = $"{Mark}が急いだ",
                ["change"] = $"{Mark}は二人で確かめる",
                ["owner"] = Mark,
                ["due"] = "2099-03-31",
            }
        );
        await PressAsync(bot, IncidentCloseCard.FormVerb, new() { ["incident"] = incident });
        await using var database = bot.Open();
        // A message of somebody's is kept from beside it, and a picture that is called after the person is sent.
        await PressAsync(
            bot,
            IncidentNoteCard.KeepVerb,
            new()
            {
                ["incident"] = incident,
                ["words"] = $"{Mark}です",
                ["link"] = $"https://teams.microsoft.com/l/message/{Mark}",
                ["author"] = Mark,
                ["authorId"] = Person,
            }
        );
        await EvidenceTests.SendAsync(bot, Mark, Chat, $"{Mark}.png");
        // Something is due there.
        await bot
            .Services.GetRequiredService<GuidelineBot.Delivery.Changes>()
            .CommitAsync("", change => IncidentReminders.WantAsync(change, Chat, default), default);
        var close = new JsonObject { ["incident"] = incident, [IncidentCloseCard.ReasonInput] = $"{Mark}が確かめた" };
        await PressAsync(bot, IncidentCloseCard.CloseVerb, close);
        // The account's section is the register's, and a form on one of the cards is still open.
        var account = await database.Set<GuidelineBot.Accounts.Account>().SingleAsync();
        await PressAsync(
            bot,
            IncidentStartCard.StartVerb,
            new()
            {
                ["checklist"] = "flaming",
                ["account"] = account.Id.ToString(),
                ["seen"] = "見た",
                ["drill"] = "true",
            },
            message: "second-card"
        );
        var second = await database.Incidents.OrderByDescending(found => found.OpenedAt).FirstAsync();
        await PressAsync(bot, IncidentTeamCard.OpenVerb, new() { ["incident"] = second.Id.ToString() }, conversation: IncidentBot.Group);
    }

    private static Dictionary<string, string> Fields(BotHost bot, NoticeKind kind) =>
        bot
            .Services.GetRequiredService<GuidelineBot.Knowledge.LiveKnowledge>()
            .Current.FormOf(kind)!
            .Fields.ToDictionary(
                field => field.Id,
                field =>
                    field.Id == "service" ? "Instagram"
                    : field.Type == FieldType.Date ? "2099-04-01"
                    : field.Id.EndsWith("rl", StringComparison.Ordinal) ? $"https://www.instagram.com/{Mark}"
                    : $"{Mark}の{field.Label}"
            );

    private static Task<JsonNode> DecideAsync(BotHost bot, string notice, string step, string? reason) =>
        PressAsync(
            bot,
            NoticeCard.DecideVerb,
            new()
            {
                ["notice"] = notice,
                ["version"] = 1,
                ["step"] = step,
                ["reason"] = reason,
            },
            "akagi",
            "a:akagi"
        );
}
