using Integral.Platform.Sheets;

namespace Integral.Platform.Registers;

/// <summary>Which heading of a register means what, in the four languages.</summary>
internal static class RegisterHeadings
{
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

    public static Headings<RegisterField> All { get; } = new(Phrases, Elsewhere);
}
