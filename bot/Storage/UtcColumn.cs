using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GuidelineBot.Storage;

/// <summary>Npgsql refuses to write an offset other than zero to a timestamptz.</summary>
internal sealed class UtcColumn()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
