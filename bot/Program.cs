using GuidelineBot;
using GuidelineBot.Accounts;
using GuidelineBot.Asking;
using GuidelineBot.CommandLine;
using GuidelineBot.Delivery;
using GuidelineBot.Downloads;
using GuidelineBot.Health;
using GuidelineBot.Incidents;
using GuidelineBot.Insights;
using GuidelineBot.KnowledgeUpdates;
using GuidelineBot.Notices;
using GuidelineBot.Observability;
using GuidelineBot.Playground;
using GuidelineBot.Posts;
using GuidelineBot.Storage;
using GuidelineBot.Tickets;
using GuidelineBot.Turns;
using Microsoft.AspNetCore.HttpOverrides;

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

builder.Services.AddSingleton<TimeProvider, JapanClock>();
builder.Services.AddKnowledgeUpdates(builder.Configuration, builder.Environment);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddObservability(builder.Configuration);
builder.Services.AddTurns(builder.Configuration);
builder.Services.AddAsking();
builder.Services.AddTickets();
builder.Services.AddAccounts(builder.Configuration);
builder.Services.AddNotices();
builder.Services.AddIncidents();
builder.Services.AddPosts();
builder.Services.AddInsights();
builder.Services.AddDownloads();
builder.Services.AddDelivery();
builder.Services.AddHealth();
builder.Services.AddPlayground(builder.Configuration, builder.Environment);

var app = builder.Build();

var routes = app.Services.GetRequiredService<Routes>();
routes.AddAsking();
routes.AddTickets();
routes.AddAccounts();
routes.AddNotices();
routes.AddIncidents();
routes.AddPosts();
routes.AddInsights();
routes.AddDelivery();

// A proxy on this machine tells who really called, and under which address.
app.UseForwardedHeaders(
    new ForwardedHeadersOptions
    {
        ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
    }
);
app.UseAuthentication();
app.UseAuthorization();
app.MapTurns();
app.MapDownloads();
app.MapHealth();
app.MapStatus();

await app.RunAsync();
return 0;
