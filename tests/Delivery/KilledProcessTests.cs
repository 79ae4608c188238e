using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Knowledge;
using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Browser;
using GuidelineBot.Tests.Knowledge;
using GuidelineBot.Tests.Notices;
using GuidelineBot.Tests.Storage;
using GuidelineBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidelineBot.Tests.Delivery;

/// <summary>
/// The bot as a process that is killed between submission and delivery, again and again, with a mail server that asks for encryption and a
/// password.
/// </summary>
[Slow]
public sealed partial class KilledProcessTests
{
    private const int People = 6;
    private const string Office = "19:koho";

    private enum Moment
    {
        /// <summary>The first of those who submit at once has their answer.</summary>
        FirstAnswer,

        /// <summary>The mail server has a mail and has not said so.</summary>
        MailUnanswered,

        /// <summary>Some moment while they submit.</summary>
        Sometime,
    }

    [SmtpTheory, OnSqlite, OnPostgres]
    public async Task Nothing_is_lost_however_often_the_process_is_killed(Server server)
    {
        var certificate = Certificate.ForLoopback();
        await using var smtp = await SmtpServer.StartAsync(
            new JsonObject
            {
                ["cert"] = certificate.Pem,
                ["key"] = certificate.Key,
                ["user"] = "bot",
                ["password"] = "secret",
            }
        );
        var connection = await TestStorage.NewDatabaseAsync(server);
        var address = new Uri($"http://127.0.0.1:{BotProcess.FreePort()}");
        await using var chat = await BotHost.AtAsync(address);
        await using var storage = TestStorage.Build(connection);
        var settings = Settings(smtp, certificate, address, connection);
        var answers = new Dictionary<Guid, string>();
        var process = await StartAsync(settings);
        try
        {
            await chat.SayAsync("ここに届ける", conversation: Office);
            foreach (var moment in Enum.GetValues<Moment>())
            {
                var drafts = await DraftsAsync(storage, moment);
                await smtp.BehaveAsync(moment == Moment.MailUnanswered ? SmtpMode.Silent : SmtpMode.Accept);
                var submissions = drafts.Select(draft => Task.Run(() => SubmitAsync(chat, draft))).ToList();
                await (
                    moment switch
                    {
                        Moment.FirstAnswer => Task.WhenAny(submissions),
                        Moment.MailUnanswered => smtp.HappenedAsync("mail"),
                        _ => Task.Delay(Random.Shared.Next(600)),
                    }
                );
                await process.KillAsync();
                await process.DisposeAsync();

                await smtp.BehaveAsync(SmtpMode.Accept);
                await LetLeasesEndAsync(storage);
                process = await StartAsync(settings);
                // Who got no answer submits once more; who got one is not to lose it.
                foreach (var (draft, submission) in drafts.Zip(submissions))
                    answers[draft.Id] =
                        await submission
                        ?? await SubmitAsync(chat, draft)
                        ?? throw new InvalidOperationException("No answer after the restart.");
            }
            await UntilAsync(async () =>
            {
                await using var database = storage.Open();
                return !await database.Outbox.AnyAsync(row => row.Status == OutboxStatus.Waiting)
                    && !await database.LiveCards.AnyAsync(card => card.Wanted > card.Drawn);
            });
        }
        finally
        {
            await process.DisposeAsync();
        }
        await AssertAllArrivedAsync(storage, smtp, chat, answers);
    }

    private static async Task AssertAllArrivedAsync(TestStorage storage, SmtpServer smtp, BotHost chat, Dictionary<Guid, string> answers)
    {
        var kills = Enum.GetValues<Moment>().Length;
        await using var database = storage.Open();
        var notices = await database.Notices.AsNoTracking().Include(notice => notice.Events).OrderBy(notice => notice.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, kills * People), notices.Select(notice => notice.Number));
        Assert.All(notices, notice => Assert.Single(notice.Events));
        Assert.Equal(
            answers.OrderBy(answer => answer.Key),
            notices.Select(notice => KeyValuePair.Create(notice.Id, NoticeNumber.Of(notice))).OrderBy(pair => pair.Key)
        );

        var rows = await database.Outbox.AsNoTracking().ToListAsync();
        Assert.All(rows, row => Assert.Equal((OutboxStatus.Sent, null), (row.Status, row.LastError)));
        Assert.Equal(
            notices.SelectMany(notice => new[] { $"{notice.Id} koho@example.jp", $"{notice.Id} network@example.jp" }).Order(),
            rows.Select(row => $"{row.About["notice"]} {row.Recipient}").Order()
        );

