using System.Net.Http.Json;
using Integral.Applications;
using Integral.People.Contracts;
using Integral.People.Groups;
using Integral.Platform.Jobs;
using Integral.Platform.Modules;
using Integral.Platform.Web;
using Integral.Programs;
using Integral.Programs.Data;
using Integral.Tests.Kit;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Applications;

/// <summary>Programmes with a group of tests' own, and people who apply for it.</summary>
internal static class Applying
{
    public const string Centre = "/centre", Api = "/centre/api/v1/applications";

    /// <summary>A published programme with one group that is recruited now.</summary>
    /// <returns>Id of what one applies for.</returns>
    public static Task<Guid> RecruitAsync(this District district, string name, int? seats = null, int from = -5, int until = 20, bool isPublished = true) => district.InDbAsync("centre", async db =>
    {
        var now = district.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var programme = new Programme();
        programme.Describe(new(name, "Summary", "Text", 72, StudyForm.InPerson, "Everybody", "Certificate"), "ru", now);
        programme.Address($"{Guid.NewGuid():N}");
        programme.Show(isPublished, now);
        db.Add(programme);
        var group = await Integral.People.Contracts.GroupSeats.FindOrAddAsync(db, district.Tenant("centre"), $"Group of {name}", today.AddDays(30), today.AddDays(90), seats);
        var recruitment = new Recruitment(programme.Id, group, today.AddDays(from), today.AddDays(until));
        db.Add(recruitment);
        await db.SaveChangesAsync();
        return recruitment.Id;
    });

    /// <summary>The form as a person fills it in and sends it.</summary>
    public static Task<Answer> ApplyAsync(this District district, Guid opening, string family, Dictionary<string, string>? more = null, Visitor? who = null, string site = Centre)
    {
        var fields = new Dictionary<string, string>
        {
            ["Ticket"] = district.Services.GetRequiredService<FormTickets>().Open(TimeProvider.System.GetUtcNow().AddSeconds(-60)),
            ["Form.FamilyName"] = family, ["Form.GivenName"] = "Анна", ["Form.BornOn"] = "1990-05-17", ["Form.Email"] = "anna@example.org", ["Form.Consent"] = "true",
        };
        foreach (var (name, value) in more ?? []) fields[name] = value;
        return (who ?? district.Visitor()).SubmitAsync($"{site}/apply/{opening}", fields);
    }

    /// <summary>The form of a list as an organisation fills it in.</summary>
    public static Dictionary<string, string> ListForm(this District district, string people) => new()
    {
        ["Ticket"] = district.Services.GetRequiredService<FormTickets>().Open(TimeProvider.System.GetUtcNow().AddSeconds(-60)),
        ["Form.Organisation"] = "ТОО «Прибой»", ["Form.Contact"] = "Абаева Сауле", ["Form.Email"] = "kadry@example.org", ["Form.Consent"] = "true", ["Form.People"] = people,
    };

