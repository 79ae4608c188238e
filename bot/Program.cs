using GuidelineBot;
using GuidelineBot.CommandLine;
using GuidelineBot.Downloads;
using GuidelineBot.Health;
using GuidelineBot.Turns;

if (CommandLineSetup.IsCommand(args))
    return await CommandLineSetup.RunAsync(args);

// Watching the settings would mean watching the whole folder, the database's file in it included: a message from the system at each write of each turn.
var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
builder.Configuration.AddJsonFile("appsettings.Local.json", optional: true, reloadOnChange: false);

// The port that bots have always had on a developer's machine.
if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
    builder.WebHost.UseUrls("http://localhost:3978");

// Quiet unless asked (Logging:LogLevel): a turn is not worth a dozen lines.
foreach (var chatty in (string[])["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http.HttpClient"])
    builder.Logging.AddFilter(chatty, LogLevel.Warning);

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
