using Integral.Platform.Changes;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Localization;
using Integral.Platform.Modules;
using Integral.Platform.Settings;
using Integral.Platform.Sharing;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Jobs;

/// <summary>Takes texts from above into settings of the institution, and refuses what it was told to refuse.</summary>
[Feature("Integral.Content")]
internal sealed class NoteTaker(Db db, Refusals refusals) : ITakesFromAbove
{
    public const string Of = "tests.note";

    public string Kind => Of;

    public async Task TakeAsync(Tenant origin, string recordId, string body)
    {
        refusals.Check(Json.Read<string>(body)!);
        refusals.Tried.Enqueue($"{db.Tenant.Path}: {body}");
        var row = await db.Set<Setting>().SingleOrDefaultAsync(s => s.Name == Name(origin.Id, recordId));
        if (row is null) db.Add(row = new() { Name = Name(origin.Id, recordId), Value = body });
        row.Value = body;
    }

    public async Task WithdrawAsync(Guid originId, string recordId) => db.RemoveRange(await db.Set<Setting>().Where(s => s.Name == Name(originId, recordId)).ToListAsync());

    private static string Name(Guid origin, string record) => $"from.{origin:N}.{record}";
}

public sealed class SharingDistrict : JobDistrict
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddScoped<ITakesFromAbove, NoteTaker>());
    }
}

