using System.Globalization;
using Integral.Content.Media;
using Integral.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Pages.Admin.Media;

/// <summary>The part of a form that shows files of the library to choose one of, the newest first.</summary>
[Authorize(ContentModule.Write)]
internal sealed class ChooseModel(MediaList list, Current current, Texts texts) : PageModel
{
    private const int Most = 24;

    public FieldInput Choice { get; private set; } = null!;
    public IReadOnlyDictionary<string, string> Pictures { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is on each.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; private set; } = new Dictionary<string, string>();

    /// <param name="field">Names the control and the field of the words that are looked for.</param>
    /// <param name="pictures">Only pictures.</param>
    public async Task OnGetAsync(string? field, bool pictures)
    {
        var page = await list.PageAsync(new(null, Request.Query[$"{field}-q"], pictures ? MediaSort.Picture : null, false, null), Most);
        Choice = new($"{field}-one", texts["Files"], "radio") { Items = [.. page.Files.Select(f => new SelectListItem(f.Name, $"{f.Id}"))] };
        Pictures = page.Files.Where(f => f.IsPicture).ToDictionary(f => $"{f.Id}", f => $"{current.Base}/media/{Rendering.BodyWriter.MediaAddress(f.Path)}?w=1");
        Notes = page.Files.ToDictionary(f => $"{f.Id}", f => f.Alternative(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, current.Tenant.Culture));
    }
}
