using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace GuidelineBot.Tests.Polyfills;

public class ActivityHandlerTests
{
    private readonly Noting bot = new();

    [Fact]
    public async Task A_message_reaches_the_message_handler()
    {
        await ReceiveAsync(new Activity(ActivityTypes.Message) { Text = "届出" });

        Assert.Equal(["message 届出"], bot.Heard);
    }

    [Fact]
    public async Task Who_comes_and_goes_is_announced()
    {
        var person = new ChannelAccount("29:user", "岡本") { Properties = JObject.Parse("""{"userRole":"user"}""") };

        await ReceiveAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [person] });
        await ReceiveAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = [new ChannelAccount("29:user")] });

        Assert.Equal(["added 29:user", "removed 29:user"], bot.Heard);
    }

    [Fact]
    public async Task A_renamed_team_is_known_from_the_channel_data()
    {
        var data = new { eventType = "teamRenamed", team = new { id = "19:team", name = "広報広聴課" } };

        await ReceiveAsync(new Activity(ActivityTypes.ConversationUpdate) { ChannelData = JObject.FromObject(data) });

        Assert.Equal(["renamed 広報広聴課"], bot.Heard);
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    public async Task An_installation_comes_and_goes(string action, string expected)
    {
        await ReceiveAsync(new Activity(ActivityTypes.InstallationUpdate) { Action = action });

        Assert.Equal([expected], bot.Heard);
    }

    [Fact]
    public async Task A_like_is_told_apart_from_its_taking_back()
    {
        await ReceiveAsync(new Activity(ActivityTypes.MessageReaction) { ReactionsAdded = [new MessageReaction("like")] });
        await ReceiveAsync(new Activity(ActivityTypes.MessageReaction) { ReactionsRemoved = [new MessageReaction("like")] });

        Assert.Equal(["+like", "-like"], bot.Heard);
    }

    [Fact]
    public async Task An_edited_message_is_known_from_the_channel_data()
    {
        var edited = new Activity(ActivityTypes.MessageUpdate)
        {
            Text = "直しました",
            ChannelData = JObject.Parse("""{"eventType":"editMessage"}"""),
        };

        await ReceiveAsync(edited);

        Assert.Equal(["edited 直しました"], bot.Heard);
    }

    private Task ReceiveAsync(Activity activity) => new TestAdapter(Channels.Msteams).ProcessActivityAsync(activity, bot.OnTurnAsync);

    private sealed class Noting : TeamsActivityHandler
    {
        public List<string> Heard { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            HearAsync($"message {turnContext.Activity.Text}");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => HearAsync($"added {membersAdded.Single().Id}");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => HearAsync($"removed {membersRemoved.Single().Id}");

        protected override Task OnTeamsTeamRenamedAsync(
            TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            HearAsync($"renamed {teamInfo.Name}");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => HearAsync("installed");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => HearAsync("uninstalled");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken) => HearAsync($"+{messageReactions.Single().Type}");

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken) => HearAsync($"-{messageReactions.Single().Type}");

        protected override Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            HearAsync($"edited {turnContext.Activity.Text}");

        private Task HearAsync(string what)
        {
            Heard.Add(what);
            return Task.CompletedTask;
        }
    }
}