/// <summary>What an institution offers to those below it: copied, brought up to date, withdrawn; whoever comes, goes or is moved.</summary>
public sealed class SharingTests(SharingDistrict district) : IClassFixture<SharingDistrict>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        district.Refusals.Texts.Clear();
        foreach (var tenant in new[] { "", "school-1", "centre" })
            await OfferAsync(tenant, async offers => { foreach (var id in new[] { "a", "b", "c" }) await offers.WithdrawAsync(NoteTaker.Of, id); });
        await district.PassAsync(TimeSpan.FromHours(2));
        district.Refusals.Tried.Clear();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_offered_is_copied_into_all_below_and_nowhere_else()
    {
        await OfferAsync("", offers => offers.OfferAsync(NoteTaker.Of, "a", "first"));
        await district.AllAsync();

        foreach (var below in new[] { "school-1", "school-2", "centre" }) Assert.Equal(["\"first\""], await HeldAsync(below));
        Assert.Empty(await HeldAsync(""));

        await OfferAsync("school-1", offers => offers.OfferAsync(NoteTaker.Of, "b", "of the school"));
        await district.AllAsync();
        Assert.Equal(["\"first\""], await HeldAsync("school-2"));
        Assert.Empty(await HeldAsync(""));
    }

    [Fact]
    public async Task A_new_edition_replaces_the_copy_and_a_withdrawal_takes_it_away()
    {
        await OfferAsync("", async offers => { await offers.OfferAsync(NoteTaker.Of, "a", "first"); await offers.OfferAsync(NoteTaker.Of, "b", "other"); });
        await district.AllAsync();
        await OfferAsync("", async offers => { await offers.OfferAsync(NoteTaker.Of, "a", "second"); await offers.WithdrawAsync(NoteTaker.Of, "b"); });
        await district.AllAsync();

        Assert.Equal(["\"second\""], await HeldAsync("school-1"));
        Assert.Equal(0, await district.InDbAsync("school-1", db => db.Set<CopiedItem>().CountAsync(c => c.RecordId == "b")));
    }

    [Fact]
    public async Task What_says_the_same_again_is_not_copied_again()
    {
        await OfferAsync("", offers => offers.OfferAsync(NoteTaker.Of, "a", "same"));
        await district.AllAsync();
        var taken = district.Refusals.Tried.Count;
        await OfferAsync("", offers => offers.OfferAsync(NoteTaker.Of, "a", "same"));
        await district.AllAsync();

        Assert.Equal(taken, district.Refusals.Tried.Count);
    }

    [Fact]
    public async Task Who_is_moved_under_another_one_holds_what_is_offered_there_and_so_do_those_below_it()
    {
        await OfferAsync("centre", offers => offers.OfferAsync(NoteTaker.Of, "a", "of the centre"));
        await district.AllAsync();
        Assert.Empty(await HeldAsync("school-2"));
        try
        {
            await MoveAsync("school-2", "school-1");        // first below it, to be moved along
            await MoveAsync("school-1", "centre");
            Assert.Equal(["\"of the centre\""], await HeldAsync("school-1"));
            Assert.Equal(["\"of the centre\""], await HeldAsync("school-2"));
        }
        finally
        {
            await MoveAsync("school-1", "");
            await MoveAsync("school-2", "");
        }
        Assert.Empty(await HeldAsync("school-1"));
        Assert.Empty(await HeldAsync("school-2"));
    }

    [Fact]
    public async Task Who_had_it_switched_off_is_offered_it_when_it_is_switched_on()
    {
        var feature = "Integral.Content";
        await ChangeAsync("centre", changes => changes.SwitchAsync(district.Tenant("centre").Id, [], [feature]));
        await OfferAsync("", offers => offers.OfferAsync(NoteTaker.Of, "a", "meanwhile"));
        await district.AllAsync();
        Assert.Empty(await HeldAsync("centre"));

        await ChangeAsync("centre", changes => changes.SwitchAsync(district.Tenant("centre").Id, [feature], []));
        await district.AllAsync();
        Assert.Equal(["\"meanwhile\""], await HeldAsync("centre"));
    }

    [Fact]
    public async Task What_can_not_be_taken_keeps_nothing_else_back_is_told_and_tried_again()
    {
        district.Refusals.Texts["bad"] = true;
        await OfferAsync("", async offers => { await offers.OfferAsync(NoteTaker.Of, "a", "bad"); await offers.OfferAsync(NoteTaker.Of, "b", "good"); });
        await district.AllAsync();
        Assert.Equal(["\"good\""], await HeldAsync("school-1"));
        var copies = await district.InTenantAsync("", services => services.GetRequiredService<InstallationStatus>().CopiesAsync());
        Assert.Equal("No 'bad' here.", Assert.Single(copies, c => c.Tenant.Path == "school-1").Trouble!.ToString());

        await OfferAsync("", offers => offers.OfferAsync(NoteTaker.Of, "a", "mended"));      // doesn't wait for the hour
        await district.AllAsync();
        Assert.Equal(["\"good\"", "\"mended\""], await HeldAsync("school-1"));

        district.Refusals.Texts["bad again"] = true;
        await OfferAsync("", offers => offers.OfferAsync(NoteTaker.Of, "a", "bad again"));
        await district.AllAsync();
        district.Refusals.Texts.Clear();
        await district.PassAsync(TimeSpan.FromMinutes(61));
        Assert.Equal(["\"bad again\"", "\"good\""], await HeldAsync("school-1"));
        Assert.Empty(await district.InTenantAsync("", services => services.GetRequiredService<InstallationStatus>().CopiesAsync()));
    }

    [Fact]
    public async Task Many_are_taken_in_several_turns()
    {
        await OfferAsync("", async offers => { for (var i = 0; i < 45; i++) await offers.OfferAsync(NoteTaker.Of, $"many-{i}", $"{i}"); });
        await district.AllAsync();
        Assert.Equal(45, (await HeldAsync("school-1")).Count);

        await OfferAsync("", async offers => { for (var i = 0; i < 45; i++) await offers.WithdrawAsync(NoteTaker.Of, $"many-{i}"); });
        await district.AllAsync();
        Assert.Empty(await HeldAsync("school-1"));
    }

    [Fact]
    public async Task What_a_mass_action_offered_is_withdrawn_when_it_is_undone()
    {
        var id = await district.InTenantAsync("", async services =>
        {
            using var set = await services.GetRequiredService<ChangeSets>().BeginAsync(T.Say("Test"), ChangeSets.UndoOwn);
            await services.GetRequiredService<Offers>().OfferAsync(NoteTaker.Of, "a", "by mistake");
            await services.GetRequiredService<Db>().SaveChangesAsync();
            return set.Id;
        });
        await district.AllAsync();
        Assert.Single(await HeldAsync("school-1"));

        await district.InTenantAsync("", services => services.GetRequiredService<ChangeSets>().UndoAsync(id));
        await district.AllAsync();
        Assert.Empty(await HeldAsync("school-1"));
    }

    private Task<int> OfferAsync(string tenant, Func<Offers, Task> offer) => district.InTenantAsync(tenant, async services =>
    {
        await offer(services.GetRequiredService<Offers>());
        return await services.GetRequiredService<Db>().SaveChangesAsync();
    });

    private Task<List<string>> HeldAsync(string tenant) => district.InDbAsync(tenant, db => db.Set<Setting>().Where(s => s.Name.StartsWith("from.")).Select(s => s.Value).OrderBy(v => v).ToListAsync());

    private async Task MoveAsync(string tenant, string under)
    {
        await ChangeAsync("", changes => changes.MoveAsync(district.Tenant(tenant).Id, district.Tenant(under).Id));
        await district.AllAsync();
    }

    private Task<bool> ChangeAsync(string tenant, Func<TenantChanges, Task> change) => district.InTenantAsync(tenant, async services =>
    {
        await change(services.GetRequiredService<TenantChanges>());
        return true;
    });
}
