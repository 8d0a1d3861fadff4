using System.Text.Json.Nodes;
using Integral.Platform.Calendars;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Workflows.Flows;

namespace Integral.Tests.Workflows;

/// <summary>Until when something is to be decided.</summary>
public sealed class DeadlineTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_deadline_on_a_holiday_moves_to_the_next_working_day()
    {
        var first = await DueAsync(1);
        await OwnAsync(days => days.PutAsync(new SaidDays(first, first, false, "Праздник")));
        var second = await DueAsync(1);
        Assert.True(second > first);
        Assert.DoesNotContain(second.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
        Assert.Equal(second, await DueAsync(1));        // what is due already keeps its day, what begins later is counted so too

        await OwnAsync(days => days.RemoveAsync(first));
        Assert.Equal(first, await DueAsync(1));
        Assert.Equal(second, await DueAsync(2));
    }

    private async Task<DateOnly> DueAsync(int days)
    {
        var check = Step("check", "UserTaskEvent", new JsonObject { ["Actions"] = new JsonArray("Accept"), ["Roles"] = new JsonArray(DeliveredRoles.CentreStaff), ["DueDays"] = days, ["ActivityMetadata"] = new JsonObject { ["Title"] = "check" } }.ToJsonString());
        var task = await district.TaskAsync(await district.BeginAsync(Definition([Step("start", Start, isStart: true), check], "start=Done>check")), "check");
        return (await district.InDbAsync(Centre, db => db.CaseTasks.Where(t => t.Id == task).Select(t => t.DueOn).SingleAsync()))!.Value;
    }

    private Task<int> OwnAsync(Func<OwnDays, Task> work) => district.InTenantAsync(Centre, async services =>
    {
        await work(services.GetRequiredService<OwnDays>());
        return 0;
    });
}
