using GuidelineBot.Delivery;

namespace GuidelineBot.Accounts;

/// <summary>A slice that shows whether an account is on the website's list.</summary>
internal interface IAccountWatcher
{
    /// <summary>An account was put on the list or taken off it, in this change.</summary>
    Task ListedAsync(Change change, Guid account, CancellationToken cancellationToken);
}
