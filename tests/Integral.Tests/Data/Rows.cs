using System.Data.Common;
using Integral.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Integral.Tests.Data;

#pragma warning disable CA2100 // names from the model, values as parameters

/// <summary>Makes rows of any table from what the model says of it, with SQL of its own: no class's rule stands before the engine's.</summary>
internal sealed class Rows(Db db)
{
    // Beyond what the database has numbered itself, so that no row of its own has the same key.
    private int number = 1_000_000;

    /// <summary>A row with everything that must not be missing, and the rows it must refer to.</summary>
    public async Task<Dictionary<IProperty, object?>> InsertAsync(IEntityType type, Dictionary<IProperty, object?>? given = null)
    {
        var values = new Dictionary<IProperty, object?>(given ?? []);
        foreach (var key in type.GetForeignKeys().Where(k => k.IsRequired && k.Properties.Any(p => !values.ContainsKey(p))))
        {
            var principal = await InsertAsync(key.PrincipalEntityType);
            foreach (var (mine, theirs) in key.Properties.Zip(key.PrincipalKey.Properties)) values.TryAdd(mine, principal[theirs]);
        }
        foreach (var property in type.GetProperties().Where(p => !p.IsNullable)) values.TryAdd(property, ValueOf(property, type));
        foreach (var mapping in type.GetTableMappings())
        {
            var columns = mapping.ColumnMappings.Where(c => values.ContainsKey(c.Property)).ToList();
            await using var command = Command();
            command.CommandText = $"INSERT INTO {Quoted(mapping.Table.Name)} ({string.Join(", ", columns.Select(c => Quoted(c.Column.Name)))}) VALUES ({string.Join(", ", columns.Select(c => Parameter(command, c.Property, values[c.Property])))})";
            await command.ExecuteNonQueryAsync();
        }
        return values;
    }

    public async Task<int> UpdateAsync(IEntityType type, Dictionary<IProperty, object?> row, Dictionary<IProperty, object?> changes)
    {
        var mapping = type.GetTableMappings().First(m => changes.Keys.All(p => m.ColumnMappings.Any(c => c.Property == p)));
        string Column(IProperty p) => Quoted(mapping.ColumnMappings.First(c => c.Property == p).Column.Name);
        await using var command = Command();
        command.CommandText = $"UPDATE {Quoted(mapping.Table.Name)} SET {string.Join(", ", changes.Select(c => $"{Column(c.Key)} = {Parameter(command, c.Key, c.Value)}"))} " +
            $"WHERE {string.Join(" AND ", type.FindPrimaryKey()!.Properties.Select(p => $"{Column(p)} = {Parameter(command, p, row[p])}"))}";
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>"refused" by a foreign key, else what happened.</summary>
    public async Task<string> RefusedAsync<T>(Func<Task<T>> work)
    {
        await db.Database.CurrentTransaction!.CreateSavepointAsync("before");
        try
        {
            return $"done: {await work()}";
        }
        catch (DbException refused)
        {
            await db.Database.CurrentTransaction.RollbackToSavepointAsync("before");
            return ForeignKeyTests.IsForeignKeyViolation(refused) ? "refused" : refused.Message;
        }
    }

    private object? ValueOf(IProperty property, IEntityType type)
    {
        number++;
        if (property == type.FindDiscriminatorProperty()) return type.GetDiscriminatorValue();
        var text = $"{number}-{Guid.CreateVersion7():N}";
        return property.ClrType switch
        {
            var t when t == typeof(Guid) => Guid.CreateVersion7(),
            var t when t == typeof(string) => property.GetMaxLength() is { } most && most < text.Length ? text[^most..] : text,
            var t when t == typeof(DateTime) => new DateTime(2026, 9, 1, 5, 0, 0, DateTimeKind.Utc),
            var t when t == typeof(DateOnly) => new DateOnly(2026, 9, 1),
            var t when t == typeof(TimeOnly) => new TimeOnly(8, 30),
            var t when t == typeof(bool) => false,
            var t when t == typeof(byte[]) => Array.Empty<byte>(),
            var t when t == typeof(List<string>) => new List<string>(),
            { IsEnum: true } t => Enum.GetValues(t).GetValue(0),
            { IsPrimitive: true } t => Convert.ChangeType(number, t, System.Globalization.CultureInfo.InvariantCulture),
            var t when t == typeof(decimal) => (decimal)number,
            var t => throw new NotSupportedException($"Teach Rows a value of {t.Name} for {type.DisplayName()}.{property.Name}."),
        };
    }

    private DbCommand Command()
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    private static string Parameter(DbCommand command, IProperty property, object? value)
    {
        var name = $"@p{command.Parameters.Count}";
        command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, value, property.IsNullable));
        return name;
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
