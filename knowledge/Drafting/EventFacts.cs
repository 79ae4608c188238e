using System.Text.RegularExpressions;

namespace GuidelineBot.Knowledge.Drafting;

/// <summary>What somebody who wants to come must know of an event: day, time, place, and where to apply if that is asked for.</summary>
internal static partial class EventFacts
{
    /// <summary>「市民委員を募集します」: until when, and where to send what is asked for.</summary>
    public static IEnumerable<Spot> MissingForApplicants(DraftText text)
    {
        var plain = text.Plain;
        if (Seeking().Match(plain) is not { Success: true } seeking || text.Urls.Count > 0 || LeadsOn().IsMatch(plain))
            yield break;
        List<string> missing = [];
        if (TimeLimit().IsMatch(plain) && !Day().IsMatch(plain) && !DayAlone().IsMatch(plain))
            missing.Add("期限の日にち");
        if (Sending().IsMatch(plain) && text.Phones.Count + text.Emails.Count == 0 && !Addressee().IsMatch(plain))
            missing.Add("送り先");
        if (missing.Count > 0)
            yield return new Spot(seeking.Index, seeking.Length, Note: $"{string.Join("と", missing)}が見当たりません。");
    }

    /// <summary>One place a post: the words that invite, with what is not said. Where an address leads on, the details may stand there.</summary>
    public static IEnumerable<Spot> Missing(DraftText text)
    {
        var plain = text.Plain;
        if (
            Invitation().Match(plain) is not { Success: true } invitation
            || text.Urls.Count > 0
            || LeadsOn().IsMatch(plain)
            || IsOver().IsMatch(plain)
        )
            yield break;
        var (day, time, place) = (Day().IsMatch(plain), Time().IsMatch(OfficeHours().Replace(plain, "")), Place().IsMatch(plain));
        var contact = text.Phones.Count + text.Emails.Count > 0;
        List<string> missing = [];
        // 「講座を12月に開きます」 announces that there will be more to say: only what is told in full is held to being complete.
        if (!day && time)
            missing.Add("日にち");
        if (!day && !time && place && contact && Terms().IsMatch(plain) && !Month().IsMatch(plain))
            missing.Add("日にちと時刻");
        else if (!day && !time && Venue().IsMatch(plain) && Free().IsMatch(plain) && !Month().IsMatch(plain))
            missing.Add("日にちと時刻");
        if (!time && day && place && (contact || Meeting().IsMatch(plain)) && !Stretch().IsMatch(plain))
            missing.Add("時刻");
        if (!place && day && time)
            missing.Add("場所");
        // 「親子クッキングの参加者を募集します！」 and not a word of when, where and how.
        if (!day && !time && !place && !contact && !Month().IsMatch(plain) && Hurrying().IsMatch(plain))
            missing.Add("日にちと場所と申込先");
        if (!contact && (day || time) && Application().IsMatch(plain) && !Contact().IsMatch(plain))
            missing.Add("申込先");
        if (missing.Count > 0)
            yield return new Spot(invitation.Index, invitation.Length, Note: $"{string.Join("と", missing)}が見当たりません。");
    }

    /// <summary>
    /// 「今週末」, 「次の日曜」, 「明日」 without a date beside it: a post is read for days, and shared by others.
    /// </summary>
    public static IEnumerable<Spot> Undated(DraftText text) =>
        Relative()
            .Matches(text.Plain)
            .Select(match => new Spot(match.Index, match.Length))
            .Where(spot => !Day().IsMatch(text.SurroundingsOf(spot)) && !DayAlone().IsMatch(text.SentenceOf(spot)))
            .Where(spot => !AsToday().IsMatch(text.Plain.AsSpan(spot.Start)) || Time().IsMatch(text.SentenceOf(spot)));

    [GeneratedRegex("募集(?:し(?:ます|て)|いたし|中(?!止)|の?お知らせ)|ご?応募(?:ください|を?お待ち|は)")]
    private static partial Regex Seeking();

    [GeneratedRegex("(?:期限|期日|締め?切り?|〆切)(?:まで|を過ぎ|に間に合|厳守|内に)")]
    private static partial Regex TimeLimit();

    [GeneratedRegex(
        "必着|消印有効|(?:添え|同封し|郵送|郵便|はがき)[^。\n]{0,10}(?:お?送り|ご?応募|ご?提出|お?申し?込み)ください|お送りください"
    )]
    private static partial Regex Sending();

    [GeneratedRegex("〒|[一-龥](?:課|係|室|局|館|支所|校|園|署|所)|センター|プラザ|[先宛][:は]|フォーム|QR|DM|窓口|電子申請|アプリ")]
    private static partial Regex Addressee();

    /// <summary>「場所は西川緑道公園」: the place, told as for an event that has a day.</summary>
    [GeneratedRegex("(?:場所|会場|ところ)[はに:]")]
    private static partial Regex Venue();

    [GeneratedRegex(
        "(?:入場|参加|観覧|受講)(?:料|費)?(?:は|:)? ?無料|申し?込み?(?:は|も)?(?:不要|いりません|要りません|必要ありません)|参加自由"
    )]
    private static partial Regex Free();

    [GeneratedRegex("募集|先着|お?早めに")]
    private static partial Regex Hurrying();

    /// <summary>What is said of an event that has a day.</summary>
    [GeneratedRegex("定員|先着|参加費|受講料|材料費|[0-9](?:人|名|組)(?:まで|、|,|[(]|。|\n)")]
    private static partial Regex Terms();

