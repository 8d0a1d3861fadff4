using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.Accounts.Api;

/// <summary>Tokens for programs (design §5): opaque, a row each, revocable at once.</summary>
internal static class TokenApi
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/token", IssueAsync).AllowAnonymous().RequireRateLimiting(AccountsModule.SignInLimit)
            .WithSummary("Signs in with a login and password").WithTags("Account");
        routes.MapDelete("/api/v1/token", RevokeAsync).RequireAuthorization().WithSummary("Ends the token it is called with").WithTags("Account");
        routes.MapGet("/api/v1/me", Me).RequireAuthorization().WithSummary("Who the token's owner is in this institution").WithTags("Account");
    }

    private static async Task<Results<Ok<TokenAnswer>, ProblemHttpResult>> IssueAsync(TokenRequest request, SignIn signIn, Texts texts, HttpContext http)
    {
        try
        {
            var account = await signIn.CheckAsync(request.Login, request.Password);
            return TypedResults.Ok(new TokenAnswer(await signIn.OpenAsync(account, SessionKind.Api, http, Lifetime), (int)Lifetime.TotalSeconds));
        }
        catch (RuleException wrong)
        {
            return TypedResults.Problem(texts.Say(wrong.Sentence), statusCode: StatusCodes.Status401Unauthorized);
        }
    }

    private static async Task<NoContent> RevokeAsync(SignIn signIn, Current current, HttpContext http)
    {
        await signIn.CloseAsync(current.Account!.SessionId, http);
        return TypedResults.NoContent();
    }

    private static Me Me(Current current) =>
        new(current.Account!.AccountId, current.Account.Login, current.Account.Name, current.Account.PersonId, [.. current.Account.Roles.Order()], [.. current.Account.Permissions.Order()]);
}

internal sealed record TokenRequest([property: Required, StringLength(256)] string Login, [property: Required, StringLength(Passwords.Longest)] string Password, string? Code = null);
internal sealed record TokenAnswer(string AccessToken, int ExpiresIn);
internal sealed record Me(Guid AccountId, string Login, string Name, Guid? PersonId, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions);
