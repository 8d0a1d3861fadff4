using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Integral.Platform.Web;
using Integral.Programs;
using Integral.Programs.Data;
using Integral.Programs.Requests;
using Integral.Tests.Kit;
using Integral.Workflows.Contracts;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Programs;

/// <summary>From an organisation's wish to a programme in the catalogue.</summary>
public sealed class ProgrammeRequestTests(District district) : IClassFixture<District>
{
    private const string Centre = "/centre", Own = $"{Centre}/Admin/OwnRequests", Staff = $"{Centre}/Admin/ProgrammeRequests", Api = $"{Centre}/api/v1/programme-requests";

    [Fact]
    public async Task An_organisation_is_asked_answers_is_accepted_and_told_when_its_programme_is_there()
    {
        var employer = await district.SignInAsync("employer", Centre);
        var shown = await SendAsync(employer, "Наладчик линии");
        var id = Guid.Parse(shown[^36..]);
        Assert.True(await DecideAsync(id, "Ask for something", "Сколько человек в смене?"));
        Assert.Contains("Сколько человек в смене?", await employer.ReadAsync(shown), StringComparison.Ordinal);
        Assert.True((await employer.SubmitAsync(shown, new() { ["Form.Text"] = "Шестеро." })).IsRedirect);
        var clerk = await district.SignInAsync("centre", Centre);
        var page = await clerk.ReadAsync($"{Staff}/Show/{id}");
        Assert.Contains("Шестеро.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Hours", page, StringComparison.Ordinal);
        Assert.True(await DecideAsync(id, "Accept", null));

        var built = await clerk.SubmitAsync($"{Staff}/Show/{id}", new() { ["Form.Hours"] = "40" });
        Assert.True(built.IsRedirect, built.Errors);
        Assert.Contains($"/Admin/ProgrammeRequests/Show/{id}", await clerk.ReadAsync(built.Location!.ToString()), StringComparison.Ordinal);
        var programme = await ProgrammeAsync(id);
        Assert.Equal(("Наладчик линии", 40, StudyForm.Mixed, "Линию некому настроить.", "Настраивает линию: самостоятельно"), (programme.Name, programme.Hours, programme.Form, programme.Goals, programme.Results));
        Assert.DoesNotContain($"/programmes/{programme.Slug}", await employer.ReadAsync(shown), StringComparison.Ordinal);

        Assert.True((await clerk.SubmitAsync(built.Location.ToString(), [], "Publish")).IsRedirect);
        Assert.Contains($"/programmes/{programme.Slug}", await employer.ReadAsync(shown), StringComparison.Ordinal);
        await Until.TrueAsync(async () => (await employer.ReadAsync($"{Centre}/notices")).Contains("Программа, о которой вы просили, в каталоге: Наладчик линии", StringComparison.Ordinal), "nobody is told");
        var told = (await employer.OpenAsync($"{Centre}/notices")).Text;

        // Out of the catalogue and into it again: nobody is told twice.
        Assert.True((await clerk.SubmitAsync(built.Location.ToString(), [], "Hide")).IsRedirect);
        Assert.True((await clerk.SubmitAsync(built.Location.ToString(), [], "Publish")).IsRedirect);
        await district.SettleAsync();
        Assert.Equal(Count(told), Count((await employer.OpenAsync($"{Centre}/notices")).Text));
        static int Count(string text) => text.Split("Программа, о которой вы просили").Length;
    }

