using GuidelineBot.Knowledge.Notices;
using GuidelineBot.Knowledge.Slots;

namespace GuidelineBot.Knowledge.Understanding;

/// <content>What a message tells of a paper's fields.</content>
internal sealed partial class ActReader
{
    /// <summary>What a message says about the fields of a new paper, those by their names alone: the other facts are its slots.</summary>
    public FieldReading Fields(string message, NoticeKind kind, string self, DateOnly today) =>
        forms.FirstOrDefault(form => form.Kind == kind) is { } form
            ? fields.Named(Hesitations.Without(message), new OpenPaper(kind, new Dictionary<string, string>(), null), form, self, today)
            : FieldReading.Nothing;

    /// <summary>「みほん花だよりです」: asked for a name, that is one, and no remark.</summary>
    private static bool IsName(string message, string best, NoticeField field) =>
        field.Type != FieldType.LongText && best is "talk:other" or "talk:hello" or "statement" or "mention" && Signs.IsNominal(message);

    /// <summary>「所属は若者みらい室。担当は私でいいのかな」: a question writes nothing, what is declared beside it does.</summary>
    private Act? Declared(string message, OpenPaper draft, NoticeForm form, Situation situation, DateOnly today)
    {
        var told = string.Concat(Courtesies.Sentences(message).Where(sentence => !Signs.Asks(sentence)));
        if (told.Length == 0 || told.Length == message.Length)
            return null;
        var said = fields.Of(told, draft, form, situation.Person, today);
        // 「URLですか？ https://… でした」: an address can be nothing else.
        var isAddress = said.Values.Keys.All(id => form.Find(id)?.Type is FieldType.Url);
        return said.Values.Count > 0 && (said.IsNamed || isAddress || draft.Asked is { } asked && said.Values.ContainsKey(asked))
            ? new Act(new Route("draft:set"), 1) { Fields = said, Text = message }
            : null;
    }

    /// <summary>「担当は 黒瀬 はるか」, 「アカウント名はどうぶつ日記です」 sound like questions, and are none.</summary>
    private bool Declares(string message, Situation situation) =>
        situation.Draft is { } draft && forms.FirstOrDefault(form => form.Kind == draft.Kind) is { } form && fields.Declares(message, form);
}
