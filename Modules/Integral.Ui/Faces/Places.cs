namespace Integral.Ui.Faces;

/// <summary>Pages of other modules that every layout leads to. Where one isn't built in, its entry isn't shown.</summary>
internal static class Places
{
    public const string SignIn = "/Account/SignIn", SignOut = "/Account/SignOut", Account = "/Account/Index", Language = "/Account/Language", Cabinet = "/Cabinet/Index", Help = "/Help/Index", Remark = "/Help/Remark";

    public static string? To(this IUrlHelper url, string page) => url.Page(page, pageHandler: "", values: new { area = "" });

    /// <summary>Does this entry lead to the page being shown, or to the folder it is in?</summary>
    public static bool Covers(string page, string? shown) =>
        shown is not null && (shown.Equals(page, StringComparison.OrdinalIgnoreCase)
            || page.EndsWith("/Index", StringComparison.OrdinalIgnoreCase) && page.Count(c => c == '/') > 2 && shown.StartsWith(page[..^5], StringComparison.OrdinalIgnoreCase));
}
