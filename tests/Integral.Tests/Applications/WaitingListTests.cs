using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications;
using Integral.People.Contracts;
using Integral.Platform;
using Integral.Platform.Security;
using Integral.Programs.Data;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>Seats that many want: none is given twice, and who waits gets one in turn.</summary>
public sealed class SeatRaceTests(District district) : IClassFixture<District>
{
    private const int Seats = 100, People = 500, Withdrawing = 40, More = 30, AtOnce = 32;
    [Fact]
    public async Task Many_accepted_at_once_get_exactly_the_seats_there_are_and_the_others_wait_and_go_on_in_order()
    {
        var opening = await district.RecruitAsync("Гонка", seats: Seats);
        var sent = await Task.WhenAll(Enumerable.Range(0, People).Select(n => district.PutAsync(opening, $"Гонкина-{n}")));
        await district.BegunAsync(opening);
        var work = sent.Select(a => (Func<Task>)(() => district.AcceptAsync(a.Id))).Concat(sent[..Withdrawing].Concat(sent[^Withdrawing..]).Select(a => (Func<Task>)(() => WithdrawAsync(a.Key)))).ToArray();
        Random.Shared.Shuffle(work);
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await one());

        var all = await district.AllAsync(opening);
        Assert.Equal(Seats, await district.SeatedAsync(opening));
        Assert.Equal(Seats, all.Count(a => a.Status == ApplicationStatus.Enrolled));
        Assert.Equal(People - Seats, all.Count(a => a.Status is ApplicationStatus.Waiting or ApplicationStatus.Withdrawn));
        var waiting = all.Where(a => a.Status == ApplicationStatus.Waiting).Select(a => a.Id).ToList();

        await district.SeatsAsync(opening, Seats + More);
        await Until.TrueAsync(async () => await district.SeatedAsync(opening) == Seats + More, "not all seats are given");
        await Until.TrueAsync(async () => (await district.AllAsync(opening)).Count(a => a.Status == ApplicationStatus.Enrolled) == Seats + More, "not all are told");
        var promoted = (await district.AllAsync(opening)).Where(a => waiting.Contains(a.Id) && a.Status == ApplicationStatus.Enrolled).ToList();
        Assert.Equal(waiting[..More], promoted.Select(a => a.Id));
        var given = promoted.Select(a => a.History.Single(e => e.Status == ApplicationStatus.Enrolled).At).ToList();
        Assert.Equal(given.Order(), given);
        Assert.All(promoted, a => Assert.Single(a.History, e => e.Status == ApplicationStatus.Waiting));
    }

    // Who was enrolled before can't any more.
    private async Task WithdrawAsync(string key)
    {
        try
        {
            await district.InTenantAsync("centre", async services => { await services.GetRequiredService<Following>().WithdrawAsync(key); return true; });
        }
        catch (RuleException) { }
    }
}

