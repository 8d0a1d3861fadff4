using Integral.Platform.Audit;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Jobs;

/// <summary>What can't be delivered is put aside where the operator sees it, and holds up nobody.</summary>
public sealed class DeadLetterTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_message_that_is_always_refused_is_put_aside_and_holds_up_nobody()
    {
        district.Refusals.Texts["poison"] = true;
        await district.SendAsync("school-1", outbox =>
        {
            outbox.Add(new Said("poison"), district.Tenant("school-2").Id);
            outbox.Add(new Said("after it"), district.Tenant("school-2").Id);
            outbox.Add(new Said("elsewhere"), district.Tenant("centre").Id);
        });
        await district.AllAsync();
        Assert.Contains("elsewhere", await district.HeardAsync("centre"));
        Assert.DoesNotContain("after it", await district.HeardAsync("school-2"));      // it doesn't overtake

        for (var i = 0; i < 6; i++) await district.PassAsync(Enough);
        Assert.Contains("after it", await district.HeardAsync("school-2"));
        var dead = Assert.Single(await ListAsync("school-1"));
        Assert.Equal(("Something said", "No 'poison' here."), ($"{dead.What}", $"{dead.Why}"));
        Assert.Equal(1, await district.WaitingAsync("school-1"));      // its content stays with its sender
    }

    [Fact]
    public async Task What_failed_for_a_while_arrives_when_its_cause_is_gone()
    {
        district.Refusals.Texts["patience"] = true;
        await district.SendAsync("school-2", "centre", "patience");
        await district.AllAsync();
        district.Refusals.Texts.Clear();
        await district.PassAsync(Enough);

        Assert.Contains("patience", await district.HeardAsync("centre"));
        Assert.Empty(await ListAsync("school-2"));
    }

    [Fact]
    public async Task One_that_was_put_aside_can_be_sent_again_or_dropped_and_the_trail_says_by_whom()
    {
        district.Refusals.Texts["again"] = district.Refusals.Texts["never"] = true;
        await district.SendAsync("centre", "school-1", "again", "never");
        for (var i = 0; i < 12; i++) await district.PassAsync(Enough);
        district.Refusals.Texts.Clear();
        Assert.Equal(2, (await ListAsync("centre")).Count);
        var dead = await district.InDbAsync("centre", db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.IsDead).OrderBy(m => m.Number).ToListAsync());

        await ChangeAsync(letters => letters.RetryAsync(dead[0].Id));
        await ChangeAsync(letters => letters.DropAsync(dead[1].Id));
        await district.AllAsync();

        Assert.Equal(["again"], (await district.HeardAsync("school-1")).Where(t => t is "again" or "never"));
        Assert.Empty(await ListAsync("centre"));
        Assert.Equal(0, await district.WaitingAsync("centre"));
        var said = await district.InHostAsync(host => host.Set<AuditEntry>().Where(a => a.Kind == nameof(DeadLetter)).OrderBy(a => a.Id).Select(a => $"{a.Action} {a.RecordId}").ToListAsync());
        Assert.Equal(new[] { $"Retried {dead[0].Id}", $"Dropped {dead[1].Id}" }.Order(), said.Where(s => dead.Any(d => s.EndsWith($"{d.Id}", StringComparison.Ordinal))).Order());      // other tests drop others
    }

    [Fact]
    public async Task A_message_for_one_that_was_removed_is_put_aside_at_once()
    {
        await new Terminal(district).DoAsync("tenants", "create", "--recipe", "school", "--path", "closing", "--name", "Closing");
        await district.SendAsync("school-2", "closing", "too late");
        await new Terminal(district).DoAsync("tenants", "remove", "closing", "--yes");
        await district.AllAsync();

        var dead = Assert.Single(await ListAsync("school-2"));
        Assert.Null(dead.Receiver);
        Assert.Equal("The institution that it is for was removed.", $"{dead.Why}");
        await ChangeAsync(letters => letters.DropAsync(dead.Id));
    }

    [Fact]
    public async Task What_a_removed_institution_had_to_send_is_forgotten_with_it()
    {
        await new Terminal(district).DoAsync("tenants", "create", "--recipe", "school", "--path", "leaving", "--name", "Leaving");
        var id = district.Tenant("leaving").Id;
        await district.SendAsync("leaving", "centre", "unsent");
        await new Terminal(district).DoAsync("tenants", "remove", "leaving", "--yes");
        await district.PassAsync(Enough);

        Assert.Equal(0, await district.InHostAsync(host => host.Set<DueWork>().CountAsync(d => d.TenantId == id)));
        Assert.DoesNotContain("unsent", await district.HeardAsync("centre"));
    }

    [Fact]
    public async Task A_message_for_one_that_is_switched_off_waits_for_it_however_long()
    {
        var id = district.Tenant("school-2").Id;
        await district.InTenantAsync("", services => services.GetRequiredService<TenantChanges>().DisableAsync(id));
        await district.SendAsync("", "school-2", "for September");
        for (var i = 0; i < 30; i++) await district.PassAsync(Enough);
        Assert.Empty(await ListAsync(""));

        await district.InTenantAsync("", services => services.GetRequiredService<TenantChanges>().EnableAsync(id));
        await district.PassAsync(Enough);
        Assert.Contains("for September", await district.HeardAsync("school-2"));
    }

    [Fact]
    public async Task One_that_is_switched_off_sends_when_it_is_on_again()
    {
        var id = district.Tenant("school-1").Id;
        await district.SendAsync("school-1", "centre", "sent before the holidays");
        await district.InTenantAsync("", services => services.GetRequiredService<TenantChanges>().DisableAsync(id));
        await district.PassAsync(Enough);
        Assert.DoesNotContain("sent before the holidays", await district.HeardAsync("centre"));

        await district.InTenantAsync("", services => services.GetRequiredService<TenantChanges>().EnableAsync(id));
        await district.PassAsync(Enough);
        Assert.Contains("sent before the holidays", await district.HeardAsync("centre"));
    }

    [Fact]
    public async Task What_a_feature_that_is_off_would_take_is_put_aside_and_can_be_sent_again_when_it_is_on()
    {
        await SwitchAsync("school-2", on: false);
        await district.SendAsync("centre", outbox => outbox.Add(new Published("news"), district.Tenant("school-2").Id));
        await district.AllAsync();
        Assert.DoesNotContain("news", await district.HeardAsync("school-2"));
        var dead = Assert.Single(await ListAsync("centre"));
        Assert.Contains("has switched off", $"{dead.Why}", StringComparison.Ordinal);

        await SwitchAsync("school-2", on: true);
        await ChangeAsync(letters => letters.RetryAsync(dead.Id));
        await district.AllAsync();
        Assert.Contains("news", await district.HeardAsync("school-2"));
    }

    private Task<Tenant> SwitchAsync(string tenant, bool on) => district.InTenantAsync("", services =>
        services.GetRequiredService<TenantChanges>().SwitchAsync(district.Tenant(tenant).Id, on ? ["Integral.Content"] : [], on ? [] : ["Integral.Content"]));

    private Task<List<Undelivered>> ListAsync(string sender) => district.InTenantAsync("", async services =>
        (await services.GetRequiredService<DeadLetters>().ListAsync(100)).Where(d => d.Sender?.Path == sender).ToList());

    private Task<bool> ChangeAsync(Func<DeadLetters, Task> change) => district.InTenantAsync("", async services =>
    {
        await change(services.GetRequiredService<DeadLetters>());
        return true;
    });
}
