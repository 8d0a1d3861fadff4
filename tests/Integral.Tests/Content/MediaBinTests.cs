using System.Net;
using Integral.Content.Data;
using Integral.Content.Media;
using Integral.Platform.Jobs;
using Integral.Platform.Security;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>The bin of files empties itself when its time has come, and nobody is woken before.</summary>
public sealed class MediaBinTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task A_file_goes_for_good_thirty_days_after_it_was_thrown_away_and_not_before()
    {
        var http = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var (_, body) = await MediaLibraryTests.SendAsync(http, "gone.png", Drawn.Png(10, 10, "gone"));
        var id = Guid.Parse($"{body["id"]}");
        var stored = await district.InDbAsync("", db => db.MediaFiles.Where(f => f.Id == id).Select(f => f.StoredName).SingleAsync());
        await district.PassAsync(TimeSpan.FromHours(1));
        Assert.Null(await AlarmAsync());
        var request = new HttpRequestMessage(HttpMethod.Delete, $"{MediaLibraryTests.Api}/{id}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        Assert.Equal(HttpStatusCode.NoContent, (await http.SendAsync(request)).StatusCode);
        Assert.InRange((await AlarmAsync())!.Value, district.Clock.GetUtcNow().UtcDateTime.AddDays(30).AddMinutes(-1), district.Clock.GetUtcNow().UtcDateTime.AddDays(30).AddMinutes(1));

        await district.PassAsync(TimeSpan.FromDays(29));
        Assert.True(await district.InDbAsync("", db => db.MediaFiles.AnyAsync(f => f.Id == id)));
        await district.PassAsync(TimeSpan.FromDays(1.1));
        Assert.False(await district.InDbAsync("", db => db.MediaFiles.AnyAsync(f => f.Id == id)));
        Assert.DoesNotContain(Directory.EnumerateFiles(district.Folder, "*", SearchOption.AllDirectories), f => Path.GetFileName(f) == stored);
        Assert.Null(await AlarmAsync());
    }

    [Fact]
    public async Task Files_of_before_there_were_folders_are_put_into_theirs_after_an_upgrade()
    {
        var http = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var (_, body) = await MediaLibraryTests.SendAsync(http, "before.png", Drawn.Png(10, 10, "before"), "&folder=before/folders");
        var id = Guid.Parse($"{body["id"]}");
        await district.InDbAsync("", db => db.WriteAsync(() => db.MediaFiles.Where(f => f.Id == id).ExecuteUpdateAsync(f => f.SetProperty(x => x.Words, "").SetProperty(x => x.Folder, ""))));
        await district.InHostAsync(async host =>
        {
            host.Add(new DueWork { TenantId = district.Tenant("").Id, Kind = DueWork.Planned, DueAt = district.Clock.GetUtcNow().UtcDateTime, AnnouncedAt = DateTime.UnixEpoch });
            return await host.SaveChangesAsync();
        });
        await district.AllAsync();
        Assert.Equal("before/folders", await district.InDbAsync("", db => db.MediaFiles.Where(f => f.Id == id).Select(f => f.Folder).SingleAsync()));
    }

    private Task<DateTime?> AlarmAsync()
    {
        var tenant = district.Tenant("").Id;
        return district.InHostAsync(host => host.DueWork.Where(d => d.TenantId == tenant && d.Kind == MediaBin.Alarm).Select(d => (DateTime?)d.DueAt).SingleOrDefaultAsync());
    }
}
