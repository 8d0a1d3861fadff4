using System.Text;
using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Isolation;

/// <summary>A GET changes nothing (A14): every one is asked by an administrator, and the databases are compared.</summary>
public sealed class ReadingTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task No_GET_changes_anything()
    {
        var (admin, visitor, samples) = (await district.SignInAsync("admin"), district.Visitor(), await Samples.OfSchool1Async(district));
        await district.Services.GetRequiredService<AuditSealer>().StopAsync(default);      // it seals what signing in has left
        var before = await AllAsync();
        var asked = 0;
        foreach (var get in Endpoints.All(district.Services).Where(e => e.IsRead))
        {
            foreach (var prefix in new[] { "", "/school-1" })
            {
                foreach (var query in new[] { "", "?q=а&after=x&limit=1&handler=Path&Form.Name=Школа" })
                {
                    var url = $"{prefix}/{get.Filled(samples, "teacher")}{query}";
                    Assert.True((int)await admin.StatusAsync(url) < 500, url);
                    Assert.True((int)await visitor.StatusAsync(url) < 500, url);
                    asked++;
                }
            }
        }
        Assert.True(asked > 100);
        Assert.Equal(before, await AllAsync());
    }

    /// <summary>Every row of every table but those that say when somebody was last seen.</summary>
    private async Task<string> AllAsync()
    {
        var all = new StringBuilder();
        foreach (var tenant in new[] { "", "school-1", "school-2", "centre" })
            all.Append(tenant).Append('\n').Append(await district.InDbAsync(tenant, RowsAsync));
        return all.Append(await district.InHostAsync(async host =>
        {
            var tables = new StringBuilder();
            foreach (var type in host.Model.GetEntityTypes().Where(t => t.ClrType.Name is not "TenantActivity"))
                tables.Append(type.GetTableName()).Append(": ").Append(await CountAsync(host, type.ClrType)).Append('\n');
            tables.AppendJoin('\n', await host.Tenants.AsNoTracking().OrderBy(t => t.Id).Select(t => Json.Write(t)).ToListAsync());
            tables.AppendJoin('\n', await host.Memberships.AsNoTracking().OrderBy(m => m.Id).Select(m => Json.Write(m)).ToListAsync());
            tables.AppendJoin('\n', await host.Users.AsNoTracking().OrderBy(a => a.Id).Select(a => Json.Write(a)).ToListAsync());
            tables.AppendJoin('\n', await host.Roles.AsNoTracking().OrderBy(r => r.Id).Select(r => Json.Write(r)).ToListAsync());
            return tables.ToString();
        })).ToString();
    }

    private static async Task<string> RowsAsync(Db db)
    {
        var tables = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        await using var snapshot = await db.Database.GetDbConnection().BeginTransactionAsync();
        foreach (var table in TableShape.AllOf(db))
        {
            var rows = new MemoryStream();
            await new TableRows(snapshot).ReadAsync(table, () => rows, default);
            tables.Append(table.Name).Append('\n').Append(Encoding.UTF8.GetString(rows.ToArray()));
        }
        return tables.ToString();
    }

    private static Task<int> CountAsync(HostDb host, Type type) =>
        (Task<int>)typeof(ReadingTests).GetMethod(nameof(CountOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [host])!;

    private static Task<int> CountOfAsync<T>(HostDb host) where T : class => host.Set<T>().CountAsync();
}
