using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Integral.Platform.Data;

/// <summary>What a column holds, whichever engine keeps it.</summary>
internal enum ValueKind { Text, Guid, Moment, Day, Time, Flag, Whole, Real, Bytes }

internal sealed record ColumnShape(string Name, ValueKind Kind);

/// <summary>A table as both engines have it. The tenant's column of PostgreSQL is not among its columns: the engine fills it.</summary>
/// <param name="Columns">Sorted by name.</param>
/// <param name="Key">The columns by which its rows are sorted and found.</param>
/// <param name="Later">Columns that name rows which may come after this one: to be filled when all rows are there.</param>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns, IReadOnlyList<string> Key, IReadOnlySet<string> Later)
{
    /// <summary>The annotation of an entity whose rows aren't backed up: the column that tells which, or nothing for all.</summary>
    public const string LeftOutAnnotation = "Integral:LeftOut";

    /// <summary>Rows that have a value in this column are left out of backups; all of them where it is empty; null where none are.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Every table of the model, each after those that it refers to.</summary>
    public static IReadOnlyList<TableShape> AllOf(DbContext context)
    {
        var waiting = context.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var placed = new HashSet<ITable>();
        var shapes = new List<TableShape>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(t => Waits(t, placed).All(k => k.PrincipalTable == t))
                ?? waiting.Find(t => Waits(t, placed).All(IsOptional))
                ?? throw new InvalidOperationException($"These tables need each other's rows first: {string.Join(", ", waiting.Select(t => t.Name))}.");
            shapes.Add(Of(next, Waits(next, placed)));
            placed.Add(next);
            waiting.Remove(next);
        }
        return shapes;
    }

    private static List<IForeignKeyConstraint> Waits(ITable table, HashSet<ITable> placed) => [.. table.ForeignKeyConstraints.Where(k => !placed.Contains(k.PrincipalTable))];
    private static bool IsOptional(IForeignKeyConstraint key) => key.Columns.Any(c => c.IsNullable);

    private static TableShape Of(ITable table, IEnumerable<IForeignKeyConstraint> waits) => new(
        table.Name,
        [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => new ColumnShape(c.Name, KindOf(c)))],
        [.. table.PrimaryKey!.Columns.Select(c => c.Name)],
        waits.SelectMany(k => k.Columns).Where(c => c.IsNullable).Select(c => c.Name).ToHashSet())
    {
        LeftOut = table.EntityTypeMappings.First().TypeBase.FindAnnotation(LeftOutAnnotation)?.Value as string,
    };

    private static ValueKind KindOf(IColumn column) => (Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType) switch
    {
        var t when t == typeof(string) => ValueKind.Text,
        var t when t == typeof(Guid) => ValueKind.Guid,
        var t when t == typeof(DateTime) => ValueKind.Moment,
        var t when t == typeof(DateOnly) => ValueKind.Day,
        var t when t == typeof(TimeOnly) => ValueKind.Time,
        var t when t == typeof(bool) => ValueKind.Flag,
        var t when t == typeof(double) => ValueKind.Real,
        var t when t == typeof(byte[]) => ValueKind.Bytes,
        var t when t == typeof(int) || t == typeof(long) || t == typeof(short) || t == typeof(byte) => ValueKind.Whole,
        var t => throw new NotSupportedException($"{column.Table.Name}.{column.Name} is a {t.Name}: teach StoredValue to write it alike on both engines."),
    };
}
