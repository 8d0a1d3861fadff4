using System.Text.RegularExpressions;
using Integral.People.Groups;
using Integral.Platform.Audit;

namespace Integral.People.Contracts;

public enum GroupKind
{
    [Display(Name = "Class")] Class,
    [Display(Name = "Part of a class")] Subgroup,
    [Display(Name = "Training group")] Training,
    [Display(Name = "Club")] Club,
    [Display(Name = "Working group")] Working,
}

/// <summary>
/// People who learn together from one day to another: a class of a school year, a part of it, a group of a programme, a club; or who work together, as a commission. The one group that
/// journal, learning and applications refer to. Who is in it is told by <see cref="Enrolment"/>, for a day.
/// </summary>
[Audited]
public sealed partial class Group
{
    internal const int LongestName = 100, MostSeats = 10_000;

    private Group() { }

    internal Group(GroupKind kind, Guid? partOf) => (Kind, PartOfId) = (kind, partOf);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public GroupKind Kind { get; private init; }

    /// <summary>Of a part of a class: the class.</summary>
    public Guid? PartOfId { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>Sorts by the alphabet of the institution's language, and numbers by their size: 2Б before 10А.</summary>
    public string SortName { get; private set; } = "";
    internal string SearchName { get; private set; } = "";
    public DateOnly FromOn { get; private set; }

    /// <summary>Its last day; null where no end is foreseen.</summary>
    public DateOnly? UntilOn { get; private set; }

    /// <summary>How many may be in it on one day; null for any number.</summary>
    public int? Seats { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>In the bin since; null for one that is there.</summary>
    public DateTime? DeletedAt { get; private set; }
    public Guid? DeletedById { get; private set; }

    public bool IsOn(DateOnly day) => FromOn <= day && (UntilOn is null || day <= UntilOn);

    /// <exception cref="RuleException">It has no name, ends before it begins, or has no such number of seats.</exception>
    internal void Describe(string name, Span days, int? seats, string culture)
    {
        name = name.Trim();
        Rule.Require(name.Length is > 0 and <= LongestName, T.Say("A group needs a name of at most {0} characters.", LongestName), "Name");
        Rule.Require(!name.Any(char.IsControl), "A name can't contain such characters.", "Name");
        Rule.Require(seats is null or >= 1 and <= MostSeats, T.Say("A group has from 1 to {0} seats, or any number.", MostSeats), "Seats");
        (Name, SortName, SearchName, Seats) = (name, NameSort.Key(Padded(name), culture), NameSearch.Key(name), seats);
        (FromOn, UntilOn) = (days.From, days.Until);
        Version++;
    }

    internal void Delete(DateTime at, Guid? by)
    {
        (DeletedAt, DeletedById) = (at, by);
        Version++;
    }

    internal void Restore()
    {
        (DeletedAt, DeletedById) = (null, null);
        Version++;
    }

    // A number stands for itself, whatever its digits: the alphabet knows single signs only.
    private static string Padded(string name) => Numbers().Replace(name, n => n.Value.PadLeft(4, '0'));

    [GeneratedRegex(@"\d{1,4}")] private static partial Regex Numbers();
}
