using GuidelineBot.Cards;
using GuidelineBot.Delivery;
using GuidelineBot.Insights;
using GuidelineBot.Turns;

namespace GuidelineBot.Approvals;

/// <summary>投稿の承認: somebody else approves exactly these characters for exactly this account.</summary>
internal static class ApprovalsSetup
{
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.AddSingleton<ApprovalDesk>();
        services.AddSingleton<ApprovalViews>();
        services.AddSingleton<IComposer>(provider => provider.GetRequiredService<ApprovalViews>());
        services.AddSingleton<ApprovalDecision>();
        services.AddSingleton<IFigures, ApprovalFigures>();
        return services;
    }

    public static void AddApprovals(this Routes routes)
    {
        // A draft must not stay behind in an answer that is kept for copies of the press.
        routes.OnPress<OpenApprovalForm>(ApprovalCard.FormVerb, Answers.AreNotKept);
        routes.OnPress<AskApproval>(ApprovalCard.AskVerb, Answers.AreNotKept);
        routes.OnPress<ApprovePost>(ApprovalCard.ApproveVerb);
        routes.OnPress<ReturnPost>(ApprovalCard.ReturnVerb);
        routes.OnPress<ComparePost>(ApprovalCard.CompareVerb, Answers.AreNotKept);
    }
}
