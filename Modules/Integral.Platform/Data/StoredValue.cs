using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Integral.Platform.Data;

/// <summary>A column's value in JSON, the same bytes from SQLite as from PostgreSQL.</summary>
internal static class StoredValue
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", Day = "yyyy-MM-dd", Time = "HH:mm:ss.ffffff";

    public static void Write(Utf8JsonWriter json, DbDataReader row, int at, ValueKind kind)
    {
        if (row.IsDBNull(at))
        {
            json.WriteNullValue();
            return;
        }
        switch (kind)
        {
            case ValueKind.Text: json.WriteStringValue(row.GetString(at)); break;
            case ValueKind.Guid: json.WriteStringValue(row.GetGuid(at)); break;
            case ValueKind.Moment: json.WriteStringValue(row.GetDateTime(at).ToString(Moment, CultureInfo.InvariantCulture)); break;
            case ValueKind.Day: json.WriteStringValue(row.GetFieldValue<DateOnly>(at).ToString(Day, CultureInfo.InvariantCulture)); break;
            case ValueKind.Time: json.WriteStringValue(row.GetFieldValue<TimeOnly>(at).ToString(Time, CultureInfo.InvariantCulture)); break;
            case ValueKind.Flag: json.WriteBooleanValue(row.GetBoolean(at)); break;
            case ValueKind.Whole: json.WriteNumberValue(row.GetInt64(at)); break;
            case ValueKind.Real: json.WriteNumberValue(row.GetDouble(at)); break;
            case ValueKind.Bytes: json.WriteBase64StringValue(row.GetFieldValue<byte[]>(at)); break;
        }
    }

    /// <exception cref="FormatException">It isn't a value of that kind.</exception>
    /// <exception cref="InvalidOperationException">It isn't even written like one.</exception>
    public static object Read(ref Utf8JsonReader json, ValueKind kind) => json.TokenType == JsonTokenType.Null ? DBNull.Value : kind switch
    {
        ValueKind.Text => Text(json.GetString()!),
        ValueKind.Guid => json.GetGuid(),
        ValueKind.Moment => DateTime.ParseExact(json.GetString()!, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ValueKind.Day => DateOnly.ParseExact(json.GetString()!, Day, CultureInfo.InvariantCulture),
        ValueKind.Time => TimeOnly.ParseExact(json.GetString()!, Time, CultureInfo.InvariantCulture),
        ValueKind.Flag => json.GetBoolean(),
        ValueKind.Whole => json.GetInt64(),
        ValueKind.Real => json.GetDouble(),
        _ => json.GetBytesFromBase64(),
    };

    // Only SQLite would take it, and what it took couldn't be moved to PostgreSQL (StoredText).
    private static string Text(string text) => text.Contains('\0') ? throw new FormatException("U+0000") : text;
}
