using Integral.Platform.Registers;
using Integral.Platform.Sheets;

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
        ParentId = parent.Id, Tree = hasBodies, Columns = [.. Enum.GetValues<RegisterField>().Select(f => new ColumnForm { Field = f, Heading = columns.HeadingOf(f) })],
    };

    /// <exception cref="RuleException">The file has no such heading.</exception>
    public void Correct(RegisterColumns columns)
    {
        foreach (var column in Columns.DistinctBy(c => c.Field)) columns.Correct(column.Field, column.Heading ?? "");
        foreach (var word in Words)
            if (word.Meaning is { } meaning) columns.Correct(word.Word, meaning);
    }

    /// <summary>Asks for the words of status that nobody knows, and shows those that were explained.</summary>
    public void Ask(Sheet sheet, RegisterColumns columns)
    {
        var at = columns.At(RegisterField.Status);
        var unknown = sheet.Rows.Select(r => r[at]).Where(w => columns.StatusOf(w) is null);
        var words = unknown.Concat(columns.Statuses.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords);
        Words = [.. words.Select(w => new WordForm { Word = w, Meaning = columns.Statuses.TryGetValue(w, out var said) ? said : null })];
    }
}

internal sealed class ColumnForm
{
    public RegisterField Field { get; set; }
    [StringLength(1000)] public string? Heading { get; set; }
}

internal sealed class WordForm
{
    [StringLength(1000)] public string Word { get; set; } = "";
    public RegisterStatus? Meaning { get; set; }
}
