namespace Integral.People.Seeding;

/// <summary>Names of people who don't exist, as they are written in a language: enough for a school in which no two are often alike.</summary>
internal sealed class NameStock
{
    private static readonly NameStock Russian = new(
        "Иванов Смирнов Кузнецов Попов Васильев Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев Семёнов Егоров Павлов Козлов Степанов Орлов Андреев Макаров Никитин Захаров Зайцев Соловьёв Борисов Яковлев Григорьев Романов Воробьёв Сергеев Фролов Королёв Гусев Киселёв Ильин Максимов Поляков Сорокин Виноградов",
        "Александр Михаил Максим Артём Иван Дмитрий Даниил Кирилл Матвей Андрей Егор Илья Алексей Роман Фёдор Сергей Никита Тимофей Павел Лев",
        "Анна Мария София Виктория Полина Елизавета Екатерина Ксения Алиса Варвара Дарья Анастасия Вера Надежда Любовь Ольга Татьяна Юлия Ирина Ева",
        "Александрович/Александровна Михайлович/Михайловна Иванович/Ивановна Дмитриевич/Дмитриевна Андреевич/Андреевна Сергеевич/Сергеевна Алексеевич/Алексеевна Павлович/Павловна Николаевич/Николаевна Викторович/Викторовна");

    private static readonly NameStock Kazakh = new(
        "Ахметов Сейтқали Нұрланов Омаров Серіков Жұмабаев Қасымов Оспанов Ибраев Сұлтанов Байжанов Әлиев Тоқтаров Ермеков Мұқанов Абдрахманов Кенжебек Досжан Қалиев Смағұлов Жақыпов Есенов Бекенов Рахымжан Дүйсенов Айтбаев Шәріпов Төлегенов Мәдиев Құрманбек",
        "Нұрлан Ерлан Асқар Дәурен Әлихан Мирас Санжар Арман Бекзат Тимур Айдос Ержан Нұрсұлтан Ілияс Қайрат Рүстем Алмас Жандос Олжас Дархан",
        "Айгүл Әсел Динара Айжан Мадина Гүлнар Жанар Аружан Томирис Аяулым Сәуле Балжан Меруерт Назым Ақбота Дана Еркежан Зере Інжу Қымбат",
        "Нұрланұлы/Нұрланқызы Ерланұлы/Ерланқызы Асқарұлы/Асқарқызы Серікұлы/Серікқызы Қайратұлы/Қайратқызы Болатұлы/Болатқызы Маратұлы/Маратқызы Талғатұлы/Талғатқызы Бауыржанұлы/Бауыржанқызы Арманұлы/Арманқызы");

    private static readonly NameStock Ukrainian = new(
        "Петренко Шевченко Коваленко Бондаренко Ткаченко Кравченко Ковальчук Шевчук Поліщук Мельник Бойко Лисенко Марченко Савченко Руденко Мороз Клименко Павленко Кравчук Гончаренко Литвиненко Гаврилюк Романюк Левченко Хоменко Пономаренко Мартинюк Кузьменко Зінченко Панченко Юрченко Захарчук Вдовиченко Дорошенко Яременко Гриценко Степаненко Тимошенко Федоренко Щербак",
        "Олександр Андрій Максим Артем Дмитро Богдан Назар Тарас Іван Микола Юрій Олег Остап Роман Сергій Тимофій Ярослав Матвій Данило Володимир",
        "Олена Ірина Марія Софія Анна Вікторія Дарина Соломія Наталія Оксана Юлія Катерина Людмила Злата Мирослава Поліна Уляна Тетяна Ганна Єва",
        "Олександрович/Олександрівна Андрійович/Андріївна Дмитрович/Дмитрівна Іванович/Іванівна Миколайович/Миколаївна Юрійович/Юріївна Ігорович/Ігорівна Петрович/Петрівна Сергійович/Сергіївна Васильович/Василівна");

    private static readonly NameStock English = new(
        "Adams Baker Clarke Davies Evans Fisher Green Harris Hughes Jackson King Lewis Morgan Nelson Owen Parker Quinn Roberts Shaw Taylor Turner Walker White Wood Wright Young Bell Carter Dixon Ellis",
        "Adam Ben Charlie Daniel Edward Finn George Harry Isaac Jack Leo Max Noah Oliver Peter Ryan Samuel Thomas William Zachary",
        "Alice Bella Chloe Daisy Emily Freya Grace Hannah Isla Julia Kate Lily Maya Nora Olivia Poppy Rose Sophie Violet Zoe", "");

    private readonly string[] families, men, women, patronymics;

    private NameStock(string families, string men, string women, string patronymics) => (this.families, this.men, this.women, this.patronymics) = (Words(families), Words(men), Words(women), Words(patronymics));

    public static NameStock Of(string culture) => culture switch { "kk" => Kazakh, "uk" => Ukrainian, "en" => English, _ => Russian };

    public PersonName Next(Random chance)
    {
        var isWoman = chance.Next(2) == 0;
        var family = families[chance.Next(families.Length)];
        var given = isWoman ? women[chance.Next(women.Length)] : men[chance.Next(men.Length)];
        var patronymic = patronymics.Length == 0 ? null : patronymics[chance.Next(patronymics.Length)].Split('/')[isWoman ? 1 : 0];
        return new(isWoman && HasForms(family) ? family + "а" : family, given, patronymic);
    }

    private static bool HasForms(string family) => family.EndsWith("ов", StringComparison.Ordinal) || family.EndsWith("ев", StringComparison.Ordinal) || family.EndsWith("ёв", StringComparison.Ordinal) || family.EndsWith("ин", StringComparison.Ordinal);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
