using System.Net;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Live;
using Integral.Platform.Security;
using Integral.Platform.Settings;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Live;

/// <summary>Browsers are told what changed in their institution.</summary>
public sealed class LiveTests(District district) : IClassFixture<District>
{
    private LiveNews News => district.Services.GetRequiredService<LiveNews>();
    private Guid School1 => district.Tenant("school-1").Id;

    [Fact]
    public async Task What_is_told_is_heard_by_those_it_is_for_and_by_nobody_else()
    {
        using var head = await Ear.AtAsync(await district.SignInAsync("head", "/school-1"), "/school-1");
        using var teacher = await Ear.AtAsync(await district.SignInAsync("teacher", "/school-1"), "/school-1");
        using var other = await Ear.AtAsync(await district.SignInAsync("head2", "/school-2"), "/school-2");
        var account = await district.AccountAsync("teacher");
        var person = (await district.MembershipAsync(account, "school-1"))!.PersonId!.Value;
        News.Tell(School1, new("of-account"), account.Id);
        News.Tell(School1, new("of-person", "17", 3), person);
        News.Tell(School1, new("of-all"));
        News.Tell(district.Tenant("school-2").Id, new("over-there"));

        await Task.WhenAll(head.HearsAsync("of-all"), teacher.HearsAsync("of-all"), other.HearsAsync("over-there"));
        Assert.True(teacher.Has("of-account") && teacher.Has("""data: {"topic":"of-person","id":"17","version":3}"""));
        Assert.False(head.Has("of-account") || head.Has("of-person") || head.Has("over-there"));
        Assert.False(other.Has("of-"));
    }

    [Fact]
    public async Task Who_has_no_role_here_hears_nothing_here()
    {
        var head = await district.SignInAsync("head2", "/school-2");
        Assert.Equal(HttpStatusCode.Forbidden, await head.StatusAsync("/school-1/api/v1/events"));
        Assert.Equal(HttpStatusCode.Unauthorized, await district.Visitor().StatusAsync("/school-1/api/v1/events"));
    }

