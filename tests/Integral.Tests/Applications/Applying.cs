using System.Net.Http.Json;
using Integral.Platform.Web;
using Integral.Programs;
using Integral.Programs.Data;
using Integral.Tests.Kit;
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
        var (today, now) = (DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), TimeProvider.System.GetUtcNow().UtcDateTime);
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

    /// <summary>Ids of what waits for a decision, the oldest first.</summary>
    public static Task<List<Guid>> TasksAsync(this District district, Guid opening) => district.InDbAsync("centre", async db =>
    {
        var ids = await db.Set<Integral.Applications.Application>().Where(a => a.ForId == opening).OrderBy(a => a.Number).Select(a => a.Id).ToListAsync();
        var open = await db.CaseTasks.Where(t => t.IsOpen).Join(db.WorkflowCases, t => t.CaseId, c => c.Id, (t, c) => new { t.Id, c.SubjectId }).Where(t => ids.Contains(t.SubjectId)).ToListAsync();
        return open.OrderBy(t => ids.IndexOf(t.SubjectId)).Select(t => t.Id).ToList();
    });

    /// <summary>How many people are in the group that one applied for.</summary>
    public static Task<int> SeatedAsync(this District district, Guid opening) => district.InDbAsync("centre", async db =>
    {
        var group = await db.Recruitments.Where(r => r.Id == opening).Select(r => r.GroupId).SingleAsync();
        return await db.Set<Integral.People.Contracts.Enrolment>().CountAsync(e => e.GroupId == group);
    });
}
