using System.Text.Json;
using Integral.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Integral.Platform.Data;

/// <summary>How values are stored, once, so that SQLite and PostgreSQL hold and compare them alike (design §5).</summary>
internal static class HouseTypes
{
    public static void ApplyModules(this ModelBuilder model, IEnumerable<IntegralModule> modules)
    {
        foreach (var module in modules) model.ApplyConfigurationsFromAssembly(module.Assembly);
        model.KeysAreOurs();
    }

    /// <summary>Entities make their own version 7 keys. Without this EF takes a child with a key for an existing row.</summary>
    public static void KeysAreOurs(this ModelBuilder model)
    {
        var keys = model.Model.GetEntityTypes().Select(e => e.FindPrimaryKey()).OfType<IMutableKey>().Select(k => k.Properties[0]);
        foreach (var key in keys.Where(p => p.ClrType == typeof(Guid) && !p.IsForeignKey())) key.ValueGenerated = ValueGenerated.Never;
    }

    public static void UseHouseTypes(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        conventions.Properties<List<string>>().HaveConversion<TextsConverter, TextsComparer>();
    }

    // Truncated to milliseconds: the engines keep different fractions, and a value must come back as it was sent.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => new DateTime(value.Ticks - value.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    private sealed class TextsConverter() : ValueConverter<List<string>, string>(
        list => JsonSerializer.Serialize(list, Json.Options), text => JsonSerializer.Deserialize<List<string>>(text, Json.Options)!);

    private sealed class TextsComparer() : ValueComparer<List<string>>(
        (a, b) => a == b || a != null && b != null && a.SequenceEqual(b),
        list => list.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)),
        list => new List<string>(list));
}

/// <summary>What modules say of their tables for backups.</summary>
public static class BackedUpRows
{
    /// <summary>Leaves rows out of backups: those that come again from elsewhere, and those that mean nothing where a backup is restored.</summary>
    /// <param name="entity">Nothing may refer to such a row that is backed up itself.</param>
    /// <param name="column">Only rows that have a value in it; all where it is empty.</param>
    public static EntityTypeBuilder<T> IsNotBackedUp<T>(this EntityTypeBuilder<T> entity, string column = "") where T : class
    {
        entity.HasAnnotation(TableShape.LeftOutAnnotation, column);
        return entity;
    }
}
