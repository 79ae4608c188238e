using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Downloads;
using GuidelineBot.Knowledge;
using GuidelineBot.Notices;
using GuidelineBot.Storage;
using GuidelineBot.Turns;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidelineBot.Health;

internal enum StatusLevel
{
    Right,

    /// <summary>It works, but not as a city would want it.</summary>
    Doubtful,

    Wrong,
}

/// <summary>One thing that an operator has to have set right.</summary>
/// <param name="Finding">How it stands; no secret, no person's data.</param>
/// <param name="ToDo">What to do next; empty for nothing.</param>
internal sealed record StatusItem(string Name, StatusLevel Level, string Finding, string ToDo = "");

/// <summary>Looks at everything that an operator sets.</summary>
internal sealed class StatusItems(
    IDbContextFactory<Database> databases,
    LiveKnowledge knowledge,
    IOptions<ChannelOptions> channel,
    AppCredential credential,
    TimeProvider clock,
    IOptions<TenantOptions> tenants,
    IOptions<RoleOptions> roles,
    TeamRosters rosters,
    IOptions<RecipientOptions> recipients,
    IOptions<MailOptions> mail,
    IOptions<SiteOptions> site,
    IOptions<HostFilteringOptions> hosts,
    IHostEnvironment environment
)
{
    /// <summary>How long before its end a secret or certificate is warned of.</summary>
    private const int WarnedDays = 60;

    private Offices Offices => knowledge.Current.Offices;

    public async Task<IReadOnlyList<StatusItem>> AllAsync(CancellationToken cancellationToken) =>
        [
            App(),
            Credential(),
            Tenants(),
            People($"{Offices.PublicRelations.Name}の担当者", "Roles:Reviewers", roles.Value.Reviewers, roles.Value.ReviewersTeam),
            People(
                Offices.NetworkAdministrator.Name,
                "Roles:NetworkAdministrators",
                roles.Value.NetworkAdministrators,
                roles.Value.NetworkAdministratorsTeam
            ),
            People("ボットの管理者", "Roles:Administrators", roles.Value.Administrators, ""),
            Addresses($"{Offices.PublicRelations.Name}の宛先", "Recipients:PublicRelations", recipients.Value.PublicRelations),
            Addresses(
                $"{Offices.NetworkAdministrator.Name}の宛先",
                "Recipients:NetworkAdministrator",
                recipients.Value.NetworkAdministrator
            ),
            Mail(),
            Site(),
            Hosts(),
            .. await StorageAsync(cancellationToken),
            .. Knowledge(),
        ];

    private StatusItem App() =>
        channel.Value.IsOpen
            ? new(
                "Azure Bot の登録",
                StatusLevel.Doubtful,
                "登録されていません。この開発用の端末でだけ使えます。",
                "Azure Bot を登録し、MicrosoftAppId、MicrosoftAppPassword、MicrosoftAppTenantId を設定してください。"
            )
            : new("Azure Bot の登録", StatusLevel.Right, "登録されています。");

    private StatusItem Credential()
    {
        const string Name = "ボットのサインイン";
        const string Renew = "新しいものを作り、設定を替えてから、古いものを消してください（docs/operations.md）。";
        if (channel.Value.IsOpen)
            return new(Name, StatusLevel.Right, "この開発用の端末では要りません。");
        if (credential.IsMissing)
            return new(
                Name,
                StatusLevel.Wrong,
                "シークレットも証明書もないので、Teams に何も送れません。",
                "MicrosoftAppPassword か MicrosoftAppCertificate を設定するか、マネージド ID を使ってください。"
            );
        var kind =
            credential.IsManaged ? "マネージド ID"
            : credential.Certificate is not null ? "証明書"
            : "シークレット";
        if (credential.LastDay is not { } last)
            return credential.IsManaged
                ? new(Name, StatusLevel.Right, $"{kind} を使います。期限はありません。")
                : new(
                    Name,
                    StatusLevel.Doubtful,
                    $"{kind}を使います。いつ切れるか分かりません。",
                    "MicrosoftAppPasswordEnds に、シークレットの最後の日を設定してください。"
                );
        var left = last.DayNumber - DateOnly.FromDateTime(clock.GetLocalNow().DateTime).DayNumber;
        return left < 0 ? new(Name, StatusLevel.Wrong, $"{kind}が切れています（{Wareki.Day(last)}まででした）。", Renew)
            : left <= WarnedDays ? new(Name, StatusLevel.Doubtful, $"{kind}があと{left}日で切れます（{Wareki.Day(last)}まで）。", Renew)
            : new(Name, StatusLevel.Right, $"{kind}を使います（{Wareki.Day(last)}まで）。");
    }

    private StatusItem Tenants() =>
        tenants.Value.Allowed.Length > 0 ? new("使ってよいテナント", StatusLevel.Right, $"{tenants.Value.Allowed.Length}件")
        : environment.IsDevelopment()
            ? new(
                "使ってよいテナント",
                StatusLevel.Doubtful,
                "どこからでも使えます（開発用）。",
                "Tenants:Allowed に、市のテナントの ID を設定してください。"
            )
        : new(
            "使ってよいテナント",
            StatusLevel.Wrong,
            "どこからも使えません。",
            "Tenants:Allowed に、市のテナントの ID を設定してください。"
        );

    private StatusItem People(string name, string setting, string[] people, string team) =>
        rosters.Unread.Contains(team)
            ? new(
                name,
                StatusLevel.Wrong,
                "チームのメンバーを読み取れません。",
                $"{setting}Team のチームにボットを入れて、ボットに一度話しかけてください。"
            )
        : team.Length > 0 && people.Length == 0 && !rosters.HasMembers(team)
            ? new(name, StatusLevel.Doubtful, "チームにだれもいません。", $"{setting}Team のチームに、担当者を入れてください。")
        : team.Length > 0 ? new(name, StatusLevel.Right, $"{people.Length}人と、チームのメンバー")
        : people.Where(id => !Guid.TryParse(id, out _)).ToList() is { Count: > 0 } odd
            ? new(
                name,
                StatusLevel.Wrong,
                $"{people.Length}件のうち{odd.Count}件は Entra のオブジェクト ID ではありません。",
                $"{setting} を直してください。"
            )
        : people.Length > 0 ? new(name, StatusLevel.Right, $"{people.Length}人")
        : new(name, StatusLevel.Doubtful, "だれもいません。", $"{setting} に、担当者の Entra のオブジェクト ID を設定してください。");

    private static StatusItem Addresses(string name, string setting, IReadOnlyCollection<string> addresses) =>
        addresses.Count > 0
            ? new(name, StatusLevel.Right, $"{addresses.Count}件")
            : new(name, StatusLevel.Doubtful, "メールの宛先がありません。", $"{setting} に、メールアドレスを設定してください。");

    private StatusItem Mail() =>
        mail.Value.Host.Length > 0
            ? mail.Value.Security == "None"
                ? new("メールサーバー", StatusLevel.Doubtful, "暗号化せずに送ります。", "Mail:Security を StartTls か Tls にしてください。")
                : new("メールサーバー", StatusLevel.Right, $"設定されています（{mail.Value.Security}）。")
            : new(
                "メールサーバー",
                StatusLevel.Doubtful,
                "設定されていません。メールは送らずに .eml ファイルとして書きます。",
                "Mail:Host などを設定してください。"
            );

    private StatusItem Site() =>
        site.Value.Address.Length == 0
            ? new("公開アドレス", StatusLevel.Right, "Teams から呼ばれたときのアドレスを、書類のリンクに使います。")
        : Uri.TryCreate(site.Value.Address, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new("公開アドレス", StatusLevel.Right, "設定されています。")
        : new(
            "公開アドレス",
            StatusLevel.Wrong,
            "https の URL ではありません。",
            "Site:Address を https:// から始まるアドレスにしてください。"
        );

    private StatusItem Hosts() =>
        hosts.Value.AllowedHosts.Contains("*")
            ? new(
                "受け付けるホスト名",
                StatusLevel.Doubtful,
                "どの名前でも受け付けます。",
                "AllowedHosts に、このボットの公開アドレスのホスト名を設定してください。"
            )
            : new("受け付けるホスト名", StatusLevel.Right, $"{hosts.Value.AllowedHosts.Count}件");

    private async Task<IReadOnlyList<StatusItem>> StorageAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var dead = await database.Outbox.CountAsync(message => message.Status == OutboxStatus.Dead, cancellationToken);
            var unsent = await database.Outbox.CountAsync(
                message => message.Channel == OutboxChannel.Mail && message.Status == OutboxStatus.Waiting && message.Attempts > 0,
                cancellationToken
            );
            var places = await KnownConversations.OfOffice(database).CountAsync(cancellationToken);
            var isMailed = mail.Value.Host.Length > 0 && recipients.Value.PublicRelations.Length > 0;
            return
            [
                new(
                    "データベース",
                    StatusLevel.Right,
                    database is PostgresDatabase
                        ? "PostgreSQL に接続しています。"
                        : "SQLite のファイルを使っています。ボットを複数の機械で動かすときは PostgreSQL が必要です。"
                ),
                places > 0
                    ? new("届出を知らせるチャット", StatusLevel.Right, $"{places}件")
                    : new(
                        "届出を知らせるチャット",
                        isMailed ? StatusLevel.Doubtful : StatusLevel.Wrong,
                        isMailed ? "ありません。" : "ありません。メールも送られないので、届出も質問もどこにも届きません。",
                        $"{Offices.PublicRelations.Name}のチャットかチャネルで「ここに届ける」と入力してください。"
                    ),
                unsent == 0
                    ? new("メールの送信", StatusLevel.Right, "滞っていません。")
                    : new(
                        "メールの送信",
                        StatusLevel.Wrong,
                        $"{unsent}件のメールを送れず、試し続けています。",
                        "メールサーバーと設定 Mail を確かめてください。理由は、管理者の「配信状況」にあります。"
                    ),
                dead == 0
                    ? new("送れなかったお知らせ", StatusLevel.Right, "ありません。")
                    : new(
                        "送れなかったお知らせ",
                        StatusLevel.Wrong,
                        $"{dead}件",
                        "管理者が Teams で「配信状況」と入力し、理由を確かめて再送してください。"
                    ),
            ];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return
            [
                new(
                    "データベース",
                    StatusLevel.Wrong,
                    "接続できません。",
                    "ConnectionStrings と、データベースが動いているかを確かめてください。理由はボットのログにあります。"
                ),
            ];
        }
    }

    private IEnumerable<StatusItem> Knowledge()
    {
        var own = knowledge.Current.Own;
        yield return new("ガイドライン", StatusLevel.Right, $"{own.Name}（{own.Revision}）、条項 {own.Clauses.Count} 件");
        foreach (var finding in knowledge.Current.Findings.Where(finding => finding.IsError))
            yield return new(
                "知識ファイル",
                StatusLevel.Wrong,
                $"{finding.File}:{finding.Line} {finding.Message}",
                "ファイルを直してください。直るまでは、そこを除いて使います。"
            );
        foreach (var finding in knowledge.Rejected)
            yield return new(
                "知識ファイル",
                StatusLevel.Wrong,
                $"{finding.File}:{finding.Line} {finding.Message}",
                "ファイルを直してください。直るまでは、前の内容で答えます。"
            );
        if (knowledge.Current.Findings.Count(finding => !finding.IsError) is > 0 and var notes)
            yield return new("知識ファイル", StatusLevel.Right, $"注意 {notes} 件", "内容は「knowledge check」で確かめられます。");
    }
}
