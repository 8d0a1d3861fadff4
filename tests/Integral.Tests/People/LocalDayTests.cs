using Integral.People;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>A day is the institution's own: in Almaty it begins five hours before Greenwich's.</summary>
public sealed class LocalDayTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task In_the_night_roles_held_on_for_hours_after_their_last_day_and_began_hours_after_their_first()
    {
        var today = InTheNight();
        var (first, last) = (await district.AddAsync("day-first", "school-1", DeliveredRoles.Registrar), await district.AddAsync("day-last", "school-1", DeliveredRoles.Registrar));
        await HoldAsync(first, today, null);
        await HoldAsync(last, null, today.AddDays(-1));

        Assert.Equal(System.Net.HttpStatusCode.OK, await (await district.EnterAsync(first, "/school-1")).StatusAsync("/school-1/Admin/People"));
        Assert.NotEqual(System.Net.HttpStatusCode.OK, await (await district.EnterAsync(last, "/school-1")).StatusAsync("/school-1/Admin/People"));
        var listed = await district.InTenantAsync("school-1", async s => (await s.GetRequiredService<PeopleList>().PageAsync(new("day-", null, null, null))).Rows);
        Assert.Equal([(first.UserName, AccountState.Active), (last.UserName, AccountState.OutOfDates)], listed.Select(r => (r.Login, r.State)));
        var held = await district.InHostAsync(h => h.Memberships.HoldingOn(district.Clock.GetUtcNow(), district.Tenant("school-1")).Select(m => m.AccountId).ToListAsync());
        Assert.Equal((true, false), (held.Contains(first.Id), held.Contains(last.Id)));
    }

    [Fact]
    public async Task In_the_night_nobody_could_be_written_down_who_was_born_that_day()
    {
        var today = InTheNight();
        var report = await district.ImportAsync($"ФИО;Дата рождения\nНочной Ребёнок;{today:yyyy-MM-dd}\nЗавтрашний Ребёнок;{today.AddDays(1):yyyy-MM-dd}\n");
        Assert.Equal((1, 1), (report.Added, report.Refused));
        Assert.Equal(today, Assert.Single(await district.PeopleAsync("Ночной")).BornOn);
    }

    /// <returns>The day it is in the school, and isn't in Greenwich yet.</returns>
    private DateOnly InTheNight()
    {
        var now = district.Clock.GetUtcNow();
        district.Clock.Pass(now.UtcDateTime.Date.AddDays(1).AddHours(20.5) - now.UtcDateTime);
        var today = district.Tenant("school-1").Zone.DayOf(district.Clock.GetUtcNow().UtcDateTime);
        Assert.NotEqual(today, DateOnly.FromDateTime(district.Clock.GetUtcNow().UtcDateTime));
        return today;
    }

    private Task<int> HoldAsync(Account account, DateOnly? from, DateOnly? until) => district.InHostAsync(async host =>
    {
        var membership = await host.Memberships.SingleAsync(m => m.AccountId == account.Id);
        (membership.FromOn, membership.UntilOn) = (from, until);
        return await host.SaveChangesAsync();
    });
}
