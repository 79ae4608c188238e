using System.Globalization;
using System.Text.Json.Nodes;
using GuidelineBot.Accounts;
using GuidelineBot.Approvals;
using GuidelineBot.Contacts;
using GuidelineBot.Deputies;
using GuidelineBot.Incidents;
using GuidelineBot.Knowledge.Drafting;
using GuidelineBot.Notices;
using GuidelineBot.Posts;
using GuidelineBot.Stocktakes;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Incidents;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tickets;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidelineBot.Tests.Turns;

/// <summary>Makes what a button can be about, each time a new one, and with it what the button sends.</summary>
internal sealed class Stage(BotHost bot, string chat)
{
    public const string Presser = "yamada";

    public static Task<JsonObject> NothingAsync() => Task.FromResult(new JsonObject());

    public static JsonObject Payload(params (string Name, JsonNode? Value)[] members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    public async Task<JsonObject> NoticeAsync(
        string step = "",
        string by = "sato",
        GuidelineBot.Knowledge.Notices.NoticeKind kind = GuidelineBot.Knowledge.Notices.NoticeKind.End
    )
    {
        var notice = await Filed.NewAsync(bot, kind, by, $"a:{by}");
        return Payload(("notice", notice.Id.ToString()), ("version", notice.Version), ("step", step), ("reason", "理由です"));
    }

    /// <summary>What the form of a handover sends, of an account of its own.</summary>
    public async Task<JsonObject> HandoverAsync()
    {
        var account = await AccountAsync();
        var change = Payload(("account", account["account"]!.ToString()));
        return Payload(
            ("batch", Guid.CreateVersion7().ToString()),
            ("changes", new JsonArray(change)),
            ("searched", "|"),
            ("chosen", "0"),
            ("old", ""),
            ("new", "赤木花子"),
            ("section", ""),
            ("day", "2099-04-01")
        );
    }

    /// <summary>Notices that somebody else has submitted together.</summary>
    public async Task<JsonObject> BatchAsync()
    {
        var handover = await HandoverAsync();
        await bot.PressAsync("handover.submit", (JsonObject)handover.DeepClone(), "sato", "a:sato");
        return Payload(("batch", handover["batch"]!.ToString()), ("step", "accepted"));
    }

    /// <summary>A notice of the presser's own that was returned.</summary>
    public async Task<JsonObject> ReturnedAsync()
    {
        var returned = await NoticeAsync("returned", Presser);
        await DecideAsync(returned, NoticeStep.Returned);
        return returned;
    }

    /// <summary>A start notice that was accepted: its account is yet to be put on the website's list.</summary>
    public async Task<JsonObject> AcceptedAsync()
    {
        var notice = await NoticeAsync(kind: GuidelineBot.Knowledge.Notices.NoticeKind.Start);
        await DecideAsync(notice, NoticeStep.Accepted);
        return notice;
    }

    /// <summary>By somebody of the office who is not the presser: nobody decides on their own notice.</summary>
    private Task<DeskResult> DecideAsync(JsonObject notice, NoticeStep step) =>
        bot
            .Services.GetRequiredService<NoticeDesk>()
            .MoveAsync(
                By("colleague", Roles.Reviewer),
                notice["notice"]!.ToString(),
                notice["version"]!.GetValue<int>(),
                step,
                "理由です",
                default
            );

    /// <summary>Somebody who can be the presser's deputy today.</summary>
    public async Task<JsonObject> ToAppointAsync()
    {
        await bot.SayAsync("ヘルプ", "tanaka", "a:tanaka-own");
        var today = bot.Services.GetRequiredService<TimeProvider>().GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Payload(("name", "tanaka"), ("from", today), ("until", today));
    }

    /// <summary>A deputy of the presser's.</summary>
    public async Task<JsonObject> DeputyAsync()
    {
        await using var database = bot.Open();
        var deputy = new Deputy
        {
            Principal = new($"29:user-{Presser}", Presser),
            Person = new("29:user-tanaka", "tanaka"),
            From = DateOnly.MinValue,
            Until = DateOnly.MaxValue,
            AppointedAt = DateTimeOffset.UnixEpoch,
        };
        database.Deputies.Add(deputy);
        await database.SaveChangesAsync();
        return Payload(("deputy", deputy.Id.ToString()));
    }

    public async Task<JsonObject> DraftAsync(GuidelineBot.Cards.NoticeFormCard.Target to = default)
    {
        var draft = await Filed.DraftAsync(bot, Presser, chat);
        return Payload(
            ("draft", draft.Id.ToString()),
            ("version", draft.Version),
            ("part", 0),
            ("to", (int)to),
            ("f_accountName", "おかやま桃だより")
        );
    }

    /// <summary>An incident of the presser's.</summary>
    public async Task<JsonObject> IncidentAsync(params (string Name, JsonNode? Value)[] more) =>
        Payload([("incident", await bot.StartAsync(person: Presser, conversation: chat)), .. more]);

    public async Task<JsonObject> ClosedAsync(params (string Name, JsonNode? Value)[] more)
    {
        var incident = await IncidentAsync([("reason", "収まった"), .. more]);
        await using var database = bot.Open();
        foreach (var step in await database.IncidentSteps.Where(IsOf(incident)).Select(step => step.Step).ToListAsync())
            incident[$"s_{step}"] = "done";
        await bot.PressAsync("incident.close", (JsonObject)incident.DeepClone(), Presser, chat, "elsewhere");
        return incident;
    }

    /// <summary>A closed one, with something that is to be changed.</summary>
    public async Task<JsonObject> ToFollowUpAsync()
    {
        var incident = await ClosedAsync(
            ("what", "批判が集まった"),
            ("why", "言葉が足りなかった"),
            ("change", "二人で確かめる"),
            ("owner", "赤木花子"),
            ("due", "2099-01-01")
        );
        await bot.PressAsync("incident.review.save", (JsonObject)incident.DeepClone(), Presser, chat, "elsewhere");
        var id = Guid.Parse(incident["incident"]!.ToString());
        await using var database = bot.Open();
        incident["followUp"] = (await database.FollowUps.SingleAsync(change => change.IncidentId == id)).Id.ToString();
        return incident;
    }

    /// <summary>With an entry that can be taken back.</summary>
    public async Task<JsonObject> WrittenAsync()
    {
        var incident = await IncidentAsync(("text", "電話が3件あった"), ("entry", 2));
        await bot.PressAsync("incident.write", (JsonObject)incident.DeepClone(), Presser, chat, "elsewhere");
        return incident;
    }

    /// <summary>With an answer for each step, as the form that closes it sends them.</summary>
    public async Task<JsonObject> ToCloseAsync()
    {
        var incident = await IncidentAsync(("reason", "収まった"));
        await using var database = bot.Open();
        foreach (var step in await database.IncidentSteps.Where(IsOf(incident)).Select(step => step.Step).ToListAsync())
            incident[$"s_{step}"] = "done";
        return incident;
    }

    /// <summary>With a second person in it.</summary>
    public async Task<JsonObject> JoinedAsync()
    {
        var incident = await IncidentAsync(("to", "29:user-tanaka"));
        await bot.PressAsync(
            "incident.role",
            Payload(("incident", incident["incident"]!.ToString()), ("takes", "recorder")),
            "tanaka",
            chat,
            "elsewhere"
        );
        return incident;
    }

    /// <summary>With a chat of the presser's own that it can be shared to.</summary>
    public async Task<JsonObject> ToShareAsync()
    {
        await bot.SayAsync("ヘルプ", Presser, "a:yamada-own");
        return await IncidentAsync(("place", "a:yamada-own"));
    }

    /// <summary>With somebody whom the bot knows by name.</summary>
    public async Task<JsonObject> ToInviteAsync()
    {
        await bot.SayAsync("ヘルプ", "tanaka", "a:tanaka-own");
        return await IncidentAsync(("name", "tanaka"), ("as", "recorder"));
    }

    /// <summary>Somebody of the 緊急連絡網.</summary>
    public async Task<JsonObject> ContactAsync(string section = "観光課", params (string Name, JsonNode? Value)[] more)
    {
        await using var database = bot.Open();
        var contact = new EmergencyContact
        {
            Section = section,
            Role = "当番",
            Rank = 1,
            Person = new Actor("", "赤木花子"),
            ConfirmedAt = DateTimeOffset.UnixEpoch,
            ConfirmedBy = new Actor("29:user-colleague", "colleague"),
        };
        database.EmergencyContacts.Add(contact);
        await database.SaveChangesAsync();
        return Payload([("contact", contact.Id.ToString()), ("section", section), .. more]);
    }

    /// <summary>An incident with a step for which somebody is to be called.</summary>
    public async Task<JsonObject> ToCallAsync()
    {
        var contact = await ContactAsync("広報広聴課");
        return await IncidentAsync(("step", "office"), ("contact", contact["contact"]!.ToString()), ("does", "reached"));
    }

    /// <summary>A drill in which a picture has arrived.</summary>
    public async Task<JsonObject> PictureAsync()
    {
        await bot.PressAsync("drill.start", Payload(("drill", "flaming-flower")), Presser, chat, "elsewhere");
        await using var database = bot.Open();
        var drill = await database
            .Incidents.OrderByDescending(incident => incident.OpenedAt)
            .FirstAsync(incident => incident.Drill != null);
        await database
            .Incidents.Where(incident => incident.Id == drill.Id)
            .ExecuteUpdateAsync(incident => incident.SetProperty(known => known.DrillArrived, 1));
        return Payload(("incident", drill.Id.ToString()), ("message", "first"));
    }

    public async Task<JsonObject> ToPlanAsync()
    {
        // The chat is known by what was said there.
        await bot.SayAsync("ヘルプ", Presser, chat);
        return Payload(("drill", "flaming-flower"), ("place", chat), ("day", $"{DateTime.Now.AddDays(30):yyyy-MM-dd}"), ("time", "14:00"));
    }

    /// <summary>A drill of the presser's own that is to begin here.</summary>
    public async Task<JsonObject> PlannedDrillAsync()
    {
        await bot.PressAsync("drill.plan.save", await ToPlanAsync(), Presser, chat, "elsewhere");
        await using var database = bot.Open();
        return Payload(("plan", (await database.PlannedDrills.OrderByDescending(planned => planned.Id).FirstAsync()).Id.ToString()));
    }

    /// <summary>A question of somebody else's.</summary>
    public async Task<JsonObject> TicketAsync(params (string Name, JsonNode? Value)[] more)
    {
        var ticket = await bot
            .Services.GetRequiredService<TicketDesk>()
            .OpenAsync(By("sato", Roles.None), "給食の献立は？", "急ぎません", default);
        return Payload([("ticket", ticket.Id.ToString()), .. more]);
    }

    public async Task<JsonObject> AnsweredAsync(params (string Name, JsonNode? Value)[] more)
    {
        var ticket = await TicketAsync(more);
        await bot
            .Services.GetRequiredService<TicketDesk>()
            .MoveAsync(By(Presser, Roles.Reviewer), ticket["ticket"]!.ToString(), TicketStep.Answered, "担当課にお尋ねください。", default);
        return ticket;
    }

    /// <summary>Somebody of 広報広聴課 whom the bot knows, beside a question.</summary>
    public async Task<JsonObject> ToHandAsync()
    {
        var desk = bot.Services.GetRequiredService<TicketDesk>();
        var other = await TicketAsync();
        await desk.MoveAsync(By("colleague", Roles.Reviewer), other["ticket"]!.ToString(), TicketStep.Taken, "", default);
        return await TicketAsync(("to", "29:user-colleague"));
    }

    public async Task<JsonObject> AccountAsync(params (string Name, JsonNode? Value)[] more)
    {
        await using var database = bot.Open();
        var account = AccountOf(database);
        await database.SaveChangesAsync();
        return Payload([("account", account.Id.ToString()), ("version", account.Version), .. more]);
    }

    public async Task<JsonObject> StocktakeAsync(params (string Name, JsonNode? Value)[] more)
    {
        await using var database = bot.Open();
        var asked = new Stocktake
        {
            AccountId = AccountOf(database).Id,
            FiscalYear = 2026,
            AskedAt = DateTimeOffset.UnixEpoch,
        };
        database.Stocktakes.Add(asked);
        await database.SaveChangesAsync();
        return Payload([("stocktake", asked.Id.ToString()), .. more]);
    }

    public async Task<JsonObject> DutyAsync()
    {
        await using var database = bot.Open();
        var duty = new Duty
        {
            AccountId = AccountOf(database).Id,
            Kind = DutyKind.ChangePassword,
            DueAt = DateTimeOffset.UnixEpoch,
            RemindedAt = DateTimeOffset.UnixEpoch,
        };
        database.Duties.Add(duty);
        await database.SaveChangesAsync();
        return Payload(("duty", duty.Id.ToString()));
    }

    public async Task<JsonObject> PostAsync()
    {
        var text = $"花まつりのお知らせ {Guid.NewGuid():N}";
        var shelf = bot.Services.GetRequiredService<PostShelf>();
        await shelf.KeepAsync(By(Presser, Roles.None), new Draft(text, "", false), default);
        await using var database = bot.Open();
        return Payload(("post", (await database.KeptPosts.SingleAsync(post => post.Text == text)).Id.ToString()));
    }

    /// <summary>A post that the presser is asked to approve.</summary>
    public async Task<JsonObject> ApprovalAsync(params (string Name, JsonNode? Value)[] more)
    {
        var desk = bot.Services.GetRequiredService<ApprovalDesk>();
        await using var database = bot.Open();
        var account = AccountOf(database);
        await database.SaveChangesAsync();
        var presser = By(Presser, Roles.None).From.Actor;
        var approval = await desk.AskAsync(By("sato", Roles.None), "朝市です", account, presser, false, default);
        return Payload([("approval", approval.Id.ToString()), ("seal", approval.Seal), .. more]);
    }

    /// <summary>A post of the presser's, an account and somebody who may approve it.</summary>
    public async Task<JsonObject> ToApproveAsync()
    {
        await bot.SayAsync("ヘルプ", "approver", "a:approver-own");
        await using var database = bot.Open();
        var account = AccountOf(database);
        await database.SaveChangesAsync();
        return Payload(("text", "朝市です"), ("account", account.Id.ToString()), ("approver", "approver"), ("path", "usual"));
    }

    /// <summary>A mail that was given up.</summary>
    public async Task<JsonObject> DeliveryAsync()
    {
        await using var database = bot.Open();
        var message = new OutboxMessage
        {
            Key = Guid.NewGuid().ToString(),
            Channel = OutboxChannel.Mail,
            Recipient = "koho@example.jp",
            Topic = "unknown",
            CreatedAt = DateTimeOffset.UnixEpoch,
            DueAt = DateTimeOffset.MaxValue,
            Status = OutboxStatus.Dead,
        };
        database.Outbox.Add(message);
        await database.SaveChangesAsync();
        return Payload(("message", message.Id.ToString()));
    }

    private static System.Linq.Expressions.Expression<Func<IncidentStep, bool>> IsOf(JsonObject incident)
    {
        var id = Guid.Parse(incident["incident"]!.ToString());
        return step => step.IncidentId == id;
    }

    private static Account AccountOf(Database database)
    {
        var url = $"x.com/okayama_{Guid.NewGuid():N}";
        return database
            .Accounts.Add(
                new Account
                {
                    Service = "X",
                    Name = "岡山市みんな",
                    Url = $"https://{url}",
                    UrlKey = url,
                    Section = "みんな課",
                }
            )
            .Entity;
    }

    private Turn By(string person, Roles roles) =>
        new(new Person($"29:user-{person}", person, null, roles), new Conversation(chat, ConversationKind.Group), "");
}
