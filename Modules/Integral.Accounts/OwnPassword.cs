using Microsoft.AspNetCore.Mvc.Filters;

namespace Integral.Accounts;

/// <summary>Changing one's own password.</summary>
internal sealed class OwnPassword(HostDb host, Current current, SignIn signIn, HashQueue hashes)
{
    /// <summary>Changes it and ends every other sign-in of the account.</summary>
    /// <exception cref="RuleException">The present one is wrong, or the new one isn't good enough.</exception>
    public async Task ChangeAsync(string present, string wanted)
    {
        Passwords.Check(wanted);
        Rule.Require(present != wanted, "The new password is the old one.", "Password");
        var account = await signIn.CheckAsync(current.Account!.Login, present);
        account.Receive(await hashes.HashAsync(account, wanted));
        await host.WriteAsync(async () =>
        {
            await host.SaveChangesAsync();
            await host.Sessions.Where(s => s.AccountId == account.Id && s.Id != current.Account.SessionId).ExecuteDeleteAsync();
        });
    }
}

/// <summary>A password that somebody else gave is changed before anything else is done.</summary>
internal sealed class PasswordFirst(Current current) : IAsyncPageFilter
{
    private static readonly HashSet<string> Free = ["/Account/Password", "/Account/SignOut", "/Account/Language", "/Error"];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var isWork = context.ActionDescriptor.EndpointMetadata?.OfType<IAllowAnonymous>().Any() != true;
        if (current.Account is not { MustChangePassword: true } || !isWork || Free.Contains(context.ActionDescriptor.ViewEnginePath)) return next();
        context.Result = new RedirectToPageResult("/Account/Password");
        return Task.CompletedTask;
    }
}
