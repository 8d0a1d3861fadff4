using System.Net;
using System.Net.Http.Json;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.People;

namespace Integral.Tests.Isolation;

/// <summary>Rights are what they are now, for a browser and a program alike (A19, A20).</summary>
public sealed class StandingTests(District district) : IClassFixture<District>
{
    public static TheoryData<string> Ends() => ["demoted", "removed", "over", "not yet", "blocked"];

    [Theory, MemberData(nameof(Ends))]
    public async Task Who_is_no_longer_what_they_were_may_nothing_with_the_next_request(string how)
    {
        var head = await district.AddAsync($"stale-{how.Replace(' ', '-')}", "school-1", DeliveredRoles.Head);
        var browser = await district.EnterAsync(head, "/school-1");
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/school-1/Admin/People"));

        await district.InHostAsync(async host =>
        {
            var membership = host.Memberships.Single(m => m.AccountId == head.Id);
            if (how == "demoted") membership.Roles = [DeliveredRoles.Teacher];
            if (how == "removed") host.Remove(membership);
            if (how == "over") membership.UntilOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
            if (how == "not yet") membership.FromOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
            if (how == "blocked") host.Users.Single(a => a.Id == head.Id).Block(TimeProvider.System.GetUtcNow().UtcDateTime);
            return await host.SaveChangesAsync();
        });

        Assert.Equal(how == "blocked" ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, await browser.StatusAsync("/school-1/Admin/People"));
    }

    [Fact]
    public async Task Nobody_promotes_themselves_through_the_API()
    {
        var registrar = await ProgramOfAsync(await district.AddAsync("self", "school-1", DeliveredRoles.Registrar), "school-1");
        foreach (var role in new[] { DeliveredRoles.TenantAdmin, DeliveredRoles.PlatformAdmin })
        {
            var answer = await registrar.Http.PatchAsJsonAsync(registrar.Own, new { roles = new[] { DeliveredRoles.Registrar, role } });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await registrar.Http.PatchAsJsonAsync(registrar.Own, new { roles = new[] { DeliveredRoles.Registrar }, reach = "HereAndBelow" })).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_can_neither_resign_nor_leave_through_the_API()
    {
        var last = await district.AddAsync("last-of-all", "school-2", DeliveredRoles.TenantAdmin);
        await district.InHostAsync(async host =>
        {
            host.RemoveRange(host.Memberships.Where(m => m.TenantId == district.Tenant("school-2").Id && m.AccountId != last.Id));
            return await host.SaveChangesAsync();
        });
        var admin = await ProgramOfAsync(last, "school-2");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Http.PatchAsJsonAsync(admin.Own, new { roles = new[] { DeliveredRoles.Teacher } })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Http.PatchAsJsonAsync(admin.Own, new { roles = new[] { DeliveredRoles.TenantAdmin }, untilOn = "2020-01-01" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Http.DeleteAsync(admin.Own.Replace("/roles", "", StringComparison.Ordinal))).StatusCode);
        Assert.Equal([DeliveredRoles.TenantAdmin], (await district.MembershipAsync(last, "school-2"))!.Roles);
    }

    private async Task<(HttpClient Http, string Own)> ProgramOfAsync(Account account, string tenant)
    {
        var http = district.CreateClient();
        var token = await (await http.PostAsJsonAsync($"/{tenant}/api/v1/token", new { login = account.UserName, password = Crew.Password })).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("accessToken").GetString());
        http.DefaultRequestHeaders.Add("If-Match", "*");
        return (http, $"/{tenant}/api/v1/people/{(await district.MembershipAsync(account, tenant))!.Id}/roles");
    }
}
