using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Accounts that a test makes for itself, and what became of them.</summary>
internal static class Crew
{
    public const string Password = "Integral-2026";

    /// <summary>Makes an account with one membership: <c>NAME@crew.local</c>.</summary>
    public static async Task<Account> AddAsync(this District district, string name, string tenant, string role, Reach reach = Reach.Here)
    {
        var login = $"{name}@crew.local";
        var normalizer = district.Services.GetRequiredService<ILookupNormalizer>();
        var account = new Account { Name = name, UserName = login, NormalizedUserName = normalizer.NormalizeName(login), SecurityStamp = Secrets.New() };
        account.PasswordHash = await district.Services.GetRequiredService<HashQueue>().HashAsync(account, Password);
        await district.InHostAsync(async host =>
        {
            host.Add(account);
            host.Add(new Membership { AccountId = account.Id, TenantId = district.Tenant(tenant).Id, Roles = [role], Reach = reach });
            return await host.SaveChangesAsync();
        });
        return account;
    }

    public static async Task JoinAsync(this District district, Account account, string tenant, string role) => await district.InHostAsync(async host =>
    {
        host.Add(new Membership { AccountId = account.Id, TenantId = district.Tenant(tenant).Id, Roles = [role] });
        return await host.SaveChangesAsync();
    });

    public static async Task<Visitor> EnterAsync(this District district, Account account, string tenant, string password = Password)
    {
        var visitor = district.Visitor();
        var answer = await visitor.SubmitAsync($"{tenant}/sign-in", new() { ["Form.Login"] = account.UserName!, ["Form.Password"] = password });
        Assert.True(answer.IsRedirect, $"{account.UserName} could not sign in: {answer.Status} {answer.Errors}");
        return visitor;
    }

    public static Task<Membership?> MembershipAsync(this District district, Account account, string tenant) => district.InHostAsync(host =>
        host.Memberships.SingleOrDefaultAsync(m => m.AccountId == account.Id && m.TenantId == district.Tenant(tenant).Id));

    /// <summary>The address of somebody's page; somebody without a person is found by the membership.</summary>
    public static async Task<string> PageAsync(this District district, Account account, string tenant, string page)
    {
        var membership = await district.MembershipAsync(account, tenant);
        return $"/{tenant}/Admin/People/{page}/{membership!.PersonId ?? membership.Id}".Replace("//", "/", StringComparison.Ordinal);
    }

    /// <summary>Presses the button of a page that posts to this handler.</summary>
    public static Task<Answer> PressAsync(this Visitor visitor, string page, string handler) => visitor.SubmitAsync(page, [], $"handler={handler}");
}
