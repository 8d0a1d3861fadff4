using System.Globalization;
using Integral.Platform.Sheets;

namespace Integral.People.Import;

/// <summary>One person as a table names them. What the table doesn't say is null, and never changes anything.</summary>
/// <param name="Line">Where it stands in the file, counted from 1.</param>
internal sealed record PersonRow(int Line)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "yyyy/M/d", "yyyy.M.d", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "d.M.yyyy H:mm:ss"];

    public string? Code { get; private init; }
    public string? Family { get; private init; }
    public string? Given { get; private init; }
    public string? Patronymic { get; private init; }
    public DateOnly? BornOn { get; private init; }
    public string? Login { get; private init; }
    public string? Email { get; private init; }
    public string? Phone { get; private init; }
    public IReadOnlyList<string>? Roles { get; private init; }
    public Reach? Reach { get; private init; }
    public DateOnly? FromOn { get; private init; }
    public DateOnly? UntilOn { get; private init; }

    /// <summary>Why nothing may be made of it; null for a good row.</summary>
    public RuleException? Trouble { get; private init; }

    public PersonRow WithoutCode() => this with { Code = null };

    public bool HasName => Family is not null || Given is not null || Patronymic is not null;

    /// <summary>How a reader finds the row again.</summary>
    public string Name => HasName ? new PersonName(Family ?? "", Given ?? "", Patronymic).ToString() : Login ?? Code ?? Email ?? "–";

    /// <summary>The row's name over the one that somebody has.</summary>
    public PersonName NameOver(PersonName? present) => new PersonName(Family ?? present?.Family ?? "", Given ?? present?.Given ?? "", Patronymic ?? present?.Patronymic).Checked();

    public static PersonRow Of(SheetRow row, PersonColumns columns, RoleReading roles, DateOnly today)
    {
        string? Cell(PersonField field) => SafeCell.Plain(row[columns.At(field)]).Trim() is { Length: > 0 } text ? text : null;
        var full = Cell(PersonField.FullName) is { } name ? PersonName.Parse(name) : null;
        var read = new PersonRow(row.Line)
        {
            Family = Cell(PersonField.FamilyName) ?? Said(full?.Family), Given = Cell(PersonField.GivenName) ?? Said(full?.Given), Patronymic = Cell(PersonField.Patronymic) ?? Said(full?.Patronymic),
            Trouble = row.Trouble is { } torn ? new RuleException(torn) : null,
        };
        if (row.Trouble is not null) return read;
        try
        {
            return read with
            {
                Code = PersonCode.Checked(Cell(PersonField.Code)), BornOn = Birth.Checked(Day(Cell(PersonField.BornOn), PersonField.BornOn), today),
                Login = Cell(PersonField.Login) is { } login ? Logins.Chosen(login) : null, Email = Contacts.Email(Cell(PersonField.Email)), Phone = Contacts.Phone(Cell(PersonField.Phone)),
                Roles = roles.Roles(Cell(PersonField.Roles) ?? ""), Reach = roles.ReachOf(Cell(PersonField.Reach) ?? ""),
                FromOn = Day(Cell(PersonField.FromOn), PersonField.FromOn), UntilOn = Day(Cell(PersonField.UntilOn), PersonField.UntilOn),
            };
        }
        catch (RuleException rule) { return read with { Trouble = rule }; }
    }

    public static bool IsDay(string cell) => DateTime.TryParseExact(cell, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // The American order of days and months can't be told from ours, so it isn't read.
    /// <exception cref="RuleException">It is none.</exception>
    public static DateOnly? Day(string? cell, PersonField field)
    {
        if (cell is null) return null;
        if (DateTime.TryParseExact(cell, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return DateOnly.FromDateTime(day);
        throw new RuleException(T.Say("'{0}' isn't a day ({1}). Write it as 2016-09-01 or 01.09.2016.", cell, field.Word()), $"{field}");
    }

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
