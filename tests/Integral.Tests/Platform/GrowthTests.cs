using System.Net;
using Integral.Platform.Audit;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Platform;

/// <summary>A list costs as many statements when there is much in it as when there is little (R26).</summary>
public sealed class GrowthTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task The_tree_of_institutions_takes_as_many_statements_for_two_hundred_as_for_four()
    {
        var admin = await district.SignInAsync("admin");
        var few = await CountAsync(admin, "/Admin/Tenants");
        await district.InHostAsync(host =>
        {
            host.AddRange(Enumerable.Range(0, 200).Select(i => new Tenant
            {
                Name = $"Школа {i}", Path = $"many-{i}", Kind = TenantKind.School, Culture = "ru", ParentId = district.Tenant("").Id, State = TenantState.Running, CreatedAt = DateTime.UnixEpoch,
            }));
            return host.SaveChangesAsync();
        });
        await district.Services.GetRequiredService<Catalogue>().RefreshAsync();

        Assert.Equal(few, await CountAsync(admin, "/Admin/Tenants"));
        Assert.Equal(await CountAsync(admin, "/api/v1/tenants?limit=2"), await CountAsync(admin, "/api/v1/tenants?limit=100"));
    }

    [Fact]
    public async Task The_audit_trail_takes_as_many_statements_for_five_hundred_entries_as_for_few()
    {
        var admin = await district.SignInAsync("admin");
        var few = await CountAsync(admin, "/school-1/Admin/Audit");
        await district.InDbAsync("school-1", db =>
        {
            var trail = new Trail(null, "test", "test", null, TimeProvider.System);
            db.AddRange(Enumerable.Range(0, 500).Select(i => AuditEntry.Of(trail, "Changed", "Person", $"{Guid.CreateVersion7()}", $"{{\"n\":[{i},{i + 1}]}}")));
            return db.SaveChangesAsync();
        });

        Assert.Equal(few, await CountAsync(admin, "/school-1/Admin/Audit"));
    }

    private async Task<int> CountAsync(Visitor visitor, string page)
    {
        await visitor.OpenAsync(page);      // what is kept in memory is there from now on
        district.Statements.Reset();
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(page));
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal) && !s.Contains("tenant_activity", StringComparison.Ordinal));
    }
}
