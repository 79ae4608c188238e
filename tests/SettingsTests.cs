using System.Text.Json;
using System.Text.RegularExpressions;
using GuidelineBot.Accounts;
using GuidelineBot.Delivery;
using GuidelineBot.Downloads;
using GuidelineBot.Incidents;
using GuidelineBot.Notices;
using GuidelineBot.Playground;
using GuidelineBot.Storage;
using GuidelineBot.Tests.Architecture;
using GuidelineBot.Turns;
using Microsoft.Extensions.Configuration;

namespace GuidelineBot.Tests;

/// <summary>The sample of the settings names every setting that the bot reads, and no other.</summary>
public sealed partial class SettingsTests
{
    private static readonly string Sample = Path.Combine(Sources.Root, "appsettings.sample.json");

    private static readonly (Type Options, string Section)[] Bound =
    [
        (typeof(ChannelOptions), ""),
        (typeof(TenantOptions), TenantOptions.Section),
        (typeof(AllowedChannelsOptions), AllowedChannelsOptions.Section),
        (typeof(LimitOptions), LimitOptions.Section),
        (typeof(RoleOptions), RoleOptions.Section),
        (typeof(MailOptions), MailOptions.Section),
        (typeof(DeliveryOptions), DeliveryOptions.Section),
        (typeof(RecipientOptions), RecipientOptions.Section),
        (typeof(ApprovalOptions), ApprovalOptions.Section),
        (typeof(ReminderOptions), ReminderOptions.Section),
        (typeof(RetentionOptions), RetentionOptions.Section),
        (typeof(SiteOptions), SiteOptions.Section),
        (typeof(AccountsOptions), AccountsOptions.Section),
        (typeof(GuidelineBot.Stocktakes.StocktakeOptions), GuidelineBot.Stocktakes.StocktakeOptions.Section),
        (typeof(IncidentOptions), IncidentOptions.Section),
        (typeof(PlaygroundOptions), PlaygroundOptions.Section),
    ];

    [Fact]
    public void The_sample_and_the_code_name_the_same_settings()
    {
        var options = Bound.SelectMany(bound =>
            bound
                .Options.GetProperties()
                .Where(property => property.SetMethod is not null)
                .Select(property => bound.Section.Length == 0 ? property.Name : $"{bound.Section}:{property.Name}")
        );
        var read = Sources
            .Of("bot")
            .SelectMany(file => ReadByName().Matches(file.Text))
            .Select(match =>
                match.Groups["connection"].Success ? $"ConnectionStrings:{match.Groups["connection"].Value}" : match.Groups["key"].Value
            );

        Assert.Equal(options.Concat(read).Distinct().Order(StringComparer.Ordinal), Keys().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_class_of_options_in_the_bot_is_looked_at_here() =>
        Assert.Equal(
            typeof(Routes)
                .Assembly.GetTypes()
                .Where(type =>
                    type.Namespace?.StartsWith("GuidelineBot", StringComparison.Ordinal) == true
                    && type.Name.EndsWith("Options", StringComparison.Ordinal)
                )
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            Bound.Select(bound => bound.Options.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_value_of_the_sample_binds()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Sample).Build();

        Assert.All(
            Bound,
            bound =>
                Assert.NotNull(
                    (bound.Section.Length == 0 ? (IConfiguration)configuration : configuration.GetSection(bound.Section)).Get(
                        bound.Options,
                        binder => binder.ErrorOnUnknownConfiguration = bound.Section.Length > 0
                    )
                )
        );
        Assert.Equal("Data Source=var/guideline-bot.db", configuration.GetConnectionString("Sqlite"));
    }

    [Fact]
    public void What_the_sample_calls_the_usual_value_is_the_default()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Sample).Build();
        var channel = configuration.Get<ChannelOptions>()!;

        Assert.Equal(
            (new ChannelOptions().ToBotFromChannelOpenIdMetadataUrl, new ChannelOptions().ToBotFromChannelTokenIssuer),
            (channel.ToBotFromChannelOpenIdMetadataUrl, channel.ToBotFromChannelTokenIssuer)
        );
        Assert.Equal(
            new LimitOptions().ActsInTenSeconds,
            configuration.GetSection(LimitOptions.Section).Get<LimitOptions>()!.ActsInTenSeconds
        );
        Assert.Equal(
            new RetentionOptions().QuestionLogDays,
            configuration.GetSection(RetentionOptions.Section).Get<RetentionOptions>()!.QuestionLogDays
        );
        Assert.Equal(
            new RetentionOptions().EvidenceDays,
            configuration.GetSection(RetentionOptions.Section).Get<RetentionOptions>()!.EvidenceDays
        );
        Assert.Equal(
            new AccountsOptions().PasswordDays,
            configuration.GetSection(AccountsOptions.Section).Get<AccountsOptions>()!.PasswordDays
        );
        Assert.Equal(new PlaygroundOptions().Port, configuration.GetSection(PlaygroundOptions.Section).Get<PlaygroundOptions>()!.Port);
        Assert.Equal(SqliteDatabase.DefaultConnection, configuration.GetConnectionString("Sqlite"));
    }

    private static IEnumerable<string> Keys()
    {
        using var sample = JsonDocument.Parse(
            File.ReadAllText(Sample),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
        );
        return [.. Leaves(sample.RootElement, "")];
    }

    private static IEnumerable<string> Leaves(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Name : $"{path}:{member.Name}"))
            : [path];

    [GeneratedRegex("""GetConnectionString\("(?<connection>[^"]+)"\)|configuration\["(?<key>[^"]+)"\]""")]
    private static partial Regex ReadByName();
}
