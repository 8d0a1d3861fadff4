using Integral.Content.ReferenceBooks;

namespace Integral.Content.Pages.Admin.Books;

/// <summary>A name in each language.</summary>
internal abstract class NamesForm
{
    [Display(Name = "Name in Russian"), StringLength(TermNames.Longest)] public string? Ru { get; set; }
    [Display(Name = "Name in Kazakh"), StringLength(TermNames.Longest)] public string? Kk { get; set; }
    [Display(Name = "Name in Ukrainian"), StringLength(TermNames.Longest)] public string? Uk { get; set; }
    [Display(Name = "Name in English"), StringLength(TermNames.Longest)] public string? En { get; set; }

    protected TermNames Names => TermNames.Of(culture => culture switch { "ru" => Ru, "kk" => Kk, "uk" => Uk, _ => En });
    protected void Take(TermNames names) => (Ru, Kk, Uk, En) = (names["ru"], names["kk"], names["uk"], names["en"]);
}

internal sealed class BookForm : NamesForm
{
    [Display(Name = "Code", Description = "By it fields and recipes name the book; it stays. Left empty, it is made of the name."), StringLength(ReferenceBook.LongestCode)] public string? Code { get; set; }
    [Display(Name = "What it is for", Description = "A sentence for those who keep it."), StringLength(ReferenceBook.LongestDescription)] public string? Description { get; set; }
    [Display(Name = "The institutions below get this book", Description = "They choose from it and can't change it.")] public bool IsShared { get; set; }
    [Display(Name = "They may add terms of their own")] public bool MayBeExtended { get; set; } = true;

    /// <summary>The version that was opened.</summary>
    public int? Version { get; set; }

    public BookSaid Said => new(Names, Code) { Description = Description, IsShared = IsShared, MayBeExtended = MayBeExtended };

    public static BookForm Of(ReferenceBook book)
    {
        var form = new BookForm { Code = book.Code, Description = book.Description, IsShared = book.IsShared, MayBeExtended = book.MayBeExtended, Version = book.Version };
        form.Take(book.Called);
        return form;
    }
}

internal sealed class TermForm : NamesForm
{
    [Display(Name = "Code", Description = "Where there is one, such as 01.2: tables are matched by it."), StringLength(ReferenceTerm.LongestCode)] public string? Code { get; set; }
    [Display(Name = "Below"), StringLength(26)] public string? Under { get; set; }
    [Display(Name = "Can be chosen from"), DataType(DataType.Date)] public DateOnly? From { get; set; }
    [Display(Name = "Can be chosen until", Description = "Afterwards it stays where it was chosen, and isn't offered any more."), DataType(DataType.Date)] public DateOnly? To { get; set; }

    /// <summary>The version that was opened.</summary>
    public int? Version { get; set; }

    public TermSaid Said => new(Names) { Code = Code, Under = Under, From = From, To = To };

    public static TermForm Of(ReferenceTerm term, string? under)
    {
        var form = new TermForm { Code = term.Code, Under = under, From = term.ValidFrom, To = term.ValidTo, Version = term.Version };
        form.Take(term.Called);
        return form;
    }
}
