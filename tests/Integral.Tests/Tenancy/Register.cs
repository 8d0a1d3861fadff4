namespace Integral.Tests.Tenancy;

/// <summary>A state register of a town that doesn't exist: 40 rows with every awkward thing of real ones.</summary>
internal static class Register
{
    /// <summary>What an import of it with <c>--tree</c> and <c>--root-body</c> makes: institutions, those of them switched off, governing bodies; closed ones left out, refused rows.</summary>
    public const int Rows = 40, Made = 31, Off = 3, Bodies = 5, Closed = 3, Refused = 6;

    public const string Body = "Управління освіти Зарічного району", RootBody = "Департамент освіти міста";

    public static string Summary(bool isAgain = false) => isAgain
        ? $"Institutions made: 0, of them switched off: 0. Governing bodies made: 0. Known already: {Made}. Closed, left out: {Closed}. Refused: {Refused}."
        : $"Institutions made: {Made}, of them switched off: {Off}. Governing bodies made: {Bodies}. Known already: 0. Closed, left out: {Closed}. Refused: {Refused}.";

    /// <param name="town">Begins every code and name, so that registers of several towns can be imported into one district.</param>
    public static string Of(string town) => $""""
        Код в ЄДЕБО,Повна назва,Скорочена назва,Статус,Тип закладу,"Найменування органу, до сфери управління якого належить заклад освіти",Місцезнаходження (юридична адреса),Населений пункт,Веб-сайт
        {town}01,"{town} школа № 1 ""Сонечко""",{town} школа № 1,працює,ліцей,{Body} {town},"вул. Шкільна, 1",Зарічне,https://one.example
        {town}02,"{town} гімназія «Обрій», філія","{town} гімназія «Обрій»",працює,гімназія,{Body} {town},,,
        {town}03,{town} об'єднання ’Промінь’,,працює,ліцей,,,,
        {town}04,{town} школа №1,{town} школа №1,Працює,ліцей,,,,
        {town}04,{town} школа двічі,,працює,ліцей,,,,
        ,{town} школа без коду,,працює,ліцей,,,,
        {town}05,{town} закрита школа,,припинено,ліцей,{Body} {town},,,
        {town}06,{town} школа на ремонті,,призупинено,ліцей,,,,
        {town}07,{town} садок,,працює,заклад дошкільної освіти (дитячий садок),,,,
        {town}08,{town} гурток,,працює,Центр позашкільної освіти,,,,
        {town}09,{town} школа № 9,,працює,ліцей,УПРАВЛІННЯ  ОСВІТИ ЗАРІЧНОГО РАЙОНУ {town.ToUpperInvariant()},,,
        {town}10,{town} школа № 10,,працює,ліцей,{RootBody},,,
        {town}11,{new string('х', 301)},,працює,ліцей,Орган якого не буде {town},,,
        {town}12,{town} школа з чужою адресою,Admin,працює,ліцей,,,,
        {town}13,!!! {town} ???,№ !,,ліцей,,,,
        {town}14,{town} ліквідована,,ліквідовано,ліцей,,,,
        {town}15,{town} реорганізована,,реорганізовано,ліцей,Орган якого не буде {town},,,
        {town}16,{town} школа у відпустці,,тимчасово не працює,ліцей,,,,
        {town}17,{town} загадкова школа,,на канікулах,ліцей,,,,
        {town}18,{town} школа сама собі,,працює,ліцей,{town} школа сама собі,,,
        {town}19,{town} школа з довгою адресою,,працює,ліцей,,"вул. Довга, 19,
        корпус 2",Зарічне,
        {town}20,{town} Әл-Фараби атындағы № 20 мектеп,,жұмыс істейді,,,,,
        {town}21,{town} школа № 21 имени Ёлкина,,действует,школа,,,,
        {town}22,{town} Grammar School 22,,Active,,,,,
        {town}23,{town} мала школа
        {town}24,{town} школа з зайвими полями,,працює,ліцей,,,,,зайве,ще зайве
        {town}{new string('9', 60)},{town} школа з довгим кодом,,працює,ліцей,,,,
        {town}26,{town} {new string('д', 280)},,працює,ліцей,,,,
        {town}27,{town} {new string('д', 280)},,працює,ліцей,,,,
        {town}28,{town} <script>alert(1)</script>,,працює,ліцей,,,,
        {town}29,=1+1 {town} 🎓,,працює,ліцей,,,,
        {town}30,{town} школа № 30,,працює,ліцей,Управління освіти Солом`янського району {town},,,
        {town}31,{town} школа № 31,,працює,ліцей,Управління освіти Солом’янського району {town},,,
        {town}32,{town} ліцей при міністерстві,,працює,ліцей,Міністерство освіти {town},,,
        {town}33,{town} школа № 33,, ПРАЦЮЄ ,ліцей,,,,
        {town}34,{town} осередок,,працює,навчально-реабілітаційний центр,,,,
        {town}35,{town} школа № 35,№ 7,працює,ліцей,,,,
        {town}36,{town} школа спорту,,призупинено,ліцей,Університет спорту {town},,,
        {town}37,{town}   школа   з   пробілами,,працює,ліцей,,,,
        {town}38,   ,,працює,ліцей,,,,
        """";
}
