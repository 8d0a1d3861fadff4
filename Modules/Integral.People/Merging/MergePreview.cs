using Integral.People.Contracts;
using Integral.People.Import;

namespace Integral.People.Merging;

/// <summary>One field of a card on both records, where they differ.</summary>
/// <param name="IsProposed">The record that goes on has nothing there: the other one's is taken unless somebody says otherwise.</param>
internal sealed record CardField(PersonField Field, string? Kept, string? Other, bool IsProposed);

/// <summary>What follows the merged record.</summary>
internal sealed record Followers(Sentence What, int Kept, int Other);

/// <summary>One of two records before they are merged.</summary>
/// <param name="Login">Of its account here; null where there is none.</param>
internal sealed record MergeSide(Person Person, string? Login);

/// <summary>Two records side by side, and what merging them would do.</summary>
/// <param name="Kept">The record that goes on.</param>
/// <param name="Hindrance">Why they can't be merged; null where they can.</param>
internal sealed record MergePreview(MergeSide Kept, MergeSide Other, IReadOnlyList<CardField> Fields, IReadOnlyList<Followers> Follow, IReadOnlyList<Likeness> Because, Sentence? Hindrance);

/// <summary>The fields of a card for which one says whose value wins.</summary>
internal static class Cards
{
    public static readonly IReadOnlyList<PersonField> Fields =
        [PersonField.FamilyName, PersonField.GivenName, PersonField.Patronymic, PersonField.BornOn, PersonField.Code, PersonField.Email, PersonField.Phone];

    public static string? Value(Person person, PersonField field) => field switch
    {
        PersonField.FamilyName => person.FamilyName,
        PersonField.GivenName => person.GivenName is { Length: > 0 } given ? given : null,
        PersonField.Patronymic => person.Patronymic,
        PersonField.BornOn => person.BornOn?.ToString("d", System.Globalization.CultureInfo.CurrentCulture),
        PersonField.Code => person.Code,
        PersonField.Email => person.Email,
        _ => person.Phone,
    };

    public static IReadOnlyList<CardField> Differences(Person kept, Person other) =>
        [.. Fields.Select(f => new CardField(f, Value(kept, f), Value(other, f), Value(kept, f) is null)).Where(f => f.Other is not null && f.Kept != f.Other)];

    /// <exception cref="RuleException">It is no field of a card.</exception>
    public static IReadOnlySet<PersonField> Checked(IEnumerable<PersonField> taken)
    {
        var fields = taken.ToHashSet();
        Rule.Require(fields.IsSubsetOf(Fields), T.Say("Only these can be taken from the other record: {0}.", string.Join(", ", Fields)), "Take");
        return fields;
    }
}
