using Integral.Announcements;
using Integral.Announcements.Data;
using Integral.People.Contracts;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Communication;

/// <summary>Announcements as tests write them.</summary>
internal static class Announced
{
    public const string School = "school-1", Centre = "centre", Desk = "/school-1/Admin/Announcements";

    public static DateOnly TodayIn(this JobDistrict district, string tenant) => district.Tenant(tenant).Zone.DayOf(district.Clock.GetUtcNow().UtcDateTime);

    public static Task<Guid> GroupAsync(this District district, string name) => district.InDbAsync(School, db => db.Set<Group>().Where(g => g.Name == name).Select(g => g.Id).SingleAsync());

    /// <summary>What the form says, for the page that writes one.</summary>
    public static Dictionary<string, string> Words(string title, params (string Name, string Value)[] more) =>
        new([new("Form.Title", title), new("Form.Text", "**Важное** <script>alert(1)</script> и [ссылка](javascript:alert(1))."), .. more.Select(m => new KeyValuePair<string, string>(m.Name, m.Value))]);

    /// <summary>Publishes one as somebody would who may, and has everybody told.</summary>
    public static async Task<Guid> AnnounceAsync(this JobDistrict district, string tenant, AnnouncementWords words, Audience audience, Guid? author = null)
    {
        var id = await district.AsAsync(tenant, author, async services =>
        {
            var desk = services.GetRequiredService<AnnouncementDesk>();
            var one = await desk.AddAsync(words, audience);
            await desk.PublishAsync(one);
            return one.Id;
        });
        await district.PassAsync(TimeSpan.FromSeconds(1));
        return id;
    }

    public static async Task CorrectAsync(this JobDistrict district, string tenant, Guid id, AnnouncementWords words)
    {
        await district.AsAsync(tenant, null, async services =>
        {
            var desk = services.GetRequiredService<AnnouncementDesk>();
            await desk.ChangeAsync(await desk.FindAsync(id), words, null);
            return id;
        });
        await district.PassAsync(TimeSpan.FromSeconds(1));
    }

    public static async Task WithdrawAsync(this JobDistrict district, string tenant, Guid id)
    {
        await district.AsAsync(tenant, null, async services =>
        {
            var desk = services.GetRequiredService<AnnouncementDesk>();
            await desk.WithdrawAsync(await desk.FindAsync(id));
            return id;
        });
        await district.PassAsync(TimeSpan.FromSeconds(1));
    }

    public static Task<ReadCount> CountAsync(this District district, string tenant, Guid id) => district.InTenantAsync(tenant, async services =>
        await services.GetRequiredService<Readers>().CountAsync(await services.GetRequiredService<Db>().Announcements.AsNoTracking().Include(a => a.Audience).SingleAsync(a => a.Id == id)));

    private static Task<Guid> AsAsync(this District district, string tenant, Guid? author, Func<IServiceProvider, Task<Guid>> work) => district.InTenantAsync(tenant, services =>
    {
        var permissions = services.GetRequiredService<RoleBook>().Permissions(district.Tenant(tenant), [DeliveredRoles.TenantAdmin]);
        services.GetRequiredService<Current>().Enter(new SignedIn(author ?? Guid.NewGuid(), Guid.NewGuid(), "author", "Author", null, "en", new HashSet<string>(), permissions));
        return work(services);
    });
}