    [GeneratedRegex("(?:1[0-2]|[1-9])月|[日月火水木金土]曜|平日|毎日|通年|年間|期間中|今週|来週|週末|日程")]
    private static partial Regex Month();

    [GeneratedRegex(
        "参加(?:者|希望者|親子)?を?、?(?:募集|受け付け)|(?:受講|出場|出店)(?:者|生)を?、?募集|ご?参加(?:して|を|ください|お待ち)"
            + "|(?<!(?:バス|電車|機関|徒歩|自転車|タクシー)で)お越しください|お集まりください|お待ちして(?:い|お)ます"
            + "|(?:教室|講座|講演会?|相談会|つどい|集い|体験会?|説明会|コンサート|まつり|祭り?|セミナー|ツアー|朝市|マルシェ|ワークショップ|ハイキング|おはなし会|大会|交流会|観察会|展示会|音楽会|演奏会|上映会|発表会|バザー|フェスタ|フェア|づくり)"
            + "(?:[^。!！\n]{0,12})を?(?:開き|開催し|行い|実施し)ます"
    )]
    private static partial Regex Invitation();

    [GeneratedRegex(
        "(?:日時|会場|場所|詳しく|くわしく|詳細|内容|日程)[^。\n]{0,14}(?:ご覧|ごらん|ご確認|サイト|ページ|チラシ|プロフィール|コメント欄)|随時|いつでも|年中無休|配信"
    )]
    private static partial Regex LeadsOn();

    [GeneratedRegex("ありがとうございま|(?:開い|行っ|開催し|実施し)た|くださいました|いただきました")]
    private static partial Regex IsOver();

    [GeneratedRegex("集合|集まり|お持ち|持ち物|持参|お忘れなく")]
    private static partial Regex Meeting();

    [GeneratedRegex(
        "(?:1[0-2]|[1-9])月 ?(?:3[01]|[12]?[0-9])日?|(?<![0-9/])(?:1[0-2]|0?[1-9])/(?:3[01]|[12]?[0-9])(?![0-9/])"
            + "|毎(?:週|月|日)|第[1-5一二三四五][・、]?(?:第?[1-5一二三四五])?[日月火水木金土]曜"
            + "|(?<![0-9])(?:3[01]|[12]?[0-9])日 ?[(\\[][日月火水木金土]|本日|今日|きょう"
    )]
    private static partial Regex Day();

    /// <summary>「明日の朝も元気に走ります」: as on every day, so that the day is of no weight.</summary>
    [GeneratedRegex("^(?:明日|あす)(?:の[朝昼夜夕]方?)?も(?![^。\n]{0,24}(?:開(?:き|催)|行い|実施|休|募集|受け?付け|中止))")]
    private static partial Regex AsToday();

    /// <summary>「5日」, of a month that is known.</summary>
    [GeneratedRegex("(?<![0-9月])(?:3[01]|[12]?[0-9])日(?![間目])")]
    private static partial Regex DayAlone();

    [GeneratedRegex("[0-9]{1,2}(?::[0-9]{2}|時)|正午|終日|始発|[一二三四五六七八九十]時|夜明け|日の出")]
    private static partial Regex Time();

    /// <summary>When somebody answers, which is not when the event is.</summary>
    [GeneratedRegex("(?:平日|受付|受け付け|電話)[^。\n]{0,8}[0-9]{1,2}(?:時|:)[^。\n]{0,12}")]
    private static partial Regex OfficeHours();

    /// <summary>What goes on for days has its hours where it is.</summary>
    [GeneratedRegex("[日)](?:から|~|〜|～|-)[^。\n]{0,10}(?:日|月)|まで")]
    private static partial Regex Stretch();

    [GeneratedRegex(
        "会場|場所|ところ:|集合|[館園堂駅城寺店港校]|センター(?!長)|ホール|ドーム|アリーナ|プラザ|スタジアム|広場|庁舎|[市区県]役所|支所|(?:会議|研修|集会|和|洋|調理|視聴覚|多目的|学習|展示|控え?)室|体育館|グラウンド|河川敷|ロビー(?!コンサート|展)"
            + "|の家|オンライン|Zoom|YouTube|[0-9]階|町(?!内会)|丁目|大学|神社|ビレッジ|ヴィレッジ|モール|パーク|[一-龥](?:山|川|池|浜|島)(?=で|に|の|、|集合)|海岸|通り|商店街|公園"
    )]
    private static partial Regex Place();

    [GeneratedRegex("要予約|予約(?:が必要|制)|(?:要|事前)(?:の)?(?:申し?込|予約)|申し?込み?(?:が|は)(?:必要|[0-9])|定員|先着")]
    private static partial Regex Application();

    [GeneratedRegex("当日|申し?込み?(?:は)?(?:不要|いりません)|窓口|QR|フォーム|DM|まで(?:お)?(?:電話|申し?込)|[課室館係]へ|無料")]
    private static partial Regex Contact();

    [GeneratedRegex(
        "(?:今|来)週(?:末|の[日月火水木金土]曜日?)?(?=[はのにも、,へ])|(?:次|今度|次回)の(?:[日月火水木金土]曜日?|週末|土日|祝日)|(?<![説証照透判])明日|(?<![一-龥ぁ-ん])あす(?=[はのも、])|あさって|明後日|明晩"
    )]
    private static partial Regex Relative();
}
