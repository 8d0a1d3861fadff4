using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Isolation;

/// <summary>Ids and fields inside what is sent, by somebody who may do everything in school 2 (A2, A3, A4).</summary>
public sealed class BodyTests(FullDistrict district) : IClassFixture<FullDistrict>
{
    private IEnumerable<Mapped> WithBody => Endpoints.All(district.Services).Where(e => !e.IsRead && Bodies.TypeOf(district, e) is { } t && t.Namespace!.StartsWith("Integral.", StringComparison.Ordinal));

    [Fact]
    public async Task An_id_of_another_institution_inside_a_body_is_refused_and_changes_nothing()
    {
        var admin = await district.ProgramAsync("school-2", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var (school1, school2) = (district.Tenant("school-1"), district.Tenant("school-2"));
        var samples = await Samples.OfSchool1Async(district);
        var asked = 0;
        foreach (var endpoint in WithBody)
        {
            foreach (var id in Bodies.Ids(Bodies.TypeOf(district, endpoint)!))
            {
                var body = Bodies.Of(Bodies.TypeOf(district, endpoint)!);
                body[id] = $"{school1.Id}";
                using var request = new HttpRequestMessage(new(endpoint.Method), $"/school-2/{endpoint.Filled(samples, "teacher").Replace($"{school1.Id}", $"{school2.Id}", StringComparison.Ordinal)}") { Content = JsonContent.Create(body) };
                var answer = await admin.SendAsync(request);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{endpoint} with a foreign {id} answered {answer.StatusCode}");
                asked++;
            }
        }
        Assert.True(asked >= 2);
        Assert.Equal((school1.Version, school2.Version), (district.Tenant("school-1").Version, district.Tenant("school-2").Version));
    }

    [Theory, InlineData("Move", "Form.ParentId"), InlineData("Create", "Form.ParentId")]
    public async Task An_id_of_another_institution_inside_a_form_is_not_there(string page, string field)
    {
        var admin = await district.EnterAsync(await district.AddAsync($"form-{page}", "school-2", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow), "/school-2");
        var (school1, school2) = (district.Tenant("school-1"), district.Tenant("school-2"));
        var url = page == "Move" ? $"/school-2/Admin/Tenants/Move/{school2.Id}" : "/school-2/Admin/Tenants/Create";

        var answer = await admin.PostAsync(url, await RulesTests.Filled(admin, url, (field, $"{school1.Id}"), ("Form.Path", "planted"), ("Form.Name", "Planted"), ("Form.Recipe", "school"),
            ("Form.Culture", "ru"), ("Form.TimeZone", "UTC"), ("Form.Version", $"{school2.Version}")));

        Assert.Contains(answer.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        Assert.Equal(school2.ParentId, district.Tenant("school-2").ParentId);
    }

    [Fact]
    public async Task Nobody_ends_a_sign_in_that_is_not_theirs_by_its_id()
    {
        var (victim, other) = (await district.SignInAsync("head", "/school-1"), await district.SignInAsync("head2", "/school-2"));
        var account = await district.AccountAsync("head");
        var session = await district.InHostAsync(h => h.Sessions.Where(s => s.AccountId == account.Id).Select(s => s.Id).FirstAsync());

        foreach (var page in new[] { "/school-2/account", "/school-2/account/tokens" })
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{page}?handler=End", await RulesTests.Filled(other, "/school-2/account", ("id", $"{session}")))).Status);
        Assert.Equal(HttpStatusCode.OK, await victim.StatusAsync("/school-1/cabinet"));
    }

    [Fact]
    public async Task A_field_that_no_body_has_is_refused_everywhere()
    {
        var (admin, samples) = (await district.AdminProgramAsync(), await Samples.OfSchool1Async(district));
        var asked = 0;
        foreach (var endpoint in WithBody)
        {
            foreach (var field in new[] { "tenantId", "isAdmin", "createdById", "permissionsOfAll" })
            {
                var body = Bodies.Of(Bodies.TypeOf(district, endpoint)!);
                body[field] = JsonValue.Create("x");
                using var request = new HttpRequestMessage(new(endpoint.Method), $"/{endpoint.Filled(samples, "teacher")}") { Content = JsonContent.Create(body) };
                request.Headers.Add("If-Match", "*");
                var answer = await admin.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{endpoint} took '{field}': {answer.StatusCode}");
                asked++;
            }
        }
        Assert.True(asked >= 20);
    }

    [Fact]
    public async Task A_form_binds_nothing_that_it_does_not_show()
    {
        var teacher = await district.SignInAsync("teacher3", "/school-2");
        var before = await district.AccountAsync("teacher3");
        var answer = await teacher.PostAsync("/school-2/account", await RulesTests.Filled(teacher, "/school-2/account", ("Form.Name", "Третий"), ("Form.Culture", "ru"), ("Form.MustChangePassword", "true"),
            ("Form.UserName", "admin@demo.local"), ("Form.Roles", "platform_admin"), ("account.UserName", "x"), ("UserName", "x"), ("BlockedAt", "2020-01-01"), ("PasswordHash", "x")));

        var after = await district.AccountAsync("teacher3");
        Assert.True(answer.IsRedirect, answer.Errors);
        Assert.Equal((before.UserName, before.PasswordHash, before.BlockedAt, before.MustChangePassword, "Третий"), (after.UserName, after.PasswordHash, after.BlockedAt, after.MustChangePassword, after.Name));
    }

    [Fact]
    public async Task Two_tabs_of_two_institutions_write_each_into_its_own()
    {
        var admin = await district.SignInAsync("admin");
        var first = await RulesTests.Filled(admin, "/school-1/Admin/People/Add", ("Form.FamilyName", "Вкладкин"), ("Form.GivenName", "А"), ("Form.Roles", "learner"));
        await admin.OpenAsync("/school-2/Admin/People/Add");
        await admin.PostAsync("/school-1/Admin/People/Add", first);

        Assert.Equal(1, await district.InDbAsync("school-1", db => db.Set<Person>().CountAsync(p => p.FamilyName == "Вкладкин")));
        Assert.Equal(0, await district.InDbAsync("school-2", db => db.Set<Person>().CountAsync(p => p.FamilyName == "Вкладкин")));
    }
}
