using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Programs;
using Integral.Programs.Data;
using Integral.Tests.Applications;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Programs;

/// <summary>Programmes that visitors compose of modules, from the choice to a seat.</summary>
public sealed class OwnProgrammeTests(District district) : IClassFixture<District>
{
    private const string Api = "/centre/api/v1/own-programmes";

    [Fact]
    public async Task A_visitor_composes_a_programme_applies_and_gets_a_seat_in_the_group_that_staff_choose()
    {
        var (first, second) = (await ModuleAsync("Пайка", 8), await ModuleAsync("Лужение", 4));
        var composed = await ComposeAsync(first, second);
        Assert.True(composed.IsRedirect, composed.Errors);
        var address = composed.Location!.ToString();
        var page = await district.Visitor().ReadAsync(address);
        Assert.Contains("12", page, StringComparison.Ordinal);
        var own = Guid.Parse(address.Split('/')[^1]);
        var followed = (await district.ApplyAsync(own, "Модульнин")).Followed();
        var mine = await district.Visitor().ReadAsync(followed);
        foreach (var told in new[] { "Лужение, Пайка", "Лужение, часов: 4" }) Assert.Contains(told, mine, StringComparison.Ordinal);

        var task = Assert.Single(await district.TasksAsync(own));
        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.Contains("Пайка, часов: 8", await clerk.ReadAsync($"/centre/Admin/Inbox/Show/{task}"), StringComparison.Ordinal);
        var application = (await district.AllAsync(own)).Single();
        var shown = await clerk.OpenAsync($"/centre/Admin/Applications/Show/{application.Id}");
        Assert.Contains("Лужение, часов: 4", shown.Text, StringComparison.Ordinal);
        Assert.NotNull(shown.Document.QuerySelector($"a[href='/centre/Admin/OwnProgrammes/Show/{own}']"));
        Assert.Contains("Лужение, Пайка", await clerk.ReadAsync("/centre/Admin/OwnProgrammes"), StringComparison.Ordinal);
        Assert.False(await district.AcceptAsync(application.Id));       // there is no group yet

        var group = await GroupAsync("Пайщики", 1);
        var form = await clerk.SubmitAsync($"/centre/Admin/OwnProgrammes/Show/{own}", new() { ["Form.GroupId"] = $"{group}" });
        Assert.True(form.IsRedirect, form.Errors);
        Assert.True(await district.AcceptAsync(application.Id));
        Assert.Equal(Integral.Applications.ApplicationStatus.Enrolled, (await district.AllAsync(own)).Single().Status);
    }

    [Fact]
    public async Task The_same_choice_of_two_visitors_is_one_programme_and_of_a_changed_library_another()
    {
        var (first, second) = (await ModuleAsync("Ковка", 8), await ModuleAsync("Закалка", 4));
        var one = (await ComposeAsync(first, second)).Location;
        Assert.Equal(one, (await ComposeAsync(second, first)).Location);
        Assert.NotEqual(one, (await ComposeAsync(first)).Location);
        await ChangeAsync(first, 9, isOpen: true);
        Assert.NotEqual(one, (await ComposeAsync(first, second)).Location);
    }

    [Fact]
    public async Task Only_what_is_offered_can_be_chosen_and_applied_for()
    {
        var (open, closed) = (await ModuleAsync("Эмаль", 8), await ModuleAsync("Тайны мастера", 4, isOpen: false));
        var form = await district.Visitor().ReadAsync("/centre/compose");
        Assert.Contains("Эмаль", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Тайны мастера", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ComposeAsync(open, closed)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ComposeAsync()).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ComposeAsync([.. Enumerable.Range(0, 21).Select(_ => Guid.NewGuid())])).Status);

        var own = Guid.Parse((await ComposeAsync(open)).Location!.ToString().Split('/')[^1]);
        await ChangeAsync(open, 8, isOpen: false);
        using var visitor = district.Visitor().Http;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(own, "Опоздалин")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync($"/centre/apply/{own}"));
    }

    [Fact]
    public async Task Staff_write_a_programme_of_what_was_composed()
    {
        var own = Guid.Parse((await ComposeAsync(await ModuleAsync("Литьё", 10), await ModuleAsync("Шлифовка", 6))).Location!.ToString().Split('/')[^1]);
        var clerk = await district.SignInAsync("centre", "/centre");
        var written = await clerk.SubmitAsync($"/centre/Admin/OwnProgrammes/Show/{own}", new() { ["Form.Name"] = "Литьё и шлифовка" });
        Assert.True(written.IsRedirect, written.Errors);
        var programme = await district.InDbAsync("centre", db => db.Programmes.Include(p => p.Modules).SingleAsync(p => p.Name == "Литьё и шлифовка"));
        Assert.Equal((16, 16, false), (programme.Hours, programme.ModuleHours, programme.IsPublished));
        Assert.All(programme.Modules, m => Assert.NotNull(m.LibraryId));
    }

