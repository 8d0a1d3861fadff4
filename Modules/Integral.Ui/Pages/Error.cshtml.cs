using System.Diagnostics;
using Integral.Ui.Faces;

namespace Integral.Ui.Pages;

/// <summary>Where the host sends what failed: says why in plain words and what to do next, never what the program said.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel(Current current) : PageModel
{
    public int Code { get; private set; }
    public Trouble Trouble => Trouble.Of(Code);

    /// <summary>By it the operator finds the failure in the log.</summary>
    public string Id => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>Everyone stays in the face they know. After a failure of the server itself nothing is asked of it that may fail again.</summary>
    public string Layout => IsBare ? "_BareLayout" : IsAtWork ? "_WorkLayout" : "_PublicLayout";
    public bool IsAtWork => !IsBare && current.Account is not null;
    private bool IsBare => !current.HasTenant || Code >= 500;

    public void OnGet(int? code) => Show(code);
    public void OnPost(int? code) => Show(code);
    public void OnPut(int? code) => Show(code);
    public void OnDelete(int? code) => Show(code);
    public void OnPatch(int? code) => Show(code);
    public void OnOptions(int? code) => Show(code);

    private void Show(int? code)
    {
        Code = code ?? (Response.StatusCode >= 400 ? Response.StatusCode : 404);
        if (Response.StatusCode == 200) Response.StatusCode = Code;
    }
}
