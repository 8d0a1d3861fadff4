using System.Text.Json.Serialization;

namespace Integral.People.Import;

/// <summary>What a table of people is imported with.</summary>
/// <param name="Roles">For rows that say none, of people who have no account here; without any they get none.</param>
/// <param name="EmailIsLogin">New accounts of rows with an e-mail and without a login sign in with the e-mail.</param>
/// <param name="Source">Where the table came from, for the list of what can be undone.</param>
/// <param name="Run">The <see cref="ImportRun"/> that was opened for it, where somebody is to be able to cancel it.</param>
internal sealed record ImportOptions(IReadOnlyList<string> Roles, bool EmailIsLogin = false, bool IsDryRun = false, string Source = "–", Guid? Run = null);

/// <summary>What became of a table of people, row by row.</summary>
internal sealed class ImportReport
{
    /// <summary>Rows on a page; the refused ones come first.</summary>
    public const int Shown = 300;

    /// <summary>As they were worked on.</summary>
    public List<RowRemark> Remarks { get; init; } = [];

    /// <summary>In the order of the file.</summary>
    [JsonIgnore] public IEnumerable<RowRemark> Rows => Remarks.OrderBy(r => r.Line);
    public int Added => Count(RowFate.Added);
    public int Changed => Count(RowFate.Changed);
    public int Left => Count(RowFate.Left);
    public int Refused => Count(RowFate.Refused);

    /// <summary>By which all of it can be undone for a day; null where nothing was changed.</summary>
    public Guid? ChangeSetId { get; set; }

    /// <summary>First passwords of the accounts that were made, in the order of the file; kept for an hour, encrypted.</summary>
    public List<Slip> Slips { get; init; } = [];

    [JsonIgnore] public Sentence Summary => T.Say("People added: {0}. Changed: {1}. Without a change: {2}. Refused: {3}.", Added, Changed, Left, Refused);

    public void Add(RowPlan plan) => Remarks.Add(new(plan.Row.Line, plan.Row.Name, plan.Fate, plan.Says));

    /// <param name="column">The heading under which the fault stands; null where it is the row's as a whole.</param>
    public void Refuse(PersonRow row, string? column, Sentence why) => Remarks.Add(new(row.Line, row.Name, RowFate.Refused, why) { Column = column });

    private int Count(RowFate fate) => Remarks.Count(r => r.Fate == fate);
}
