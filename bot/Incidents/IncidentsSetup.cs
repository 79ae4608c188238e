using GuidelineBot.Asking;
using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Downloads;
using GuidelineBot.Files;
using GuidelineBot.Insights;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Observability;
using GuidelineBot.Turns;

namespace GuidelineBot.Incidents;

/// <summary>Incidents: checklists in progress; what leads here, and who answers.</summary>
internal static class IncidentsSetup
{
    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddSingleton<RunningIncidents>();
        services.AddOptions<IncidentOptions>().BindConfiguration(IncidentOptions.Section);
        services.AddSingleton<IncidentMeant>();
        services.AddSingleton<KeepEvidence>();
        services.AddSingleton<ITakesFiles>(services => services.GetRequiredService<KeepEvidence>());
        services.AddSingleton<TimelineModels>();
        services.AddSingleton<ISituationPart, IncidentSituation>();
        services.AddSingleton<IOffer, IncidentOffer>();
        services.AddSingleton<IHomeRows, IncidentsHome>();
        services.AddSingleton<IncidentDesk>();
        services.AddSingleton<IncidentForms>();
        services.AddSingleton<IncidentPlaces>();
        services.AddSingleton<IncidentViews>();
        services.AddSingleton<ILiveCardArtist>(provider => provider.GetRequiredService<IncidentViews>());
        services.AddSingleton<IComposer, IncidentComposer>();
        services.AddSingleton<IDownloads, IncidentReport>();
        services.AddSingleton<ILevel, OpenIncidents>();
        services.AddSingleton<IFigures, IncidentFigures>();
        services.AddSingleton<IncidentReminders>();
        services.AddSingleton<ILiveCardArtist>(provider => provider.GetRequiredService<IncidentReminders>());
        services.AddSingleton<IncidentMornings>();
        services.AddSingleton<IncidentCalls>();
        services.AddSingleton<DrillPlans>();
        services.AddSingleton<DrillViews>();
        services.AddSingleton<DrillClock>();
        services.AddSingleton<IComposer, DrillComposer>();
        services.AddSingleton<IDownloads, DrillPictures>();
        services.AddSingleton<IFigures, DrillFigures>();
        services.AddSingleton<IncidentClock>();
        services.AddHostedService(provider => provider.GetRequiredService<IncidentClock>());
        return services;
    }

    public static void AddIncidents(this Routes routes)
    {
        routes.OnMessage<TellIncident>(
            new Route("incident:flaming"),
            new Route("incident:impersonation"),
            new Route("incident:takeover"),
            new Route("incident:mistake")
        );
        routes.OnMessage<StartToldIncident>(new Route("incident:start"));
        routes.OnMessage<DropIncident>(new Route("incident:mistaken"));
        routes.OnMessage<TalkOfIncident>(
            new Route("incident:note"),
            new Route("incident:change"),
            new Route("incident:status"),
            new Route("incident:close")
        );
        routes.OnMessage<IncidentGuide>(new Route("incident:next"), new Route("incident:done"), new Route("incident:later"));
        routes.OnMessage<ListIncidents>(Route.Command("incidents"));
        routes.OnMessage<ListDrills>(Route.Command("drills"));
        routes.OnMessage<PlanDrill>(PlanningDrills.Route);
        routes.OnMessage<IncidentGuide>(new Route(IncidentGuide.Next), new Route(IncidentGuide.Done), new Route(IncidentGuide.Later));

        routes.OnExtension<OpenKeepMessage>(OpenKeepMessage.Command);
        routes.OnExtension<BeginBesideMessage>(BeginBesideMessage.Command);

        routes.OnPress<ProveStep>(IncidentNoteCard.ProveVerb);
        routes.OnPress<KeepMessage>(IncidentNoteCard.KeepVerb);
        routes.OnPress<BeginIncident>(IncidentStartCard.OpenVerb);
        routes.OnPress<StartIncident>(IncidentStartCard.StartVerb);
        routes.OnPress<EditIncident>(IncidentCard.EditVerb);
        routes.OnPress<SaveIncident>(IncidentCard.SaveVerb);
        routes.OnPress<OpenIncident>(IncidentCard.OpenVerb);
        routes.OnPress<OpenStep>(IncidentStepCard.OpenVerb);
        routes.OnPress<ActOnStep>(IncidentStepCard.ActVerb);
        routes.OnPress<CallContact>(IncidentStepCard.CallVerb);
        routes.OnPress<ListDrills>(DrillsCard.OpenVerb);
        routes.OnPress<StartDrill>(DrillsCard.StartVerb);
        routes.OnPress<PlanDrill>(DrillPlanCard.OpenVerb);
        routes.OnPress<SaveDrillPlan>(DrillPlanCard.SaveVerb);
        routes.OnPress<CallOffDrill>(DrillPlanCard.CallOffVerb);
        routes.OnPress<ShowDrillPicture>(DrillsCard.PictureVerb);
        routes.OnPress<OpenTimeline>(IncidentTimelineCard.OpenVerb);
        routes.OnPress<WriteEntry>(IncidentTimelineCard.WriteVerb);
        routes.OnPress<RetractEntry>(IncidentTimelineCard.RetractVerb);
        routes.OnPress<PickIncident>(IncidentsCard.WhichVerb);
        routes.OnPress<OpenTeam>(IncidentTeamCard.OpenVerb);
        routes.OnPress<TakeRole>(IncidentTeamCard.RoleVerb);
        routes.OnPress<InviteColleague>(IncidentTeamCard.InviteVerb);
        routes.OnPress<HandOver>(IncidentTeamCard.HandVerb);
        routes.OnPress<ShareIncident>(IncidentTeamCard.ShareVerb);
        routes.OnPress<OpenStatusForm>(IncidentStatusCard.FormVerb);
        routes.OnPress<ReportStatus>(IncidentStatusCard.ReportVerb);
        routes.OnPress<SnoozeStatus>(IncidentStatusCard.SnoozeVerb);
        routes.OnPress<OpenCloseForm>(IncidentCloseCard.FormVerb);
        routes.OnPress<CloseIncident>(IncidentCloseCard.CloseVerb);
        routes.OnPress<MistakeIncident>(IncidentCloseCard.MistakenVerb);
        routes.OnPress<FinishFollowUp>(IncidentCloseCard.FollowedUpVerb);
        routes.OnPress<ReopenIncident>(IncidentCloseCard.ReopenVerb);
        routes.OnPress<OpenReviewForm>(IncidentCloseCard.ReviewFormVerb);
        routes.OnPress<ReviewIncident>(IncidentCloseCard.ReviewVerb);
        routes.OnPress<OpenReport>(IncidentCloseCard.PapersVerb);
        routes.OnPress<ListIncidents>(IncidentsCard.OpenVerb);
    }
}
