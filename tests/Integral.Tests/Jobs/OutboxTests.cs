using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Messaging;
using Integral.Platform.Settings;
using Integral.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Jobs;

/// <summary>Messages between institutions: sent with what they tell of, delivered in order, taking effect once.</summary>
public sealed class OutboxTests(JobDistrict district) : IClassFixture<JobDistrict>, IAsyncLifetime
{
    // Each test begins with nothing heard, nothing waiting and nothing due.
    public async ValueTask InitializeAsync()
    {
        await district.PassAsync(Agenda.LastLook);
        foreach (var tenant in new[] { "", "school-1", "school-2", "centre" })
            await district.InDbAsync(tenant, db => db.WriteAsync(() => db.Set<Setting>().Where(s => s.Name == Listener.Notes).ExecuteDeleteAsync()));
        Assert.Equal(0, await DueAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_message_arrives_where_it_was_sent_and_is_gone_from_where_it_was_written()
    {
        await district.SendAsync("school-1", "centre", "hello");
        Assert.Empty(await district.HeardAsync("centre"));
        await district.AllAsync();

        Assert.Equal(["hello"], await district.HeardAsync("centre"));
        Assert.Equal(0, await district.WaitingAsync("school-1"));
        Assert.Empty(await district.HeardAsync("school-2"));
    }

    [Fact]
    public async Task The_receiver_is_told_who_sent_it()
    {
        await district.SendAsync("school-1", "centre", "from whom");
        await district.AllAsync();

        var heard = await district.InDbAsync("centre", db => db.SettingAsync<Heard>(Listener.Notes));
        Assert.Equal([$"{district.Tenant("school-1").Id}: from whom"], heard!.Texts);
    }

    [Fact]
    public async Task What_is_not_saved_is_not_sent()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => InUnitAsync("lost", _ => throw new NotSupportedException()));
        await district.PassAsync(Agenda.FirstLook);
        Assert.Equal(1, await DueAsync());      // it may still be being saved

        await district.PassAsync(Agenda.LastLook);
        Assert.Empty(await district.HeardAsync("centre"));
        Assert.Equal(0, await DueAsync());
    }

    [Fact]
    public async Task A_message_that_comes_again_takes_no_effect_again()
    {
        await district.SendAsync("school-1", "centre", "once");
        var message = await district.InDbAsync("school-1", db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync());
        for (var i = 0; i < 2; i++)       // the process dies before it can note the delivery
            Assert.Equal(Outcome.Delivered, (await district.Services.GetRequiredService<Delivery>().TryAsync(district.Tenant("school-1"), message, default)).Outcome);
        Assert.Equal(1, await district.WaitingAsync("school-1"));
        await district.AllAsync();

        Assert.Equal(["once"], await district.HeardAsync("centre"));
        Assert.Equal(0, await district.WaitingAsync("school-1"));
    }

    [Fact]
    public async Task Of_two_deliveries_at_once_one_takes_effect()
    {
        await district.SendAsync("school-1", "centre", "twice at once");
        var message = await district.InDbAsync("school-1", db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => district.Services.GetRequiredService<Delivery>().TryAsync(district.Tenant("school-1"), message, default)));
        await district.AllAsync();

        Assert.Equal(["twice at once"], await district.HeardAsync("centre"));
    }

    [Fact]
    public async Task Messages_arrive_in_the_order_in_which_they_were_sent()
    {
        var texts = Enumerable.Range(0, 3 * OutboxTurn.AtMost).Select(i => $"{i:00}").ToList();
        foreach (var some in texts.Chunk(7)) await district.SendAsync("school-1", "centre", some);
        await district.AllAsync();

        Assert.Equal(texts, await district.HeardAsync("centre"));
    }

    [Fact]
    public async Task A_crash_after_the_senders_commit_costs_a_minute_and_no_message()
    {
        await InUnitAsync("survives", db => db.Unit.Committed = null);
        await district.AllAsync();
        Assert.Empty(await district.HeardAsync("centre"));

        await district.PassAsync(Agenda.FirstLook);
        Assert.Equal(["survives"], await district.HeardAsync("centre"));
    }

    [Fact]
    public async Task A_message_of_a_transaction_that_was_still_open_when_it_was_looked_for_is_found_later()
    {
        await district.InTenantAsync("school-1", async services =>
        {
            var db = services.GetRequiredService<Db>();
            await db.WriteAsync(async () =>
            {
                services.GetRequiredService<Outbox>().Add(new Said("slow"), district.Tenant("centre").Id);
                await db.SaveChangesAsync();
                await district.PassAsync(Agenda.FirstLook);
                db.Unit.Committed = null;        // and then the process dies
            });
            return true;
        });
        await district.AllAsync();
        Assert.Empty(await district.HeardAsync("centre"));

        await district.PassAsync(Agenda.LastLook);
        Assert.Equal(["slow"], await district.HeardAsync("centre"));
    }

    [Fact]
    public async Task What_an_institution_tells_itself_is_done_after_the_save()
    {
        await district.SendAsync("school-1", outbox => { outbox.Add(new Said("to myself")); outbox.Add(new Said("still")); });
        await district.AllAsync();

        Assert.Equal(["to myself", "still"], await district.HeardAsync("school-1"));
    }

    [Fact]
    public async Task A_message_of_a_kind_that_nobody_here_knows_is_kept_for_a_server_that_does()
    {
        var message = new OutboxMessage { Kind = "tests.unheard", Payload = "{}", ReceiverId = district.Tenant("school-1").Id, CreatedAt = district.Clock.GetUtcNow().UtcDateTime };
        var attempt = await district.Services.GetRequiredService<Delivery>().TryAsync(district.Tenant("school-1"), message, default);

        Assert.Equal(Outcome.Failed, attempt.Outcome);
        Assert.Contains("'tests.unheard'", $"{attempt.Trouble}");
    }

    [Fact]
    public async Task A_message_on_its_way_is_seen_by_its_sender_only()
    {
        await district.SendAsync("school-1", "centre", "private");

        Assert.Equal(1, await district.WaitingAsync("school-1"));
        foreach (var other in new[] { "", "school-2", "centre" }) Assert.Equal(0, await district.WaitingAsync(other));
        Assert.DoesNotContain("private", await district.InHostAsync(async host => Json.Write(await host.Set<DueWork>().ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sleeping_institutions_are_not_opened()
    {
        await district.SendAsync("school-1", "centre", "quiet");
        await district.AllAsync();
        await district.PassAsync(Agenda.LastLook);

        Assert.Equal(0, await DueAsync());
        Assert.Equal(0, await district.RoundAsync());
    }

    private Task<bool> InUnitAsync(string text, Action<Db> beforeTheEnd) => district.InTenantAsync("school-1", async services =>
    {
        var db = services.GetRequiredService<Db>();
        await db.WriteAsync(async () =>
        {
            services.GetRequiredService<Outbox>().Add(new Said(text), district.Tenant("centre").Id);
            await db.SaveChangesAsync();
            beforeTheEnd(db);
        });
        return true;
    });

    // What the demo's applications wait for comes due on a day of its own.
    private Task<int> DueAsync() => district.InHostAsync(host => host.Set<DueWork>().CountAsync(d => d.Kind != CaseTimes.Alarm && d.Kind != StartTimes.Alarm));
}
