using GuidelineBot.Knowledge.Notices;

namespace GuidelineBot.Notices;

/// <summary>Whom papers are mailed to.</summary>
internal sealed class RecipientOptions
{
    public const string Section = "Recipients";

    /// <summary>E-mail addresses of the office.</summary>
    public string[] PublicRelations { get; init; } = [];

    /// <summary>E-mail addresses of the 全庁ネットワーク管理者.</summary>
    public string[] NetworkAdministrator { get; init; } = [];

    /// <summary>Those who receive a paper, and those who get a copy (6②エ); nobody twice, even if listed twice.</summary>
    public (IReadOnlyList<string> To, IReadOnlyList<string> Copies) Of(NoticeRecipient recipient) =>
        recipient == NoticeRecipient.PublicRelations
            ? (Once(PublicRelations), [.. NetworkAdministrator.Except(PublicRelations, StringComparer.OrdinalIgnoreCase)])
            : (Once(NetworkAdministrator), []);

    private static string[] Once(string[] addresses) => [.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)];
}
