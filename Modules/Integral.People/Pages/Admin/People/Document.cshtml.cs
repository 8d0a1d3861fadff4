using Integral.People.Contracts;
using Integral.People.Documents;
using Integral.Ui;
using Microsoft.AspNetCore.Http;

namespace Integral.People.Pages.Admin.People;

/// <summary>A document of a person; without one a new one.</summary>
[Authorize(PeopleModule.ManageDocuments), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
internal sealed class DocumentModel(Members members, DocumentBook book, DocumentDesk desk, Flash flash) : PageModel
{
    private const int LargestForm = DocumentDesk.Largest + (1 << 20);

    [BindProperty] public DocumentForm Form { get; set; } = new();
    public Person Person { get; private set; } = null!;
    public PersonDocument? Document { get; private set; }

    public async Task OnGetAsync(Guid id, Guid? document)
    {
        await OpenAsync(id, document);
        if (Document is { } there) Form = new() { Kind = there.Kind, Series = there.Series, Number = there.DocumentNumber, IssuedBy = there.IssuedBy, IssuedOn = there.IssuedOn, ValidUntil = there.ValidUntil, Version = there.Version };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? document)
    {
        await OpenAsync(id, document);
        if (!ModelState.IsValid) return Page();
        await using var content = Form.File?.OpenReadStream();
        var file = content is null ? null : new SentDocument(Form.File!.FileName, content);
        if (Document is { } there)
        {
            if (there.Version != Form.Version) throw new DbUpdateConcurrencyException();
            await desk.ChangeAsync(there, Form.ToWords(), file, HttpContext.RequestAborted);
        }
        else await desk.AddAsync(Person.Id, Form.ToWords(), file, HttpContext.RequestAborted);
        flash.Good(T.Say("Saved."));
        return RedirectToPage("Show", new { id, document = null as Guid? });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid document)
    {
        ModelState.Clear();
        await OpenAsync(id, document);
        await desk.RemoveAsync(Document!);
        flash.Good(T.Say("The document is gone."));
        return RedirectToPage("Show", new { id, document = null as Guid? });
    }

    private async Task OpenAsync(Guid id, Guid? document)
    {
        Person = (await members.FindAsync(id)).Person ?? throw new NotFoundException();
        if (document is { } known) Document = await book.FindAsync(known, Person.Id);
    }
}

internal sealed class DocumentForm
{
    [Display(Name = "Kind of document")] public PersonDocumentKind Kind { get; set; }
    [Display(Name = "Series"), StringLength(PersonDocument.LongestSeries)] public string? Series { get; set; }
    [Display(Name = "Number of the document"), Required, StringLength(PersonDocument.LongestNumber)] public string Number { get; set; } = "";
    [Display(Name = "Issued by"), StringLength(PersonDocument.LongestIssuer)] public string? IssuedBy { get; set; }
    [Display(Name = "Issued on"), DataType(DataType.Date)] public DateOnly? IssuedOn { get; set; }
    [Display(Name = "Valid until", Description = "Empty if no end is foreseen."), DataType(DataType.Date)] public DateOnly? ValidUntil { get; set; }
    [Display(Name = "File", Description = "PDF, picture or document, up to 10 MB. A new one takes the place of the one there is.")] public IFormFile? File { get; set; }
    public int Version { get; set; }

    public DocumentWords ToWords() => new(Kind, Series, Number, IssuedBy, IssuedOn, ValidUntil);
}
