using System.Text.Json.Nodes;
using Integral.Content.Profiles;
using Integral.Ui;

namespace Integral.Content.Pages.Admin.Institution;

/// <summary>Where an institution says what visitors read of it: once, for its own site and for those above.</summary>
[Authorize(ContentModule.Profile)]
internal sealed class IndexModel(ProfileDesk desk, Flash flash) : PageModel
{
    [BindProperty] public ProfileForm Form { get; set; } = new();

    public async Task OnGetAsync() => Form = ProfileForm.Of(await desk.OwnAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        await desk.SaveAsync(Form.ToJson(), Form.Seen);
        flash.Good(T.Say("Saved. Visitors read it so from now on."));
        return RedirectToPage();
    }
}

internal sealed class ProfileForm
{
    [Display(Name = "In one sentence", Description = "What a parent should know first. Stands in the list of institutions and in what search engines show."), StringLength(Profile.LongestText)] public string? About { get; set; }
    [Display(Name = "Address", Description = "As on an envelope."), StringLength(Profile.LongestText)] public string? Address { get; set; }
    [Display(Name = "Phone"), StringLength(40)] public string? Phone { get; set; }
    [Display(Name = "E-mail"), StringLength(200), EmailAddress] public string? Email { get; set; }
    [Display(Name = "Working hours", Description = "Such as Monday to Friday, 8:00 to 18:00."), StringLength(Profile.LongestText)] public string? Hours { get; set; }
    [Display(Name = "Head of the institution", Description = "Family name, name, patronymic."), StringLength(200)] public string? Head { get; set; }
    [Display(Name = "Languages of teaching"), StringLength(200)] public string? Languages { get; set; }
    [Display(Name = "Official site", Description = "Where the institution has another site than this: its whole address, such as https://school.example.org."), StringLength(Profile.LongestText)] public string? WebSite { get; set; }
    [Display(Name = "Place on the map", Description = "Two numbers as maps on the internet show them: latitude and longitude, such as 49.9483, 82.6275."), StringLength(60)] public string? Place { get; set; }
    [StringLength(20)] public string? Seen { get; set; }

    public static ProfileForm Of(Profile said) => new()
    {
        About = said.About, Address = said.Address, Phone = said.Phone, Email = said.Email, Hours = said.Hours, Head = said.Head, Languages = said.Languages, WebSite = said.WebSite,
        Place = said.Place is { } place ? Profile.Said(place) : null, Seen = ProfileDesk.VersionOf(said),
    };

    // A place that can't be read goes on as it was typed, so that it is refused by the same rule as elsewhere.
    public JsonObject ToJson()
    {
        var said = new Profile { About = About, Address = Address, Phone = Phone, Email = Email, Hours = Hours, Head = Head, Languages = Languages, WebSite = WebSite?.Trim(), Place = Profile.PlaceOf(Place ?? "") };
        var json = said.ToJson();
        if (said.Place is null && !string.IsNullOrWhiteSpace(Place)) json[nameof(Place)] = Place;
        return json;
    }
}
