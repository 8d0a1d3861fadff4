using System.Globalization;
using Integral.Platform.Navigation;
using Integral.Platform.Settings;
using Integral.Ui.Brand;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Ui.Faces;

/// <summary>What the layouts need to know of the request.</summary>
internal sealed class Face(Current current, IHttpContextAccessor accessor, Brands brands, Theme theme, Themes themes)
{
    private BrandSheet? brand;

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Pages for which one must be signed in wear the work face, all others the public one.</summary>
    public string Layout => !current.HasTenant ? "_BareLayout"
        : Http.GetEndpoint()?.Metadata is { } about && about.GetMetadata<IAuthorizeData>() is not null && about.GetMetadata<IAllowAnonymous>() is null && current.Account is not null
            ? "_WorkLayout" : "_PublicLayout";

    /// <summary>The institution's own look; null on pages that belong to none. Kept in memory.</summary>
    public async ValueTask<BrandSheet?> BrandAsync() =>
        current.HasTenant ? brand ??= await brands.OfAsync(current.Tenant, () => Http.RequestServices.GetRequiredService<Db>()) : null;

    /// <summary>Chooses the theme, before the first view is looked for. A page that tells of a failure asks nothing that may fail again.</summary>
    public async ValueTask DressAsync()
    {
        if (Layout == "_BareLayout" || Http.Response.StatusCode >= 500 || await BrandAsync() is not { } worn) return;
        var wanted = Layout == "_WorkLayout" ? worn.Said.WorkTheme ?? worn.Said.SiteTheme : worn.Said.SiteTheme;
        theme.Name = themes.Known(wanted) ?? Themes.Default;
    }

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    public string SiteName => current.HasTenant ? current.Tenant.Name : "Integral";
    public Look Look => Look.Of(Http);

    /// <summary>Here, as an address to come back to.</summary>
    public string Here => Path + Http.Request.QueryString;
    public string Path => InThisLanguage(Http.Request.PathBase + Http.Request.Path);

    /// <summary>The host takes the language out of the address before it routes, so links get it back here.</summary>
    public string InThisLanguage(string path)
    {
        var root = Http.Request.PathBase.Value ?? "";
        return path.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase) ? $"{root}{current.CulturePrefix}{path[root.Length..]}" : path;
    }

    /// <summary>A page for everybody in the language that is being read, also from a page that asks for a sign-in and speaks its reader's.</summary>
    public string InReadersLanguage(string path)
    {
        var root = Http.Request.PathBase.Value ?? "";
        return path.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase) ? $"{root}{(IsOwn(Language) ? "" : $"/{Language}")}{path[root.Length..]}" : path;
    }

    public string Address(string href) => href.StartsWith("~/", StringComparison.Ordinal) ? $"{Http.Request.PathBase}{current.CulturePrefix}{href[1..]}" : href;

    /// <summary>Where one says that something is wrong on the page that is being shown; null where no module asks for that.</summary>
    public string? RemarkHref(IUrlHelper url) =>
        url.To(Places.Remark) is { } page ? $"{InReadersLanguage(page)}{new QueryBuilder { { "from", Here } }}" : null;

    public string LookHref(string set) => $"{Http.Request.PathBase}/look{new QueryBuilder { { "set", set }, { "return", Here } }}";

    /// <summary>The same page in each language; the institution's own has no prefix.</summary>
    public IEnumerable<Language> Languages => Ui.Faces.Language.All.Select(language => language with { Href = InLanguage(language.Code), IsCurrent = language.Code == Language });

    /// <summary>Says of an entry of a menu that it is the page that is shown, or that this one is below it.</summary>
    public string? Mark(PublicLink link) => link.Href == Path ? "page" : link.Below.Any(b => b.Href == Path) ? "true" : null;

    /// <summary>Where the search box leads; null where there is none.</summary>
    public string? Search => current.HasTenant ? Http.RequestServices.GetService<IPublicLinks>()?.Search : null;

    public async ValueTask<IReadOnlyList<PublicLink>> LinksAsync() =>
        Http.RequestServices.GetService<IPublicLinks>() is { } links ? await links.LinksAsync() : [];

    public async ValueTask<IReadOnlyList<PublicLink>> FootAsync() =>
        Http.RequestServices.GetService<IPublicLinks>() is { } links ? await links.FootAsync() : [];

    /// <summary>One or two letters that stand for a name: «Гимназия Абая» gives «ГА», «School No. 12» gives «S12».</summary>
    public static string Initials(string name)
    {
        var words = name.Split([' ', '-', '«', '»', '"', '№', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return "";
        var first = words[0][..1].ToUpper(CultureInfo.CurrentCulture);
        if (words.FirstOrDefault(word => word.Length <= 3 && word.All(char.IsAsciiDigit)) is { } number && words.Length > 1) return first + number;
        return words.Length == 1 ? first : first + words[1][..1].ToUpper(CultureInfo.CurrentCulture);
    }

    private string InLanguage(string code)
    {
        var root = Http.Request.PathBase.Value ?? "";
        var path = Http.Request.Path.Value ?? "/";
        return $"{root}{(IsOwn(code) ? "" : $"/{code}")}{path}{Http.Request.QueryString}";
    }

    private bool IsOwn(string code) => current.HasTenant && current.Tenant.Culture.StartsWith(code, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A language of the interface, called as its speakers call it.</summary>
internal sealed record Language(string Code, string Name, string Href = "", bool IsCurrent = false)
{
    public static IReadOnlyList<Language> All { get; } = [new("ru", "Русский"), new("kk", "Қазақша"), new("uk", "Українська"), new("en", "English")];
}
