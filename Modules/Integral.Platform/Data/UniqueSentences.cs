using System.Collections.Concurrent;
using Integral.Platform.Localization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Integral.Platform.Data;

/// <summary>A unique index guarantees a "not twice" rule; here it also gets the rule's sentence, for the case that two people were equally quick.</summary>
public static class UniqueSentences
{
    // Not an annotation of the model: that would be copied into every migration.
    private static readonly ConcurrentDictionary<string, (Sentence Sentence, string Field)> Known = new();

    /// <summary>What a violation of this index says, and the form's property it is about.</summary>
    public static IndexBuilder<T> Says<T>(this IndexBuilder<T> index, Sentence sentence, string field = "")
    {
        Known[Key(index.Metadata)] = (sentence, field);
        return index;
    }

    /// <summary>The broken rule; null when the failure is something else.</summary>
    internal static RuleException? Rule(DbUpdateException failure, IModel model)
    {
        var index = failure.InnerException switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } p => Indexes(model).FirstOrDefault(i => i.GetDatabaseName() == p.ConstraintName),
            SqliteException { SqliteExtendedErrorCode: 2067 } s => Indexes(model).FirstOrDefault(i => s.Message.Contains($": {Columns(i)}'", StringComparison.Ordinal)),
            _ => null,
        };
        return index is not null && Known.TryGetValue(Key(index), out var said) ? new(said.Sentence, said.Field) : null;
    }

    private static string Key(IReadOnlyIndex index) => $"{index.DeclaringEntityType.Name}({string.Join(',', index.Properties.Select(p => p.Name))})";

    private static IEnumerable<IIndex> Indexes(IModel model) => model.GetEntityTypes().SelectMany(e => e.GetIndexes()).Where(i => i.IsUnique);

    // SQLite names the columns: "UNIQUE constraint failed: tenants.Path".
    private static string Columns(IIndex index) =>
        string.Join(", ", index.Properties.Select(p => $"{index.DeclaringEntityType.GetTableName()}.{p.GetColumnName()}"));
}
