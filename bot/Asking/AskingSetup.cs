using GuidelineBot.Cards;
using GuidelineBot.Insights;
using GuidelineBot.Knowledge.Understanding;
using GuidelineBot.Turns;

namespace GuidelineBot.Asking;

/// <summary>Questions about the guideline: what leads here, and who answers.</summary>
internal static class AskingSetup
{
    public static IServiceCollection AddAsking(this IServiceCollection services)
    {
        services.AddSingleton<AnswerCards>();
        services.AddSingleton<ProcedureCards>();
        services.AddSingleton<IOffer, ProcedureOffer>();
        services.AddSingleton<QuestionLog>();
        services.AddSingleton<Feedback>();
        services.AddSingleton<IFigures, QuestionFigures>();
        services.AddSingleton<RecentQuestions>();
        return services;
    }

    public static void AddAsking(this Routes routes)
    {
        routes.OnMessage<AnswerQuestion>(Route.Answer, Route.Candidates, Route.None);
        routes.OnMessage<SmallTalk>([.. SmallTalk.Routes]);
        routes.OnMessage<GoOnAboutClause>([.. GoOnAboutClause.Routes]);
        routes.OnMessage<ShowProcedure>([.. ShowProcedure.Routes]);
        routes.OnPress<ShowProcedure>(ProcedureCard.OpenVerb);
        routes.OnMessage<ShowHelp>(Route.Command("help"));
        routes.OnMessage<ShowWelcome>(Route.Command("hello"));
        routes.OnMessage<BrowseContents>(Route.Command("contents"));

        routes.OnMessage<ShowRevision>(Route.Command("revision"));
        routes.OnPress<ShowRevision>(RevisionCard.PageVerb);
        routes.OnExtension<SearchClauses>(Extension.Search);

        routes.OnPress<OpenClause>(AnswerCard.OpenVerb);
        routes.OnPress<RateAnswer>(AnswerCard.RateVerb);
        routes.OnPress<CommentOnAnswer>(AnswerCard.CommentVerb);
        routes.OnPress<RefuseCandidates>(CandidatesCard.NoneVerb);
        routes.OnPress<BrowseContents>(ContentsCard.OpenVerb);
        routes.OnPress<ShowHelp>(HelpCard.OpenVerb);
        routes.OnPress<TryExample>(WelcomeCard.ExampleVerb);
    }
}
