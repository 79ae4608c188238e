using GuidelineBot;
using GuidelineBot.CommandLine;
using GuidelineBot.Downloads;
using GuidelineBot.Health;
using GuidelineBot.Turns;
using Microsoft.Extensions.Hosting.WindowsServices;

if (CommandLineSetup.IsCommand(args))
    return await CommandLineSetup.RunAsync(args);

// Watching the settings would mean watching the whole folder, the database's file in it included: a message from the system at each write of each turn.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions
    {
        Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"],
        // Windows starts its services in a folder of the system's; theirs is the program's.
        ContentRootPath = WindowsServiceHelpers.IsWindowsService() ? AppContext.BaseDirectory : null,
    }
);
builder.Configuration.AddJsonFile("appsettings.Local.json", optional: true, reloadOnChange: false);

// The port that bots have always had on a developer's machine.
if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
    builder.WebHost.UseUrls("http://localhost:3978");

// Quiet unless asked (Logging:LogLevel): a turn is not worth a dozen lines.
foreach (var chatty in (string[])["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http.HttpClient"])
    builder.Logging.AddFilter(chatty, LogLevel.Warning);

// Each does something only where the bot was started by it.
builder.Services.AddSystemd().AddWindowsService(options => options.ServiceName = "GuidelineBot");
builder.Services.AddWeb(builder.Configuration, builder.Environment);
builder.Services.AddBot(builder.Configuration, builder.Environment);

var app = builder.Build();

app.UseWeb();
app.UseAuthentication();
app.UseAuthorization();
app.MapTurns();
app.MapDownloads();
app.MapHealth();
app.MapStatus();

await app.RunAsync();
return 0;