    [Fact]
    public async Task What_is_not_saved_is_not_told()
    {
        using var head = await Ear.AtAsync(await district.SignInAsync("head", "/school-1"), "/school-1");
        await district.InDbAsync("school-1", async db =>
        {
            News.AfterCommit(db, new("tests.refused"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.WriteAsync(() => throw new InvalidOperationException()));
            News.AfterCommit(db, new("tests.saved"));
            db.Add(new Setting { Name = "tests.live", Value = "{}" });
            await Task.Delay(300);
            Assert.False(head.Has("tests.saved"));
            return await db.SaveChangesAsync();
        });

        await head.HearsAsync("tests.saved");
        Assert.False(head.Has("tests.refused"));
    }

    [Theory, InlineData("revoked"), InlineData("expired"), InlineData("blocked"), InlineData("removed")]
    public async Task A_stream_ends_with_the_right_to_it(string how)
    {
        var account = await district.AddAsync($"ear-{how}", "school-1", DeliveredRoles.Teacher);
        using var ear = await Ear.AtAsync(await district.EnterAsync(account, "/school-1"), "/school-1");
        using var other = await Ear.AtAsync(await district.SignInAsync("head", "/school-1"), "/school-1");
        await district.InHostAsync(async host =>
        {
            var session = host.Sessions.Single(s => s.AccountId == account.Id);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            if (how == "revoked") host.Remove(session);
            if (how == "expired") session.ExpiresAt = now;
            if (how == "blocked") host.Users.Single(a => a.Id == account.Id).Block(now);
            if (how == "removed") host.RemoveRange(host.Memberships.Where(m => m.AccountId == account.Id));
            return await host.SaveChangesAsync();
        });

        await ear.EndsAsync();
        Assert.False(other.IsOver);
    }

    [Fact]
    public async Task Streams_end_when_their_institution_is_switched_off()
    {
        using var inside = await Ear.AtAsync(await district.SignInAsync("lecturer", "/centre"), "/centre");
        using var outside = await Ear.AtAsync(await district.SignInAsync("head", "/school-1"), "/school-1");
        await SwitchAsync("centre", TenantState.Disabled);

        await inside.EndsAsync();
        Assert.False(outside.IsOver);
        await SwitchAsync("centre", TenantState.Running);
    }

    [Fact]
    public async Task Of_one_persons_many_streams_the_oldest_makes_room()
    {
        var deputy = await district.SignInAsync("deputy", "/school-1");
        using var head = await Ear.AtAsync(await district.SignInAsync("head", "/school-1"), "/school-1");
        var ears = new List<Ear>();
        for (var i = 0; i < 6; i++) ears.Add(await Ear.AtAsync(deputy, "/school-1"));

        await ears[0].EndsAsync();
        Assert.True(ears[0].Has("event: enough"));
        News.Tell(School1, new("after-all"));
        await Task.WhenAll(ears.Skip(1).Append(head).Select(e => e.HearsAsync("after-all")));
        ears.ForEach(e => e.Dispose());
    }

    [Fact]
    public async Task Who_comes_back_is_told_to_read_everything_again()
    {
        var registrar = await district.SignInAsync("registrar", "/school-1");
        using var back = await Ear.AtAsync(registrar, "/school-1", lastId: "41");
        using var anew = await Ear.AtAsync(registrar, "/school-1");
        News.Tell(School1, new("to-both"));

        await Task.WhenAll(back.HearsAsync("to-both"), anew.HearsAsync("to-both"));
        Assert.True(back.Has("event: resync"));
        Assert.False(anew.Has("event: resync"));
    }

    [Fact]
    public async Task Long_work_tells_its_owner_of_each_step_and_of_its_end()
    {
        var admin = await district.SignInAsync("admin");
        using var owner = await Ear.AtAsync(admin, "");
        using var other = await Ear.AtAsync(await district.SignInAsync("methodist"), "");
        var account = await district.AccountAsync("admin");
        var goOn = new TaskCompletionSource();
        var work = await district.InTenantAsync("", services =>
        {
            var current = services.GetRequiredService<Current>();
            current.Enter(new SignedIn(account.Id, Guid.NewGuid(), "", "", null, null, new HashSet<string>(), new HashSet<string>()));
            return services.GetRequiredService<Works>().StartAsync(current, "Some work", async (_, progress, _) =>
            {
                progress.Report(new(50, "Half of it"));
                await goOn.Task;
                return new(null, []);
            });
        });

        await owner.HearsAsync($"{work.Id}");
        var before = owner.Count($"{work.Id}");
        goOn.SetResult();
        await Until.TrueAsync(() => Task.FromResult(owner.Count($"{work.Id}") > before), "the end was not told");
        Assert.Equal(WorkState.Done, work.State);
        Assert.False(other.Has("works"));
    }

    [Fact, Trait("Engine", "Sqlite")]
    public async Task A_stream_that_waits_holds_no_connection()
    {
        using var head = await Ear.AtAsync(await district.SignInAsync("head", "/school-1"), "/school-1");
        var files = district.Services.GetRequiredService<SqliteFiles>();
        var folder = district.Services.GetRequiredService<DataFolder>();
        foreach (var file in new[] { folder.Host, folder.Tenant(School1) }) await files.CloseAsync(file).WaitAsync(TimeSpan.FromSeconds(10));      // waits until nobody uses it
        Assert.False(head.IsOver);
    }

    private async Task SwitchAsync(string path, TenantState state)
    {
        var id = district.Tenant(path).Id;
        await district.InHostAsync(async host =>
        {
            var tenant = await host.Tenants.SingleAsync(t => t.Id == id);
            host.Entry(tenant).Property(t => t.State).CurrentValue = state;
            return await host.SaveChangesAsync();
        });
        await district.Services.GetRequiredService<Catalogue>().RefreshAsync();
    }
}
