using Integral.Platform.Sheets;

namespace Integral.People.Import;

/// <summary>Which heading of a table of people means what, in the four languages; among them all headings that we write ourselves.</summary>
internal static class PersonHeadings
{
    private static readonly Dictionary<PersonField, string[]> Phrases = new()
    {
        [PersonField.Code] =
        [
            "code in another system", "код в другой системе", "код в іншій системі", "басқа жүйедегі коды", "external code", "external id", "sourced id", "student id", "person id", "pupil id", "employee id",
            "внешний код", "зовнішній код", "сыртқы коды", "код ученика", "код учня", "оқушы коды", "код сотрудника", "код працівника", "табельный номер", "табельний номер", "личное дело", "особова справа", "номер личного дела", "снилс",
            "иин", "жсн", "рнокпп", "унзр", "upn", "код", "коды", "code", "id", "идентификатор", "ідентифікатор",
        ],
        [PersonField.FullName] =
        [
            "full name", "фио", "піб", "п і б", "ф и о", "аты жөні", "тегі аты әкесінің аты", "т а ә", "фамилия имя отчество", "прізвище імя по батькові", "полное имя", "повне імя", "толық аты",
            "ученик", "учень", "учень учениця", "оқушы", "сотрудник", "працівник", "қызметкер", "учитель", "вчитель", "мұғалім", "name", "pupil", "student", "teacher", "employee",
        ],
        [PersonField.FamilyName] = ["family name", "last name", "surname", "lastname", "фамилия", "прізвище", "тегі"],
        [PersonField.GivenName] = ["given name", "first name", "forename", "firstname", "имя", "імя", "аты", "есімі"],
        [PersonField.Patronymic] = ["patronymic", "middle name", "middlename", "отчество", "по батькові", "әкесінің аты"],
        [PersonField.BornOn] = ["date of birth", "birth date", "birthday", "dob", "дата рождения", "день рождения", "д р", "дата народження", "день народження", "туған күні", "туған жылы", "born"],
        [PersonField.Login] = ["login", "user name", "username", "account", "логин", "имя пользователя", "учетная запись", "логін", "імя користувача", "обліковий запис", "пайдаланушы аты", "тіркелгі"],
        [PersonField.Email] =
        [
            "e mail", "email", "mail", "e mail address", "email address", "эл почта", "электронная почта", "адрес электронной почты", "электронный адрес", "почта", "ел пошта", "електронна пошта", "адреса електронної пошти", "пошта",
            "электрондық пошта", "электрондық поштасы", "эл пошта", "имейл",
        ],
        [PersonField.Phone] = ["phone", "phone number", "telephone", "mobile", "телефон", "номер телефона", "мобильный", "сотовый", "номер телефону", "мобільний", "телефоны", "телефон нөмірі", "ұялы телефон"],
        [PersonField.Roles] = ["roles", "role", "роли", "роль", "ролі", "рөлдер", "рөлдері", "рөлі", "должность", "посада", "лауазымы"],
        [PersonField.Reach] = ["where the roles hold", "reach", "scope", "где действуют роли", "охват", "де діють ролі", "охоплення", "рөлдер қайда күшінде"],
        [PersonField.FromOn] = ["valid from", "from", "begin date", "start date", "действует с", "с", "начало", "дата начала", "діє з", "чинний з", "початок", "дата початку", "басталатын күні", "басталу күні"],
        [PersonField.UntilOn] = ["valid through", "valid until", "until", "end date", "действует по", "по", "окончание", "дата окончания", "діє до", "діє по", "чинний по", "закінчення", "дата закінчення", "соңғы күні қоса алғанда", "соңғы күні", "аяқталу күні"],
    };

    // A parent's telephone or the name of a class teacher is nobody's own.
    private static readonly string[] Elsewhere =
    [
        "родителя", "родителей", "матери", "отца", "опекуна", "законного", "представителя", "батьків", "матері", "батька", "опікуна", "ата анасының", "ананың", "әкенің", "parent", "guardian", "mother", "father", "руководителя", "керівника",
        "класса", "класу", "школы", "школи", "мектеп", "school", "class", "organisation", "организации", "закладу", "выдачи", "видачі", "type", "тип",
    ];

    public static Headings<PersonField> All { get; } = new(Phrases, Elsewhere);
}

/// <summary>Which column of a table of people says what.</summary>
internal sealed class PersonColumns : Columns<PersonField>
{
    private PersonColumns(IReadOnlyList<string> header) : base(header, PersonHeadings.All) { }

    public static PersonColumns Find(Sheet sheet) => new(sheet.Header);

    /// <summary>Whose corrections are kept together: those of one institution.</summary>
    public static string Whose(Tenant tenant) => $"people of {tenant.Id}";

    /// <summary>The heading of the column about which a rule complains; null where it names none that the file has.</summary>
    public string? Of(RuleException rule) =>
        !Enum.TryParse(rule.Field, out PersonField field) ? null : HeadingOf(field) ?? (field is PersonField.FamilyName or PersonField.GivenName or PersonField.Patronymic ? HeadingOf(PersonField.FullName) : null);

    /// <exception cref="RuleException">Nobody could be told from anybody else.</exception>
    public void Check()
    {
        if (At(PersonField.FullName) < 0 && At(PersonField.Code) < 0 && At(PersonField.Login) < 0) Require(PersonField.FamilyName);
    }
}
