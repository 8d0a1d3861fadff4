using Integral.Platform.Registers;
using Integral.Platform.Sheets;
using Integral.Ui.Sheets;

namespace Integral.Administration.Pages.Admin.Tenants;

/// <summary>How a register is to be read and where its institutions are to stand.</summary>
internal sealed class RegisterForm
{
    private const int MostWords = 20;

    [Display(Name = "Recipe of each institution"), Required, StringLength(60)] public string Recipe { get; set; } = "school";
    [Display(Name = "Stand below")] public Guid ParentId { get; set; }
    [Display(Name = "Each under its governing body, which is made too")] public bool Tree { get; set; }
    [Display(Name = "The one below which they stand is", Description = "Its institutions then stand directly below it."), StringLength(300)] public string? RootBody { get; set; }
    public List<ColumnForm> Columns { get; set; } = [];
    public List<WordForm> Words { get; set; } = [];

    public static RegisterForm Of(RegisterColumns columns, Tenant parent, bool hasBodies) => new()
    {
        ParentId = parent.Id, Tree = hasBodies, Columns = ColumnForm.Of(columns),
    };

    /// <exception cref="RuleException">The file has no such heading.</exception>
    public void Correct(RegisterColumns columns)
    {
        ColumnForm.Correct(Columns, columns);
        foreach (var word in Words)
            if (word.Meaning is { } meaning) columns.Correct(word.Word, meaning);
    }

    public void Show(Sheet sheet, RegisterColumns columns, Texts texts) => ColumnForm.Show(Columns, columns, sheet, texts);

    /// <summary>Asks for the words of status that nobody knows, and shows those that were explained.</summary>
    public void Ask(Sheet sheet, RegisterColumns columns)
    {
        var at = columns.At(RegisterField.Status);
        var unknown = sheet.Rows.Select(r => r[at]).Where(w => columns.StatusOf(w) is null);
        var words = unknown.Concat(columns.Statuses.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords);
        Words = [.. words.Select(w => new WordForm { Word = w, Meaning = columns.Statuses.TryGetValue(w, out var said) ? said : null })];
    }
}

internal sealed class WordForm
{
    [StringLength(1000)] public string Word { get; set; } = "";
    public RegisterStatus? Meaning { get; set; }
}
