using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Accounts;

/// <summary>The register (台帳) of the city's accounts: what leads here, and who answers.</summary>
internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AccountsOptions>()
            .Bind(configuration.GetSection(AccountsOptions.Section))
            .Validate(
                options => options.PasswordDays is >= 0 and <= 3650,
                "Accounts:PasswordDays には 0 から 3650 までの日数を指定してください。0 のときはお知らせしません。"
            )
            .ValidateOnStart();
        services.AddSingleton<AccountFinder>();
        services.AddSingleton<AccountDuties>();
        services.AddSingleton<AccountRegister>();
        services.AddSingleton<AccountEdits>();
        services.AddSingleton<AccountCards>();
        services.AddSingleton<IHomeRows, AccountsHome>();
        services.AddSingleton<IDownloads, AccountsExport>();
        services.AddSingleton<DutyCards>();
        services.AddSingleton<DutyComposer>();
        services.AddSingleton<IComposer>(provider => provider.GetRequiredService<DutyComposer>());
        services.AddSingleton<ILiveCardArtist>(provider => provider.GetRequiredService<DutyComposer>());
        services.AddHostedService<DutyWorker>();
        services.AddHostedService<AccountClock>();
        return services;
    }

    public static void AddAccounts(this Routes routes)
    {
        routes.OnMessage<ListAccounts>(Route.Command("accounts"));

        routes.OnPress<FindAccounts>(AccountsCard.FindVerb);
        routes.OnPress<ListAccounts>(AccountsCard.PageVerb);
        routes.OnPress<ExportAccounts>(AccountsCard.ExportVerb, AccountCards.Editors);
        routes.OnPress<OpenAccount>(AccountCard.OpenVerb);
        routes.OnPress<MarkListed>(AccountCard.ListVerb, AccountCards.Editors);
        routes.OnPress<EditAccount>(AccountEditCard.EditVerb, AccountCards.Editors);
        routes.OnPress<SaveAccount>(AccountEditCard.SaveVerb, AccountCards.Editors);
        routes.OnPress<FinishDuty>(DutyCard.DoneVerb);
    }
}
