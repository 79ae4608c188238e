using System.Text.Json;
using GuidelineBot.Cards;
using GuidelineBot.Turns;

namespace GuidelineBot.Rehearsal;

/// <summary>What pressing a button does, by the names that words have for it.</summary>
internal static class PressedRoutes
{
    public static string Of(Pressed? press) =>
        press?.Verb switch
        {
            null => "none",
            NoticeConfirmCard.SubmitVerb => "draft:submit",
            NoticeFormCard.CancelVerb => "draft:discard",
            NoticeFormCard.DropVerb => "draft:discard",
            NoticeFormCard.OpenVerb => "draft:resume",
            NoticeFormCard.SaveVerb => Target(press) switch
            {
                nameof(NoticeFormCard.Target.Later) => "draft:save",
                nameof(NoticeFormCard.Target.Ask) => "draft:each",
                _ => "draft:set",
            },
            NoticesCard.StartVerb => $"notice:{Member(press, "kind")}",
            IncidentStartCard.OpenVerb or IncidentStartCard.StartVerb => $"incident:{Member(press, "checklist")}",
            AnswerCard.OpenVerb => "answer",
            ProcedureCard.OpenVerb => $"procedure:{Member(press, "procedure")}",
            var verb => verb,
        };

    private static string? Target(Pressed press) => Member(press, "to");

    private static string? Member(Pressed press, string name) =>
        press.Data.ValueKind == JsonValueKind.Object && press.Data.TryGetProperty(name, out var value) ? value.ToString() : null;
}
