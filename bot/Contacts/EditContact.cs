using System.Globalization;
using System.Text;
using GuidelineBot.Cards;
using GuidelineBot.Storage;
using GuidelineBot.Turns;

namespace GuidelineBot.Contacts;

/// <summary>The form for an entry, new or known.</summary>
internal sealed class EditContact(ContactBook book) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var asked = turn.Read<ContactsCard.Edit>();
        var entered = await book.FindAsync(asked.Contact, cancellationToken) is { } known
            ? new ContactsCard.Save(
                known.Id.ToString(),
                known.Section,
                known.Role,
                known.PersonName,
                known.PersonId,
                known.Phone,
                known.Rank.ToString(CultureInfo.InvariantCulture)
            )
            : new ContactsCard.Save(Section: asked.Section);
        return new Reply.View(ContactsCard.RenderForm(new ContactsCard.FormModel(entered, [])));
    }
}

/// <summary>The form was sent.</summary>
internal sealed class SaveContact(ContactBook book, ContactViews views, TimeProvider clock) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var sent = turn.Read<ContactsCard.Save>();
        var entered = sent with { Section = Tidy(sent.Section), Role = Tidy(sent.Role), Name = Tidy(sent.Name), Phone = Tidy(sent.Phone) };
        if (Missing(entered) is { } missing)
            return Again(missing, []);
        var named = await book.PeopleAsync(entered.Name!, cancellationToken);
        // What a client sends is its word only.
        var person = named is [var only] ? only : named.FirstOrDefault(one => one.Id == entered.Who);
        if (person is null && named.Count > 1)
            return Again("同じ名前の方がいます。選んでください。", named);
        Guid? id = Guid.TryParse(entered.Contact, out var key) ? key : null;
        var hasSaved = await book.SaveAsync(
            turn,
            id,
            new EmergencyContact
            {
                Section = entered.Section!,
                Role = entered.Role!,
                Rank = RankOf(entered.Rank)!.Value,
                Person = person ?? new Actor("", entered.Name!),
                Phone = entered.Phone!,
                ConfirmedAt = clock.GetUtcNow(),
                ConfirmedBy = turn.From.Actor,
            },
            cancellationToken
        );
        var told =
            !hasSaved ? "この方は、もう登録されていません。"
            : person is null ? $"保存しました。{entered.Name}さんはまだこのボットと話していないため、ボットからは知らせられません。"
            : "保存しました。";
        return OpenContacts.Told(turn, await views.SectionAsync(entered.Section!, told, cancellationToken));

        Reply Again(string error, IReadOnlyList<Actor> choices) =>
            new Reply.View(
                ContactsCard.RenderForm(
                    new ContactsCard.FormModel(entered, [.. choices.Select(choice => new Choice(choice.Id, choice.Name))], error)
                )
            );
    }

    private static string Tidy(string? typed) => (typed ?? "").Normalize(NormalizationForm.FormKC).Trim();

    private static int? RankOf(string? sent) =>
        int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank is >= 1 and <= ContactsCard.MostOfSection
            ? rank
            : null;

    private static string? Missing(ContactsCard.Save entered)
    {
        foreach (var (text, name) in new[] { (entered.Section!, "所属"), (entered.Role!, "立場"), (entered.Name!, "氏名") })
            if (text.Length is 0 or > ContactsCard.LongestText)
                return $"「{name}」を{ContactsCard.LongestText}文字以内でお書きください。";
        if (entered.Phone!.Length > ContactsCard.LongestPhone || entered.Phone.Any(sign => !"0123456789+-() 内線".Contains(sign)))
            return "電話番号は、数字と「-」「内線」でお書きください。";
        return RankOf(entered.Rank) is null ? "連絡する順番を選んでください。" : null;
    }
}

/// <summary>An entry goes.</summary>
internal sealed class RemoveContact(ContactBook book, ContactViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(turn.Read<ContactsCard.Remove>().Contact, cancellationToken) is not { } contact)
            return new Reply.View(await views.ListAsync(0, "この方は、もう登録されていません。", cancellationToken));
        await book.RemoveAsync(turn, contact.Id, cancellationToken);
        return OpenContacts.Told(
            turn,
            await views.SectionAsync(contact.Section, $"{contact.PersonName}さんを登録から外しました。", cancellationToken)
        );
    }
}

/// <summary>The entries of a section are as they should be.</summary>
internal sealed class ConfirmContacts(ContactBook book, ContactViews views) : ITurnHandler
{
    public async Task<Reply> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        var section = turn.Read<ContactsCard.Confirm>().Section;
        var told = await book.ConfirmAsync(turn, section, cancellationToken) ? "確認を記録しました。" : "この所属の登録はありません。";
        return OpenContacts.Told(turn, await views.SectionAsync(section, told, cancellationToken));
    }
}
