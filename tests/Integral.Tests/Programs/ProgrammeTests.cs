using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform.Security;
using Integral.Programs;
using Integral.Programs.Data;
using Integral.Tests.Applications;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Programs;

/// <summary>The catalogue of programmes, and the groups that are recruited for them.</summary>
public sealed class ProgrammeTests(District district) : IClassFixture<District>
{
    private const string Api = "/centre/api/v1/programmes";

    [Fact]
    public async Task A_programme_is_written_shown_found_and_taken_out_again()
    {
        var clerk = await district.SignInAsync("centre", "/centre");
        var made = await clerk.SubmitAsync("/centre/Admin/Programmes/Edit", new() { ["Form.Name"] = "Чеканка по латуни", ["Form.Hours"] = "36", ["Form.Summary"] = "Рельефы своими руками.", ["Form.Audience"] = "Взрослые" });
        Assert.True(made.IsRedirect, made.Errors);
        const string Address = "/centre/programmes/chekanka-po-latuni";
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(Address));

        var show = made.Location!.ToString();
        Assert.True((await clerk.SubmitAsync(show, [], "Publish")).IsRedirect);
        Assert.Contains("36", await district.Visitor().ReadAsync(Address), StringComparison.Ordinal);
        Assert.Contains("Чеканка по латуни", await district.Visitor().ReadAsync("/centre/programmes?Q=рельефы"), StringComparison.Ordinal);
        Assert.DoesNotContain("Чеканка по латуни", await district.Visitor().ReadAsync("/centre/programmes?Open=true"), StringComparison.Ordinal);
        Assert.Contains(Address, await district.Visitor().ReadAsync("/centre/search?q=чеканка"), StringComparison.Ordinal);

        Assert.True((await clerk.SubmitAsync(show, [], "Hide")).IsRedirect);
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(Address));
        Assert.DoesNotContain(Address, await district.Visitor().ReadAsync("/centre/search?q=чеканка"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_recruited_once_and_its_page_says_what_is_free()
    {
        var recruitment = await district.RecruitAsync("Свободные места", seats: 3);
        var of = await district.InDbAsync("centre", db => db.Recruitments.AsNoTracking().SingleAsync(r => r.Id == recruitment));
        var (programme, group) = (of.ProgrammeId, of.GroupId);
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var twice = await http.PostAsJsonAsync($"{Api}/{programme}/groups", new { group, fromOn = "2030-01-01", untilOn = "2030-02-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"{Api}/{programme}/groups", new { group = Guid.NewGuid(), fromOn = "2030-01-01", untilOn = "2030-02-01" })).StatusCode);

        var answer = (await http.GetFromJsonAsync<JsonNode>($"{Api}/{programme}"))!;
        Assert.Equal(3, (int)answer["groups"]![0]!["free"]!);
        var page = await district.Visitor().OpenAsync($"/centre/programmes/{answer["slug"]}");
        Assert.NotNull(page.Document.QuerySelector($"a[href='/centre/apply/{recruitment}']"));

        var clerk = await district.SignInAsync("centre", "/centre");
        Assert.True((await clerk.SubmitAsync($"/centre/Admin/Programmes/Show/{programme}", [], "Close")).IsRedirect);
        Assert.Null((await district.Visitor().OpenAsync($"/centre/programmes/{answer["slug"]}")).Document.QuerySelector($"a[href='/centre/apply/{recruitment}']"));
    }

    [Fact]
    public async Task Who_changes_an_older_version_is_told_and_loses_nothing()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var made = await http.PostAsJsonAsync(Api, new { name = "Версии", hours = 10, form = "Remote" });
        var (id, tag) = ((await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]!, made.Headers.ETag!);
        using var change = new HttpRequestMessage(HttpMethod.Put, $"{Api}/{id}") { Content = JsonContent.Create(new { name = "Версии 2", hours = 12, form = "Mixed" }) };
        change.Headers.IfMatch.Add(tag);
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(change)).StatusCode);
        using var late = new HttpRequestMessage(HttpMethod.Put, $"{Api}/{id}") { Content = JsonContent.Create(new { name = "Версии 3", hours = 12, form = "Mixed" }) };
        late.Headers.IfMatch.Add(tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await http.SendAsync(late)).StatusCode);

        var clerk = await district.SignInAsync("centre", "/centre");
        var refused = await clerk.SubmitAsync($"/centre/Admin/Programmes/Edit/{id}", new() { ["Form.Name"] = "Моё название", ["Version"] = "1" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Моё название", refused.Text, StringComparison.Ordinal);
        Assert.False((await clerk.SubmitAsync($"/centre/Admin/Programmes/Edit/{id}", new() { ["Form.Hours"] = "0" })).IsRedirect);
    }

    [Fact]
    public async Task The_index_finds_a_programme_again_by_the_beginning_of_its_id()
    {
        var found = await district.InDbAsync("centre", async db =>
        {
            var (searched, last) = (new SearchedProgrammes(), await db.Programmes.OrderByDescending(p => p.Id).FirstAsync());
            var id = searched.IdOf(last);
            return (Asked: id, Again: (await searched.ReadAsync(db, id[..^1], 1)).Select(searched.IdOf).Single(), After: await searched.ReadAsync(db, id, 1));
        });
        Assert.Equal(found.Asked, found.Again);
        Assert.Empty(found.After);
    }

    [Fact]
    public async Task The_menu_of_the_site_leads_to_the_catalogue_in_the_readers_language_as_long_as_there_is_one()
    {
        Assert.NotNull((await district.Visitor().OpenAsync("/centre/uk/about")).Document.QuerySelector(".top-nav a[href='/centre/uk/programmes']"));
        Assert.Null((await district.Visitor().OpenAsync("/school-1/")).Document.QuerySelector(".top-nav a[href$='/programmes']"));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/school-1/programmes"));
    }

    [Fact]
    public async Task A_page_of_the_catalogue_costs_the_same_for_many_programmes_and_groups()
    {
        Task<int> CountAsync(string url) => district.CostAsync(() => district.Visitor().ReadAsync(url));

        Assert.Equal(await CountAsync("/centre/programmes?Q=латынь"), await CountAsync("/centre/programmes"));
        var busy = await district.InDbAsync("centre", db => db.Programmes.Where(p => p.IsPublished && p.CategoryId == null && p.Competencies.Count == 0 && p.Recruitments.Count == 2).Select(p => p.Slug).FirstAsync());
        var single = await district.InDbAsync("centre", db => db.Programmes.Where(p => p.IsPublished && p.CategoryId == null && p.Competencies.Count == 0 && p.Recruitments.Count == 1).Select(p => p.Slug).FirstAsync());
        Assert.Equal(await CountAsync($"/centre/programmes/{single}"), await CountAsync($"/centre/programmes/{busy}"));
    }
}
