using Integral.People.Contracts;

namespace Integral.People.Merging;

/// <summary>Why two records may be one person.</summary>
internal enum Likeness
{
    [Display(Name = "Same name and date of birth")] NameAndBirth,
    [Display(Name = "Same code")] Code,
    [Display(Name = "Same e-mail")] Email,
    [Display(Name = "Same phone")] Phone,
}

internal static class Likenesses
{
    /// <summary>None for people who were born on different days: a mother and her child share a phone.</summary>
    public static IReadOnlyList<Likeness> Between(Person one, Person other)
    {
        if (one.BornOn is { } a && other.BornOn is { } b && a != b) return [];
        var found = new List<Likeness>();
        if (one.BornOn is not null && other.BornOn is not null && one.NameKey == other.NameKey) found.Add(Likeness.NameAndBirth);
        if (one.CodeKey is not null && one.CodeKey == other.CodeKey) found.Add(Likeness.Code);
        if (one.EmailKey is not null && one.EmailKey == other.EmailKey) found.Add(Likeness.Email);
        if (one.PhoneKey is not null && one.PhoneKey == other.PhoneKey) found.Add(Likeness.Phone);
        return found;
    }
}
