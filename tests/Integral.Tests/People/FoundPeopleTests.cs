using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform.Search;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.People;

/// <summary>Persons in the box of the search.</summary>
public sealed class FoundPeopleTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task Whoever_may_see_people_finds_them_by_beginnings_and_with_a_slip_and_gets_to_their_page()
    {
        var id = await AddAsync("school-1", "Ахматжанова", "Гульбаршын");
        var head = await district.SignInAsync("head", "/school-1");
        foreach (var asked in new[] { "Ахматжанова", "ахмат гуль", "Гульбаршын Ахматжанова", "Ахмитжанова", "хматжанова" })
        {
            var page = await head.OpenAsync($"/school-1/search?q={Uri.EscapeDataString(asked)}");
            var link = page.Document.QuerySelectorAll("main li a").FirstOrDefault(a => a.TextContent.Trim() == "Ахматжанова Гульбаршын");
            Assert.True(link is not null, asked);
            Assert.Equal($"/school-1/Admin/People/Show/{id}", link.GetAttribute("href"));
        }
        Assert.DoesNotContain("Гульбаршын", await head.ReadAsync("/school-1/search?q=матжанова&type=News"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_finds_them_nor_does_another_institution_and_they_are_in_no_index()
    {
        await AddAsync("school-1", "Кырмызыбаева", "Зульфия");
        const string Search = "/search?q=Кырмызыбаева";
        Assert.DoesNotContain("Зульфия", await district.Visitor().ReadAsync($"/school-1{Search}"), StringComparison.Ordinal);
        foreach (var who in new[] { "pupil", "parent", "teacher" })
            Assert.DoesNotContain("Зульфия", await (await district.SignInAsync(who, "/school-1")).ReadAsync($"/school-1{Search}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Зульфия", await (await district.SignInAsync("admin")).ReadAsync(Search), StringComparison.Ordinal);
        Assert.Contains("Зульфия", await (await district.SignInAsync("head", "/school-1")).ReadAsync($"/school-1{Search}"), StringComparison.Ordinal);
        Assert.Equal(0, await district.InDbAsync("school-1", db => db.Set<SearchDocument>().CountAsync(d => d.Title.Contains("Кырмызыбаева"))));
    }

    [Fact]
    public async Task A_program_finds_them_with_the_same_right()
    {
        var id = await AddAsync("school-1", "Ескендирова", "Меруерт");
        const string Search = "/school-1/api/v1/search?q=Ескендирова";
        var head = (await (await district.ProgramAsync("school-1", DeliveredRoles.Head)).GetFromJsonAsync<JsonNode>(Search))!;
        Assert.Equal(("Ескендирова Меруерт", $"/school-1/Admin/People/Show/{id}"), ($"{head["records"]![0]!["title"]}", $"{head["records"]![0]!["address"]}"));
        Assert.Empty((await (await district.ProgramAsync("school-1", DeliveredRoles.Teacher)).GetFromJsonAsync<JsonNode>(Search))!["records"]!.AsArray());
        Assert.Empty((await district.CreateClient().GetFromJsonAsync<JsonNode>(Search))!["records"]!.AsArray());
    }

    private Task<Guid> AddAsync(string tenant, string family, string given) => district.InDbAsync(tenant, async db =>
    {
        var person = new Person(new PersonName(family, given, null), "ru");
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    });
}
