using Integral.People.Registration;
using Integral.Platform.Audit;
using Microsoft.AspNetCore.Http;

namespace Integral.People.Pages.Register;

/// <summary>What the form by which one comes in shows.</summary>
/// <param name="Email">With which a new account signs in.</param>
/// <param name="IsTaken">It has an account already.</param>
/// <param name="SignedInAs">Whoever is signed in now.</param>
/// <param name="SignIn">Where one signs in and comes back from.</param>
internal sealed record Entering(string Email, bool IsTaken, string? SignedInAs, string SignIn)
{
    public EnterForm Enter { get; init; } = new();
}

internal sealed class EnterForm
{
    [Display(Name = "Password"), Required, DataType(DataType.Password), StringLength(Passwords.Longest)] public string Password { get; set; } = "";
    [Display(Name = "Password once more"), Required, DataType(DataType.Password), Compare(nameof(Password))] public string Again { get; set; } = "";
}

/// <summary>A page to which the link of a letter leads, and by which one comes in. Wrong addresses are slowed down, and all get one answer.</summary>
internal abstract class EnteringPage(WrongCodes wrong, OwnAccounts own, Current current, Trail trail) : PageModel
{
    [BindProperty] public EnterForm Enter { get; set; } = new();
    public Entering Entering { get; private set; } = null!;

    protected async Task<IActionResult?> FoundAsync(string? email)
    {
        if (wrong.AreTooMany(trail.From)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (email is null)
        {
            wrong.Count(trail.From);
            return new PageResult { StatusCode = StatusCodes.Status404NotFound };
        }
        var here = Uri.EscapeDataString($"{current.Base}{current.CulturePrefix}{HttpContext.Request.Path}");
        Entering = new(email, await own.AreThereAsync(email), current.Account?.Login, $"~/sign-in?return={here}") { Enter = Enter };
        return null;
    }
}