    [Fact]
    public async Task Programs_compose_without_an_account_and_staff_see_what_was_applied_for()
    {
        var module = await ModuleAsync("Гравировка", 5);
        using var visitor = district.Visitor().Http;
        var open = (await visitor.GetFromJsonAsync<JsonNode>($"{Api}/modules"))!["items"]!.AsArray();
        Assert.Contains(open, m => (Guid)m!["id"]! == module);
        var composed = await visitor.PostAsJsonAsync(Api, new { modules = new[] { module } });
        var own = (Guid)(await composed.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        Assert.DoesNotContain((await http.GetFromJsonAsync<JsonNode>(Api))!["items"]!.AsArray(), i => (Guid)i!["id"]! == own);
        Assert.Equal(HttpStatusCode.Created, (await visitor.SendAsync(own, "Программин")).StatusCode);
        Assert.Equal(1, (int)(await http.GetFromJsonAsync<JsonNode>(Api))!["items"]!.AsArray().Single(i => (Guid)i!["id"]! == own)!["applied"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"{Api}/{own}/group", new { group = Guid.NewGuid() })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsJsonAsync($"{Api}/{own}/group", new { group = await GroupAsync("Гравёры", 5) })).StatusCode);
    }

    [Fact]
    public async Task A_group_has_one_waiting_list_and_what_has_changed_since_is_not_applied_for()
    {
        var module = await ModuleAsync("Ковка", 6);
        var (first, second) = (Guid.Parse((await ComposeAsync(module)).Location!.ToString().Split('/')[^1]), Guid.Parse((await ComposeAsync(module, await ModuleAsync("Закалка", 4))).Location!.ToString().Split('/')[^1]));
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var group = await GroupAsync("Кузнецы", 5);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsJsonAsync($"{Api}/{first}/group", new { group })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{Api}/{second}/group", new { group })).StatusCode);

        await ChangeAsync(module, 8, isOpen: true);
        using var visitor = district.Visitor().Http;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(first, "Опоздавшая")).StatusCode);
        await ChangeAsync(module, 6, isOpen: true);      // as it was shown: it is the same again
        Assert.Equal(HttpStatusCode.Created, (await visitor.SendAsync(first, "Успевшая")).StatusCode);
    }

    [Fact]
    public async Task The_list_of_what_was_composed_costs_the_same_for_many_as_for_few()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        Task<int> CountAsync() => district.CostAsync(() => clerk.ReadAsync("/centre/Admin/OwnProgrammes"));

        var before = await CountAsync();
        var own = Guid.Parse((await ComposeAsync(await ModuleAsync("Чернение", 3))).Location!.ToString().Split('/')[^1]);
        (await district.ApplyAsync(own, "Ещёодин")).Followed();
        Assert.Equal(before, await CountAsync());
    }

    private Task<Answer> ComposeAsync(params Guid[] modules) => district.Visitor().PostAsync("/centre/compose", modules.Select(m => KeyValuePair.Create("Form.Modules", $"{m}")));

    private Task<Guid> ModuleAsync(string title, int hours, bool isOpen = true) => district.InDbAsync("centre", async db =>
    {
        var module = new LibraryModule();
        module.Describe(new(title, new(hours, 0, 0, 0)), isOpen, "ru");
        db.Add(module);
        await db.SaveChangesAsync();
        return module.Id;
    });

    private Task<int> ChangeAsync(Guid id, int hours, bool isOpen) => district.InDbAsync("centre", async db =>
    {
        var module = await db.LibraryModules.SingleAsync(m => m.Id == id);
        module.Describe(module.ToWords() with { Hours = new(hours, 0, 0, 0) }, isOpen, "ru");
        return await db.SaveChangesAsync();
    });

    private Task<Guid> GroupAsync(string name, int seats) => district.InDbAsync("centre", db =>
    {
        var today = DateOnly.FromDateTime(district.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return Integral.People.Contracts.GroupSeats.FindOrAddAsync(db, district.Tenant("centre"), name, today.AddDays(-1), today.AddDays(60), seats);
    });
}
