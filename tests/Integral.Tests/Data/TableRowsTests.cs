using System.Data.Common;
using System.Text;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integral.Tests.Data;

/// <summary>Rows as lines and back, for what no table of the product has yet: every kind of value, rows that name rows after them, tables that need each other.</summary>
public sealed class TableRowsTests : IAsyncLifetime
{
    private DbConnection connection = null!;

    public async ValueTask InitializeAsync()
    {
        connection = Engine.IsPostgreSql ? new NpgsqlConnection($"{Engine.Server};Database=postgres;Pooling=false") : new SqliteConnection("Data Source=:memory:;Foreign Keys=True");
        await connection.OpenAsync();
        await RunAsync("""
            CREATE TEMP TABLE "things" ("Id" uuid PRIMARY KEY, "Day" date NULL, "Time" time NULL, "Flag" boolean NULL, "Real" double precision NULL, "Whole" int NULL, "Bytes" bytea NULL, "Moment" timestamptz NULL);
            CREATE TEMP TABLE "nodes" ("Id" uuid PRIMARY KEY, "ParentId" uuid NULL REFERENCES "nodes" ("Id"));
            CREATE TEMP TABLE "heads" ("Id" uuid PRIMARY KEY, "HouseId" uuid NOT NULL);
            CREATE TEMP TABLE "houses" ("Id" uuid PRIMARY KEY, "HeadId" uuid NULL REFERENCES "heads" ("Id"));
            """);
    }

    [Fact]
    public async Task Every_kind_of_value_comes_back_as_it_was_written()
    {
        const string lines = """
            {"Bytes":"Bytes","Day":"Day","Flag":"Flag","Id":"Guid","Moment":"Moment","Real":"Real","Time":"Time","Whole":"Whole"}
            ["AAEC/w==","2026-09-01",true,"0197f9a0-0000-7000-8000-00000000000a","2026-09-01T05:06:07.089Z",0.1,"08:30:00.000000",-7]
            [null,null,null,"0197f9a0-0000-7000-8000-00000000000b",null,null,null,null]
            ["","0001-01-01",false,"f197f9a0-0000-7000-8000-00000000000b","9999-12-31T23:59:59.999Z",-1E+300,"23:59:59.999999",2147483647]

            """;
        await InsertAsync(("things", lines));
        Assert.Equal(lines, await ReadAsync("things"));
    }

    [Fact]
    public async Task A_row_may_name_one_that_comes_after_it_and_two_tables_each_other()
    {
        const string nodes = "{\"Id\":\"Guid\",\"ParentId\":\"Guid\"}\n[\"0197f9a0-0000-7000-8000-000000000001\",\"0197f9a0-0000-7000-8000-000000000002\"]\n[\"0197f9a0-0000-7000-8000-000000000002\",null]\n";
        const string heads = "{\"HouseId\":\"Guid\",\"Id\":\"Guid\"}\n[\"0197f9a0-0000-7000-8000-000000000004\",\"0197f9a0-0000-7000-8000-000000000003\"]\n";
        const string houses = "{\"HeadId\":\"Guid\",\"Id\":\"Guid\"}\n[\"0197f9a0-0000-7000-8000-000000000003\",\"0197f9a0-0000-7000-8000-000000000004\"]\n";
        await InsertAsync(("heads", heads), ("houses", houses), ("nodes", nodes));

        Assert.Equal((nodes, heads, houses), (await ReadAsync("nodes"), await ReadAsync("heads"), await ReadAsync("houses")));
        await using var model = new Model(connection);
        var shapes = TableShape.AllOf(model);
        Assert.True(shapes.ToList().FindIndex(s => s.Name == "houses") < shapes.ToList().FindIndex(s => s.Name == "heads"));
        Assert.Equal(["houses.HeadId", "nodes.ParentId"], shapes.SelectMany(s => s.Later.Select(c => $"{s.Name}.{c}")).Order());
    }

    [Fact]
    public async Task A_line_without_an_end_is_no_row_and_a_line_may_be_longer_than_the_buffer()
    {
        var text = new string('я', 200_000);
        var lines = new JsonLines(new MemoryStream(Encoding.UTF8.GetBytes($"a\n{text}\n\nlast")));
        Assert.Equal("a", await NextAsync(lines));
        Assert.Equal(text, await NextAsync(lines));
        Assert.Equal("", await NextAsync(lines));
        await Assert.ThrowsAsync<InvalidDataException>(() => NextAsync(lines));
    }

    private static async Task<string?> NextAsync(JsonLines lines) => await lines.NextAsync(default) is { } line ? Encoding.UTF8.GetString(line.Span) : null;

    private async Task InsertAsync(params (string Table, string Lines)[] all)
    {
        await using var model = new Model(connection);
        await using var transaction = await connection.BeginTransactionAsync();
        var (rows, shapes) = (new TableRows(transaction), TableShape.AllOf(model).Where(s => all.Any(a => a.Table == s.Name)).ToList());
        foreach (var shape in shapes) await rows.InsertAsync(shape, LinesOf(shape), default);
        foreach (var shape in shapes) await rows.FillLaterAsync(shape, LinesOf(shape), default);
        await transaction.CommitAsync();

        MemoryStream LinesOf(TableShape shape) => new(Encoding.UTF8.GetBytes(all.Single(a => a.Table == shape.Name).Lines));
    }

    private async Task<string> ReadAsync(string table)
    {
        await using var model = new Model(connection);
        await using var transaction = await connection.BeginTransactionAsync();
        var to = new MemoryStream();
        await new TableRows(transaction).ReadAsync(TableShape.AllOf(model).Single(s => s.Name == table), () => to, default);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    private async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own text
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private sealed class Model(DbConnection connection) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => _ = connection is NpgsqlConnection ? options.UseNpgsql(connection) : options.UseSqlite(connection);

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Thing>().ToTable("things");
            model.Entity<Node>().ToTable("nodes").HasOne<Node>().WithMany().HasForeignKey(n => n.ParentId);
            model.Entity<House>().ToTable("houses").HasOne<Head>().WithMany().HasForeignKey(h => h.HeadId);
            model.Entity<Head>().ToTable("heads").HasOne<House>().WithMany().HasForeignKey(h => h.HouseId);
        }
    }

    private sealed record Thing(Guid Id, DateOnly? Day, TimeOnly? Time, bool? Flag, double? Real, int? Whole, byte[]? Bytes, DateTime? Moment);
    private sealed record Node(Guid Id, Guid? ParentId);
    private sealed record House(Guid Id, Guid? HeadId);
    private sealed record Head(Guid Id, Guid HouseId);
}
