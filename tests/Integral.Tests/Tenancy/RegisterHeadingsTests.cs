using System.Text;
using Integral.Platform.Registers;
using Integral.Platform.Sheets;

namespace Integral.Tests.Tenancy;

/// <summary>Headings and words as state registers and offices write them, and what is read of a row.</summary>
public sealed class RegisterHeadingsTests
{
    [Theory]
    [InlineData("uk", "Повна назва|Код в ЄДЕБО|ОУО підтвердив дані|Скорочена назва|Код ЄДРПОУ|Статус|Тип закладу|Форма власності|Код КОАТУУ|Населений пункт|Місцезнаходження (юридична адреса)|Головний заклад|Найменування органу, до сфери управління якого належить заклад освіти|Веб-сайт",
        "Код в ЄДЕБО|Повна назва|Скорочена назва|Тип закладу|Статус|Найменування органу, до сфери управління якого належить заклад освіти|Місцезнаходження (юридична адреса)|Населений пункт|Веб-сайт")]
    [InlineData("ru", "№ п/п|Код ОО|Полное наименование ОО|Краткое наименование ОО|Тип ОО|Учредитель|Юридический адрес|Населённый пункт|Ф.И.О. руководителя|Телефон|Сайт|Статус|Дата статуса",
        "Код ОО|Полное наименование ОО|Краткое наименование ОО|Тип ОО|Статус|Учредитель|Юридический адрес|Населённый пункт|Сайт")]
    [InlineData("kk", "БСН;Ұйымның атауы;Қысқаша атауы;Түрі;Мәртебесі;Білім бөлімі;Мекенжайы;Елді мекен;Сайты",
        "БСН|Ұйымның атауы|Қысқаша атауы|Түрі|Мәртебесі|Білім бөлімі|Мекенжайы|Елді мекен|Сайты")]
    [InlineData("en", "URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|TypeOfEstablishment (code)|TypeOfEstablishment (name)|EstablishmentStatus (code)|EstablishmentStatus (name)|Street|Locality|Town|Postcode|SchoolWebsite|HeadTitle (name)",
        "URN|EstablishmentName|-|TypeOfEstablishment (name)|EstablishmentStatus (name)|LA (name)|Street|Locality|SchoolWebsite")]
    [InlineData("us", "NCESSCH|SCH_NAME|LEA_NAME|LSTREET1|LCITY|LZIP|WEBSITE|PHONE", "NCESSCH|SCH_NAME|-|-|-|LEA_NAME|LSTREET1|LCITY|WEBSITE")]
    [InlineData("plain", "name,code", "code|name|-|-|-|-|-|-|-")]
    public void Columns_are_found_by_headings_of_state_registers(string whose, string headings, string found)
    {
        var header = headings.Split('|', ';', whose == "plain" ? ',' : '|');
        var columns = RegisterColumns.Find(new Sheet(header, []));

        Assert.Equal(found.Split('|'), Enum.GetValues<RegisterField>().Select(f => columns.HeadingOf(f) ?? "-"));
    }

    [Fact]
    public void A_column_serves_one_field_and_a_correction_takes_it_from_the_other()
    {
        var columns = RegisterColumns.Find(new Sheet(["Code", "Name", "Type"], []));
        columns.Correct(RegisterField.ShortName, "NAME");
        columns.Correct(RegisterField.Kind, "");

        Assert.Equal(("Code", null, "Name", null), (columns.HeadingOf(RegisterField.Code), columns.HeadingOf(RegisterField.Name), columns.HeadingOf(RegisterField.ShortName), columns.HeadingOf(RegisterField.Kind)));
        Assert.Contains("'Full official name'", Assert.Throws<Integral.Platform.RuleException>(columns.Check).Message);
    }

    [Theory]
    [InlineData("працює", RegisterStatus.Working)]
    [InlineData(" Действующее ", RegisterStatus.Working)]
    [InlineData("Open, but proposed to close", RegisterStatus.Working)]
    [InlineData("жұмыс істейді", RegisterStatus.Working)]
    [InlineData("", RegisterStatus.Working)]
    [InlineData("временно не работает", RegisterStatus.Suspended)]
    [InlineData("уақытша жабылған", RegisterStatus.Suspended)]
    [InlineData("тоқтатылған", RegisterStatus.Closed)]
    [InlineData("Закрыто", RegisterStatus.Closed)]
    [InlineData("Reorganised", RegisterStatus.Closed)]
    [InlineData("не работает", null)]
    [InlineData("?", null)]
    public void Words_of_status_are_known_in_four_languages_and_others_are_not_guessed(string word, RegisterStatus? status) => Assert.Equal(status, RegisterWords.StatusOf(word));

    [Fact]
    public void An_address_in_two_lines_is_one_but_not_with_a_row_in_it()
    {
        var rows = Rows("Code,Name,Address\r\n1,A,\"One street 1,\r\nOne town\"\r\n2,B,\"Two street 2\r\n3,C,\"Three street 3\"\r\n4,\"D\nd\",\r\n5,E,\"Five \"\"street\"\"\"\r\n");

        Assert.Equal((2, null), (rows[0].Line, rows[0].Trouble));
        Assert.Equal("One street 1,\nOne town", rows[0].Address);
        Assert.Equal(4, rows[1].Line);
        Assert.NotNull(rows[1].Trouble);
        Assert.DoesNotContain(rows, r => r.Trouble is null && r.Code is not ("1" or "5"));
    }

    private static List<RegisterRow> Rows(string text)
    {
        var sheet = SheetFile.Read(Encoding.UTF8.GetBytes(text));
        var columns = RegisterColumns.Find(sheet);
        return [.. sheet.Rows.Select(r => RegisterRow.Of(r, columns))];
    }
}
