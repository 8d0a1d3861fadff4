using System.Text.Json;
using Integral.People.Contracts;
using Integral.Platform;
using Integral.Platform.Audit;
using Integral.Platform.Changes;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Security;
using Integral.Platform.Settings;
using Integral.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Platform;

/// <summary>Mass actions and putting back what they changed, in both databases.</summary>
public sealed class ChangeSetTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    private const string Here = "school-1";

    [Fact]
    public async Task Everything_that_a_mass_action_changed_is_put_back()
    {
        await district.InDbAsync(Here, db => AddAsync(db, new Setting { Name = "gone", Value = "{\"a\":1}" }, new Setting { Name = "other", Value = "1" }));
        var before = await PictureAsync();
        var id = await ActAsync(async (db, host) =>
        {
            var (person, account) = (new Person(new("Новиков", "Иван", null), "ru"), NewAccount("novikov"));
            db.Add(person);
            var known = await db.Set<Person>().OrderBy(p => p.Id).FirstAsync();
            known.Call(new("Переименов", "Пётр", null), "ru");
            db.Remove(await db.Set<Setting>().SingleAsync(s => s.Name == "gone"));
            await db.SaveChangesAsync();
            known.Reach("petr@example.org", null);
            (await db.Set<Setting>().SingleAsync(s => s.Name == "other")).Value = "2";
            await db.SaveChangesAsync();
            host.AddRange(account, new Membership { AccountId = account.Id, TenantId = db.Tenant.Id, PersonId = person.Id, Roles = ["teacher"] },
                new RoleDefinition { TenantId = db.Tenant.Id, Name = "helper", Title = "Helper" });
            (await host.Memberships.FirstAsync(m => m.TenantId == db.Tenant.Id)).Roles = ["guest"];
            await host.SaveChangesAsync();
        });
        Assert.NotEqual(before, await PictureAsync());

        var report = await UndoAsync(id);

        Assert.Equal(before, await PictureAsync());
        Assert.Equal(new UndoReport(8, 0), report);
        var listed = Assert.Single(await ListAsync(), r => r.Set.Id == id);
        Assert.False(listed.MayUndo);
        Assert.NotNull(listed.Set.UndoneAt);
        Assert.True(await district.InDbAsync(Here, db => db.Set<AuditEntry>().AnyAsync(e => e.Action == "Undone" && e.RecordId == $"{id}")));
    }

    [Fact]
    public async Task What_somebody_changed_since_stays_as_they_left_it()
    {
        Person first = new(new("Первый", "Иван", null), "ru"), second = new(new("Второй", "Иван", null), "ru");
        await district.InDbAsync(Here, db => AddAsync(db, first, second));
        var id = await ActAsync(async (db, _) =>
        {
            foreach (var person in await db.Set<Person>().Where(p => p.Id == first.Id || p.Id == second.Id).ToListAsync()) person.Reach("all@example.org", null);
            await db.SaveChangesAsync();
        });
        await ChangeAsync(first.Id, p => p.Reach("own@example.org", null));

        Assert.Equal(new UndoReport(1, 1), await UndoAsync(id));
        Assert.Equal(("own@example.org", (string?)null), (await EmailAsync(first.Id), await EmailAsync(second.Id)));
    }

    [Fact]
    public async Task A_new_person_whom_somebody_made_a_member_since_stays()
    {
        var person = new Person(new("Остающийся", "Иван", null), "ru");
        var id = await ActAsync((db, _) => AddAsync(db, person));
        var account = NewAccount("stays");
        await district.InHostAsync(async host =>
        {
            host.AddRange(account, new Membership { AccountId = account.Id, TenantId = district.Tenant(Here).Id, PersonId = person.Id, Roles = ["teacher"] });
            return await host.SaveChangesAsync();
        });

        Assert.Equal(new UndoReport(0, 1), await UndoAsync(id));
        Assert.NotNull(await district.InDbAsync(Here, db => db.Set<Person>().FindAsync(person.Id).AsTask()));
    }

    [Fact]
    public async Task An_account_that_has_been_used_stays_and_with_it_who_it_is_here()
    {
        var (person, used, unused) = (new Person(new("Вошедший", "Иван", null), "ru"), NewAccount("used"), NewAccount("unused"));
        var id = await ActAsync(async (db, host) =>
        {
            await AddAsync(db, person);
            host.AddRange(used, unused, new Membership { AccountId = used.Id, TenantId = db.Tenant.Id, PersonId = person.Id, Roles = ["teacher"] });
            await host.SaveChangesAsync();
        });
        await district.InHostAsync(async host =>
        {
            host.Add(new Session { AccountId = used.Id, Digest = "used", CreatedAt = DateTime.UnixEpoch, ExpiresAt = DateTime.UnixEpoch.AddYears(90), Kind = SessionKind.Browser });
            return await host.SaveChangesAsync();
        });

        Assert.Equal(new UndoReport(1, 3), await UndoAsync(id));
        Assert.True(await district.InHostAsync(host => host.Memberships.AnyAsync(m => m.AccountId == used.Id)));
        Assert.False(await district.InHostAsync(host => host.Users.AnyAsync(a => a.Id == unused.Id)));
    }

    [Fact]
    public async Task After_a_day_it_can_not_be_undone_and_nothing_of_before_is_kept()
    {
        var id = await ActAsync(async (db, host) =>
        {
            await AddAsync(db, new Person(new("Давний", "Иван", null), "ru"));
            await AddAsync(host, NewAccount("old"));
        });
        await district.PassAsync(TimeSpan.FromHours(23));
        Assert.Equal(1, (await RecordsAsync(id)).Here);

        await district.PassAsync(TimeSpan.FromHours(1.1));

        Assert.Equal((0, 0), await RecordsAsync(id));
        await Assert.ThrowsAsync<NotFoundException>(() => UndoAsync(id));
        Assert.DoesNotContain(await ListAsync(), r => r.Set.Id == id);
    }

    [Fact]
    public async Task Only_who_did_it_and_who_may_undo_for_others_can_and_only_while_they_may_do_what_was_done()
    {
        var (doer, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var id = await AsAsync(doer, ["people.manage"], async services =>
        {
            using var set = await services.GetRequiredService<ChangeSets>().BeginAsync(T.Say("Test"), "people.manage");
            await AddAsync(services.GetRequiredService<Db>(), new Setting { Name = "whose", Value = "1" });
            return set.Id;
        });

        await Assert.ThrowsAsync<NotFoundException>(() => UndoAsAsync(other, ["people.manage"], id));
        await Assert.ThrowsAsync<NotAllowedException>(() => UndoAsAsync(other, [ChangeSets.UndoOthers], id));
        await Assert.ThrowsAsync<NotAllowedException>(() => UndoAsAsync(doer, [], id));
        Assert.Equal(new UndoReport(1, 0), await UndoAsAsync(other, ["people.manage", ChangeSets.UndoOthers], id));
    }

    [Fact]
    public async Task Undoing_that_was_interrupted_before_the_hosts_part_goes_on()
    {
        var account = NewAccount("halfway");
        var id = await ActAsync(async (db, host) =>
        {
            await AddAsync(db, new Setting { Name = "halfway", Value = "1" });
            await AddAsync(host, account);
        });
        var kept = await district.InHostAsync(host => host.Set<HostChangeRecord>().AsNoTracking().Where(r => r.ChangeSetId == id).ToListAsync());
        await UndoAsync(id);
        await district.InHostAsync(async host => { host.AddRange(kept); host.Add(account); return await host.SaveChangesAsync(); });     // as if its second half had not been

        Assert.True(Assert.Single(await ListAsync(), r => r.Set.Id == id) is { IsHalfUndone: true, MayUndo: true });
        Assert.Equal(new UndoReport(1, 0), await UndoAsync(id));
        Assert.False(await district.InHostAsync(host => host.Users.AnyAsync(a => a.Id == account.Id)));
    }

    [Fact]
    public async Task Going_back_to_a_moment_undoes_all_that_was_done_since()
    {
        async Task<Guid> SetAsync(string value) => await ActAsync(async (db, _) =>
        {
            if (await db.Set<Setting>().SingleOrDefaultAsync(s => s.Name == "moment") is { } row) row.Value = value;
            else db.Add(new Setting { Name = "moment", Value = value });
            await db.SaveChangesAsync();
        });
        await SetAsync("1");
        await district.PassAsync(TimeSpan.FromSeconds(1));
        var second = await SetAsync("2");
        await district.PassAsync(TimeSpan.FromSeconds(1));
        var third = await SetAsync("3");

        Assert.Equal(new UndoReport(0, 1), (await PlanAsync(second)));      // alone it can't be: the third stands on it
        await AsAsync(Guid.CreateVersion7(), ["people.manage", ChangeSets.UndoOthers], services => services.GetRequiredService<ChangeSets>().UndoSinceAsync(second));

        Assert.Equal("1", await district.InDbAsync(Here, db => db.Set<Setting>().Where(s => s.Name == "moment").Select(s => s.Value).SingleAsync()));
        Assert.All(await ListAsync(), r => Assert.True(r.Set.Id != third || r.Set.UndoneAt is not null));
    }

    [Fact]
    public async Task Secrets_are_never_kept_twice()
    {
        var account = NewAccount("secret");
        account.Receive("the-hash");
        await district.InHostAsync(async host => { host.Add(account); return await host.SaveChangesAsync(); });
        var id = await ActAsync(async (_, host) =>
        {
            (await host.Users.SingleAsync(a => a.Id == account.Id)).Name = "Other";
            await host.SaveChangesAsync();
        });
        var record = await district.InHostAsync(host => host.Set<HostChangeRecord>().SingleAsync(r => r.ChangeSetId == id));

        Assert.DoesNotContain("the-hash", record.Before, StringComparison.Ordinal);
        Assert.DoesNotContain(account.SecurityStamp!, record.Before, StringComparison.Ordinal);
        await UndoAsync(id);
        var now = await district.InHostAsync(host => host.Users.SingleAsync(a => a.Id == account.Id));
        Assert.Equal(("secret", "the-hash"), (now.Name, now.PasswordHash));
    }

    private static Account NewAccount(string login) => new() { UserName = login, NormalizedUserName = login.ToUpperInvariant(), Name = login };

    private static async Task<int> AddAsync(DbContext db, params object[] rows)
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    }

    private Task<Guid> ActAsync(Func<Db, HostDb, Task> work) => district.InTenantAsync(Here, async services =>
    {
        using var set = await services.GetRequiredService<ChangeSets>().BeginAsync(T.Say("Test"), "people.manage");
        await work(services.GetRequiredService<Db>(), services.GetRequiredService<HostDb>());
        return set.Id;
    });

    private Task<UndoReport> UndoAsync(Guid id) => district.InTenantAsync(Here, services => services.GetRequiredService<ChangeSets>().UndoAsync(id));
    private Task<UndoReport> PlanAsync(Guid id) => district.InTenantAsync(Here, async services => (await services.GetRequiredService<ChangeSets>().PlanAsync(id)).Would);
    private Task<IReadOnlyList<ChangeSetRow>> ListAsync() => district.InTenantAsync(Here, services => services.GetRequiredService<ChangeSets>().ListAsync());
    private Task<UndoReport> UndoAsAsync(Guid who, string[] permissions, Guid id) => AsAsync(who, permissions, services => services.GetRequiredService<ChangeSets>().UndoAsync(id));

    private Task<T> AsAsync<T>(Guid who, string[] permissions, Func<IServiceProvider, Task<T>> work) => district.InTenantAsync(Here, services =>
    {
        services.GetRequiredService<Current>().Enter(new SignedIn(who, Guid.Empty, "who", "Who", null, null, new HashSet<string>(), permissions.ToHashSet()));
        return work(services);
    });

    private Task<int> ChangeAsync(Guid id, Action<Person> change) => district.InDbAsync(Here, async db =>
    {
        change(await db.Set<Person>().SingleAsync(p => p.Id == id));
        return await db.SaveChangesAsync();
    });

    private Task<string?> EmailAsync(Guid id) => district.InDbAsync(Here, db => db.Set<Person>().Where(p => p.Id == id).Select(p => p.Email).SingleAsync());

    private async Task<(int Here, int There)> RecordsAsync(Guid id) => (
        await district.InDbAsync(Here, db => db.Set<ChangeRecord>().CountAsync(r => r.ChangeSetId == id)),
        await district.InHostAsync(host => host.Set<HostChangeRecord>().CountAsync(r => r.ChangeSetId == id)));

    /// <summary>What there is of what the tests change, but for what says that it was written.</summary>
    private async Task<string> PictureAsync() => JsonSerializer.Serialize(new
    {
        Persons = await district.InDbAsync(Here, db => db.Set<Person>().OrderBy(p => p.Id).Select(p => new { p.Id, p.FamilyName, p.GivenName, p.Patronymic, p.SortName, p.SearchName, p.Email, p.Phone, p.DeletedAt }).ToListAsync()),
        Settings = await district.InDbAsync(Here, db => db.Set<Setting>().OrderBy(s => s.Name).ToListAsync()),
        Accounts = await district.InHostAsync(host => host.Users.OrderBy(a => a.Id).Select(a => new { a.Id, a.UserName, a.Name }).ToListAsync()),
        Members = await district.InHostAsync(host => host.Memberships.OrderBy(m => m.Id).ToListAsync()),
        Roles = await district.InHostAsync(host => host.Roles.Where(r => !r.IsDeleted).OrderBy(r => r.Id).Select(r => r.Name).ToListAsync()),
    });
}
