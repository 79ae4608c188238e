namespace GuidelineBot.Knowledge.Notices;

/// <summary>The five papers of clause 6.</summary>
public enum NoticeKind
{
    /// <summary>様式1 ソーシャルメディア利用開始届出書 (6②ア).</summary>
    Start,

    /// <summary>様式2 ソーシャルメディア利用担当者変更届出書 (6②イ).</summary>
    Change,

    /// <summary>様式3 ソーシャルメディア利用終了届出書 (6②ウ).</summary>
    End,

    /// <summary>Webページの閲覧解除申請書 (6①ア).</summary>
    Unblock,

    /// <summary>Webページの閲覧解除廃止届 (6①イ).</summary>
    UnblockEnd,
}