/// <summary>The same step by step: nothing follows of itself until a test says so.</summary>
public sealed class WaitingListTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task Who_leaves_makes_room_the_day_after_for_the_first_who_waits()
    {
        var (opening, sent) = await WaitingAsync("Очередь", "Сидящая", "Первая", "Вторая");
        var http = await district.ProgramAsync("centre", DeliveredRoles.TenantAdmin);
        var (group, seat, last) = await SeatAsync(opening, sent[0].Id);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsJsonAsync($"{Centre}/api/v1/groups/{group}/members/end", new { members = new[] { seat }, lastOn = last })).StatusCode);
        await district.AllAsync();
        Assert.Equal([ApplicationStatus.Enrolled, ApplicationStatus.Waiting, ApplicationStatus.Waiting], await StatusesAsync(opening));
        await district.PassAsync(TimeSpan.FromDays(36));
        Assert.Equal([ApplicationStatus.Enrolled, ApplicationStatus.Enrolled, ApplicationStatus.Waiting], await StatusesAsync(opening));
    }

    [Fact]
    public async Task Nobody_overtakes_those_who_wait_and_who_is_in_the_way_goes_by_refusal_or_withdrawal()
    {
        var (opening, sent) = await WaitingAsync("Порядок", "Сидящая", "Уходящая", "Отказанная", "Ждущая");
        await district.SeatsAsync(opening, 2);       // and nobody has got it yet
        var late = await district.PutAsync(opening, "Поздняя");
        await district.BeginAsync();
        await district.AcceptAsync(late.Id);
        Assert.Equal(ApplicationStatus.Waiting, (await StatusesAsync(opening))[^1]);

        Assert.True((await district.Visitor().SubmitAsync($"{Centre}/applications/{sent[1].Key}", [], "Withdraw")).IsRedirect);
        await district.DecideAsync(sent[2].Id, "Refuse", "Документы не подошли.");
        await district.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal([ApplicationStatus.Enrolled, ApplicationStatus.Withdrawn, ApplicationStatus.Refused, ApplicationStatus.Enrolled, ApplicationStatus.Waiting], await StatusesAsync(opening));
        Assert.Equal(2, await district.SeatedAsync(opening));
        Assert.Single(await district.TasksAsync(opening));      // of the one who still waits
    }

    [Fact]
    public async Task A_seat_that_was_given_by_mistake_goes_to_the_first_who_waits()
    {
        var opening = await district.RecruitAsync("Возврат", seats: 1);
        var (first, second) = (await district.PutAsync(opening, "Ошибкина"), await district.PutAsync(opening, "Ждущая"));
        await district.BeginAsync();
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var decided = await (await http.DecideAsync((await district.TasksAsync(opening))[0], "Accept")).Content.ReadFromJsonAsync<JsonNode>();
        await district.AcceptAsync(second.Id);
        Assert.Equal([ApplicationStatus.Enrolled, ApplicationStatus.Waiting], await StatusesAsync(opening));

        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync($"{Centre}/api/v1/inbox/take-back/{decided!["with"]}", null)).StatusCode);
        await district.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal([ApplicationStatus.Sent, ApplicationStatus.Enrolled], await StatusesAsync(opening));
        Assert.NotNull((await district.AllAsync(opening)).Single(a => a.Id == second.Id).PersonId);
        Assert.Equal(1, await district.SeatedAsync(opening));
        await district.AcceptAsync(first.Id);
        Assert.Equal(ApplicationStatus.Waiting, (await StatusesAsync(opening))[0]);
    }

    [Fact]
    public async Task Who_had_a_seat_and_was_still_called_waiting_used_to_hold_up_all_who_wait()
    {
        var (opening, sent) = await WaitingAsync("Недовызванные", "Сидящая", "Недовызванная", "Ждущая");
        await district.InDbAsync("centre", async db =>
        {
            var of = sent[1].Id;
            var person = (await db.Set<Integral.Applications.Application>().SingleAsync(a => a.Id == sent[0].Id)).PersonId;
            return await db.WriteAsync(() => db.Set<Integral.Applications.Application>().Where(a => a.Id == of).ExecuteUpdateAsync(a => a.SetProperty(x => x.PersonId, person)));
        });
        await district.SeatsAsync(opening, 2);
        var next = await district.WakeAsync(SeatGiving.Alarm);
        Assert.True(next is null || next > district.Clock.GetUtcNow().UtcDateTime, $"{next}");
        Assert.Equal(ApplicationStatus.Enrolled, (await StatusesAsync(opening))[2]);
    }

    [Fact]
    public async Task Two_turns_at_once_give_each_seat_once()
    {
        var (opening, _) = await WaitingAsync("Вдвоём", [.. Enumerable.Range(0, 12).Select(n => $"Вдвоёва-{n}")]);
        await district.SeatsAsync(opening, 6);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => district.WakeAsync(SeatGiving.Alarm)));
        await district.WakeAsync(SeatGiving.Alarm);
        Assert.Equal(6, await district.SeatedAsync(opening));
        Assert.Equal(Enumerable.Repeat(ApplicationStatus.Enrolled, 6).Concat(Enumerable.Repeat(ApplicationStatus.Waiting, 6)), await StatusesAsync(opening));
    }

    /// <summary>One seat; all are accepted, the first before the others and these the last first.</summary>
    private async Task<(Guid Opening, IReadOnlyList<Integral.Applications.Application> Sent)> WaitingAsync(string name, params string[] families)
    {
        var opening = await district.RecruitAsync(name, seats: 1);
        var sent = await Task.WhenAll(families.Select(f => district.PutAsync(opening, f)));
        await district.BeginAsync();
        await district.AcceptAsync(sent[0].Id);
        foreach (var one in sent.Skip(1).Reverse()) await district.AcceptAsync(one.Id);
        return (opening, sent);
    }

    private async Task<List<ApplicationStatus>> StatusesAsync(Guid opening) => [.. (await district.AllAsync(opening)).Select(a => a.Status)];

    private Task<(Guid Group, Guid Seat, DateOnly Last)> SeatAsync(Guid opening, Guid application) => district.InDbAsync("centre", async db =>
    {
        var group = await db.Recruitments.Where(r => r.Id == opening).Select(r => r.GroupId).SingleAsync();
        var person = await db.Set<Integral.Applications.Application>().Where(a => a.Id == application).Select(a => a.PersonId).SingleAsync();
        var seat = await db.Set<Enrolment>().SingleAsync(e => e.GroupId == group && e.PersonId == person);
        return (group, seat.Id, seat.FromOn.AddDays(3));
    });
}
