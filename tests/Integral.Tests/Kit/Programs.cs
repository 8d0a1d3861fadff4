using System.Net.Http.Headers;
using Integral.Platform.Data;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Kit;

/// <summary>Programs that work with a token.</summary>
internal static class Programs
{
    /// <summary>A client of an account made for it, with one membership.</summary>
    /// <param name="only">The only tenant that its token opens.</param>
    public static async Task<HttpClient> ProgramAsync(this District district, string tenant, string role, Reach reach = Reach.Here, string? only = null)
    {
        var token = await district.InTenantAsync(tenant, async services =>
        {
            var host = services.GetRequiredService<HostDb>();
            var login = $"{Guid.NewGuid():N}@test.local";
            var normalized = services.GetRequiredService<ILookupNormalizer>().NormalizeName(login);
            var account = new Account { Name = login, UserName = login, NormalizedUserName = normalized, SecurityStamp = "" };
            host.Add(account);
            host.Add(new Membership { AccountId = account.Id, TenantId = district.Tenant(tenant).Id, Roles = [role], Reach = reach });
            var secret = Secrets.New();
            host.Add(new Session
            {
                Digest = Secrets.Digest(secret), AccountId = account.Id, Kind = SessionKind.Api, TenantId = only is null ? null : district.Tenant(only).Id,
                CreatedAt = DateTime.UnixEpoch, ExpiresAt = DateTime.MaxValue.AddDays(-1),
            });
            await host.SaveChangesAsync();
            return secret;
        });
        var client = district.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = district.ClientOptions.BaseAddress });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The administrator of the whole installation, as a program.</summary>
    public static Task<HttpClient> AdminProgramAsync(this District district) => district.ProgramAsync("", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
}
