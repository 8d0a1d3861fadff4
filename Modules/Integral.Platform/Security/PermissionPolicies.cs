using Integral.Platform.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Integral.Platform.Security;

/// <summary>Makes every permission a module declares usable as [Authorize(Permission)]. What has no policy is refused (decision 10).</summary>
internal sealed class PermissionPolicies(ModuleCatalog modules) : IConfigureOptions<AuthorizationOptions>
{
    public void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        foreach (var permission in modules.Permissions.Keys)
            options.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
    }
}

internal sealed record PermissionRequirement(string Name) : IAuthorizationRequirement;

internal sealed class PermissionCheck(Current current) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (current.Can(requirement.Name) && !(current.Account!.MustChangePassword && IsProgram(context))) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    // A password that somebody else gave is changed first. A page says so and leads there; a program is refused.
    private static bool IsProgram(AuthorizationHandlerContext context) => context.Resource is HttpContext http && http.Request.Path.StartsWithSegments("/api");
}
