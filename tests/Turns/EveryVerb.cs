using System.Text.Json.Nodes;
using static GuidelineBot.Tests.Turns.Stage;
using Target = GuidelineBot.Cards.NoticeFormCard.Target;

namespace GuidelineBot.Tests.Turns;

/// <summary>What each verb does to the message that was pressed; a new verb needs an entry.</summary>
internal static class EveryVerb
{
    private const string Clause = "4-5";
    private const string Question = "パスワードはどれくらいで変える？";

    /// <summary>Shows the presser something, in the place of the card. The message stays.</summary>
    public static readonly Dictionary<string, Func<Stage, Task<JsonObject>>> Views = new()
    {
        ["accounts.edit"] = stage => stage.AccountAsync(),
        ["accounts.export"] = _ => NothingAsync(),
        ["accounts.find"] = _ => NothingAsync(),
        ["accounts.open"] = stage => stage.AccountAsync(),
        ["accounts.page"] = _ => NothingAsync(),
        ["approval.compare"] = stage => stage.ApprovalAsync(("text", "朝市です")),
        ["approval.form"] = _ => Of(("text", "朝市です")),
        ["ask.escalate"] = _ => Of(("question", Question)),
        ["ask.escalate.cancel"] = _ => Of(("of", Question)),
        ["ask.none"] = _ => Of(("question", Question)),
        ["ask.open"] = _ => Of(("clause", Clause)),
        ["contacts.edit"] = _ => NothingAsync(),
        ["contacts.open"] = _ => NothingAsync(),
        ["contents.open"] = _ => NothingAsync(),
        ["deliveries.page"] = _ => Of(("number", 0)),
        ["deputy.open"] = _ => NothingAsync(),
        ["draft-check.check"] = _ => Of(("text", "花まつりのお知らせです")),
        ["draft-check.form"] = _ => NothingAsync(),
        ["draft-check.mend"] = _ => Of(("text", "㈱花屋のお知らせです")),
        ["drill.list"] = _ => NothingAsync(),
        ["drill.picture"] = stage => stage.PictureAsync(),
        ["drill.plan"] = _ => NothingAsync(),
        ["handover.find"] = _ => NothingAsync(),
        ["help.open"] = _ => NothingAsync(),
        ["incident.begin"] = _ => Of(("checklist", "flaming")),
        ["incident.closing"] = stage => stage.IncidentAsync(),
        ["incident.edit"] = stage => stage.IncidentAsync(),
        ["incident.list"] = _ => Of(("show", "running"), ("number", 0)),
        ["incident.open"] = stage => stage.IncidentAsync(),
        ["incident.papers"] = stage => stage.IncidentAsync(),
        ["incident.review"] = stage => stage.ClosedAsync(),
        ["incident.status"] = stage => stage.IncidentAsync(),
        ["incident.step"] = stage => stage.IncidentAsync(("step", "hold")),
        ["incident.team"] = stage => stage.IncidentAsync(),
        ["incident.timeline"] = stage => stage.IncidentAsync(("number", 0)),
        ["insights.file"] = _ => Of(("month", "2026-01-01")),
        ["insights.month"] = _ => Of(("month", "2026-01-01")),
        ["kept-post.list"] = _ => NothingAsync(),
        ["kept-post.open"] = stage => stage.PostAsync(),
        ["notice.drafts"] = _ => NothingAsync(),
        ["notice.file.remove"] = _ => Of(("draft", "1"), ("file", Guid.Empty.ToString())),
        ["notice.form"] = stage => stage.DraftAsync(),
        ["notice.form.cancel"] = stage => stage.DraftAsync(),
        ["notice.list"] = _ => Of(("whose", "mine"), ("filter", "all"), ("number", 0)),
        ["notice.papers"] = stage => stage.NoticeAsync(),
        ["notice.papers.send"] = stage => stage.NoticeAsync(),
        ["notice.reason"] = stage => stage.NoticeAsync("returned"),
        ["notice.redo"] = stage => stage.ReturnedAsync(),
        ["notice.show"] = stage => stage.NoticeAsync(),
        ["notices.ask"] = stage => stage.BatchAsync(),
        ["notices.show"] = stage => stage.BatchAsync(),
        ["procedure.open"] = _ => Of(("procedure", "start")),
        ["revision.page"] = _ => Of(("revision", 1), ("number", 0)),
        ["stocktake.open"] = stage => stage.StocktakeAsync(),
        ["stocktakes.begin"] = _ => NothingAsync(),
        ["stocktakes.export"] = _ => NothingAsync(),
        ["stocktakes.page"] = _ => Of(("number", 0)),
        ["ticket.form"] = stage => stage.TicketAsync(),
        ["ticket.hand"] = stage => stage.TicketAsync(),
        ["ticket.open"] = stage => stage.TicketAsync(),
        ["ticket.teach"] = stage => stage.AnsweredAsync(),
        ["unanswered.form"] = _ => Of(("of", "給食の献立は？"), ("own", true)),
        ["unanswered.page"] = _ => Of(("number", 0)),
        ["tickets.own.show"] = stage => stage.TicketAsync(),
        ["tickets.own"] = _ => Of(("number", 0)),
        ["tickets.page"] = _ => Of(("number", 0)),
    };

