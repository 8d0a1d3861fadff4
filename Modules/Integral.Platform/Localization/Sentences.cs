using System.Text.Json;
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
