using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Integral.People.Contracts;
using Integral.People.Import;
using Integral.Platform;
using Integral.Platform.Changes;
using Integral.Platform.Jobs;
using Integral.Platform.Modules;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>An import that is cancelled while it writes, or whose server dies, leaves nothing.</summary>
public sealed class ImportRunTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task Cancelled_in_the_middle_it_leaves_everybody_as_they_were()
    {
        await district.ImportAsync("Код;ФИО;Телефон;Роль\nca-0;Отменный Прежний;101;learner\n");
        var (before, accounts, run) = (await ValuesAsync(), await AccountsAsync(), await OpenAsync());

        var refused = await Assert.ThrowsAsync<RuleException>(() => ImportAsync("Код;ФИО;Телефон;Роль\nca-0;Отменный Прежний;202;teacher\n" + Rows("ca", "Отменный", 150), run, async _ => await GiveUpAsync(run)));

        Assert.Equal("The import was cancelled.", refused.Message);
        Assert.Equal((before, accounts), (await ValuesAsync(), await AccountsAsync()));
        Assert.Equal((ImportState.TakenBack, 0), await StateAsync(run));
        Assert.False(await GiveUpAsync(run));
        Assert.NotNull(await district.InDbAsync("school-1", async db => (await db.Set<ChangeSet>().OrderByDescending(s => s.At).FirstAsync()).UndoneAt));
    }

    [Fact]
    public async Task What_somebody_changed_while_it_was_written_stays_and_is_counted()
    {
        var run = await OpenAsync();
        await Assert.ThrowsAsync<RuleException>(() => ImportAsync("Код;ФИО;Телефон\n" + Rows("le", "Оставленный", 120), run, async _ =>
        {
            await district.InDbAsync("school-1", async db =>
            {
                (await db.Set<Person>().SingleAsync(p => p.Code == "le-7")).Reach(null, "707");
                return await db.SaveChangesAsync();
            });
            await GiveUpAsync(run);
        }));

        Assert.Equal("707", Assert.Single(await district.PeopleAsync("Оставленный")).Phone);
        Assert.Equal((ImportState.TakenBack, 1), await StateAsync(run));
    }

    [Fact]
    public async Task What_a_dead_server_had_written_is_taken_back_and_one_that_only_seemed_dead_writes_no_more()
    {
        var (before, run, goes, go) = (await district.StateAsync(), await OpenAsync(), new TaskCompletionSource(), new TaskCompletionSource());
        var import = Task.Run(() => ImportAsync("Код;ФИО;Телефон;Роль\n" + Rows("de", "Мёртвый", 150), run, async _ =>
        {
            goes.TrySetResult();
            await go.Task;
        }));
        await goes.Task;
        Assert.Equal(50, (await district.PeopleAsync("Мёртвый")).Count);
        Assert.NotNull(await WakeAsync());      // it may be alive
        Assert.Equal(50, (await district.PeopleAsync("Мёртвый")).Count);

        await SilenceAsync(run);
        Assert.Null(await WakeAsync());
        Assert.Equal((before, ImportState.TakenBack), (await district.StateAsync(), (await StateAsync(run)).State));

        go.SetResult();
        await Assert.ThrowsAsync<RuleException>(() => import);
        Assert.Equal(before, await district.StateAsync());
    }

    [Fact]
    public async Task Undone_among_the_mass_actions_while_it_is_written_it_goes_no_further()
    {
        var (before, run) = (await district.StateAsync(), await OpenAsync());
        await Assert.ThrowsAsync<RuleException>(() => ImportAsync("Код;ФИО;Телефон;Роль\n" + Rows("un", "Убранный", 150), run, async _ =>
        {
            var set = await district.InDbAsync("school-1", async db => (await db.Set<ImportRun>().SingleAsync(r => r.Id == run)).ChangeSetId!.Value);
            await district.InTenantAsync("school-1", s => s.GetRequiredService<ChangeSets>().UndoAsync(set));
        }));
        Assert.Equal(before, await district.StateAsync());
    }

    [Fact]
    public async Task Its_page_cancels_it_for_whoever_began_it_and_for_nobody_else()
    {
        var before = await district.InDbAsync("school-1", db => db.Set<Person>().CountAsync());
        var (owner, other) = (await district.SignInAsync("head", "/school-1"), await district.SignInAsync("registrar", "/school-1"));
        var page = await BeginAsync(owner, "Код;ФИО;Телефон\n" + Rows("pa", "Страничный", 4000));
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusAsync(page));
        var running = await owner.OpenAsync(page);
        Assert.Contains("progress", running.Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, (await (await district.SignInArmedAsync("registrar", "/school-1")).PostAsync($"{page}?handler=Cancel", [])).Status);

        Assert.True((await owner.SubmitAsync(page, [], to: "handler=Cancel")).IsRedirect);
        await Until.TrueAsync(async () => (await owner.ReadAsync(page)).Contains("Ничего из файла не записано.", StringComparison.Ordinal), "it isn't cancelled");
        Assert.Equal(before, await district.InDbAsync("school-1", db => db.Set<Person>().CountAsync()));
        Assert.Contains("Импорт уже закончился", (await CancelLateAsync(owner)).Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> CancelLateAsync(Visitor owner)
    {
        var page = await BeginAsync(owner, "Код;ФИО\npa-late;Поздний Один\n");
        var running = await owner.OpenAsync(page);
        await Until.TrueAsync(async () => (await owner.ReadAsync(page)).Contains("Добавлено людей: 1", StringComparison.Ordinal), "it doesn't end");
        var token = running.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return await owner.PostAsync($"{page}?handler=Cancel", [new("__RequestVerificationToken", token)]);
    }

    /// <returns>The address of its progress.</returns>
    private static async Task<string> BeginAsync(Visitor who, string table)
    {
        var form = await who.OpenAsync("/school-1/Admin/People/Import");
        using var content = new MultipartFormDataContent { { new StringContent(form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "Form.File", "people.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/school-1/Admin/People/Import") { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var check = (await who.Http.SendAsync(request)).Headers.Location!.ToString();
        var started = await who.SubmitAsync(check, [], to: "ImportCheck");
        Assert.True(started.IsRedirect, started.Errors);
        return started.Location!.ToString();
    }

    /// <summary>Everything but the versions: who looked at a card before is told that it was written since.</summary>
    private async Task<string> ValuesAsync() => Regex.Replace(await district.StateAsync(), @"(?m)^(\S+) \d+ ", "$1 ");

    private static string Rows(string code, string family, int many) =>
        string.Concat(Enumerable.Range(1, many).Select(i => string.Create(CultureInfo.InvariantCulture, $"{code}-{i};{family} Номер{i};{i}{(many < 1000 ? ";learner" : "")}\n")));

    private Task<Guid> OpenAsync() => district.InTenantAsync("school-1", s => s.GetRequiredService<ImportRuns>().OpenAsync());
    private Task<bool> GiveUpAsync(Guid run) => district.InTenantAsync("school-1", s => s.GetRequiredService<ImportRuns>().GiveUpAsync(run));
    private Task<DateTime?> WakeAsync() => district.InTenantAsync("school-1", s => s.GetRequiredService<IExtensions<IWakes>>().Single(w => w.Kind == ForsakenImports.Alarm).WakeAsync(default));
    private Task<int> AccountsAsync() => district.InHostAsync(h => h.Users.CountAsync());

    private Task<(ImportState State, int Left)> StateAsync(Guid run) => district.InTenantAsync("school-1", async s => await s.GetRequiredService<ImportRuns>().FindAsync(run) is { } there ? (there.State, there.Left) : default);

    private Task<int> SilenceAsync(Guid run) => district.InDbAsync("school-1", async db =>
    {
        var longAgo = TimeProvider.System.GetUtcNow().UtcDateTime - ImportRun.Silence;
        return await db.WriteAsync(() => db.Set<ImportRun>().Where(r => r.Id == run).ExecuteUpdateAsync(r => r.SetProperty(x => x.AliveAt, longAgo)));
    });

    /// <summary>Does something once, when the first portion is written.</summary>
    private Task<ImportReport> ImportAsync(string table, Guid run, Func<int, Task> inTheMiddle) => district.InTenantAsync("school-1", services =>
    {
        var sheet = Tables.Sheet(table);
        return services.GetRequiredService<PeopleImport>().RunAsync(sheet, PersonColumns.Find(sheet), new(["learner"], Run: run), new Once(inTheMiddle));
    });

    private sealed class Once(Func<int, Task> what) : IProgress<int>
    {
        private bool isDone;

        public void Report(int value)
        {
            if (value < 50 || isDone) return;
            isDone = true;
            Task.Run(() => what(value)).GetAwaiter().GetResult();
        }
    }
}
