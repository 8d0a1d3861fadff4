using System.Text.Json;
using System.Text.Json.Serialization;
using Integral.Platform.Data;

namespace Integral.Platform.Localization;

/// <summary>Sentences that are kept in a row until somebody reads them, in whichever language.</summary>
internal static class Sentences
{
    public const int MaxLength = 1000;

    /// <summary>Its source and what to put into it, as JSON. What is too long for the row loses what was put into it.</summary>
    public static string Keep(Sentence sentence)
    {
        var kept = Json.Write(new Kept(sentence.Key, [.. sentence.Args.Select(a => JsonSerializer.SerializeToElement(a is Sentence inner ? inner.ToString() : a, Json.Options))]));
        return kept.Length <= MaxLength ? kept : Json.Write(new Kept(sentence.ToString()[..(MaxLength / 4)], []));
    }

    public static Sentence Read(string kept)
    {
        var (key, args) = Json.Read<Kept>(kept)!;
        return new(key, [.. args.Select(a => a.ValueKind == JsonValueKind.Number ? (object)a.GetDouble() : a.ToString())]);
    }

    private sealed record Kept(string Key, IReadOnlyList<JsonElement> Args);
}

/// <summary>Writes a sentence as it is kept, so that it can be said in whichever language when it is read.</summary>
public sealed class SentenceConverter : JsonConverter<Sentence>
{
    public override Sentence Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Sentences.Read(reader.GetString()!);
    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) => writer.WriteStringValue(Sentences.Keep(value));
}
