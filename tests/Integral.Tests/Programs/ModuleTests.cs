using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Programs;
using Integral.Programs.Data;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Programs;

/// <summary>The library of modules, and programmes that are built of modules.</summary>
public sealed class ModuleTests(District district) : IClassFixture<District>
{
    private const string Library = "/centre/api/v1/modules", Programmes = "/centre/api/v1/programmes";

    private static object Words(string title, int lectures = 0, int practice = 0, string goals = "", bool isOpen = false) => new { title, lectures, practice, selfStudy = 0, assessment = 0, goals, isOpen };

    [Fact]
    public async Task A_programme_is_built_of_a_librarys_module_and_one_of_its_own_and_shown_when_the_hours_add_up()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        var made = await clerk.SubmitAsync("/centre/Admin/Programmes/Edit", new() { ["Form.Name"] = "Резьба по кости", ["Form.Hours"] = "20", ["Form.Goals"] = "Хранить ремесло.", ["Form.Results"] = "Режет рельеф: самостоятельно" });
        Assert.True(made.IsRedirect, made.Errors);
        var show = made.Location!.ToString();
        var modules = show.Replace("/Show/", "/Modules/", StringComparison.Ordinal);
        Assert.True((await clerk.SubmitAsync("/centre/Admin/Modules/Edit", new() { ["Form.Title"] = "Кость и инструмент", ["Form.Lectures"] = "4", ["Form.Practice"] = "2", ["Form.Lecturers"] = "А. Мастер" })).IsRedirect);
        var library = await district.InDbAsync("centre", db => db.LibraryModules.Where(m => m.Title == "Кость и инструмент").Select(m => m.Id).SingleAsync());

        Assert.True((await clerk.SubmitAsync(modules, new() { ["Form.Module"] = $"{library}" })).IsRedirect);
        Assert.Contains("Часов в модулях: 6, в программе: 20", (await clerk.SubmitAsync(show, [], "Publish")).Text, StringComparison.Ordinal);
        var own = show.Replace("/Show/", "/Module/", StringComparison.Ordinal);
        Assert.Contains("21", (await clerk.SubmitAsync(own, new() { ["Form.Title"] = "Рельеф", ["Form.Practice"] = "15" })).Errors, StringComparison.Ordinal);
        Assert.True((await clerk.SubmitAsync(own, new() { ["Form.Title"] = "Рельеф", ["Form.Practice"] = "13", ["Form.Assessment"] = "1" })).IsRedirect);
        Assert.True((await clerk.SubmitAsync(show, [], "Publish")).IsRedirect);

