using Integral.People.Contracts;
using Integral.People.Photos;
using Integral.Ui;
using Microsoft.AspNetCore.Http;

namespace Integral.People.Pages.Admin.People;

/// <summary>A person's photo: another one in its place, or none.</summary>
[Authorize(PeopleModule.Manage), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
internal sealed class PhotoModel(Members members, PhotoDesk photos, Flash flash) : PageModel
{
    private const int LargestForm = PhotoDesk.Largest + (1 << 20);

    [BindProperty] public PhotoForm Form { get; set; } = new();
    public Person Person { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Person = await FindAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        Person = await FindAsync(id);
        if (!ModelState.IsValid) return Page();
        await using var content = Form.Photo!.OpenReadStream();
        await photos.PutAsync(Person, content, HttpContext.RequestAborted);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        ModelState.Clear();
        await photos.RemoveAsync(Person = await FindAsync(id));
        flash.Good(T.Say("The photo is gone."));
        return RedirectToPage("Show", new { id });
    }

    private async Task<Person> FindAsync(Guid id) => (await members.FindAsync(id)).Person ?? throw new NotFoundException();
}

internal sealed class PhotoForm
{
    [Display(Name = "Photo", Description = "JPEG, PNG or WebP, up to 5 MB."), Required] public IFormFile? Photo { get; set; }
}
