using Integral.People.Contracts;

namespace Integral.Applications;

/// <summary>What holds of each row of a list, whoever sends it.</summary>
internal static class ListRows
{
    /// <summary>Its rows, those refused of which nothing can be made.</summary>
    public static List<TabledPerson> Checked(PeopleTable table)
    {
        var rows = new List<TabledPerson>();
        var lines = new Dictionary<string, int>();
        foreach (var row in table.Rows)
        {
            if (row.Trouble is not null) rows.Add(row);
            else if (row.Person.BornOn is null) rows.Add(row.Refused(T.Say("Write the date of birth."), PersonColumn.BornOn));
            else if (!lines.TryAdd(Application.ClaimOf(row.Person), row.Line)) rows.Add(row.Refused(T.Say("The same person stands in line {0} already.", lines[Application.ClaimOf(row.Person)])));
            else rows.Add(row);
        }
        return rows;
    }
}