    /// <summary>Answers with a message of its own; the message that was pressed stays, and its buttons do the same again.</summary>
    public static readonly Dictionary<string, Func<Stage, Task<JsonObject>>> Messages = new()
    {
        ["ask.example"] = _ => Of(("question", Question)),
        ["incident.which"] = stage => stage.IncidentAsync(("words", "次は？"), ("does", "incident:next")),
        ["notice.start"] = _ => Of(("kind", "start")),
        ["notices.open"] = _ => NothingAsync(),
    };

    /// <summary>Changes what is stored, and with it the message, for everybody.</summary>
    public static readonly Dictionary<string, Change> Changes = new()
    {
        ["accounts.list"] = new(stage => stage.AccountAsync(("listed", true)), "一覧に掲載したことを記録しました。", "掲載した"),
        ["accounts.save"] = new(stage => stage.AccountAsync(("manager", "赤木花子")), "赤木花子", "保存"),
        ["approval.approve"] = new(stage => stage.ApprovalAsync(), "状態　承認", "この文を承認する"),
        ["approval.ask"] = new(stage => stage.ToApproveAsync(), "承認を依頼しました。", "承認を依頼する") { IsOnesOwn = true },
        ["approval.return"] = new(stage => stage.ApprovalAsync(("reason", "日付を確かめて")), "差し戻しました。", "差し戻す"),
        ["ask.comment"] = new(
            _ => Of(("clause", Clause), ("question", Question), ("helpful", false), ("comment", "具体例がほしいです。")),
            "コメントをお送りいただき、ありがとうございました。",
            "送信"
        )
        {
            IsOnesOwn = true,
        },
        ["ask.escalate.send"] = new(_ => Of(("question", "給食の献立は？")), "質問を受け付けました", "送る"),
        ["ask.rate"] = new(
            _ => Of(("clause", Clause), ("question", Question), ("helpful", true)),
            "「役に立った」とのご回答、ありがとうございました。",
            "役に立った"
        )
        {
            IsOnesOwn = true,
        },
        ["contacts.confirm"] = new(stage => stage.ContactAsync(), "確認を記録しました。", "前のボタン") { IsOnesOwn = true },
        ["contacts.remove"] = new(stage => stage.ContactAsync(), "登録から外しました。", "前のボタン") { IsOnesOwn = true },
        ["contacts.save"] = new(
            _ => Of(("section", "観光課"), ("role", "当番"), ("name", "赤木花子"), ("phone", ""), ("rank", "1")),
            "保存しました。",
            "前のボタン"
        )
        {
            IsOnesOwn = true,
        },
        ["deliveries.resend"] = new(stage => stage.DeliveryAsync(), "配信状況", "前のボタン"),
        ["deputy.appoint"] = new(stage => stage.ToAppointAsync(), "tanakaさんに代理をお願いしました", "前のボタン") { IsOnesOwn = true },
        ["deputy.end"] = new(stage => stage.DeputyAsync(), "代理をやめました。", "前のボタン") { IsOnesOwn = true },
        ["draft-check.keep"] = new(_ => Of(("text", "花まつりのお知らせです")), "保存しました。", "確認する") { IsOnesOwn = true },
        ["drill.plan.off"] = new(stage => stage.PlannedDrillAsync(), "訓練の予定を取りやめました。", "前のボタン"),
        ["drill.plan.save"] = new(stage => stage.ToPlanAsync(), "予定に入れました。", "予定に入れる"),
        ["drill.start"] = new(_ => Of(("drill", "flaming-flower")), "【訓練】炎上", "始める"),
        ["duty.done"] = new(stage => stage.DutyAsync(), "済みました（", "変更しました"),
        ["handover.submit"] = new(stage => stage.HandoverAsync(), "提出済 1件", "まとめて提出する"),
        ["incident.act"] = new(stage => stage.IncidentAsync(("step", "hold"), ("does", "done")), "件のうち1件が済みました", "完了"),
        ["incident.call"] = new(stage => stage.ToCallAsync(), "件のうち1件が済みました", "連絡がついた"),
        ["incident.close"] = new(stage => stage.ToCloseAsync(), "収まった", "終了する"),
        ["incident.followed"] = new(stage => stage.ToFollowUpAsync(), "再発防止が済んだ：二人で確かめる", "済んだ"),
        ["incident.invite"] = new(stage => stage.ToInviteAsync(), "役割：記録にtanakaさん", "頼む"),
        ["incident.keep"] = new(
            stage => stage.IncidentAsync(("words", "電話が3件あった"), ("link", ""), ("author", "赤木花子"), ("authorId", "")),
            "記録しました。",
            "記録する"
        ),
        ["incident.mistaken"] = new(stage => stage.IncidentAsync(), "間違えて始めたため", "間違って始めた"),
        ["incident.prove"] = new(
            stage => stage.IncidentAsync(("step", "capture"), ("numbers", new JsonArray(2))),
            "件のうち1件が済みました",
            "2　投稿と反応を記録する：完了"
        ),
        ["incident.retract"] = new(stage => stage.WrittenAsync(), "記録を取り消しました。", "取り消す"),
        ["incident.hand"] = new(stage => stage.JoinedAsync(), "引き継ぎ：tanakaさんへ", "引き継ぐ"),
        ["incident.reopen"] = new(stage => stage.ClosedAsync(), "再開", "再開する"),
        ["incident.report"] = new(stage => stage.IncidentAsync(("text", "落ち着いてきた")), "落ち着いてきた", "報告する"),
        ["incident.review.save"] = new(
            stage =>
                stage.ClosedAsync(
                    ("what", "批判が集まった"),
                    ("why", "言葉が足りなかった"),
                    ("change", "二人で確かめる"),
                    ("owner", "赤木花子"),
                    ("due", "2099-01-01")
                ),
            "振り返り",
            "残す"
        ),
        ["incident.role"] = new(stage => stage.IncidentAsync(("takes", "lead")), "統括 yamada", "統括になる"),
        ["incident.save"] = new(stage => stage.IncidentAsync(("checklist", "flaming"), ("seen", "見直した文")), "見直した文", "保存"),
        ["incident.share"] = new(stage => stage.ToShareAsync(), "共有：yamadaさん", "共有する"),
        ["incident.snooze"] = new(stage => stage.IncidentAsync(("minutes", 30)), "状況報告を30分後に延期", "30分後に"),
        ["incident.start"] = new(_ => Of(("checklist", "flaming"), ("seen", "批判が集まっている")), "批判が集まっている", "始める"),
        ["incident.write"] = new(stage => stage.IncidentAsync(("text", "電話が3件あった")), "yamada　記録", "書き足す"),
        ["kept-post.remove"] = new(stage => stage.PostAsync(), "投稿を削除しました。", "削除"),
        ["notice.decide"] = new(stage => stage.NoticeAsync("accepted"), "状態　受理", "受理する"),
        ["notice.form.drop"] = new(stage => stage.DraftAsync(), "下書きを削除しました", "削除する"),
        ["notice.form.save"] = new(stage => stage.DraftAsync(Target.Confirm), "おかやま桃だより", "内容を確認する"),
        ["notice.listed"] = new(stage => stage.AcceptedAsync(), "✓ 済み　ウェブサイトの一覧への掲載（4②）", "一覧に掲載しました"),
        ["notice.submit"] = new(stage => stage.DraftAsync(), "提出済", "提出する"),
        ["notices.decide"] = new(stage => stage.BatchAsync(), "状態　受理 1件", "受理する"),
        ["stocktake.save"] = new(stage => stage.StocktakeAsync(("login", "yes"), ("password", "赤木花子")), "状態　休眠", "記録する"),
        ["ticket.answer"] = new(stage => stage.TicketAsync(("text", "担当課にお尋ねください。")), "回答済", "回答を書く"),
        ["ticket.assign"] = new(stage => stage.ToHandAsync(), "対応中（colleagueさん）", "この人に頼む"),
        ["ticket.close"] = new(stage => stage.TicketAsync(), "終了", "終了する"),
        ["ticket.follow"] = new(stage => stage.AnsweredAsync(("text", "いつまでですか？")), "追加の質問を送りました。", "追加で質問する")
        {
            Presser = "sato",
        },
        ["ticket.take"] = new(stage => stage.TicketAsync(), "対応中（yamadaさん）", "担当する"),
        ["ticket.teach.save"] = new(
            stage => stage.AnsweredAsync(("question", "献立を知りたい"), ("text", "担当課へ"), ("target", "answer")),
            "回答済",
            "加える"
        ),
        ["unanswered.teach"] = new(
            _ => Of(("of", "給食の献立は？"), ("question", "給食の献立は？"), ("text", "担当課へ"), ("target", "answer")),
            "知識に加えました。",
            "加える"
        ),
        ["ticket.unteach"] = new(stage => stage.AnsweredAsync(), "回答済", "知識から外す"),
    };

    private static Task<JsonObject> Of(params (string Name, JsonNode? Value)[] members) => Task.FromResult(Payload(members));
}

/// <param name="Everyone">Stands on the message afterwards, for every viewer.</param>
/// <param name="Gone">The button that was pressed.</param>
internal sealed record Change(Func<Stage, Task<JsonObject>> Arrange, string Everyone, string Gone)
{
    public string Presser { get; init; } = Stage.Presser;

    /// <summary>Concerns the presser alone: in a chat with others, the message stays as it is for them.</summary>
    public bool IsOnesOwn { get; init; }
}
