namespace Integral.Tests.Tenancy;

/// <summary>A small state register of a town that doesn't exist. Every awkward thing of real ones stands in it once.</summary>
internal static class Register
{
    /// <summary>What an import of it makes: institutions, governing bodies with <c>--tree</c>, not working ones, refused rows.</summary>
    public const int Made = 10, Bodies = 1, NotWorking = 2, Refused = 3;

    public const string Body = "Управління освіти Зарічного району", RootBody = "Департамент освіти міста";

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
        """";
}
