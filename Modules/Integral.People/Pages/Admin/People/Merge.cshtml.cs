using Integral.People.Import;
using Integral.People.Merging;
using Integral.Ui;

namespace Integral.People.Pages.Admin.People;

/// <summary>Two records side by side: whose values win, what follows, or that they are two people after all.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class MergeModel(MergeBook book, PersonMerging merging, TellingApart telling, Flash flash) : PageModel
{
    [BindProperty] public MergeForm Form { get; set; } = new();
    public MergePreview Preview { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, Guid other)
    {
        Preview = await book.PreviewAsync(id, other);
        Form = new() { Take = [.. Preview.Fields.Where(f => f.IsProposed).Select(f => f.Field)], Version = Preview.Kept.Person.Version, OtherVersion = Preview.Other.Person.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid other)
    {
        Preview = await book.PreviewAsync(id, other);
        if (!ModelState.IsValid) return Page();
        var set = await merging.MergeAsync(new(id, other, Form.Take, (Form.Version, Form.OtherVersion)));
        flash.Good(T.Say("Merged: {0} is one record now.", Preview.Kept.Person.FullName), Url.Page("/Admin/Changes/Undo", new { id = set, other = null as Guid? }));
        return RedirectToPage("Show", new { id, other = null as Guid? });
    }

    public async Task<IActionResult> OnPostApartAsync(Guid id, Guid other)
    {
        Preview = await book.PreviewAsync(id, other);
        await telling.TellAsync(id, other);
        flash.Good(T.Say("Remembered: they are different people."), Url.Page("Merge", "Together", new { id, other }));
        return RedirectToPage("Duplicates", new { id = null as Guid?, other = null as Guid? });
    }

    public async Task<IActionResult> OnPostTogetherAsync(Guid id, Guid other)
    {
        Preview = await book.PreviewAsync(id, other);
        await telling.TakeBackAsync(id, other);
        return RedirectToPage("Merge", new { id, other });
    }
}

internal sealed class MergeForm
{
    public List<PersonField> Take { get; set; } = [];
    public int Version { get; set; }
    public int OtherVersion { get; set; }
}
