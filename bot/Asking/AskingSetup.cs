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
        services.AddSingleton<IHomeRows, AskingHome>();
        services.AddSingleton<QuestionLog>();
        services.AddSingleton<Feedback>();
        services.AddSingleton<UnansweredQuestions>();
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
        routes.OnMessage<ShowHome>(Route.Command("help"), Route.Command("hello"));
        routes.OnMessage<BrowseContents>(Route.Command("contents"));

        routes.OnMessage<ShowRevision>(Route.Command("revision"));
        routes.OnPress<ShowRevision>(RevisionCard.PageVerb);
        routes.OnMessage<ListUnanswered>(Route.Command("unanswered"), Roles.Reviewer);
        routes.OnPress<ListUnanswered>(UnansweredCard.OpenVerb, Roles.Reviewer);
        routes.OnPress<OpenTeachQuestion>(UnansweredCard.FormVerb, Roles.Reviewer);
        routes.OnPress<TeachQuestion>(UnansweredCard.TeachVerb, Roles.Reviewer);

        routes.OnExtension<SearchClauses>(Extension.Search);

        routes.OnPress<OpenClause>(AnswerCard.OpenVerb);
        routes.OnPress<RateAnswer>(AnswerCard.RateVerb);
        routes.OnPress<CommentOnAnswer>(AnswerCard.CommentVerb);
        routes.OnPress<RefuseCandidates>(CandidatesCard.NoneVerb);
        routes.OnPress<BrowseContents>(ContentsCard.OpenVerb);
        routes.OnPress<ShowHome>(HomeCard.OpenVerb);
        routes.OnPress<TryExample>(HomeCard.ExampleVerb);
    }
}
