using Integral.Platform.Data;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>What a crash leaves, and what looks like it but belongs to a process that lives.</summary>
public sealed class UnfinishedTests(District district) : IClassFixture<District>
{
    private static readonly DateTime LongAgo = DateTime.UnixEpoch.AddYears(40);

    [Fact]
    public async Task What_a_crash_left_in_the_temporary_folder_is_taken_away()
    {
        var folder = OfTheDead("left");
        File.WriteAllText(Path.Combine(district.Folder, "temporary", "old.zip"), "");
        File.SetLastWriteTimeUtc(Path.Combine(district.Folder, "temporary", "old.zip"), LongAgo);
        await SweepAsync();

        Assert.False(Directory.Exists(folder));
        Assert.False(File.Exists(Path.Combine(district.Folder, "temporary", "old.zip")));
    }

    [Fact]
    public async Task What_a_process_that_lives_is_making_stays()
    {
        using var neighbour = new TemporaryFolder(Directory.CreateDirectory(Path.Combine(district.Folder, "temporary")).FullName);
        var working = Path.Combine(neighbour.Own, "archive.zip");
        File.WriteAllText(working, "half");
        foreach (var entry in Directory.EnumerateFileSystemEntries(neighbour.Own).Append(neighbour.Own)) File.SetLastWriteTimeUtc(entry, LongAgo);
        await SweepAsync();

        Assert.True(File.Exists(working));
    }

    [Fact]
    public async Task What_was_written_less_than_an_hour_ago_stays()
    {
        var young = Path.Combine(Directory.CreateDirectory(Path.Combine(district.Folder, "temporary")).FullName, "young.zip");
        File.WriteAllText(young, "");
        await SweepAsync();

        Assert.True(File.Exists(young));
    }

    [Fact]
    public async Task A_tenant_whose_maker_has_died_is_taken_away_without_an_hour_s_wait_and_another_is_not()
    {
        var (orphan, other) = (await CreatingAsync("orphan"), await CreatingAsync("other"));
        Directory.CreateDirectory(Path.Combine(OfTheDead("died"), $"{orphan:N}"));
        await SweepAsync();

        Assert.Equal([other], await district.InHostAsync(host => host.Tenants.Where(t => t.State == TenantState.Creating).Select(t => t.Id).ToListAsync()));
        await new Terminal(district).DoAsync("tenants", "create", "--recipe", "school", "--path", "orphan", "--name", "Its address is free");
    }

    [Fact]
    public async Task A_tenant_that_became_visible_a_moment_ago_used_to_be_taken_away_with_its_data()
    {
        var id = await CreatingAsync("finished");
        var seen = await district.InHostAsync(host => host.Tenants.AsNoTracking().SingleAsync(t => t.Id == id));
        await district.InHostAsync(async host =>
        {
            (await host.Tenants.SingleAsync(t => t.Id == id)).Open([], "UTC");
            return await host.SaveChangesAsync();
        });
        await district.Services.GetRequiredService<TenantStorage>().RemoveAsync(seen);

        // It is there; that it has no database may have been noticed by now.
        Assert.NotEqual(TenantState.Creating, await district.InHostAsync(host => host.Tenants.Where(t => t.Id == id).Select(t => t.State).SingleAsync()));
    }

    private async Task<Guid> CreatingAsync(string path) => await district.InHostAsync(async host =>
    {
        var tenant = new Tenant { Name = path, Path = path, Kind = TenantKind.School, Culture = "ru", CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime };
        host.Add(tenant);
        await host.SaveChangesAsync();
        return tenant.Id;
    });

    private string OfTheDead(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(district.Folder, "temporary", name)).FullName;
        File.WriteAllText(Path.Combine(folder, "alive"), "");
        foreach (var entry in new[] { Path.Combine(folder, "alive"), folder }) File.SetLastWriteTimeUtc(entry, LongAgo);
        return folder;
    }

    private Task SweepAsync() => district.Services.GetRequiredService<UnfinishedTenants>().SweepAsync();
}
