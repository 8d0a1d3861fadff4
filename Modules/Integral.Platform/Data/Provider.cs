using Integral.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Integral.Platform.Data;

/// <summary>A database engine Integral supports, and where each module keeps its migrations for it.</summary>
public sealed record Provider(string Name, Type SchemaType, Type HostSchemaType)
{
    public static readonly Provider Sqlite = new("Sqlite", typeof(SqliteSchema<>), typeof(SqliteHostSchema));
    public static readonly Provider PostgreSql = new("PostgreSql", typeof(PostgreSqlSchema<>), typeof(PostgreSqlHostSchema));

    /// <exception cref="ArgumentException">The setting names no engine we know.</exception>
    public static Provider Named(string? name) => name switch
    {
        null or "" or "Sqlite" => Sqlite,
        "PostgreSql" => PostgreSql,
        _ => throw new ArgumentException($"Integral:Database:Provider is '{name}'. It can be Sqlite or PostgreSql."),
    };

    public override string ToString() => Name;

    /// <summary>The migrations of one module; null for a module without tables.</summary>
    public DbContext? SchemaOf(IntegralModule module)
    {
        var wanted = SchemaType.MakeGenericType(module.GetType());
        var type = module.Assembly.GetTypes().SingleOrDefault(t => t.BaseType == wanted);
        return type is null ? null : (DbContext)Activator.CreateInstance(type)!;
    }

    public DbContext HostSchema() => (DbContext)Activator.CreateInstance(HostSchemaType)!;
}
