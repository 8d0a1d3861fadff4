using System.Text.RegularExpressions;

namespace Integral.People.Organisations;

/// <summary>The numbers by which the tax office knows an organisation, each with the check digit of its country.</summary>
internal static partial class TaxNumbers
{
    public const int Longest = 30;

    /// <returns>Digits only, where the country has digits; null where nothing is given.</returns>
    /// <exception cref="RuleException">There is no such number.</exception>
    public static string? Checked(OrganisationCountry country, string? text)
    {
        if (Line.Of(text, Longest, "TaxNumber") is not { } number) return null;
        if (country == OrganisationCountry.Other) return number;
        number = Apart().Replace(number, "");
        var (isWritten, isRight) = country switch
        {
            OrganisationCountry.Kazakhstan => (IsDigits(number, 12), IsKazakh),
            OrganisationCountry.Russia => (IsDigits(number, 10) || IsDigits(number, 12), IsRussian),
            _ => (IsDigits(number, 8), (Func<string, bool>)IsUkrainian),
        };
        Rule.Require(isWritten, country switch
        {
            OrganisationCountry.Kazakhstan => T.Say("A BIN or IIN has 12 digits."),
            OrganisationCountry.Russia => T.Say("An INN has 10 digits, of a person in business 12."),
            _ => T.Say("An EDRPOU code has 8 digits."),
        }, "TaxNumber");
        Rule.Require(isRight(number), "There is a slip in this number: its check digit would be another.", "TaxNumber");
        return number;
    }

    /// <returns>Empty where nothing is given.</returns>
    /// <exception cref="RuleException">There is no such code.</exception>
    public static string CheckedKpp(OrganisationCountry country, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        Rule.Require(country == OrganisationCountry.Russia, "Only an organisation in Russia has a KPP.", "Kpp");
        var code = Apart().Replace(text.Trim().ToUpperInvariant(), "");
        Rule.Require(Kpp().IsMatch(code), "A KPP has 9 characters, such as 770101001.", "Kpp");
        return code;
    }

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);

    // The second row of weights only where the first leaves ten.
    private static bool IsKazakh(string number)
    {
        var check = Sum(number, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
        if (check == 10) check = Sum(number, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
        return check < 10 && check == number[11] - '0';
    }

    private static bool IsRussian(string number) => number.Length == 10
        ? Sum(number, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == number[9] - '0'
        : Sum(number, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == number[10] - '0' && Sum(number, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == number[11] - '0';

    // Codes between thirty and sixty million have weights of their own, and both rows are raised by two where they leave ten.
    private static bool IsUkrainian(string number)
    {
        int[] weights = int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) is >= 30_000_000 and <= 60_000_000 ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
        var check = Sum(number, weights) % 11;
        if (check == 10) check = Sum(number, [.. weights.Select(w => w + 2)]) % 11 % 10;
        return check == number[7] - '0';
    }

    private static int Sum(string number, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var n = 0; n < weights.Length; n++) sum += weights[n] * (number[n] - '0');
        return sum;
    }

    [GeneratedRegex(@"[\s-]")] private static partial Regex Apart();
    [GeneratedRegex(@"^\d{4}[\dA-Z]{2}\d{3}\z")] private static partial Regex Kpp();
}
