using System.Text;

namespace Integral.Platform.Registers;

/// <summary>
/// Which heading means what, in the four languages. A heading fits a field when it is one of its phrases, or begins with one, or has one in it;
/// the better fit wins, and of equal ones the column further to the left.
/// </summary>
internal static class RegisterHeadings
{
    private const int Same = 1000, Begins = 500, Within = 100;

    // From state registers: Ukraine's (ЄДЕБО), Russia's, Kazakhstan's (НОБД), England's and the United States', and how offices name their own tables.
    private static readonly Dictionary<RegisterField, string[]> Phrases = new()
    {
        [RegisterField.Code] =
        [
            "код в єдебо", "код закладу", "ідентифікатор закладу", "код оо", "код организации", "код учреждения", "идентификатор организации", "код школы", "ұйым коды", "мекеме коды", "код", "коды",
            "urn", "school id", "school code", "institution code", "establishment number", "ncessch", "id", "code", "код єдрпоу", "єдрпоу", "инн", "огрн", "бсн", "бин", "идентификатор", "ідентифікатор", "номер",
        ],
        [RegisterField.Name] =
        [
            "повна назва", "повне найменування", "полное наименование", "полное название", "толық атауы", "full name", "official name", "назва закладу", "найменування закладу", "наименование организации",
            "наименование учреждения", "наименование оо", "название школы", "название организации", "ұйым атауы", "мекеме атауы", "ұйымның атауы", "мекеменің атауы", "establishment name", "institution name", "school name",
            "sch name", "name of school", "name of institution", "назва", "найменування", "наименование", "название", "атауы", "name", "title", "школа", "заклад", "учреждение", "организация", "мекеме", "school", "institution",
        ],
        [RegisterField.ShortName] =
        [
            "скорочена назва", "скорочене найменування", "коротка назва", "краткое наименование", "сокращенное наименование", "краткое название", "сокращенное название", "қысқаша атауы", "қысқартылған атауы",
            "short name", "abbreviated name", "abbreviation", "скорочення", "сокращение", "аббревиатура",
        ],
        [RegisterField.Kind] =
        [
            "тип закладу", "вид закладу", "тип организации", "тип учреждения", "тип оо", "вид организации", "вид учреждения", "тип школы", "ұйым түрі", "мекеме түрі", "түрі", "type of establishment",
            "establishment type", "school type", "institution type", "тип", "вид", "kind", "type",
        ],
        [RegisterField.Status] =
        [
            "статус закладу", "статус организации", "статус учреждения", "стан закладу", "стан", "статус", "состояние", "мәртебесі", "мәртебе", "күйі", "жағдайы", "establishment status", "school status", "operational status", "status", "state of work",
        ],
        [RegisterField.Body] =
        [
            "найменування органу до сфери управління якого належить заклад освіти", "орган управління", "управлінський орган", "засновник", "орган управления образованием", "орган управления", "вышестоящая организация",
            "вышестоящий орган", "учредитель", "басқару органы", "басқарма органы", "білім бөлімі", "құрылтайшы", "құрылтайшысы", "governing body", "governing authority", "local authority", "education authority", "managing authority", "authority",
            "school district", "district name", "la name", "lea name", "founder", "ведомство", "муниципалитет", "муниципальное образование", "район", "аудан", "municipality",
        ],
        [RegisterField.Address] =
        [
            "місцезнаходження юридична адреса", "юридична адреса", "поштова адреса", "місцезнаходження", "адреса", "юридический адрес", "почтовый адрес", "фактический адрес", "местонахождение", "адрес", "заңды мекенжайы", "мекенжайы",
            "мекенжай", "орналасқан жері", "postal address", "street address", "address", "street", "lstreet1",
        ],
        [RegisterField.Locality] =
        [
            "населений пункт", "місто", "населенный пункт", "город", "елді мекен", "қала", "locality", "town", "city", "lcity", "settlement",
        ],
        [RegisterField.Site] =
        [
            "веб сайт", "вебсайт", "адреса сайту", "сайт закладу", "сайт організації", "адрес сайта", "официальный сайт", "сайт организации", "веб сайты", "ресми сайты", "сайты", "сайт", "school website", "website", "web site", "url", "homepage", "интернет сайт",
        ],
    };

    /// <summary>What stands in a heading beside its phrase and means another column: a code of a type, a date of a status.</summary>
    private static readonly string[] Elsewhere = ["дата", "date", "код", "code", "телефон", "phone", "email", "пошта", "почта", "керівник", "руководитель", "директор", "head", "филиал", "філія", "индекс", "індекс", "postcode", "zip", "id"];

    /// <summary>The column of each field that a heading names; a column serves one field.</summary>
    public static Dictionary<RegisterField, int> Find(IReadOnlyList<string> header)
    {
        var plain = header.Select(Plain).ToList();
        var fits = Phrases.SelectMany(p => plain.Select((heading, at) => (Field: p.Key, At: at, Score: Fit(heading, p.Key, p.Value)))).Where(f => f.Score > 0)
            .OrderByDescending(f => f.Score).ThenBy(f => f.At);
        var found = new Dictionary<RegisterField, int>();
        foreach (var (field, at, _) in fits)
            if (!found.ContainsValue(at)) found.TryAdd(field, at);
        return found;
    }

    /// <summary>Some names by which the field is found, for the sentence that says it isn't.</summary>
    public static IEnumerable<string> Of(RegisterField field) => Phrases[field].Take(5);

    private static int Fit(string heading, RegisterField field, string[] phrases)
    {
        if (heading.Length == 0) return 0;
        var best = phrases.Select((phrase, rank) => Fit(heading, phrase) is > 0 and var fit ? fit - rank : 0).Max();
        if (best is 0 or > Same - Begins) return best;
        return Elsewhere.Any(word => Has(heading, word) && !phrases.Any(p => Has(p, word) && Has(heading, p))) ? 0 : best;
    }

    private static int Fit(string heading, string phrase) =>
        heading == phrase ? Same : heading.StartsWith(phrase + ' ', StringComparison.Ordinal) ? Begins : Has(heading, phrase) ? Within : 0;

    private static bool Has(string heading, string words) => $" {heading} ".Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>Small letters, one space between words, nothing else; EstablishmentName and SCH_NAME are two words each.</summary>
    internal static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length + 4);
        for (var i = 0; i < heading.Length; i++)
        {
            var c = heading[i];
            if (i > 0 && char.IsUpper(c) && char.IsLower(heading[i - 1])) plain.Append(' ');
            if (char.IsLetterOrDigit(c)) plain.Append(c is 'ё' or 'Ё' ? 'е' : char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ' && c is not ('\'' or '’' or 'ʼ')) plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }
}