        // A kill can hit one message of each channel between its arrival and its noting down; nothing else comes twice.
        var mails = await smtp.MailsAsync();
        Assert.Equal(
            rows.Where(row => row.Channel == OutboxChannel.Mail).Select(row => $"{row.Id:N}@guideline-bot").Order(),
            mails.Select(mail => mail.Message.MessageId!).Distinct().Order()
        );
        Assert.InRange(mails.Count - 2 * notices.Count, 1, kills);
        Assert.All(mails, mail => Assert.Equal((true, "bot"), (mail.Secure, mail.User)));

        var cards = chat.Teams.Calls.Where(IsToOffice).Select(call => Number().Match(call.Body!.Card().Words()).Value).ToList();
        Assert.Equal(notices.Select(NoticeNumber.Of).Order(), cards.Distinct().Order());
        Assert.InRange(cards.Count - notices.Count, 0, kills);
    }

    private static Dictionary<string, string> Settings(
        SmtpServer smtp,
        Certificate certificate,
        Uri address,
        (string Key, string Value) connection
    )
    {
        var trusted = Path.Combine(TestFolder.New(), "trusted.pem");
        File.WriteAllText(trusted, certificate.Pem);
        var knowledge = KnowledgeCopy.Whole();
        KnowledgeBase.Train(knowledge);
        return new()
        {
            ["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority),
            ["Playground__Enabled"] = "false",
            ["Knowledge__Path"] = knowledge,
            ["SSL_CERT_FILE"] = trusted,
            [connection.Key.Replace(":", "__", StringComparison.Ordinal)] = connection.Value,
            ["Recipients__PublicRelations__0"] = "koho@example.jp",
            ["Recipients__NetworkAdministrator__0"] = "network@example.jp",
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__Port"] = smtp.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__User"] = "bot",
            ["Mail__Password"] = "secret",
        };
    }

    private static async Task<BotProcess> StartAsync(Dictionary<string, string> settings)
    {
        var process = BotProcess.Start(settings: settings);
        await process.AddressAsync();
        return process;
    }

    private static async Task<IReadOnlyList<NoticeDraft>> DraftsAsync(TestStorage storage, Moment moment)
    {
        var drafts = new List<NoticeDraft>();
        foreach (var place in Enumerable.Range(1, People))
        {
            var turn = new Turn(
                new Person($"29:user-{moment}{place}", $"{moment}{place}", null, Roles.None),
                new Conversation("a:personal", ConversationKind.Personal),
                ""
            );
            drafts.Add(
                await new NoticeDrafts(storage.Get<IDbContextFactory<Database>>(), storage.Changes, TimeProvider.System).CreateAsync(
                    turn,
                    NoticeKind.End,
                    Filed.EndFields,
                    null,
                    default
                )
            );
        }
        return drafts;
    }

    /// <summary>Presses 提出する on a confirmation card that has just been drawn.</summary>
    /// <returns>The notice's number; null where no answer came.</returns>
    private static async Task<string?> SubmitAsync(BotHost chat, NoticeDraft draft)
    {
        var press = new JsonObject
        {
            ["verb"] = NoticeConfirmCard.SubmitVerb,
            ["data"] = new JsonObject
            {
                ["verb"] = NoticeConfirmCard.SubmitVerb,
                [CardKeys.Name] = $"{Guid.NewGuid():N}",
                ["draft"] = draft.Id.ToString(),
                ["version"] = draft.Version,
            },
        };
        try
        {
            using var response = await chat.PostAsync(chat.Press(press, draft.OwnerName));
            response.EnsureSuccessStatusCode();
            return Number().Match((await response.Content.ReadFromJsonAsync<JsonNode>())!["value"]!.Words()).Value;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>As if the two minutes had passed for which a dead process keeps its row.</summary>
    private static async Task LetLeasesEndAsync(TestStorage storage)
    {
        await using var database = storage.Open();
        await database.Outbox.ExecuteUpdateAsync(row => row.SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null));
        await database.LiveCards.ExecuteUpdateAsync(card => card.SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null));
    }

    private static bool IsToOffice(OutgoingCall call) =>
        call.Body?["replyToId"] is not null
        && Uri.UnescapeDataString(call.Path).Contains(Office, StringComparison.Ordinal)
        && call.Body["attachments"] is JsonArray;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
            await Task.Delay(20, late.Token);
    }

    [GeneratedRegex("令和[0-9]+年度 終了 第[0-9]+号")]
    private static partial Regex Number();
}
