using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integral.Platform.Audit;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Integral.Platform.Changes;

/// <summary>A row's values as they are stored, as JSON: what can be put back, and what two looks at a row can be compared by.</summary>
internal static class RowImage
{
    // They say that a row was written, not what it says.
    private static readonly string[] OfWriting = ["Version", "ConcurrencyStamp"];

    /// <summary>Its values by name, without those that are secret: they are never kept twice.</summary>
    /// <param name="isFormer">As they were read instead of as they are now.</param>
    public static string Of(EntityEntry row, bool isFormer) => Write(row, isFormer, p => !IsSecret(p));

    /// <summary>SHA-256 of all its values, the secret ones too.</summary>
    public static string Digest(EntityEntry row, bool isFormer = false) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(row, isFormer, _ => true))));

    public static string KeyOf(EntityEntry row) =>
        JsonSerializer.Serialize(row.Metadata.FindPrimaryKey()!.Properties.Select(p => Stored(p, row.Property(p).CurrentValue)), Json.Options);

    /// <summary>The values of a key as the model has them.</summary>
    public static object[] KeyFrom(IEntityType type, string key)
    {
        var values = Json.Read<List<JsonElement>>(key)!;
        return [.. type.FindPrimaryKey()!.Properties.Select((p, i) => Read(p, values[i])!)];
    }

    public static bool HasSecrets(IEntityType type) => type.GetProperties().Any(IsSecret);

    /// <summary>Gives the row the values of an image. What the image doesn't have stays as it is.</summary>
    public static void Apply(EntityEntry row, string image)
    {
        foreach (var (name, value) in Json.Read<Dictionary<string, JsonElement>>(image)!)
        {
            // A property that a later version took away is nobody's loss.
            if (row.Metadata.FindProperty(name) is { } property && !(property.IsPrimaryKey() && row.State != EntityState.Detached)) row.Property(property).CurrentValue = Read(property, value);
        }
    }

    private static string Write(EntityEntry row, bool isFormer, Func<IProperty, bool> isTold) => JsonSerializer.Serialize(
        row.Metadata.GetProperties().Where(p => !OfWriting.Contains(p.Name) && isTold(p)).OrderBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Name, p => Stored(p, isFormer ? row.Property(p).OriginalValue : row.Property(p).CurrentValue)), Json.Options);

    private static bool IsSecret(IProperty property) =>
        property.Name == "SecurityStamp" || property.PropertyInfo?.IsDefined(typeof(SecretAttribute), inherit: true) == true;

    private static object? Stored(IProperty property, object? value) =>
        value is null ? null : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private static object? Read(IProperty property, JsonElement value)
    {
        var converter = property.GetTypeMapping().Converter;
        if (value.ValueKind == JsonValueKind.Null) return null;
        var stored = value.Deserialize(converter?.ProviderClrType ?? property.ClrType, Json.Options);
        return converter is null ? stored : converter.ConvertFromProvider(stored);
    }
}
