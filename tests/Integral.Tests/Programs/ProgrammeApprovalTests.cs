using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Programs.Data;
using Integral.Tests.Kit;
using Integral.Tests.Workflows;
using Integral.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Programs;

/// <summary>Who may write programmes and not publish them sends them, and somebody else decides.</summary>
public sealed class ProgrammeApprovalTests(District district) : IClassFixture<District>
{
    private const string Programmes = "/centre/api/v1/programmes", Pages = "/centre/Admin/Programmes", Author = "programme_author", Read = "Read the programme";

    [Fact]
    public async Task What_is_approved_is_what_was_sent_and_nobody_changes_it_meanwhile()
    {
        var (staff, author) = (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), await district.ProgramAsync("centre", Author));
        var programme = await WrittenAsync(staff, "Согласуемая", isShown: true);
        var slug = (string)(await staff.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}"))!["slug"]!;
        var lecturer = await district.SignInAsync("lecturer", "/centre");
        Assert.True((await lecturer.SubmitAsync($"{Pages}/Draft/{programme}", [])).IsRedirect);
        var draft = await district.InDbAsync("centre", db => db.Programmes.Where(p => p.DraftOfId == programme).Select(p => p.Id).SingleAsync());
        var module = $"{Programmes}/{draft}/modules/{await ModuleAsync(author, draft)}";
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(author, module, Module("Модуль", 10, "Новое содержание."))).StatusCode);

        var page = $"{Pages}/Approval/{programme}";
        Assert.Contains("Новое содержание.", await lecturer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.PostAsync($"{Programmes}/{draft}/show", null)).StatusCode);
        Assert.True((await lecturer.SubmitAsync(page, [])).IsRedirect);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(author, module, Module("Модуль", 10, "Подмена."))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(staff, $"{Programmes}/{draft}", new { name = "Подмена", hours = 10, form = "Mixed" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.PostAsJsonAsync($"{module}/move", new { place = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.DeleteAsync(module)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.PostAsync($"{Programmes}/{programme}/versions/1/restore", null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.DeleteAsync($"{Programmes}/{programme}/draft")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.PostAsync($"{Programmes}/{draft}/approval", null)).StatusCode);

        var task = await district.TaskAsync(programme, Read);
        Assert.Contains((await staff.GetFromJsonAsync<JsonNode>($"{Flows.Inbox}/{task}"))!["changes"]!.AsArray(), c => ((string)c!["after"]!).Contains("Новое содержание.", StringComparison.Ordinal));
        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.Contains("Новое содержание.", await clerk.ReadAsync($"/centre/Admin/Inbox/Show/{task}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Новое содержание.", await district.Visitor().ReadAsync($"/centre/programmes/{slug}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await staff.DecideAsync(task, "Approve it")).StatusCode);

        await Until.TrueAsync(async () => (await district.Visitor().ReadAsync($"/centre/programmes/{slug}")).Contains("Новое содержание.", StringComparison.Ordinal), "visitors don't see it");
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{Programmes}/{draft}")).StatusCode);
        Assert.Equal(2, (await author.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/versions"))!["items"]!.AsArray().Count);
        await Until.TrueAsync(async () => (await lecturer.ReadAsync("/centre/notices")).Contains("Ваша программа согласована: Согласуемая", StringComparison.Ordinal), "nobody is told");
        Assert.Contains("Согласуемая", await lecturer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("Согласуемая", await clerk.ReadAsync($"/centre/Admin/Inbox/Show/{task}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_back_says_why_and_the_decision_is_taken_back_only_until_somebody_writes_on()
    {
        var (staff, author) = (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), await district.ProgramAsync("centre", Author));
        var programme = await WrittenAsync(staff, "На доработке");
        var (page, module) = ($"{Pages}/Approval/{programme}", $"{Programmes}/{programme}/modules/{await ModuleAsync(author, programme)}");
        var lecturer = await district.SignInAsync("lecturer", "/centre");
        Assert.True((await lecturer.SubmitAsync(page, [])).IsRedirect);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.DecideAsync(await district.TaskAsync(programme, Read), "Send it back")).StatusCode);
        var with = await SentBackAsync();
        Assert.Contains("Мало практики.", await lecturer.ReadAsync(page), StringComparison.Ordinal);
        await Until.TrueAsync(async () => (await lecturer.ReadAsync("/centre/notices")).Contains("Почему: Мало практики.", StringComparison.Ordinal), "nobody is told");

        Assert.Equal(1, await TakenBackAsync(with));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(author, module, Module("Модуль", 10, "Практика."))).StatusCode);
        with = await SentBackAsync();
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(author, module, Module("Модуль", 10, "Практика."))).StatusCode);
        Assert.Equal(0, await TakenBackAsync(with));

        Assert.Equal(HttpStatusCode.OK, (await author.PostAsync($"{Programmes}/{programme}/approval", null)).StatusCode);
        with = await DecidedAsync("Approve it", null);
        Assert.True((bool)(await staff.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}"))!["isPublished"]!);
        Assert.Equal(0, await TakenBackAsync(with));

        Task<string> SentBackAsync() => DecidedAsync("Send it back", "Мало практики.");
        async Task<string> DecidedAsync(string outcome, string? reason) => $"{(await (await staff.DecideAsync(await district.TaskAsync(programme, Read), outcome, reason)).Content.ReadFromJsonAsync<JsonNode>())!["with"]}";
        async Task<int> TakenBackAsync(string decision) => (int)(await (await staff.PostAsync($"{Flows.Inbox}/take-back/{decision}", null)).Content.ReadFromJsonAsync<JsonNode>())!["done"]!;
    }

    [Fact]
    public async Task Whoever_sent_it_takes_it_back_and_whoever_may_publish_ends_it()
    {
        var (staff, author, other) = (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), await district.ProgramAsync("centre", Author), await district.ProgramAsync("centre", Author));
        var programme = await WrittenAsync(staff, "Отозванная автором");
        var approval = $"{Programmes}/{programme}/approval";
        Assert.True((bool)(await author.GetFromJsonAsync<JsonNode>(approval))!["maySend"]!);
        var sent = (await (await author.PostAsync(approval, null)).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Single(sent["waits"]!.AsArray());
        Assert.False((bool)sent["maySend"]!);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.DeleteAsync(approval)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await author.DeleteAsync(approval)).StatusCode);
        Assert.Empty(await district.OpenAsync(programme));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.DeleteAsync(approval)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await author.PostAsync(approval, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await staff.PostAsync($"{Programmes}/{programme}/show", null)).StatusCode);
        Assert.Empty(await district.OpenAsync(programme));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.PostAsync(approval, null)).StatusCode);
    }

    [Fact]
    public async Task What_was_written_after_somebody_looked_isnt_sent_and_what_doesnt_add_up_never_is()
    {
        var (staff, lecturer) = (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), await district.SignInAsync("lecturer", "/centre"));
        var programme = await WrittenAsync(staff, "Дописанная");
        var page = $"{Pages}/Approval/{programme}";
        var token = (await lecturer.OpenAsync(page)).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Conflict, (await lecturer.PostAsync(page, [new("seen", "1"), new("__RequestVerificationToken", token)])).Status);
        Assert.Empty(await district.OpenAsync(programme));

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(staff, $"{Programmes}/{programme}", new { name = "Дописанная", hours = 12, form = "Mixed" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.PostAsync($"{Programmes}/{programme}/approval", null)).StatusCode);
        var template = (Guid)(await (await staff.PostAsJsonAsync($"{Programmes}/{programme}/copy", new { name = "Шаблон дописанной", isTemplate = true })).Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.PostAsync($"{Programmes}/{template}/approval", null)).StatusCode);
    }

    [Fact]
    public async Task Without_a_workflow_nobody_is_asked_and_publishing_is_direct()
    {
        var staff = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var programme = await WrittenAsync(staff, "Без процесса");
        await SwitchAsync(false);
        try
        {
            Assert.False((bool)(await staff.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/approval"))!["maySend"]!);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.PostAsync($"{Programmes}/{programme}/approval", null)).StatusCode);
            Assert.DoesNotContain($"Approval/{programme}", await (await district.SignInAsync("lecturer", "/centre")).ReadAsync($"{Pages}/Modules/{programme}"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NoContent, (await staff.PostAsync($"{Programmes}/{programme}/show", null)).StatusCode);
        }
        finally { await SwitchAsync(true); }
    }

    [Fact]
    public async Task Deciding_while_it_is_taken_back_settles_it_once()
    {
        var (staff, author) = (await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), await district.ProgramAsync("centre", Author));
        for (var round = 0; round < 4; round++)
        {
            var programme = await WrittenAsync(staff, $"Одновременно {round}");
            Assert.Equal(HttpStatusCode.OK, (await author.PostAsync($"{Programmes}/{programme}/approval", null)).StatusCode);
            var task = await district.TaskAsync(programme, Read);
            var deciding = staff.DecideAsync(task, "Approve it");
            var taken = await author.DeleteAsync($"{Programmes}/{programme}/approval");
            Assert.InRange((int)taken.StatusCode, 200, 499);
            Assert.NotEqual((await deciding).IsSuccessStatusCode, taken.IsSuccessStatusCode);
            Assert.Empty(await district.OpenAsync(programme));
            Assert.Equal((await deciding).IsSuccessStatusCode, (bool)(await staff.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}"))!["isPublished"]!);
        }
    }

    [Fact]
    public async Task In_the_demo_one_waits_and_the_inbox_says_what_it_changes()
    {
        var programme = await district.InDbAsync("centre", db => db.Programmes.Where(p => p.Name == "Оператор беспилотных летательных аппаратов" && p.DraftOfId == null).Select(p => p.Id).SingleAsync());
        var clerk = await district.SignInAsync("centre", "/centre");
        var task = await clerk.ReadAsync($"/centre/Admin/Inbox/Show/{await district.TaskAsync(programme, Read)}");
        Assert.All(["Тлеубаев Ерлан", "тренажёре"], text => Assert.Contains(text, task, StringComparison.Ordinal));
        Assert.Contains("Ждёт согласования", await clerk.ReadAsync($"{Pages}?Q=оператор"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_an_approval_costs_the_same_for_many_modules_as_for_few()
    {
        var staff = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var (few, many) = (await WrittenAsync(staff, "Один модуль"), await WrittenAsync(staff, "Много модулей", modules: 5));
        foreach (var one in new[] { few, many }) Assert.Equal(HttpStatusCode.OK, (await staff.PostAsync($"{Programmes}/{one}/approval", null)).StatusCode);
        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.Equal(await district.CostAsync(() => clerk.ReadAsync($"{Pages}/Approval/{few}")), await district.CostAsync(() => clerk.ReadAsync($"{Pages}/Approval/{many}")));
    }

    private static object Module(string title, int lectures, string contents = "") => new { title, lectures, practice = 0, selfStudy = 0, assessment = 0, contents };

    /// <summary>One of ten hours, with modules that have them all.</summary>
    private static async Task<Guid> WrittenAsync(HttpClient staff, string name, bool isShown = false, int modules = 1)
    {
        var id = (Guid)(await (await staff.PostAsJsonAsync(Programmes, new { name, hours = 10, form = "Mixed" })).Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        for (var number = 0; number < modules; number++) Assert.Equal(HttpStatusCode.Created, (await staff.PostAsJsonAsync($"{Programmes}/{id}/modules", Module(number == 0 ? "Модуль" : $"Модуль {number}", 10 / modules))).StatusCode);
        if (isShown) Assert.Equal(HttpStatusCode.NoContent, (await staff.PostAsync($"{Programmes}/{id}/show", null)).StatusCode);
        return id;
    }

    private static async Task<Guid> ModuleAsync(HttpClient http, Guid programme) => (Guid)(await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/modules"))!["items"]![0]!["id"]!;

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, string url, object body)
    {
        using var change = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(body) };
        change.Headers.IfMatch.Add((await http.GetAsync(url)).Headers.ETag!);
        return await http.SendAsync(change);
    }

    private Task<int> SwitchAsync(bool isOn) => district.InDbAsync("centre", async db =>
    {
        (await db.WorkflowTypes.SingleAsync(t => t.WorkflowTypeId == "programme-approvals")).Switch(isOn);
        return await db.SaveChangesAsync();
    });
}
