using GuidelineBot.Knowledge.Analysis;

namespace GuidelineBot.Knowledge.Understanding;

/// <summary>What the form of a sentence says of its purpose, whatever it is about: asking, supposing, telling of others.</summary>
internal static partial class Signs
{
    /// <summary>Whether it asks, by its ending or a question word; a request in the form of a question (「直してもらえますか」) does not, unless it is to be told
    /// something.</summary>
    public static bool Asks(string message) =>
        Folded(message) is var text
        && (Asking().IsMatch(text) && (!Requesting().IsMatch(text) || ToBeTold().IsMatch(text)) || Sentences(text).Any(AsksPolitely));

    /// <summary>「…も必要でしょうか。ご教示いただけますと幸いです。」: the question is not the last sentence.</summary>
    private static bool AsksPolitely(string sentence) => PoliteAsking().IsMatch(sentence) && !Requesting().IsMatch(sentence);

    private static string[] Sentences(string text) => text.Split(['。', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>「開始届のほうに戻って」, 「続き」: back to what was begun.</summary>
    public static bool GoesBack(string message) => Back().IsMatch(Folded(message));

    /// <summary>もし…たら, …の場合: nothing has happened.</summary>
    public static bool Supposes(string message) => Supposing().IsMatch(Folded(message)) && !InFact().IsMatch(message);

    /// <summary>A friend's, another city's, a company's account.</summary>
    public static bool IsOfOthers(string message) => Others().IsMatch(Folded(message));

    /// <summary>「別件で」, 「もう一件」: something new beside what is open.</summary>
    public static bool IsAnother(string message) => Another().IsMatch(Folded(message));

    /// <summary>「それで始めて」: what is in front is to begin.</summary>
    public static bool Starts(string message) => Starting().IsMatch(Folded(message));

    /// <summary>With the form of a checklist in front any word for beginning will do: 「それで記録を始めて」, 「それでは開始」.</summary>
    public static bool StartsForm(string message) =>
        Starts(message)
        || Folded(message) is { Length: <= 40 } text
            && Beginning().IsMatch(text)
            && !NotDone().IsMatch(text)
            && (!Asks(message) || Begging().IsMatch(text));

    /// <summary>
    /// Whether the words of a message bear the act out that a model would see in it. Of acts with few examples a model is easily sure of what has no
    /// word of them.
    /// </summary>
    public static bool BearOut(string act, string message) =>
        act switch
        {
            "repeat" => Repeating().IsMatch(Folded(message)),
            "talk:hello" => Greeting().IsMatch(Folded(message)) || !Asks(message) && Introducing().IsMatch(Folded(message)),
            "talk:who" => AboutBot().IsMatch(Folded(message)),
            "talk:bye" => Leaving().IsMatch(Folded(message)) && !Asks(message),
            "talk:sorry" => Apologizing().IsMatch(Folded(message)),
            "talk:thanks" => Thankful().IsMatch(Folded(message)),
            "draft:undo" => Undoing().IsMatch(Folded(message)),
            "draft:resume" => Resuming().IsMatch(Folded(message)),
            "incident:close" => Closing().IsMatch(Folded(message)) && !NotYet().IsMatch(Folded(message)),
            "incident:next" => AsksNext().IsMatch(Folded(message)) && !FromNowOn().IsMatch(Folded(message)) && !Supposes(message),
            "incident:mistaken" or "talk:no" => Refusing().IsMatch(Folded(message)),
            "incident:done" => !NotDone().IsMatch(Folded(message)),
            "incident:later" => PuttingOff().IsMatch(Folded(message)),
            "incident:status" => AsksState().IsMatch(Folded(message)),
            "draft:why" => AsksWhy().IsMatch(Folded(message)),
            "draft:back" => StepBack().IsMatch(Folded(message)),
            "draft:skip" => Skipping().IsMatch(Folded(message)),
            "draft:each" => OneByOne().IsMatch(Folded(message)),
            "draft:form" => OnForm().IsMatch(Folded(message)),
            "draft:show" => Showing().IsMatch(Folded(message)),
            "draft:save" => Saving().IsMatch(Folded(message)),
            "draft:discard" => Discarding().IsMatch(Folded(message)) && !TakesPart(message),
            "draft:submit" => Submitting().IsMatch(Folded(message)),
            "check:ask" => Checking().IsMatch(Folded(message)) && !AsksForRule().IsMatch(Folded(message)),
            "follow:when" => AsksWhen().IsMatch(Folded(message)),
            "follow:where" => AsksWhere().IsMatch(Folded(message)),
            "follow:who" => AsksWho().IsMatch(Folded(message)),
            "human" => Human().IsMatch(Folded(message)) && !OwnPlan().IsMatch(Folded(message)),
            _ => true,
        };

    /// <summary>Whether <see cref="BearOut"/> asks for words of the act.</summary>
    public static bool NeedsWords(string act) => act is "draft:show" or "draft:save" or "draft:discard" or "draft:submit";

    /// <summary>「変更届は出しておいて」.</summary>
    public static bool Submits(string message) => HandsIn(message) && !Asks(message);

    /// <summary>「これで提出してもいいですか」.</summary>
    public static bool HandsIn(string message) => HandingIn().IsMatch(Folded(message));

    /// <summary>「そうか、ほんなら別で調べますわ」.</summary>
    public static bool Plans(string message) => OwnPlan().IsMatch(Folded(message)) && !Asks(message);

    /// <summary>「やめるほうです」, 「替わるやつで」: one of those that were offered.</summary>
    public static bool PicksOut(string message) => Folded(message) is { Length: <= 24 } text && OneOfSeveral().IsMatch(text);

    /// <summary>「…変更届のほうです」: the last words pick it out.</summary>
    public static bool PicksOutAtEnd(string message) => OneOfSeveral().IsMatch(Folded(message));

    /// <summary>「違いました」, 「間違えて」.</summary>
    public static bool SaysWrong(string message) => Wrong().IsMatch(Folded(message));

    /// <summary>「様式2を書き始めたい」: a paper is to be written.</summary>
    public static bool WantsPaper(string message) => Writing().IsMatch(Folded(message));

    /// <summary>「連絡ずみ」, 「報告完了」.</summary>
    public static bool EndsDone(string message) => DoneAtEnd().IsMatch(Folded(message));

    /// <summary>「保存しといて」.</summary>
    public static bool Saves(string message) => SavingByName().IsMatch(Folded(message));

    /// <summary>「届はまだええわ」: a paper is spoken of, and not wanted now.</summary>
    public static bool WantsNoPaper(string message) => NotYetWanted().IsMatch(Folded(message));

    /// <summary>「隣の課がTikTokを始めるらしいですわ」: told of others, as one has heard it.</summary>
    public static bool IsHeard(string message) => HeardOf().IsMatch(Folded(message));

    /// <summary>「終了届じゃなくて廃止届でした」: what comes behind takes the place of what stands before; null where nothing does.</summary>
    public static (string Before, string After)? Instead(string message) =>
        Folded(message) is var text && InsteadOf().Match(text) is { Success: true } match
            ? (text[..match.Index], text[(match.Index + match.Length)..])
            : null;

    /// <summary>「12月はぼっけぇ寒いなあ」.</summary>
    public static bool Exclaims(string message) => Exclaiming().IsMatch(Folded(message));

    /// <summary>「これって炎上って言うんでしょうか」.</summary>
    public static bool AsksWhetherItIs(string message) => WhetherItIs().IsMatch(Folded(message));

    /// <summary>「もう一度チェックして」.</summary>
    public static bool NamesCheck(string message) => CheckNamed().IsMatch(Folded(message));

    /// <summary>「置いといてください」, 「後回しで」: the last words put it aside.</summary>
    public static bool PutsAside(string message) => AsideAtEnd().IsMatch(Folded(message));

    /// <summary>An account or what stands on one: 「会議室を乗っ取られた」 has none.</summary>
    public static bool NamesAccount(string message) => AccountNamed().IsMatch(Folded(message));

    /// <summary>「前の館長のとき、急に閉じたんですよ」: a story of the past.</summary>
    public static bool TellsOfPast(string message) => OfPast().IsMatch(Folded(message));

    /// <summary>「中身見せて」.</summary>
    public static bool EndsInShow(string message) => ShowAtEnd().IsMatch(Folded(message));

    /// <summary>「訓練終わり」.</summary>
    public static bool EndsIncident(string message) =>
        IncidentOver().IsMatch(Folded(message)) && !NotYet().IsMatch(Sentences(Folded(message))[^1]);

    /// <summary>「みほん花だよりです」: a name and a copula.</summary>
    public static bool IsNominal(string message) => Nominal().IsMatch(Folded(message));

    /// <summary>「届はどこまでできました？」.</summary>
    public static bool AsksForProgress(string message) => Progress().IsMatch(Folded(message));

    /// <summary>「それ何条？」.</summary>
    public static bool AsksForClause(string message) => ClauseAsked().IsMatch(Folded(message));

    /// <summary>「ところで…」, 「話は変わりますが…」: not about what was shown.</summary>
    public static bool TurnsAway(string message) => OtherSubject().IsMatch(Folded(message));

    /// <summary>「中身には何を書けばいい」 of 「その中身には何を書けばいい」; null where it points to no part of what was said.</summary>
    public static string? OfThat(string message) =>
        Part().Match(Folded(message)) is { Success: true } part ? part.Groups["rest"].Value : null;

    /// <summary>「著作権に気をつけるのって」 of 「…どの項目？」: what a question for a clause says before it; empty where it only points.</summary>
    public static string BeforeClauseAsked(string message) =>
        ClauseWord().Match(Folded(message)) is { Success: true } asked
        && Folded(message)[..asked.Index] is var before
        && !PointsBack().IsMatch(before)
            ? before
            : "";

    /// <summary>「次は何？」.</summary>
    public static bool AsksForNext(string message) => NextAlone().IsMatch(Folded(message));

    /// <summary>「今どれとどれが書きかけですか」.</summary>
    public static bool AsksForDrafts(string message) => DraftsAsked().IsMatch(Folded(message));

    /// <summary>「私の下書きを見せて」.</summary>
    public static bool ShowsDrafts(string message) => DraftsShown().IsMatch(Folded(message));

    /// <summary>「この届」, 「その書類」: the paper that is open.</summary>
    public static bool PointsToPaper(string message) => ThisPaper().IsMatch(Folded(message));

    /// <summary>「これ、誰に出すんじゃったかな」, 「だれ宛」, 「出すの広報だっけ」: to whom a paper goes.</summary>
    public static bool AsksWhereItGoes(string message) => WhereItGoes().IsMatch(Folded(message));

    /// <summary>「届はどの様式になりますか」: what, which, when, where, who, how.</summary>
    public static bool HasQuestionWord(string message) => QuestionWord().IsMatch(Folded(message));

    /// <summary>「…してもいいんですか」: whether one may, and no wish to.</summary>
    public static bool AsksPermission(string message) => Permission().IsMatch(Folded(message));

    /// <summary>「…に出すんですよね」: whether it is so. 「…を出したいんですよね」 is a wish.</summary>
    public static bool SeeksAgreement(string message) => WhetherItIsSo().IsMatch(Folded(message));

    /// <summary>「進捗を示されたい」.</summary>
    public static bool AsksForStatus(string message) => StatusAsked().IsMatch(Folded(message)) || IsLeft().IsMatch(Folded(message));

    /// <summary>「電話がありました」: it tells of something that has happened or goes on.</summary>
    public static bool Reports(string message) => Reporting().IsMatch(Folded(message));

    /// <summary>あなた, ボット, AI: it speaks to or of the bot.</summary>
    public static bool Addresses(string message) => Addressing().IsMatch(Folded(message));

    /// <summary>「火曜からで決まりだそうです」.</summary>
    public static bool Settles(string message) => Settling().IsMatch(Folded(message));

    /// <summary>公式, うちの, 当課の: an account of the city's.</summary>
    public static bool IsOfOurs(string message) => OfOurs().IsMatch(Folded(message));

    /// <summary>Something was put before the public.</summary>
    public static bool NamesPosting(string message) => Posting().IsMatch(Folded(message));

    /// <summary>「少し教えていただけますか」: says only that a question comes.</summary>
    public static bool Announces(string message) => Announcing().IsMatch(Folded(message));

    /// <summary>「URLはまだわからん。後で言う」.</summary>
    public static bool Defers(string message) => Deferring().IsMatch(Folded(message));

    /// <summary>「炎上いう言葉の意味は」: what stands before the words that ask for a meaning; null where none is asked for.</summary>
    public static string? AsksMeaning(string message) =>
        Meaning().Match(Folded(message)) is { Success: true } asked ? asked.Groups["before"].Value : null;

    /// <summary>「個人情報の条文を見せて」: the subject of which it asks what is written; null where it does not.</summary>
    public static string? AsksWhatIsWritten(string message) =>
        Sentences(Folded(message)) is [.., var last] && Written().Match(last) is { Success: true } asked
            ? asked.Groups["subject"].Value
            : null;

    /// <summary>「…は破棄で」: the last words throw it away.</summary>
    public static bool Discards(string message) => DiscardAtEnd().IsMatch(Folded(message)) && !TakesPart(message);

    /// <summary>「今の内容をもう一回」: what is in the paper, rather than what was said last.</summary>
    public static bool NamesContent(string message) => Content().IsMatch(Folded(message));

    /// <summary>「ごめんごめん、ただの愚痴」: a few words behind an excuse that ask and wish nothing.</summary>
    public static bool IsExcuse(string message) => Folded(message) is { Length: <= 20 } text && ExcuseFirst().IsMatch(text);

    /// <summary>Nothing but thanks, in one sentence or several.</summary>
    public static bool IsThanks(string message) => Thanking().IsMatch(Folded(message));

    /// <summary>「…という想定で頼む」: an exercise is to begin.</summary>
    public static bool WantsDrill(string message) => DrillWanted().IsMatch(Folded(message));

    /// <summary>「どちらの日か決めかねています」.</summary>
    public static bool Wavers(string message) => Wavering().IsMatch(Folded(message));

    /// <summary>「みほん花だより」: a few words without a predicate, as answers to a question are.</summary>
    public static bool IsPhrase(string message) => Folded(message) is { Length: <= 24 } text && !Predicate().IsMatch(text);

    public static bool Agrees(string message) => Agreeing().IsMatch(Folded(message));

    public static bool Denies(string message) => Denying().IsMatch(Folded(message));

    /// <summary>
    /// The kinds of incident that a message calls by their names, as routes; of a correction (「乗っ取りじゃなくてなりすまし」) the one that is meant.
    /// </summary>
    public static IReadOnlyList<string> TroublesNamed(string message)
    {
        var text = Instead(message)?.After ?? Folded(message);
        return [.. Named.Where(kind => kind.Words.Any(word => text.Contains(word, StringComparison.Ordinal))).Select(kind => kind.Kind)];
    }

    private static readonly (string Kind, string[] Words)[] Named =
    [
        ("incident:flaming", ["炎上"]),
        ("incident:impersonation", ["なりすまし", "成りすまし", "偽アカ", "ニセアカ", "偽物", "にせもの", "偽の"]),
        ("incident:takeover", ["乗っ取", "のっとら", "のっとり"]),
        ("incident:mistake", ["誤投稿", "誤爆", "誤配信", "誤送信"]),
    ];

    /// <summary>An exercise.</summary>
    public static bool IsDrill(string message) => Drill().IsMatch(message);

    /// <summary>「9:15 課長に報告」, 「メモ：…」: what begins with a time of day, or says so, is an entry of a record.</summary>
    public static bool IsEntry(string message) => Entry().IsMatch(Folded(message));

    /// <summary>Without the emoji, 「（笑）」 and the like behind it.</summary>
    public static string WithoutSmile(string text) => Smile().Replace(text, "").Trim();

    /// <summary>The same message is asked some twenty questions one after the other.</summary>
    private static string Folded(string message)
    {
        if (!ReferenceEquals(last.Message, message))
            last = (message, Spelling.InKanji(WithoutSmile(Folding.Compose(message))));
        return last.Folded;
    }

    [ThreadStatic]
    private static (string? Message, string Folded) last;
}
