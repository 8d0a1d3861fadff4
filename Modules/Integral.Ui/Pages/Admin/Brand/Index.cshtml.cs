using System.Reflection;
using Integral.Platform.Settings;
using Integral.Ui.Brand;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Ui.Pages.Admin.Brand;

/// <summary>Where an institution chooses its colours, logo and fonts, and sees at once what they give.</summary>
[Authorize(UiModule.ManageBrand), RequestSizeLimit(4 << 20)]
internal sealed class IndexModel(BrandChanges changes, Brands brands, Current current, Catalogue catalogue, Themes themes, Flash flash) : PageModel
{
    [BindProperty] public BrandForm Form { get; set; } = new();

    public BrandSettings Own { get; private set; } = BrandSettings.None;
    public BrandSettings Above { get; private set; } = BrandSettings.None;

    /// <summary>What the pages would look like with what stands in the form.</summary>
    public BrandSettings Shown => Form.Said(Own).Over(Above);
    public string? AboveName => current.Tenant.ParentId is { } id ? catalogue.Of(id)?.Name : null;
    public bool HasBelow => catalogue.Children(current.Tenant).Count > 0;

    /// <summary>Only where there is something to choose.</summary>
    public IReadOnlyList<SelectListItem> Themes => themes.Names.Count > 1 ? [.. themes.Names.Select(n => new SelectListItem(n, n))] : [];

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Form = BrandForm.Of(Own, themes.Known(Own.SiteTheme ?? Above.SiteTheme) ?? Platform.Settings.Themes.Default);
    }

    /// <summary>The preview alone, for what is being tried out: nothing is saved.</summary>
    public async Task<IActionResult> OnGetPreviewAsync(BrandForm form)
    {
        await ReadAsync();
        Form = form;
        return Partial("_Preview", this);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!ModelState.IsValid) return Page();
        await changes.SaveAsync(Form.Wanted(await BytesAsync(Form.Logo), themes.Names.Count > 1));
        flash.Good(T.Say("Saved. Pages look so from now on."));
        return RedirectToPage();
    }

    private async Task ReadAsync()
    {
        Own = await changes.OwnAsync();
        (Above, _) = await brands.AboveAsync(current.Tenant);
    }

    private static async Task<byte[]?> BytesAsync(IFormFile? file)
    {
        if (file is null) return null;
        Rule.Require(file.Length <= Integral.Ui.Brand.Logo.Largest, T.Say("The picture is larger than {0} KB.", Integral.Ui.Brand.Logo.Largest >> 10), "Logo");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}

internal sealed class BrandForm
{
    [Display(Name = "Main colour", Description = "Of the banner, buttons and links, as in your brand book: #0f5a6b."), StringLength(7)] public string? Main { get; set; }
    [Display(Name = "Accent colour", Description = "Of thin lines and small signs."), StringLength(7)] public string? Accent { get; set; }
    [Display(Name = "Name beside the logo", Description = "Stands beside the logo where the full name is too long."), StringLength(BrandSettings.LongestName)] public string? ShortName { get; set; }
    [Display(Name = "Corners")] public Shape? Shape { get; set; }
    [Display(Name = "Font")] public Font? Font { get; set; }
    [Display(Name = "Logo", Description = "PNG, JPEG or WebP, up to 256 KB. Best on a transparent ground, at least 200 points high.")] public IFormFile? Logo { get; set; }
    [Display(Name = "Take the logo away")] public bool WithoutLogo { get; set; }
    [Display(Name = "Theme"), StringLength(60)] public string? Theme { get; set; }
    [StringLength(20)] public string? Seen { get; set; }

    public static BrandForm Of(BrandSettings own, string theme) => new()
    {
        Main = own.Main?.ToString(), Accent = own.Accent?.ToString(), ShortName = own.ShortName, Shape = own.Shape, Font = own.Font, Theme = theme, Seen = BrandChanges.VersionOf(own),
    };

    /// <summary>The words of a choice, with one for saying nothing.</summary>
    public static IEnumerable<SelectListItem> Choices<TWord>(string nothing, Texts texts) where TWord : struct, Enum =>
        Enum.GetNames<TWord>().Select(n => new SelectListItem(texts[typeof(TWord).GetField(n)!.GetCustomAttribute<DisplayAttribute>()!.Name!], n)).Prepend(new(nothing, ""));

    public WantedBrand Wanted(byte[]? logo, bool hasThemes) => new(Main, Accent, ShortName, Shape, Font, Seen) { Logo = logo, WithoutLogo = WithoutLogo, Theme = hasThemes ? Theme : null };

    /// <summary>What stands in the form as it would be stored; a colour still being typed counts as none.</summary>
    public BrandSettings Said(BrandSettings own) => own with
    {
        Main = Colour.TryParse(Main, out var main) ? main : null, Accent = Colour.TryParse(Accent, out var accent) ? accent : null, ShortName = ShortName, Shape = Shape, Font = Font,
    };
}
