namespace GuidelineBot.Accounts;

/// <summary>Settings of the register.</summary>
internal sealed class AccountsOptions
{
    public const string Section = "Accounts";

    /// <summary>After how many days a password is to be changed (4⑤ says 「定期的に」, no number); 0: nobody is reminded.</summary>
    public int PasswordDays { get; set; } = 180;
}
