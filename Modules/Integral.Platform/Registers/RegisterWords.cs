using System.ComponentModel.DataAnnotations;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Registers;

/// <summary>Whether an institution works, as a register says it.</summary>
public enum RegisterStatus
{
    [Display(Name = "Works")] Working,
    [Display(Name = "Doesn't work for the time being")] Suspended,
    [Display(Name = "Is closed")] Closed,
}

/// <summary>The words by which registers say whether an institution works and what kind it is.</summary>
internal static class RegisterWords
{
    private static readonly string[] Kindergarten =
        ["дошкіль", "дитячий садок", "дитсадок", "ясла", "детский сад", "дошкольн", "доу", "балабақша", "бөбекжай", "мектепке дейінгі", "kindergarten", "nursery", "preschool", "pre-school"];

    private static readonly string[] Centre = ["центр", "centre", "center", "орталы"];

    // Beginnings of words. Suspended first: 'временно не работает' isn't closed, and 'тимчасово не працює' isn't working.
    private static readonly (RegisterStatus Status, string[] Beginnings)[] Statuses =
    [
        (RegisterStatus.Suspended,
        [
            "призупинен", "тимчасово", "зупинен", "приостановлен", "временно", "уақытша", "тоқтатыла тұр", "suspended", "temporarily", "inactive", "on hold", "paused",
        ]),
        (RegisterStatus.Closed,
        [
            "ліквідован", "реорганізован", "припинен", "закрит", "у стані припинення", "в стані припинення", "недіюч", "ликвидирован", "реорганизован", "прекра", "закрыт", "недейств", "исключен", "упразднен",
            "жабыл", "таратыл", "қайта ұйымдастырыл", "тоқтатыл", "closed", "liquidated", "reorgani", "dissolved", "merged", "terminated", "ceased", "abolished",
        ]),
        (RegisterStatus.Working,
        [
            "працю", "діє", "діюч", "функціону", "відкрит", "чинн", "работает", "действу", "функционир", "открыт", "жұмыс істе", "әрекет ет", "ашық", "белсенді", "working", "active", "open", "operational", "operating", "functioning", "current",
        ]),
    ];

    /// <returns>Null for a word that isn't known: nobody guesses whether a school is to have a site.</returns>
    public static RegisterStatus? StatusOf(string word)
    {
        var plain = word.Trim().ToLowerInvariant().Replace('ё', 'е');
        return plain.Length == 0 ? RegisterStatus.Working
            : Statuses.Where(s => s.Beginnings.Any(b => plain.StartsWith(b, StringComparison.Ordinal))).Select(s => (RegisterStatus?)s.Status).FirstOrDefault();
    }

    public static TenantKind KindOf(string kind)
    {
        var plain = kind.ToLowerInvariant();
        return Kindergarten.Any(plain.Contains) ? TenantKind.Kindergarten : Centre.Any(plain.Contains) ? TenantKind.Centre : TenantKind.School;
    }

    /// <summary>A district's office governs a district; whatever else governs is an authority.</summary>
    public static TenantKind KindOfBody(string body)
    {
        var plain = body.ToLowerInvariant();
        return plain.Contains("район") || plain.Contains("аудан") || plain.Contains("district") ? TenantKind.District : TenantKind.Authority;
    }
}
