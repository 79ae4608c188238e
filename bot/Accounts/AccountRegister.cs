using GuidelineBot.Storage;

namespace GuidelineBot.Accounts;

internal sealed class AccountRegister
{
#pragma warning disable CA1822

    public Task<Account?> FindAsync(Database db, string url, string service, string name, CancellationToken cancellationToken) => Task.FromResult<Account?>(null);

    public Task<Account> OpenAsync(Database db, Notice notice, string numberText, string byName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Account?> ChangeAsync(Database db, Notice notice, string numberText, string byName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Account?> EndAsync(Database db, Notice notice, string numberText, string byName, CancellationToken cancellationToken) => throw new NotSupportedException();
}
