using GuidelineBot.Knowledge;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GuidelineBot.Storage;

/// <summary>A clause id as the text it is cited by; EF also asks for the empty id, which no row holds.</summary>
internal sealed class ClauseIdColumn() : ValueConverter<ClauseId, string>(id => Write(id), text => Read(text))
{
    internal static string Write(ClauseId id) => id == default ? "" : id.ToString();

    internal static ClauseId Read(string text) => text.Length == 0 ? default : ClauseId.Parse(text);
}
