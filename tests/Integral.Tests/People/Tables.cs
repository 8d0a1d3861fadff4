using System.Text;
using Integral.People.Contracts;
using Integral.People.Import;
using Integral.Platform.Security;
using Integral.Platform.Sheets;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Tables of people, imported as a verb would do it or on somebody's behalf.</summary>
internal static class Tables
{
    public static Sheet Sheet(string text) => SheetFile.Read(Encoding.UTF8.GetBytes(text));

    public static Task<ImportReport> ImportAsync(this District district, string text, string tenant = "school-1", bool isDryRun = false, bool emailIsLogin = false, string[]? roles = null, IProgress<int>? progress = null, CancellationToken cancel = default) =>
        district.InTenantAsync(tenant, services =>
        {
            var sheet = Sheet(text);
            return services.GetRequiredService<PeopleImport>().RunAsync(sheet, PersonColumns.Find(sheet), new(roles ?? [], emailIsLogin, isDryRun), progress, cancel);
        });

    /// <summary>What was said of the row in this line.</summary>
    public static string Of(this ImportReport report, int line)
    {
        var row = report.Rows.Single(r => r.Line == line);
        return $"{row.Fate}: {row.Says}";
    }

    public static Task<List<Person>> PeopleAsync(this District district, string family, string tenant = "school-1") =>
        district.InDbAsync(tenant, db => db.Set<Person>().AsNoTracking().Where(p => p.FamilyName == family).OrderBy(p => p.GivenName).ToListAsync());

    public static Task<Membership?> StandingAsync(this District district, string login, string tenant = "school-1") => district.InHostAsync(async host =>
    {
        var (name, here) = (login.ToUpperInvariant(), district.Tenant(tenant).Id);
        return await host.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.TenantId == here && host.Users.Any(a => a.Id == m.AccountId && a.NormalizedUserName == name));
    });

    /// <summary>Everything that an import could change there.</summary>
    public static async Task<string> StateAsync(this District district, string tenant = "school-1")
    {
        var people = await district.InDbAsync(tenant, db => db.Set<Person>().IgnoreQueryFilters().OrderBy(p => p.Id).Select(p => $"{p.Id} {p.Version} {p.FamilyName} {p.GivenName} {p.Email} {p.Code} {p.BornOn}").ToListAsync());
        var here = district.Tenant(tenant).Id;
        var members = await district.InHostAsync(host => host.Memberships.Where(m => m.TenantId == here).OrderBy(m => m.Id).ToListAsync());
        return string.Join('\n', people.Concat(members.Select(m => $"{m.Id} {m.PersonId} {string.Join(',', m.Roles)} {m.Reach} {m.FromOn} {m.UntilOn}")));
    }
}
