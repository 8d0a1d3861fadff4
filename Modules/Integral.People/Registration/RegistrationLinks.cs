using System.Globalization;

namespace Integral.People.Registration;

/// <summary>
/// Codes for the links in letters. They hold what was typed, signed and encrypted: of whoever never opens the letter nothing is kept, and no password is chosen
/// before it was opened, so nobody prepares an account for somebody else.
/// </summary>
internal sealed class RegistrationLinks(SignedLinks links, Current current)
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(1);

    private const string Purpose = "registration";

    public string Make(RegistrationAsked asked) => links.Make(Purpose, Valid, $"{current.Tenant.Id}", asked.Who.FamilyName, asked.Who.GivenName, asked.Who.Patronymic ?? "",
        asked.Who.BornOn!.Value.ToString("O", CultureInfo.InvariantCulture), asked.Who.Email!, asked.Culture, asked.Return ?? "");

    /// <returns>Null for a code that is damaged, too old or another institution's.</returns>
    public RegistrationAsked? Read(string code)
    {
        if (links.Read(Purpose, code) is not [var here, var family, var given, var patronymic, var born, var email, var culture, var back] || here != $"{current.Tenant.Id}") return null;
        return new(new(family, given, Said(patronymic), DateOnly.ParseExact(born, "O", CultureInfo.InvariantCulture), email, null), culture, Said(back));
    }

    private static string? Said(string text) => text.Length == 0 ? null : text;
}
