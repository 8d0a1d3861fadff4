using System.Net;
using Integral.People;
using Integral.Platform.Security;
using Integral.Tests.Kit;

namespace Integral.Tests.People;

public sealed class RolesTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task A_permission_taken_away_is_gone_with_the_next_request_and_comes_back_with_the_delivered_role()
    {
        var deputy = await district.EnterAsync(await district.AddAsync("d1", "school-1", DeliveredRoles.DeputyHead), "/school-1");
        var admin = await AdminAsync("ra1", "school-1");
        Assert.Equal(HttpStatusCode.OK, await deputy.StatusAsync("/school-1/Admin/People"));
        var page = $"/school-1/Admin/Roles/Edit/{DeliveredRoles.DeputyHead}";

        var saved = await admin.PostAsync(page, await RulesTests.Filled(admin, page));
        Assert.True(saved.IsRedirect, saved.Errors);
        Assert.Equal(HttpStatusCode.Forbidden, await deputy.StatusAsync("/school-1/Admin/People"));

        Assert.True((await admin.PressAsync(page, "Reset")).IsRedirect);
        Assert.Equal(HttpStatusCode.OK, await deputy.StatusAsync("/school-1/Admin/People"));
    }

    [Fact]
    public async Task The_role_of_the_only_administrators_keeps_its_permission()
    {
        await district.InHostAsync(async host => { host.RemoveRange(host.Memberships.Where(m => m.TenantId == district.Tenant("centre").Id)); return await host.SaveChangesAsync(); });
        var admin = await AdminAsync("ra2", "centre");
        var page = $"/centre/Admin/Roles/Edit/{DeliveredRoles.TenantAdmin}";

        var answer = await admin.PostAsync(page, await RulesTests.Filled(admin, page, ("Form.Permissions", PeopleModule.ManageRoles)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("without anybody who may manage people", English.Of(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_of_ones_own_can_be_made_given_and_deleted_once_nobody_has_it()
    {
        var admin = await AdminAsync("ra3", "school-2");
        var made = await admin.SubmitAsync("/school-2/Admin/Roles/New", new() { ["Form.Title"] = "Дежурный", ["Form.Name"] = "on_duty" });
        Assert.True(made.IsRedirect, made.Errors);
        var duty = await district.AddAsync("ra4", "school-2", "on_duty");

        var refused = await admin.PressAsync("/school-2/Admin/Roles/Edit/on_duty", "Delete");
        Assert.Contains("can't be deleted while people have it", English.Of(refused.Errors), StringComparison.Ordinal);

        await district.InHostAsync(async host => { host.RemoveRange(host.Memberships.Where(m => m.AccountId == duty.Id)); return await host.SaveChangesAsync(); });
        Assert.True((await admin.PressAsync("/school-2/Admin/Roles/Edit/on_duty", "Delete")).IsRedirect);
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync("/school-2/Admin/Roles/Edit/on_duty"));
    }

    private async Task<Visitor> AdminAsync(string name, string tenant) => await district.EnterAsync(await district.AddAsync(name, tenant, DeliveredRoles.TenantAdmin), $"/{tenant}");
}