        var page = await district.Visitor().ReadAsync("/centre/programmes/rezba-po-kosti");
        Assert.All(["Кость и инструмент", "Рельеф", "А. Мастер", "Хранить ремесло.", "Режет рельеф: самостоятельно"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.True((await clerk.SubmitAsync(modules, [], "Later")).IsRedirect);
        Assert.Equal(["Рельеф", "Кость и инструмент"], await TitlesAsync("rezba-po-kosti"));

        // What visitors see never stands there half.
        var relief = own + "/" + await ModuleAsync("rezba-po-kosti", "Рельеф");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(relief, [], "Remove")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(relief, new() { ["Form.Practice"] = "12" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(show.Replace("/Show/", "/Edit/", StringComparison.Ordinal), new() { ["Form.Hours"] = "30" })).Status);
        Assert.Contains("Рельеф", await district.Visitor().ReadAsync("/centre/programmes/rezba-po-kosti"), StringComparison.Ordinal);
        Assert.True((await clerk.SubmitAsync(show, [], "Hide")).IsRedirect);
        Assert.True((await clerk.SubmitAsync(relief, [], "Remove")).IsRedirect);
        Assert.Equal(["Кость и инструмент"], await TitlesAsync("rezba-po-kosti"));
    }

    [Fact]
    public async Task Who_may_only_write_modules_used_to_rewrite_what_visitors_see()
    {
        var (teacher, staff) = (await district.ProgramAsync("centre", await WritersAsync()), await district.ProgramAsync("centre", DeliveredRoles.CentreStaff));
        var programme = await IdAsync(await staff.PostAsJsonAsync(Programmes, new { name = "Показанная", hours = 10, form = "Mixed" }));
        var module = await IdAsync(await teacher.PostAsJsonAsync($"{Programmes}/{programme}/modules", Written("Модуль", 10)));
        Assert.Equal(HttpStatusCode.NoContent, (await staff.PostAsync($"{Programmes}/{programme}/show", null)).StatusCode);
        var tag = (await teacher.GetAsync($"{Programmes}/{programme}/modules/{module}")).Headers.ETag!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(teacher, $"{Programmes}/{programme}/modules/{module}", Written("Подмена", 10), tag)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await teacher.DeleteAsync($"{Programmes}/{programme}/modules/{module}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(staff, $"{Programmes}/{programme}/modules/{module}", Written("Уточнённый", 10), tag)).StatusCode);
    }

    [Fact]
    public async Task What_the_library_changes_changes_no_programme_until_it_is_taken_over_there()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.Methodologist);
        var staff = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var programme = await IdAsync(await staff.PostAsJsonAsync(Programmes, new { name = "Копии", hours = 10, form = "Mixed" }));
        var added = await http.PostAsJsonAsync(Library, Words("Копия", 4, goals: "Старое"));
        var library = await IdAsync(added);
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsJsonAsync($"{Programmes}/{programme}/modules/take", new { module = library })).StatusCode);
        var tag = (await http.GetAsync($"{Library}/{library}")).Headers.ETag!;
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, $"{Library}/{library}", Words("Копия", 6, goals: "Новое"), tag)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, $"{Library}/{library}", Words("Копия", 7), tag)).StatusCode);

        var item = await ItemAsync(http, programme);
        Assert.Equal(("Старое", 4), ((string)item["goals"]!, (int)item["hours"]!));
        var teacher = await WriterAsync();
        Assert.NotNull((await teacher.OpenAsync($"/centre/Admin/Programmes/Modules/{programme}")).Document.QuerySelector("form[action*='handler=Renew']"));
        Assert.True((await teacher.SubmitAsync($"/centre/Admin/Programmes/Modules/{programme}", [], "Renew")).IsRedirect);
        Assert.Equal(("Новое", 6), ((string)(await ItemAsync(http, programme))["goals"]!, (int)(await ItemAsync(http, programme))["hours"]!));
        Assert.Null((await teacher.OpenAsync($"/centre/Admin/Programmes/Modules/{programme}")).Document.QuerySelector("form[action*='handler=Renew']"));

        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"{Library}/{library}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Library}/{library}")).StatusCode);
        Assert.Equal("Новое", (string)(await ItemAsync(http, programme))["goals"]!);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Library}/{library}/restore", null)).StatusCode);
        Assert.Null((await teacher.OpenAsync($"/centre/Admin/Programmes/Modules/{programme}")).Document.QuerySelector("form[action*='handler=Renew']"));
    }

    [Fact]
    public async Task Who_may_only_write_modules_writes_no_programmes()
    {
        var teacher = await WriterAsync();
        var programme = await district.InDbAsync("centre", db => db.Programmes.Where(p => p.Modules.Count > 0).Select(p => p.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.OK, await teacher.StatusAsync("/centre/Admin/Modules"));
        Assert.Equal(HttpStatusCode.OK, await teacher.StatusAsync("/centre/Admin/Modules/Programmes"));
        Assert.Equal(HttpStatusCode.OK, await teacher.StatusAsync($"/centre/Admin/Programmes/Modules/{programme}"));
        Assert.Equal(HttpStatusCode.Forbidden, await teacher.StatusAsync("/centre/Admin/Programmes"));
        Assert.Equal(HttpStatusCode.Forbidden, await teacher.StatusAsync($"/centre/Admin/Programmes/Copy/{programme}"));
    }

    [Fact]
    public async Task Modules_never_have_more_hours_than_their_programme()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var made = await http.PostAsJsonAsync(Programmes, new { name = "Часы", hours = 10, form = "Mixed" });
        var programme = await IdAsync(made);
        var first = await http.PostAsJsonAsync($"{Programmes}/{programme}/modules", new { title = "Первый", lectures = 3, practice = 3, selfStudy = 0, assessment = 0 });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Programmes}/{programme}/modules", new { title = "Второй", lectures = 5, practice = 0, selfStudy = 0, assessment = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Programmes}/{programme}/modules", new { title = "Пустой", lectures = 0, practice = 0, selfStudy = 0, assessment = 0 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Programmes}/{programme}/modules", new { title = "Хитрый", lectures = 8, practice = -4, selfStudy = 0, assessment = 0 })).StatusCode);
        var tag = (await http.GetAsync($"{Programmes}/{programme}")).Headers.ETag!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(http, $"{Programmes}/{programme}", new { name = "Часы", hours = 5, form = "Mixed" }, tag)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, $"{Programmes}/{programme}", new { name = "Часы", hours = 12, form = "Mixed" }, made.Headers.ETag!)).StatusCode);
        Assert.Equal(6, (int)(await ItemAsync(http, programme))["hours"]!);
    }

    [Fact]
    public async Task A_programme_is_written_from_another_one_and_from_a_template()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var source = await district.InDbAsync("centre", db => db.Programmes.Where(p => p.Name == "Цифровые инструменты учителя").Select(p => new { p.Id, p.Slug }).SingleAsync());
        var clerk = await district.SignInAsync("centre", "/centre");
        var copied = await clerk.SubmitAsync($"/centre/Admin/Programmes/Copy/{source.Id}", new() { ["Form.Name"] = "Шаблон для учителей", ["Form.IsTemplate"] = "true" });
        Assert.True(copied.IsRedirect, copied.Errors);
        var template = Guid.Parse(copied.Location!.ToString().Split('/')[^1]);
        Assert.Contains("Шаблон для учителей", await clerk.ReadAsync("/centre/Admin/Programmes?Templates=true"), StringComparison.Ordinal);
        Assert.DoesNotContain("Шаблон для учителей", await clerk.ReadAsync("/centre/Admin/Programmes"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync($"{Programmes}/{template}/show", null)).StatusCode);

        var written = await http.PostAsJsonAsync($"{Programmes}/{template}/copy", new { name = "Для учителей химии" });
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        var answer = (await written.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((36, 36, false, 0), ((int)answer["hours"]!, (int)answer["moduleHours"]!, (bool)answer["isTemplate"]!, answer["groups"]!.AsArray().Count));
        Assert.Equal(await TitlesAsync(source.Slug), await TitlesAsync((string)answer["slug"]!));
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Programmes}/{answer["id"]}/show", null)).StatusCode);
    }

    [Fact]
    public async Task Categories_of_learners_narrow_the_catalogue_and_stay_as_long_as_they_are_used()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.True((await clerk.SubmitAsync("/centre/Admin/Programmes/Categories", new() { ["Form.Name"] = "Библиотекари" })).IsRedirect);
        Assert.False((await clerk.SubmitAsync("/centre/Admin/Programmes/Categories", new() { ["Form.Name"] = "Библиотекари" })).IsRedirect);
        var category = await district.InDbAsync("centre", db => db.LearnerCategories.Where(c => c.Name == "Библиотекари").Select(c => c.Id).SingleAsync());
        var made = await clerk.SubmitAsync("/centre/Admin/Programmes/Edit", new() { ["Form.Name"] = "Каталогизация", ["Form.Hours"] = "18", ["Form.CategoryId"] = $"{category}" });
        Assert.True((await clerk.SubmitAsync(made.Location!.ToString(), [], "Publish")).IsRedirect);
        var found = await district.Visitor().ReadAsync($"/centre/programmes?Category={category}");
        Assert.Contains("Каталогизация", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Повар: горячий цех", found, StringComparison.Ordinal);

        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.DeleteAsync($"/centre/api/v1/learner-categories/{category}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(Programmes, new { name = "Чужая", hours = 1, form = "Mixed", categoryId = Guid.NewGuid() })).StatusCode);
        var late = await clerk.PostAsync("/centre/Admin/Programmes/Edit", await RulesTests.Filled(clerk, "/centre/Admin/Programmes/Edit", ("Form.Name", "Опоздавшая категория"), ("Form.Hours", "1"), ("Form.CategoryId", $"{Guid.NewGuid()}")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Опоздавшая категория", late.Text, StringComparison.Ordinal);
        Assert.True((await clerk.SubmitAsync(made.Location!.ToString().Replace("/Show/", "/Edit/", StringComparison.Ordinal), new() { ["Form.CategoryId"] = "" })).IsRedirect);
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"/centre/api/v1/learner-categories/{category}")).StatusCode);
    }

    [Fact]
    public async Task A_page_of_modules_costs_the_same_for_many_as_for_few()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        Task<int> CountAsync(string url) => district.CostAsync(() => clerk.ReadAsync(url));

        Assert.Equal(await CountAsync("/centre/Admin/Modules?Q=латынь"), await CountAsync("/centre/Admin/Modules"));
        Assert.Equal(await CountAsync("/centre/Admin/Modules/Programmes?Q=латынь"), await CountAsync("/centre/Admin/Modules/Programmes"));
        var programmes = await district.InDbAsync("centre", db => db.Programmes.Where(p => p.Name == "Сварщик ручной дуговой сварки" || p.Name == "Цифровые инструменты учителя").Select(p => p.Id).ToListAsync());
        Assert.Equal(await CountAsync($"/centre/Admin/Programmes/Modules/{programmes[0]}"), await CountAsync($"/centre/Admin/Programmes/Modules/{programmes[1]}"));
    }

    private static object Written(string title, int lectures) => new { title, lectures, practice = 0, selfStudy = 0, assessment = 0 };

    /// <summary>Somebody who may write modules and nothing else of programmes.</summary>
    private async Task<Visitor> WriterAsync()
    {
        var name = await WritersAsync();
        return await district.EnterAsync(await district.AddAsync(name, "centre", name), "/centre");
    }

    /// <summary>A role that permits just that.</summary>
    private async Task<string> WritersAsync()
    {
        var name = $"writer_{Guid.NewGuid():N}"[..20];
        var admin = await district.EnterAsync(await district.AddAsync($"admin_{name}", "centre", DeliveredRoles.TenantAdmin), "/centre");
        Assert.True((await admin.SubmitAsync("/centre/Admin/Roles/New", new() { ["Form.Title"] = name, ["Form.Name"] = name })).IsRedirect);
        var page = $"/centre/Admin/Roles/Edit/{name}";
        Assert.True((await admin.PostAsync(page, await RulesTests.Filled(admin, page, ("Form.Permissions", ProgramsModule.Compose)))).IsRedirect);
        return name;
    }

    private Task<List<string>> TitlesAsync(string slug) => district.InDbAsync("centre", db => db.Programmes.Where(p => p.Slug == slug).SelectMany(p => p.Modules).OrderBy(m => m.Place).Select(m => m.Title).ToListAsync());
    private Task<Guid> ModuleAsync(string slug, string title) => district.InDbAsync("centre", db => db.Programmes.Where(p => p.Slug == slug).SelectMany(p => p.Modules).Where(m => m.Title == title).Select(m => m.Id).SingleAsync());

    private static async Task<Guid> IdAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (Guid)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private static async Task<JsonNode> ItemAsync(HttpClient http, Guid programme) => (await http.GetFromJsonAsync<JsonNode>($"{Programmes}/{programme}/modules"))!["items"]!.AsArray().Single()!;

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, string url, object body, System.Net.Http.Headers.EntityTagHeaderValue tag)
    {
        using var change = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(body) };
        change.Headers.IfMatch.Add(tag);
        return await http.SendAsync(change);
    }
}
