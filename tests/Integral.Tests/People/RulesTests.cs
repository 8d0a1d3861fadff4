using System.Net;
using Integral.Platform.Security;
using Integral.Tests.Kit;

namespace Integral.Tests.People;

/// <summary>What an administrator can't do, each with its sentence (abuse case A20).</summary>
public sealed class RulesTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task Nobody_gives_a_role_that_permits_more_than_they_may_do()
    {
        var registrar = await district.EnterAsync(await district.AddAsync("r1", "school-1", DeliveredRoles.Registrar), "/school-1");

        var answer = await registrar.PostAsync("/school-1/Admin/People/Add", await Filled(registrar, "/school-1/Admin/People/Add", ("Form.FamilyName", "Иванов"), ("Form.Roles", DeliveredRoles.TenantAdmin)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("You can't give the role", Said(answer, "tenant"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registrar_could_not_add_teachers_any_more_when_those_were_permitted_more_than_registrars()
    {
        var registrar = await district.EnterAsync(await district.AddAsync("r-teachers", "school-1", DeliveredRoles.Registrar), "/school-1");
        var answer = await registrar.PostAsync("/school-1/Admin/People/Add", await Filled(registrar, "/school-1/Admin/People/Add", ("Form.FamilyName", "Учителева"), ("Form.Roles", DeliveredRoles.Teacher)));
        Assert.Equal(HttpStatusCode.OK, answer.Status);      // the slip
        Assert.Contains("Учителева", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_promotes_themselves()
    {
        var account = await district.AddAsync("r2", "school-1", DeliveredRoles.Registrar);
        var registrar = await district.EnterAsync(account, "/school-1");
        var page = await district.PageAsync(account, "school-1", "Change");

        var answer = await registrar.PostAsync(page, await Filled(registrar, page, ("Form.Roles", DeliveredRoles.TenantAdmin)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([DeliveredRoles.Registrar], (await district.MembershipAsync(account, "school-1"))!.Roles);
    }

    [Fact]
    public async Task Nobody_reaches_below_who_has_no_reach_there()
    {
        var admin = await district.EnterAsync(await district.AddAsync("a1", "school-1", DeliveredRoles.TenantAdmin), "/school-1");

        var answer = await admin.PostAsync("/school-1/Admin/People/Add", await Filled(admin, "/school-1/Admin/People/Add",
            ("Form.FamilyName", "Иванов"), ("Form.Roles", DeliveredRoles.Teacher), ("Form.Where", "HereAndBelow")));

        Assert.Contains("institutions below", Said(answer, "below"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_can_not_be_removed_or_blocked_even_from_above()
    {
        var last = await district.AddAsync("last", "school-2", DeliveredRoles.TenantAdmin);
        await RemoveOthersAsync("school-2", last);
        var above = await district.EnterAsync(await district.AddAsync("above", "", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow), "");

        var removed = await above.PressAsync(await district.PageAsync(last, "school-2", "Access"), "Remove");
        var blocked = await above.PressAsync(await district.PageAsync(last, "school-2", "Access"), "Block");

        Assert.Contains("last administrator", Said(removed, "last"), StringComparison.Ordinal);
        Assert.Contains("last administrator", Said(blocked, "last"), StringComparison.Ordinal);
        Assert.NotNull(await district.MembershipAsync(last, "school-2"));
    }

    [Fact]
    public async Task Nobody_does_anything_to_somebody_who_may_do_more()
    {
        var head = await district.AddAsync("h1", "school-1", DeliveredRoles.Head);
        var registrar = await district.EnterAsync(await district.AddAsync("r3", "school-1", DeliveredRoles.Registrar), "/school-1");
        var page = await district.PageAsync(head, "school-1", "Access");

        var answer = await registrar.PostAsync($"{page}?handler=Reset", await Filled(registrar, "/school-1/Admin/People/Add"));

        Assert.Contains("somebody who may do more", Said(answer, "more"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_also_used_elsewhere_is_not_reset_here()
    {
        var both = await district.AddAsync("both", "school-1", DeliveredRoles.Teacher);
        await district.JoinAsync(both, "centre", DeliveredRoles.Teacher);
        var admin = await district.EnterAsync(await district.AddAsync("a2", "school-1", DeliveredRoles.TenantAdmin), "/school-1");
        var page = await district.PageAsync(both, "school-1", "Access");

        var answer = await admin.PostAsync($"{page}?handler=Reset", await Filled(admin, "/school-1/Admin/People/Add"));

        Assert.Contains("also used in another institution", Said(answer, "elsewhere"), StringComparison.Ordinal);
        await district.EnterAsync(both, "/school-1");
    }

    [Fact]
    public async Task An_account_that_belongs_nowhere_can_not_be_taken_in_by_its_login()
    {
        var lonely = await district.AddAsync("lonely", "centre", DeliveredRoles.Learner);
        await district.InHostAsync(async host => { host.Remove(host.Memberships.Single(m => m.AccountId == lonely.Id)); return await host.SaveChangesAsync(); });
        var admin = await district.EnterAsync(await district.AddAsync("a3", "school-1", DeliveredRoles.TenantAdmin), "/school-1");

        var answer = await admin.PostAsync("/school-1/Admin/People/Existing", await Filled(admin, "/school-1/Admin/People/Existing",
            ("Form.Login", lonely.UserName!), ("Form.FamilyName", "Иванов"), ("Form.Roles", DeliveredRoles.Teacher)));

        Assert.Contains("belongs to no institution", Said(answer, "lonely"), StringComparison.Ordinal);
    }

    private async Task RemoveOthersAsync(string tenant, Account but) => await district.InHostAsync(async host =>
    {
        host.RemoveRange(host.Memberships.Where(m => m.TenantId == district.Tenant(tenant).Id && m.AccountId != but.Id));
        return await host.SaveChangesAsync();
    });

    /// <summary>The form's token with these fields, also those that the form doesn't offer.</summary>
    internal static async Task<List<KeyValuePair<string, string>>> Filled(Visitor visitor, string page, params (string Name, string Value)[] fields)
    {
        var token = (await visitor.OpenAsync(page)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return [new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
    }

    // The demo speaks Russian, the tests name the sentences in English.
    private static string Said(Answer answer, string what) => answer.Errors.Length > 0 ? English.Of(answer.Errors) : $"{what}: {answer.Status} said nothing";
}
