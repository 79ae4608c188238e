namespace GuidelineBot.Knowledge.Reading;

/// <summary>Something in a knowledge file that its editor should look at; an error keeps the file from being used.</summary>
/// <param name="Line">From 1.</param>
public sealed record Finding(string File, int Line, bool IsError, string Message)
{
    public override string ToString() => $"{File}:{Line}: {(IsError ? "エラー" : "警告")}: {Message}";
}
