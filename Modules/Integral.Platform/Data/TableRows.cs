using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Integral.Platform.Data;

/// <summary>A tenant's rows as JSON lines, read through the model and in the tenant's scope: no table has to be named in SQL.</summary>
internal static class TableRows
{
    private const int AtOnce = 500;
    private static readonly MethodInfo Typed = typeof(TableRows).GetMethod(nameof(WriteTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IEnumerable<IEntityType> TablesOf(Db db) =>
        db.Model.GetEntityTypes().Where(t => t.BaseType is null && !t.IsOwned() && t.GetTableName() is not null).OrderBy(t => t.GetTableName(), StringComparer.Ordinal);

    public static Task WriteAsync(Db db, IEntityType table, Stream to, CancellationToken cancel) =>
        (Task)Typed.MakeGenericMethod(table.ClrType).Invoke(null, [db, table, to, cancel])!;

    // Tracked, because only an entry knows its shadow properties; forgotten soon, so that a large table fits.
    private static async Task WriteTypedAsync<T>(Db db, IEntityType table, Stream to, CancellationToken cancel) where T : class
    {
        var set = table.HasSharedClrType ? db.Set<T>(table.Name) : db.Set<T>();
        var count = 0;
        await foreach (var row in set.IgnoreQueryFilters().AsAsyncEnumerable().WithCancellation(cancel))
        {
            var entry = db.Entry(row);
            var values = PropertiesOf(entry.Properties, entry.ComplexProperties).ToDictionary(p => p.Metadata.GetColumnName(), Stored);
            await JsonSerializer.SerializeAsync(to, values, Json.Options, cancel);
            to.WriteByte((byte)'\n');
            if (++count % AtOnce == 0) db.ChangeTracker.Clear();
        }
        db.ChangeTracker.Clear();
    }

    private static IEnumerable<PropertyEntry> PropertiesOf(IEnumerable<PropertyEntry> own, IEnumerable<ComplexPropertyEntry> complex) =>
        own.Concat(complex.SelectMany(c => PropertiesOf(c.Properties, c.ComplexProperties)));

    private static object? Stored(PropertyEntry property) =>
        property.Metadata.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(property.CurrentValue) : property.CurrentValue;
}
