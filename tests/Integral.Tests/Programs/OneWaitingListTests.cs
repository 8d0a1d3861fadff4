using System.Net;
using System.Net.Http.Json;
using Integral.Platform.Security;
using Integral.Programs;
using Integral.Programs.Data;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Programs;

/// <summary>A group has one waiting list: what is applied for it is one thing, whoever says so at the same moment.</summary>
public sealed class OneWaitingListTests(District district) : IClassFixture<District>
{
    private const string Own = "/centre/api/v1/own-programmes", Programmes = "/centre/api/v1/programmes";

    [Fact]
    public async Task Two_who_took_a_group_at_once_used_to_give_it_two_waiting_lists_of_which_one_was_never_woken()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        for (var round = 0; round < 5; round++)
        {
            var (group, programme) = await MadeAsync($"Двое {round}");
            var (one, other) = (await ComposedAsync($"Модуль А {round}"), await ComposedAsync($"Модуль Б {round}"));
            var answers = await Task.WhenAll(
                http.PostAsJsonAsync($"{Own}/{one}/group", new { group }), http.PostAsJsonAsync($"{Own}/{other}/group", new { group }),
                http.PostAsJsonAsync($"{Programmes}/{programme}/groups", new { group, fromOn = "2030-01-01", untilOn = "2030-02-01" }));
            Assert.Single(answers, a => a.IsSuccessStatusCode);
            Assert.All(answers.Where(a => !a.IsSuccessStatusCode), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
            Assert.Equal(1, await district.InDbAsync("centre", async db => await db.Recruitments.CountAsync(r => r.GroupId == group) + await db.OwnProgrammes.CountAsync(o => o.GroupId == group)));
        }
    }

    private async Task<Guid> ComposedAsync(string title)
    {
        var module = await district.InDbAsync("centre", async db =>
        {
            var module = new LibraryModule();
            module.Describe(new(title, new(4, 0, 0, 0)), true, "ru");
            db.Add(module);
            await db.SaveChangesAsync();
            return module.Id;
        });
        var composed = await district.Visitor().PostAsync("/centre/compose", [new("Form.Modules", $"{module}")]);
        Assert.True(composed.IsRedirect, composed.Errors);
        return Guid.Parse(composed.Location!.ToString().Split('/')[^1]);
    }

    private Task<(Guid Group, Guid Programme)> MadeAsync(string name) => district.InDbAsync("centre", async db =>
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var programme = new Programme();
        programme.Describe(new(name, "Summary", "Text", 72, StudyForm.InPerson, "Everybody", "Certificate"), "ru", DateTime.UnixEpoch);
        programme.Address($"{Guid.NewGuid():N}");
        db.Add(programme);
        var group = await Integral.People.Contracts.GroupSeats.FindOrAddAsync(db, district.Tenant("centre"), name, today.AddDays(30), today.AddDays(90), 3);
        await db.SaveChangesAsync();
        return (group, programme.Id);
    });
}
