using System.Net;
using Integral.Applications;
using Integral.Platform;
using Integral.Platform.Audit;
using Integral.Platform.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Security;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>Many apply at once: kept together, decided afterwards. Nothing is begun here until a test says so.</summary>
public sealed class RushTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task Of_many_at_once_each_is_told_what_became_of_theirs()
    {
        var (open, other, closed, hidden) = (await district.RecruitAsync("Вместе"), await district.RecruitAsync("Вместе иначе"), await district.RecruitAsync("Вместе поздно", from: -9, until: -1), await district.RecruitAsync("Вместе скрыто", isPublished: false));
        var (first, again, another, twice, elsewhere) = (PutAsync(open, "Первая", "a key"), PutAsync(open, "Первая", "a key"), PutAsync(open, "Иная", "a key"), PutAsync(open, "Первая"), PutAsync(other, "Первая"));
        var (late, unseen, unknown, unborn, last) = (PutAsync(closed, "Поздняя"), PutAsync(hidden, "Скрытая"), PutAsync(Guid.NewGuid(), "Никакая"), PutAsync(open, "Будущая", born: new(2999, 1, 1)), PutAsync(open, "Последняя"));

        Assert.Equal((await first).Id, (await again).Id);
        Assert.Contains("under this key", (await Assert.ThrowsAsync<RuleException>(() => another)).Message, StringComparison.Ordinal);
        Assert.Contains("has arrived already", (await Assert.ThrowsAsync<RuleException>(() => twice)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => late);
        await Assert.ThrowsAsync<NotFoundException>(() => unseen);
        await Assert.ThrowsAsync<NotFoundException>(() => unknown);
        await Assert.ThrowsAsync<RuleException>(() => unborn);
        int[] numbers = [(await first).Number, (await elsewhere).Number, (await last).Number];
        Assert.Equal(Enumerable.Range(numbers[0], 3), numbers);
        Assert.Equal(2, (await district.AllAsync(open)).Count);
        Assert.Equal((await first).Key, (await PutAsync(open, "Первая", "a key")).Key);        // long afterwards
    }

    [Fact]
    public async Task One_that_can_not_be_written_hinders_none_of_those_that_came_with_it()
    {
        var opening = await district.RecruitAsync("Порча");
        var sent = Enumerable.Range(0, 9).Select(n => PutAsync(opening, $"Целая{(char)('а' + n)}", message: n == 4 ? "\0" : "Words.")).ToList();
        foreach (var (one, n) in sent.Select((s, n) => (s, n)))
            if (n == 4) Assert.Contains("can't be kept", (await Assert.ThrowsAsync<RuleException>(() => one)).Message, StringComparison.Ordinal);
            else await one;
        var numbers = (await district.AllAsync(opening)).Select(a => a.Number).ToList();
        Assert.Equal(Enumerable.Range(numbers[0], 8), numbers);
    }

    [Fact]
    public async Task The_trail_says_of_each_who_sent_it_and_from_where()
    {
        var opening = await district.RecruitAsync("Откуда");
        var account = Guid.NewGuid();
        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => PutAsync(opening, $"Откудова{(char)('а' + n)}", from: $"203.0.113.{n}", account: account)));
        var ids = sent.Select(a => $"{a.Id}").ToList();
        var entries = await district.InDbAsync("centre", db => db.Set<AuditEntry>().Where(e => ids.Contains(e.RecordId) && e.Action == "Created").ToListAsync());
        Assert.Equal(5, entries.Count);
        Assert.All(entries, e => Assert.Equal(("Visitor", $"203.0.113.{ids.IndexOf(e.RecordId)}", account), (e.Who, e.From, e.AccountId)));
    }

    [Fact]
    public async Task A_hundred_at_once_cost_little_more_than_one()
    {
        var opening = await district.RecruitAsync("Цена");
        await PutAsync(opening, "Ценная");
        district.Statements.Reset();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => PutAsync(opening, $"Ценная-{n}")));
        var of = district.Statements.Seen.Count(s => s.Contains("SELECT", StringComparison.Ordinal));
        Assert.True(of <= 40, $"{of} statements");
    }

    [Fact]
    public async Task What_was_kept_before_a_crash_is_begun_soon_and_once()
    {
        var opening = await district.RecruitAsync("Обрыв");
        // As far as it comes before the server stops: announced and committed, and nobody was told.
        await district.InTenantAsync("centre", async services =>
        {
            var db = services.GetRequiredService<Db>();
            await services.GetRequiredService<Alarm>().SetAsync(db.Tenant.Id, CaseStarting.Alarm, district.Clock.GetUtcNow().UtcDateTime.AddMinutes(1));
            await db.WriteAsync(() => services.GetRequiredService<Keeping>().KeepAsync(db, [Form(opening, "Обрывова"), Form(opening, "Обрывина")]));
            return true;
        });
        Assert.Equal(2, (await district.AllAsync(opening)).Count(a => a.ToBegin == a.Number));
        await district.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal([1, 1], await CasesAsync(opening));
        Assert.Equal(2, (await district.TasksAsync(opening)).Count);
    }

    [Fact]
    public async Task While_nobody_decides_applications_their_cases_used_to_be_tried_without_pause()
    {
        var opening = await district.RecruitAsync("Некому");
        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => PutAsync(opening, $"Некомова{(char)('а' + n)}")));
        await district.InDbAsync("centre", db => SwitchAsync(db, isOn: false));
        district.Statements.Reset();
        Assert.True(await district.WakeAsync(CaseStarting.Alarm) >= district.Clock.GetUtcNow().UtcDateTime.AddMinutes(5));
        Assert.True(district.Statements.Seen.Count < 10, $"{district.Statements.Seen.Count} statements");
        await district.InDbAsync("centre", db => SwitchAsync(db, isOn: true));
        await district.BeginAsync();
        Assert.Equal(Enumerable.Repeat(1, 30), await CasesAsync(opening));
    }

    [Fact]
    public async Task Two_who_begin_cases_at_once_begin_each_once()
    {
        var opening = await district.RecruitAsync("Двое");
        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => PutAsync(opening, $"Двойная{(char)('а' + n)}")));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => district.BeginAsync()));
        await district.BeginAsync();
        Assert.Equal(Enumerable.Repeat(1, 30), await CasesAsync(opening));
    }

    [Fact]
    public async Task Who_withdraws_before_the_case_is_begun_never_has_one()
    {
        var opening = await district.RecruitAsync("Раздумья");
        var (kept, gone) = (await PutAsync(opening, "Остальная"), await PutAsync(opening, "Раздумова"));
        Assert.True((await district.Visitor().SubmitAsync($"{Centre}/applications/{gone.Key}", [], "Withdraw")).IsRedirect);
        await district.BeginAsync();
        Assert.Equal([1, 0], await CasesAsync(opening));
        Assert.Equal([ApplicationStatus.Sent, ApplicationStatus.Withdrawn], (await district.AllAsync(opening)).Select(a => a.Status));
        (await PutAsync(opening, "Раздумова")).ToString();        // and may apply again
        Assert.NotEqual(kept.Id, gone.Id);
    }

    [Fact]
    public async Task Without_a_workflow_nothing_is_taken_and_what_was_taken_waits_for_one()
    {
        var opening = await district.RecruitAsync("Без правил");
        var before = await PutAsync(opening, "Прежняя");
        await SwitchAsync(false);
        try
        {
            Assert.Contains("nobody has said", (await Assert.ThrowsAsync<RuleException>(() => PutAsync(opening, "Напрасная"))).Message, StringComparison.Ordinal);
            await district.BeginAsync();
            Assert.Equal(before.Number, Assert.Single(await district.AllAsync(opening)).ToBegin);
        }
        finally { await SwitchAsync(true); }
        await district.BeginAsync();
        Assert.Equal([1], await CasesAsync(opening));
    }

    private static Task<int> SwitchAsync(Db db, bool isOn) => db.WriteAsync(() => db.WorkflowTypes.Where(t => t.Start == "ApplicationSubmittedEvent").ExecuteUpdateAsync(t => t.SetProperty(x => x.IsEnabled, isOn)));

    private Task<int> SwitchAsync(bool isOn) => district.InDbAsync("centre", async db =>
    {
        foreach (var type in await db.WorkflowTypes.Where(t => t.Start == "ApplicationSubmittedEvent").ToListAsync()) type.Switch(isOn);
        return await db.SaveChangesAsync();
    });

    private Task<Integral.Applications.Application> PutAsync(Guid opening, string family, string? key = null, DateOnly? born = null, string? message = null, string from = "127.0.0.1", Guid? account = null) =>
        district.PutAsync(opening, family, key, born, message, from, account);

    private static SentForm Form(Guid opening, string family) => new(opening, new(Who(family, null), null, "I agree.", "ru"), Secrets.Digest($"{Guid.NewGuid()}"));

    /// <summary>How many cases each application has, in the order of their numbers.</summary>
    private Task<List<int>> CasesAsync(Guid opening) => district.CasesAsync(opening);
}

