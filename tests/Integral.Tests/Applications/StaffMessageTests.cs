using Integral.Applications;
using Integral.Applications.Contracts;
using Integral.Applications.Staff;
using Integral.Platform.Messaging;
using Integral.Programs;
using Integral.Tests.Jobs;
using Integral.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Applications;

/// <summary>What a school and a centre tell each other, where it comes late, twice or in another order.</summary>
public sealed class StaffMessageTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task A_list_that_had_to_be_sent_again_used_to_forget_who_was_withdrawn_meanwhile()
    {
        var opening = await OfferAsync("Отозвана в пути");
        var list = await district.SendStaffAsync(opening, "Соколова", "Лебедев");
        var message = await PutAsideAsync();
        await WithdrawAsync(list, "Соколова");
        await district.AllAsync();
        Assert.Empty(await district.AllAsync(opening));
        Assert.Equal((ApplicationStatus.Withdrawn, null, null), State(await OneAsync(opening, "Соколова")));     // no longer on its way for ever

        await district.InTenantAsync("", async services => { await services.GetRequiredService<OutboxCare>().ReviveAsync(district.Tenant("school-1"), message); return true; });
        await district.AllAsync();
        Assert.Equal([("Лебедев", ApplicationStatus.Sent), ("Соколова", ApplicationStatus.Withdrawn)], (await district.AllAsync(opening)).Select(a => (a.FamilyName, a.Status)).OrderBy(a => a.FamilyName));
        var one = await OneAsync(opening, "Соколова");
        Assert.NotNull(one.Number);
        Assert.Equal((ApplicationStatus.Withdrawn, null), (one.Status!.Value, one.WithdrawnAt));
    }

    [Fact]
    public async Task An_older_state_that_came_after_a_newer_one_used_to_overwrite_it()
    {
        var opening = await OfferAsync("Старое после нового", seats: 3);
        await district.SendStaffAsync(opening, "Лебедев");
        await district.AllAsync();
        await district.BeginAsync();
        var there = (await district.AllAsync(opening))[0];
        await district.ArriveAsync("centre", "school-1", new StaffBecame(there.SentId!.Value, there.Number, ApplicationStatus.Enrolled, 9));
        await district.ArriveAsync("centre", "school-1", new StaffBecame(there.SentId!.Value, there.Number, ApplicationStatus.Asked, 8));
        await district.ArriveAsync("centre", "school-1", new StaffBecame(there.SentId!.Value, null, ApplicationStatus.Withdrawn));
        Assert.Equal((ApplicationStatus.Enrolled, there.Number, null), State(await OneAsync(opening, "Лебедев")));
    }

    [Fact]
    public async Task The_centre_tells_with_each_state_which_version_of_the_application_it_is()
    {
        var opening = await OfferAsync("Версии", seats: 3);
        await district.SendStaffAsync(opening, "Лебедев");
        await district.AllAsync();
        await district.BeginAsync();
        var there = (await district.AllAsync(opening))[0];
        await district.InTenantAsync("centre", async services =>
        {
            var db = services.GetRequiredService<Integral.Platform.Data.Db>();
            await db.WriteAsync(() => services.GetRequiredService<IWorkflows>().DecideAsync(new(db, db.Tenant, "Clerk") { Outbox = services.GetRequiredService<Outbox>() }, Application.Kind, there.Id, "Accept", null));
            return true;
        });
        await district.AllAsync();
        var (after, told) = ((await district.AllAsync(opening))[0], await OneAsync(opening, "Лебедев"));
        Assert.Equal((ApplicationStatus.Enrolled, after.Version), (told.Status!.Value, told.ToldVersion));
    }

    [Fact]
    public async Task A_list_used_to_be_judged_by_the_day_on_which_it_arrived()
    {
        var now = district.Clock.GetUtcNow().UtcDateTime;
        var (late, early) = (await OfferAsync("Долго шла"), await OfferAsync("Рано ушла"));
        await RecruitedAsync(late, from: -9, until: -2);
        await RecruitedAsync(early, from: 0, until: 9);
        await district.ArriveAsync("school-1", "centre", Message(late, "Вовремя"), now.AddDays(-4));
        await district.ArriveAsync("school-1", "centre", Message(late, "Опоздала"), now);
        await district.ArriveAsync("school-1", "centre", Message(early, "Поспешила"), now.AddDays(-4));
        var kept = Assert.Single(await district.AllAsync(late));
        Assert.Equal(("Вовремя", DateOnly.FromDateTime(now.AddDays(-4))), (kept.FamilyName, DateOnly.FromDateTime(kept.SentAt)));
        Assert.Empty(await district.AllAsync(early));
    }

    private static (ApplicationStatus? Status, int? Number, DateTime? WithdrawnAt) State(StaffListed one) => (one.Status, one.Number, one.WithdrawnAt);

    private static StaffListSent Message(Guid opening, string family) =>
        new(Guid.NewGuid(), opening, null, "Нурланова Айгерім", "head@demo.local", null, "I agree.", "ru", [new(Guid.NewGuid(), Applying.Who(family, null))]);

    private async Task<Guid> OfferAsync(string name, int? seats = null)
    {
        var opening = await district.RecruitAsync(name, seats);
        await district.WakeAsync(Openings.Changed);
        await district.AllAsync();
        return opening;
    }

    private Task<int> RecruitedAsync(Guid opening, int from, int until) => district.InDbAsync("centre", async db =>
    {
        var today = DateOnly.FromDateTime(district.Clock.GetUtcNow().UtcDateTime);
        (await db.Set<Recruitment>().SingleAsync(r => r.Id == opening)).Open(today.AddDays(from), today.AddDays(until));
        return await db.SaveChangesAsync();
    });

    /// <summary>The list that waits in the school is given up, as an operator finds it.</summary>
    private Task<Guid> PutAsideAsync() => district.InDbAsync("school-1", async db =>
    {
        var message = await db.Set<OutboxMessage>().SingleAsync(m => m.Kind == "applications.staff_sent");
        message.IsDead = true;
        await db.SaveChangesAsync();
        return message.Id;
    });

    private Task<bool> WithdrawAsync(Guid list, string family) => district.InTenantAsync("school-1", async services =>
    {
        var one = await services.GetRequiredService<Integral.Platform.Data.Db>().Set<StaffListed>().AsNoTracking().SingleAsync(p => p.ListId == list && p.Name.StartsWith(family));
        await services.GetRequiredService<StaffSending>().WithdrawAsync(list, one.Id);
        return true;
    });

    private async Task<StaffListed> OneAsync(Guid opening, string family) => (await district.ListedAsync("school-1", opening)).Single(p => p.Name.StartsWith(family, StringComparison.Ordinal));
}
