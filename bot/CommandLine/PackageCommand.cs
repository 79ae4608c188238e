using System.CommandLine;
using GuidelineBot.Knowledge;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Packaging;

namespace GuidelineBot.CommandLine;

/// <summary><c>package</c>: the zip file that installs the bot in Teams.</summary>
internal static class PackageCommand
{
    public static Command Create()
    {
        var appId = new Option<string>("--app-id") { Description = "Azure Bot のアプリケーション ID（GUID）。", Required = true };
        var domain = new Option<string>("--domain")
        {
            Description = "ボットの公開ドメイン（例: bot.example.jp）。https:// やポートは付けません。",
            Required = true,
        };
        var version = new Option<string>("--version")
        {
            Description = $"アプリの版（例: {ProductVersion.Numbers}）。更新するたびに上げます。",
            DefaultValueFactory = _ => ProductVersion.Numbers,
        };
        var output = new Option<FileInfo>("--out")
        {
            Description = "書き出す zip ファイル。",
            DefaultValueFactory = _ => new FileInfo("guideline-bot.zip"),
        };
        var knowledge = KnowledgeFolder.Option();
        var command = new Command("package", "Teams に入れるアプリのパッケージ（zip）を作ります。Teams 管理センターでアップロードします。")
        {
            appId,
            domain,
            version,
            output,
            knowledge,
        };
        command.Validators.Add(result =>
        {
            if (!Guid.TryParse(result.GetValue(appId), out var id) || id == Guid.Empty)
                result.AddError("--app-id は GUID（例: 00000000-0000-0000-0000-000000000001）で指定してください。");
            else if (!AppPackage.IsDomain(result.GetValue(domain) ?? ""))
                result.AddError("--domain は bot.example.jp のように、https:// やポートを付けずに指定してください。");
            else if (result.GetResult(version) is { Implicit: false } && !AppPackage.IsVersion(result.GetValue(version) ?? ""))
                result.AddError("--version は 1.0.0 のように、三つの数で指定してください。");
        });
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(output)!;
            var folder = KnowledgeFolder.Of(parsed.GetValue(knowledge));
            File.WriteAllBytes(
                file.FullName,
                AppPackage.Write(
                    Guid.Parse(parsed.GetValue(appId)!),
                    parsed.GetValue(domain)!,
                    parsed.GetValue(version)!,
                    KnowledgeBase.Load(folder).Offices,
                    folder
                )
            );
            Console.Out.WriteLine(
                $"{file} を作りました。Teams 管理センターの「アプリを管理」から、カスタム アプリとしてアップロードしてください。"
            );
        });
        return command;
    }
}
