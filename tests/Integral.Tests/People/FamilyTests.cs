using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.People.Families;
using Integral.Platform.Changes;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Who belongs to whose family, and what they may on which days.</summary>
public sealed class FamilyTests(District district) : IClassFixture<District>, IDisposable
{
    private const string Families = "/school-2/api/v1/families";

    private readonly Folder folder = new();

    [Fact]
    public async Task A_family_is_written_down_changed_and_taken_back_by_a_program()
    {
        var http = await HttpAsync();
        var (mother, child) = (await district.PersonAsync("Семейная Мать", "1980-01-01"), await district.PersonAsync("Семейный Сын", "2012-01-01"));
        var added = await http.PostAsJsonAsync(Families, new { adult = mother, child, kinship = "Mother", mayRead = true });
        Assert.True(added.StatusCode == HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        foreach (var wrong in new object[] { new { adult = mother, child, kinship = "Mother" }, new { adult = child, child = mother, kinship = "Father" }, new { adult = mother, child = mother, kinship = "Mother" }, new { adult = child, child = await district.PersonAsync("Семейный Старший", "1970-01-01"), kinship = "Father" } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Families, wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync(Families, new { adult = child, child = mother, kinship = 99 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync(Families, new { adult = mother, child = Guid.NewGuid(), kinship = "Mother" })).StatusCode);

        var tag = added.Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(http, added.Headers.Location!, tag, new { kinship = "Guardian", fromOn = "2026-09-01", untilOn = "2026-08-31" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, added.Headers.Location!, tag, new { kinship = "Guardian", fromOn = "2026-09-01", mayCollect = true })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, added.Headers.Location!, tag, new { kinship = "Mother" })).StatusCode);
        var relatives = (await http.GetFromJsonAsync<JsonNode>($"/school-2/api/v1/people/{child}/family"))!["items"]!.AsArray();
        Assert.Equal(("Guardian", $"{mother}", false, false, true), ($"{relatives.Single()!["kinship"]}", $"{relatives[0]!["personId"]}", relatives[0]!["isChild"]!.GetValue<bool>(), relatives[0]!["mayRead"]!.GetValue<bool>(), relatives[0]!["mayCollect"]!.GetValue<bool>()));

        var removed = await http.DeleteAsync(added.Headers.Location);
        var set = (await removed.Content.ReadFromJsonAsync<JsonNode>())!["set"]!.GetValue<Guid>();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(added.Headers.Location)).StatusCode);
        await district.InTenantAsync("school-2", services => services.GetRequiredService<ChangeSets>().UndoAsync(set));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(added.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task A_parent_sees_the_own_children_as_far_as_it_holds_today_and_nobody_elses()
    {
        var parent = await district.SignInAsync("parent", "/school-1");
        var page = await parent.ReadAsync("/school-1/family");
        Assert.Contains("Оспанов Арман Даниярович", page, StringComparison.Ordinal);
        Assert.Contains("7А", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ахметов", page, StringComparison.Ordinal);
        Assert.Contains("/school-1/family", await parent.ReadAsync("/school-1/cabinet"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await parent.StatusAsync("/school-1/Admin/People"));
        Assert.DoesNotContain("Оспанов Арман", await (await district.SignInAsync("pupil", "/school-1")).ReadAsync("/school-1/family"), StringComparison.Ordinal);

        await ChangeAsync(l => new(l.Kinship, null, null, false, true, false));
        var less = await parent.ReadAsync("/school-1/family");
        Assert.Contains("Оспанов Арман Даниярович", less, StringComparison.Ordinal);
        Assert.DoesNotContain("7А", less, StringComparison.Ordinal);
        await ChangeAsync(l => new(l.Kinship, null, new(2026, 1, 1), true, true, true));
        Assert.DoesNotContain("Оспанов Арман", await parent.ReadAsync("/school-1/family"), StringComparison.Ordinal);
        Assert.DoesNotContain("/school-1/family", await parent.ReadAsync("/school-1/cabinet"), StringComparison.Ordinal);
        await ChangeAsync(l => new(l.Kinship, null, null, true, true, true));

        Task ChangeAsync(Func<FamilyLink, FamilyWords> words) => district.InDbAsync("school-1", async db =>
        {
            var people = db.People;
            var link = await db.FamilyLinks.SingleAsync(f => people.Any(p => p.Id == f.ChildId && p.SearchName.Contains("оспанов арман")));
            link.Describe(words(link));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task On_the_screens_a_guardian_is_found_added_given_a_last_day_and_taken_out()
    {
        var head = await district.SignInAsync("head2", "/school-2");
        var (child, guardian) = (await district.PersonAsync("Экранный Ребёнок", "2014-01-01"), await district.PersonAsync("Экранный Опекун", "1975-01-01"));
        var page = $"/school-2/Admin/People/Family/{child}";
        Assert.DoesNotContain("Экранный Опекун", await head.ReadAsync(page), StringComparison.Ordinal);
        var nobody = await head.SubmitAsync($"{page}?q=экранный", new() { ["Form.Kinship"] = "Guardian" });
        Assert.Contains("Выберите одного из них", nobody.Text, StringComparison.Ordinal);
        Assert.True((await head.SubmitAsync($"{page}?q=экранный", new() { ["Form.With"] = $"{guardian}", ["Form.Is"] = "Adult", ["Form.Kinship"] = "Guardian" })).IsRedirect);
        var link = await district.InDbAsync("school-2", db => db.FamilyLinks.SingleAsync(f => f.ChildId == child));
        Assert.Equal((guardian, Kinship.Guardian, true), (link.AdultId, link.Kinship, link.MayDecide));
        Assert.Contains("Экранный Опекун", await head.ReadAsync($"/school-2/Admin/People/Show/{child}"), StringComparison.Ordinal);
        Assert.Contains("Экранный Ребёнок", await head.ReadAsync($"/school-2/Admin/People/Show/{guardian}"), StringComparison.Ordinal);

        Assert.True((await head.SubmitAsync($"{page}/{link.Id}", new() { ["Form.UntilOn"] = "2026-01-31" })).IsRedirect);
        Assert.Contains("Сегодня не действует", await head.ReadAsync($"/school-2/Admin/People/Show/{child}"), StringComparison.Ordinal);
        Assert.True((await head.PressAsync($"{page}/{link.Id}", "Remove")).IsRedirect);
        Assert.DoesNotContain("Экранный Опекун", (await head.OpenAsync($"/school-2/Admin/People/Show/{child}")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await head.StatusAsync($"{page}/{link.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await district.ProgramAsync("school-2", DeliveredRoles.Teacher)).GetAsync($"/school-2/api/v1/people/{child}/family")).StatusCode);
    }

    [Fact]
    public async Task A_persons_page_takes_as_many_statements_for_ten_relatives_and_doubles_as_for_one()
    {
        var head = await district.SignInAsync("head2", "/school-2");
        var mother = await district.PersonAsync("Многодетная Мать", phone: "+7 708 000 00 00");
        await ChildAsync(0);
        var few = await district.CostAsync(() => head.ReadAsync($"/school-2/Admin/People/Show/{mother}"));
        for (var n = 1; n < 10; n++) await ChildAsync(n);
        Assert.Equal(few, await district.CostAsync(() => head.ReadAsync($"/school-2/Admin/People/Show/{mother}")));

        async Task ChildAsync(int n)
        {
            var child = await district.PersonAsync($"Многодетный Сын{n}");
            await district.PersonAsync($"Многодетная М{n}", phone: "+7 708 000 00 00");
            await district.InTenantAsync("school-2", s => s.GetRequiredService<FamilyDesk>().AddAsync(mother, child, new(Kinship.Mother, null, null, true, true, true)));
        }
    }

    [Fact]
    public async Task People_and_families_of_a_recipe_come_only_once()
    {
        folder.Write("families.recipe.json", """
            { "steps": [
              { "name": "People", "People": [ { "FamilyName": "Рецептова", "GivenName": "Мать", "BornOn": "1980-01-01", "Phone": "+7 709 000 00 00" }, { "FamilyName": "Рецептов", "GivenName": "Сын", "Code": "R-1" } ] },
              { "name": "Families", "Families": [ { "Adult": "Рецептова Мать", "Child": "Рецептов Сын", "Kinship": "mother", "UntilOn": "2030-01-01", "MayRead": true } ] } ] }
            """);
        var terminal = new Terminal(district);
        for (var time = 0; time < 2; time++) await terminal.DoAsync("recipes", "run", folder.At("families.recipe.json"), "--tenant", "school-2");
        await district.InDbAsync("school-2", async db =>
        {
            var people = await db.People.Where(p => p.SearchName.Contains("рецептов")).ToListAsync();
            Assert.Equal(2, people.Count);
            var link = await db.FamilyLinks.SingleAsync(f => people.Select(p => p.Id).Contains(f.AdultId));
            Assert.Equal((true, false, new DateOnly(2030, 1, 1)), (link.MayRead, link.MayDecide, link.UntilOn!.Value));
            return 0;
        });
    }

    [Theory]
    [InlineData("""{ "Adult": "Никто", "Child": "Никого", "Kinship": "Mother" }""", "Nobody here is called 'Никто'.")]
    [InlineData("""{ "Adult": "Никто", "Child": "Никого", "Kinship": "Friend" }""", "Families[0].Kinship")]
    public async Task What_cannot_be_a_family_is_named_with_its_place(string family, string said)
    {
        folder.Write("bad.recipe.json", $$"""{ "steps": [ { "name": "Families", "Families": [ {{family}} ] } ] }""");
        var run = await new Terminal(district).RunAsync("recipes", "run", folder.At("bad.recipe.json"), "--tenant", "school-2");
        Assert.Equal(1, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private Task<HttpClient> HttpAsync() => district.ProgramAsync("school-2", DeliveredRoles.Registrar);

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, Uri address, string tag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("If-Match", tag);
        return http.SendAsync(request);
    }
}