/// <summary>A server that is killed after it has answered.</summary>
[Trait("Speed", "Slow")]
public sealed class RushKillTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task After_kill_9_every_answered_application_is_there_and_gets_its_case_once()
    {
        var opening = await district.RecruitAsync("Гибель");
        await using (var first = await StartAsync("0"))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => first.Http.SendAsync(opening, $"Гибельная{(char)('а' + n)}")));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
            await first.KillAsync();
        }
        Assert.Equal(Enumerable.Repeat(0, 20), await district.CasesAsync(opening));
        await using var second = await StartAsync("4");
        await district.BegunAsync(opening);
        Assert.Equal(Enumerable.Repeat(1, 20), await district.CasesAsync(opening));
        var begun = await district.BegunAtAsync(opening);
        Assert.Equal(begun.Order(), begun);
    }

    private Task<HostProcess> StartAsync(string jobs) => HostProcess.StartAsync(district.Folder,
        [("Integral__Jobs__AtOnce", jobs), .. Engine.Settings(district.Database, district.Folder).Where(s => s.Value is not null).Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value!))]);
}

/// <summary>Two servers on one PostgreSQL take applications for the same.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class RushNodesTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task Of_two_servers_that_take_the_same_applications_each_is_kept_once_and_begun_once()
    {
        var opening = await district.RecruitAsync("Узлы");
        await using var one = new Neighbour(district, district.Refusals);
        await using var two = new Neighbour(district, district.Refusals);
        Task<Integral.Applications.Application>[] Send(IServiceProvider node) => [.. Enumerable.Range(0, 30).Select(n => district.PutAsync(opening, $"Узловая{(char)('а' + n)}", $"node key {n}", node: node))];
        var sent = await Task.WhenAll(Task.WhenAll(Send(one.Services)), Task.WhenAll(Send(two.Services)));
        Assert.Equal(sent[0].Select(a => a.Id), sent[1].Select(a => a.Id));
        var all = await district.AllAsync(opening);
        Assert.Equal(Enumerable.Range(all[0].Number, 30), all.Select(a => a.Number));
        Assert.Equal(all.Select(a => a.SentAt).Order(), all.Select(a => a.SentAt));
        await district.BegunAsync(opening);
        Assert.Equal(Enumerable.Repeat(1, 30), await district.CasesAsync(opening));
    }
}