    public static async Task<Answer> PostListAsync(this District district, Guid opening, Dictionary<string, string> fields, string handler, byte[]? file = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        if (file is not null) form.Add(new ByteArrayContent(file), "Form.File", "people.xlsx");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Centre}/apply/{opening}/list?handler={handler}") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Answer.OfAsync(await district.Visitor().Http.SendAsync(request));
    }

    /// <summary>The address by which it is followed.</summary>
    public static string Followed(this Answer sent)
    {
        Assert.True(sent.IsRedirect, $"{sent.Status} {sent.Errors}");
        return sent.Location!.ToString().Split('?')[0];
    }

    public static Task<HttpResponseMessage> SendAsync(this HttpClient http, Guid opening, string family, string? key = null, string born = "1990-05-17") =>
        http.PostAsJsonAsync(Api, new { @for = opening, key = key ?? $"{Guid.NewGuid()}", familyName = family, givenName = "Анна", bornOn = born, phone = "+7 700 000 00 00", consent = true });

    public static Task<List<Integral.Applications.Application>> AllAsync(this District district, Guid opening) =>
        district.InDbAsync("centre", db => db.Set<Integral.Applications.Application>().Include(a => a.History).Where(a => a.ForId == opening).OrderBy(a => a.Number).ToListAsync());

    public static NewPerson Who(string family, DateOnly? born) => new(family, "Анна", null, born ?? new DateOnly(1990, 5, 17), null, "+7 700 000 00 00");

    /// <summary>Puts an application into the institution's line, as the form and the API do. Those that are put without waiting stand there in that order.</summary>
    public static Task<Integral.Applications.Application> PutAsync(this District district, Guid opening, string family, string? key = null, DateOnly? born = null, string? message = null, string from = "127.0.0.1", Guid? account = null, IServiceProvider? node = null) =>
        (node ?? district.Services).GetRequiredService<Intake>().SendAsync(district.Tenant("centre"), new(account, "Visitor", from, district.Tenant("centre").Id, TimeProvider.System), opening, new(Who(family, born), message, "I agree.", "ru"), key ?? $"{Guid.NewGuid()}");

    /// <summary>Begins the cases of what was sent, where nothing happens of itself.</summary>
    public static async Task BeginAsync(this District district)
    {
        // While applications come a turn is short.
        while (await district.WakeAsync(CaseStarting.Alarm) is { } next && next < district.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddSeconds(1)) { }
    }

    public static Task<DateTime?> WakeAsync(this District district, string kind) =>
        district.InTenantAsync("centre", services => services.GetRequiredService<IExtensions<IWakes>>().Single(w => w.Kind == kind).WakeAsync(default));

    /// <summary>Somebody has accepted it; or it was withdrawn before.</summary>
    public static Task<bool> AcceptAsync(this District district, Guid application) => district.DecideAsync(application, "Accept", null);

    public static Task<bool> DecideAsync(this District district, Guid application, string outcome, string? reason) => district.InTenantAsync("centre", async services =>
    {
        var db = services.GetRequiredService<Integral.Platform.Data.Db>();
        try
        {
            await db.WriteAsync(() => services.GetRequiredService<IWorkflows>().DecideAsync(new(db, db.Tenant, "Clerk"), Integral.Applications.Application.Kind, application, outcome, reason));
        }
        catch (Integral.Platform.RuleException) { return false; }
        return true;
    });

    /// <summary>Changes how many seats the group has.</summary>
    public static Task<bool> SeatsAsync(this District district, Guid opening, int seats) => district.InTenantAsync("centre", async services =>
    {
        var db = services.GetRequiredService<Integral.Platform.Data.Db>();
        var id = await db.Recruitments.Where(r => r.Id == opening).Select(r => r.GroupId).SingleAsync();
        var group = await db.Set<Group>().SingleAsync(g => g.Id == id);
        await services.GetRequiredService<GroupDesk>().ChangeAsync(group, new(group.Name, group.FromOn, group.UntilOn, seats));
        return true;
    });

    /// <summary>How many cases each application has, in the order of their numbers.</summary>
    public static Task<List<int>> CasesAsync(this District district, Guid opening) => district.InDbAsync("centre", async db =>
    {
        var ids = await db.Set<Integral.Applications.Application>().Where(a => a.ForId == opening).OrderBy(a => a.Number).Select(a => a.Id).ToListAsync();
        var cases = await db.WorkflowCases.Where(c => ids.Contains(c.SubjectId)).Select(c => c.SubjectId).ToListAsync();
        return ids.Select(id => cases.Count(c => c == id)).ToList();
    });

    /// <summary>When the cases were begun, in the order of the applications' numbers.</summary>
    public static Task<List<DateTime>> BegunAtAsync(this District district, Guid opening) => district.InDbAsync("centre", db =>
        db.Set<Integral.Applications.Application>().Where(a => a.ForId == opening).OrderBy(a => a.Number).Join(db.WorkflowCases, a => a.Id, c => c.SubjectId, (a, c) => new { a.Number, c.StartedAt }).OrderBy(b => b.Number).Select(b => b.StartedAt).ToListAsync());

    /// <summary>Waits until the cases of what was sent have been begun.</summary>
    public static Task BegunAsync(this District district, Guid opening) =>
        Until.TrueAsync(() => district.InDbAsync("centre", db => db.Set<Integral.Applications.Application>().AllAsync(a => a.ForId != opening || a.ToBegin == null)), "some cases aren't begun");

    /// <summary>Ids of what waits for a decision, the oldest first.</summary>
    public static async Task<List<Guid>> TasksAsync(this District district, Guid opening)
    {
        await district.BegunAsync(opening);
        return await district.InDbAsync("centre", db => TasksAsync(db, opening));
    }

    private static async Task<List<Guid>> TasksAsync(Integral.Platform.Data.Db db, Guid opening)
    {
        var ids = await db.Set<Integral.Applications.Application>().Where(a => a.ForId == opening).OrderBy(a => a.Number).Select(a => a.Id).ToListAsync();
        var open = await db.CaseTasks.Where(t => t.IsOpen).Join(db.WorkflowCases, t => t.CaseId, c => c.Id, (t, c) => new { t.Id, c.SubjectId }).Where(t => ids.Contains(t.SubjectId)).ToListAsync();
        return open.OrderBy(t => ids.IndexOf(t.SubjectId)).Select(t => t.Id).ToList();
    }

    /// <summary>How many people are in the group that one applied for.</summary>
    public static Task<int> SeatedAsync(this District district, Guid opening) => district.InDbAsync("centre", async db =>
    {
        var group = await db.Recruitments.Where(r => r.Id == opening).Select(r => r.GroupId).SingleAsync();
        return await db.Set<Integral.People.Contracts.Enrolment>().CountAsync(e => e.GroupId == group);
    });
}
