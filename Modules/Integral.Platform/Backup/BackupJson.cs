using System.Text.Json;
using System.Text.Json.Serialization;
using Integral.Platform.Data;

namespace Integral.Platform.Backup;

/// <summary>How the small parts of a backup are written, and read without believing them: what is missing, or null where it may not be, is refused.</summary>
internal static class BackupJson
{
    public static JsonSerializerOptions Line { get; } = new(Json.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    public static JsonSerializerOptions Page { get; } = new(Line) { WriteIndented = true, NewLine = "\n" };

    /// <exception cref="InvalidDataException">It isn't one.</exception>
    public static TRow Read<TRow>(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<TRow>(line, Line) ?? throw new InvalidDataException("No row.");
        }
        catch (JsonException broken) { throw new InvalidDataException("Not a row.", broken); }
    }
}