    [Fact]
    public async Task A_request_is_refused_with_a_reason_or_withdrawn_and_then_nobody_decides_on_it()
    {
        var employer = await district.SignInAsync("employer", Centre);
        var refused = await SendAsync(employer, "Отказная");
        Assert.False(await DecideAsync(Guid.Parse(refused[^36..]), "Refuse", null));
        Assert.True(await DecideAsync(Guid.Parse(refused[^36..]), "Refuse", "Такая уже есть."));
        Assert.Contains("Такая уже есть.", await employer.ReadAsync(refused), StringComparison.Ordinal);
        var clerk = await district.SignInAsync("centre", Centre);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(clerk, $"{Staff}/Show/{refused[^36..]}", new() { ["Form.Name"] = "Всё равно", ["Form.Hours"] = "8" })).Status);

        var withdrawn = await SendAsync(employer, "Отозванная");
        Assert.True((await employer.SubmitAsync(withdrawn, [], "Withdraw")).IsRedirect);
        Assert.False(await DecideAsync(Guid.Parse(withdrawn[^36..]), "Accept", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(employer, $"{withdrawn}?handler=Withdraw", [])).Status);
    }

    [Fact]
    public async Task One_sees_ones_own_requests_only_and_teachers_none()
    {
        var employer = await district.SignInAsync("employer", Centre);
        var sent = await SendAsync(employer, "Чужая");
        var partner = await district.SignInAsync("partner", Centre);
        Assert.Equal(HttpStatusCode.NotFound, await partner.StatusAsync(sent));
        Assert.DoesNotContain("Чужая", await partner.ReadAsync(Own), StringComparison.Ordinal);
        Assert.Contains("Чужая", await employer.ReadAsync(Own), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await employer.StatusAsync(Staff));
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("lecturer", Centre)).StatusAsync(Own));
        Assert.Contains("Чужая", await (await district.SignInAsync("centre", Centre)).ReadAsync(Staff), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_do_the_same_by_the_same_rules()
    {
        var (partner, clerk) = (await district.ProgramAsync("centre", DeliveredRoles.PartnerOrg), await district.ProgramAsync("centre", DeliveredRoles.CentreStaff));
        var wanted = new { key = $"{Guid.NewGuid()}", organisation = "Небо", title = "Для программ", purpose = "Чинить.", people = 5, form = "Remote", skills = "Чинит" };
        var sent = await partner.PostAsJsonAsync(Api, wanted);
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var id = Guid.Parse($"{(await sent.Content.ReadFromJsonAsync<JsonNode>())!["id"]}");
        Assert.Equal($"{id}", $"{(await (await partner.PostAsJsonAsync(Api, wanted)).Content.ReadFromJsonAsync<JsonNode>())!["id"]}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await partner.PostAsJsonAsync(Api, wanted with { key = $"{Guid.NewGuid()}", people = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await partner.PostAsJsonAsync($"{Api}/{id}/answer", new { text = "Что?" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync($"{Api}/received")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.ProgramAsync("centre", DeliveredRoles.CustomerOrg)).GetAsync($"{Api}/{id}")).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.PostAsJsonAsync($"{Api}/received/{id}/programme", new { name = "Для программ", hours = 8 })).StatusCode);
        Assert.True(await DecideAsync(id, "Accept", null));
        Assert.Equal(HttpStatusCode.Created, (await clerk.PostAsJsonAsync($"{Api}/received/{id}/programme", new { name = "Для программ", hours = 8 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.PostAsJsonAsync($"{Api}/received/{id}/programme", new { name = "Ещё раз", hours = 8 })).StatusCode);
        Assert.Contains((await clerk.GetFromJsonAsync<JsonNode>($"{Api}/received?status=built"))!["items"]!.AsArray(), r => $"{r!["id"]}" == $"{id}");
        var told = (await partner.GetFromJsonAsync<JsonNode>($"{Api}/{id}"))!;
        Assert.Equal(["Sent", "Accepted", "Built"], told["history"]!.AsArray().Select(h => $"{h!["status"]}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await partner.PostAsync($"{Api}/{id}/withdrawal", null)).StatusCode);
    }

    [Fact]
    public async Task What_was_accepted_is_taken_back_only_as_long_as_no_programme_is_written_of_it()
    {
        var employer = await district.SignInAsync("employer", Centre);
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var id = Guid.Parse((await SendAsync(employer, "Взятая назад"))[^36..]);
        var with = await ByInboxAsync(http, id, "Accept");
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync($"{Centre}/api/v1/inbox/take-back/{with}", null)).StatusCode);
        Assert.Equal(RequestStatus.Sent, (await RequestAsync(id)).Status);
        with = await ByInboxAsync(http, id, "Accept");
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsJsonAsync($"{Api}/received/{id}/programme", new { name = "Взятая назад", hours = 8 })).StatusCode);
        Assert.Contains("программа уже написана", await (await http.PostAsync($"{Centre}/api/v1/inbox/take-back/{with}", null)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Built, (await RequestAsync(id)).Status);
    }

    [Fact]
    public async Task A_list_of_many_costs_as_many_statements_as_of_few()
    {
        var employer = await district.SignInAsync("employer", Centre);
        await SendAsync(employer, "Цена одна");
        var clerk = await district.SignInAsync("centre", Centre);
        Task<int> CostAsync() => district.CostAsync(() => clerk.OpenAsync(Staff));
        var few = await CostAsync();
        for (var n = 0; n < 3; n++) await SendAsync(employer, $"Цена {n}");
        Assert.Equal(few, await CostAsync());
    }

    private async Task<string> SendAsync(Visitor who, string title)
    {
        var sent = await who.SubmitAsync($"{Own}/Send", new()
        {
            ["Form.Organisation"] = "Завод «Прибой»", ["Form.Title"] = title, ["Form.Purpose"] = "Линию некому настроить.", ["Form.Skills"] = "Настраивает линию: самостоятельно", ["Form.People"] = "6", ["Form.Form"] = "Mixed",
            ["Ticket"] = district.Services.GetRequiredService<FormTickets>().Open(TimeProvider.System.GetUtcNow().AddSeconds(-60)),
        });
        Assert.True(sent.IsRedirect, sent.Errors);
        return sent.Location!.ToString();
    }

    // With the token of whichever form the page has.
    private static async Task<Answer> PostAsync(Visitor who, string url, Dictionary<string, string> fields)
    {
        var token = (await who.OpenAsync(url.Split('?')[0])).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await who.PostAsync(url, [.. fields, new("__RequestVerificationToken", token)]);
    }

    private async Task<string> ByInboxAsync(HttpClient http, Guid request, string outcome)
    {
        var task = await district.InDbAsync("centre", db => db.CaseTasks.Where(t => t.IsOpen).Join(db.WorkflowCases, t => t.CaseId, c => c.Id, (t, c) => new { t.Id, c.SubjectId }).Where(t => t.SubjectId == request).Select(t => t.Id).SingleAsync());
        return $"{(await (await http.PostAsJsonAsync($"{Centre}/api/v1/inbox/{task}/decide", new { outcome })).Content.ReadFromJsonAsync<JsonNode>())!["with"]}";
    }

    private Task<bool> DecideAsync(Guid request, string outcome, string? reason) => district.InTenantAsync("centre", async services =>
    {
        var db = services.GetRequiredService<Db>();
        try
        {
            await db.WriteAsync(() => services.GetRequiredService<IWorkflows>().DecideAsync(new(db, db.Tenant, "Clerk"), ProgrammeRequest.Kind, request, outcome, reason));
        }
        catch (Integral.Platform.RuleException) { return false; }
        return true;
    });

    private Task<ProgrammeRequest> RequestAsync(Guid id) => district.InDbAsync("centre", db => db.ProgrammeRequests.Include(r => r.History).SingleAsync(r => r.Id == id));

    private Task<Programme> ProgrammeAsync(Guid request) => district.InDbAsync("centre", async db =>
    {
        var id = (await db.ProgrammeRequests.SingleAsync(r => r.Id == request)).ProgrammeId;
        return await db.Programmes.SingleAsync(p => p.Id == id);
    });
}
