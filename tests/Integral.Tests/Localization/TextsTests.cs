using System.Globalization;
using Integral.Platform.Localization;
using Integral.Platform.Modules;

namespace Integral.Tests.Localization;

public sealed class TextsTests
{
    private static readonly Texts Sample = new([
        ("X.Localization.ru.po", """
            msgid "Open"
            msgstr "Открыто"
            msgctxt "verb"
            msgid "Open"
            msgstr "Открыть"
            msgid "Until {0:d}, {1}"
            msgstr "{1}, до {0:d}"
            msgid "one day of {1}"
            msgid_plural "{0} days of {1}"
            msgstr[0] "{0} день из {1}"
            msgstr[1] "{0} дня из {1}"
            msgstr[2] "{0} дней из {1}"
            msgid "Later"
            msgstr ""
            """),
        ("Y.Localization.ru.po", "msgid \"Open\"\nmsgstr \"Иначе\""),
        ("X.Localization.kk.po", "msgid \"Open\"\nmsgstr \"Ашық\""),
    ]);

    [Theory]
    [InlineData("ru-RU", "Открыто", "Открыть", "Later")]
    [InlineData("kk", "Ашық", "Open", "Later")]
    [InlineData("en", "Open", "Open", "Later")]
    public void A_text_is_said_in_the_reader_s_language_and_in_English_where_it_is_not_translated(string culture, string open, string verb, string later)
    {
        Read(culture);
        Assert.Equal([open, verb, later], [Sample["Open"], Sample["verb\u0004Open"], Sample["Later"]]);
    }

    [Theory]
    [InlineData("ru", 1, "1 день из 30")]
    [InlineData("ru", 3, "3 дня из 30")]
    [InlineData("ru", 12, "12 дней из 30")]
    [InlineData("en", 1, "one day of 30")]
    [InlineData("kk", 3, "3 days of 30")]
    public void A_number_takes_the_form_of_its_language(string culture, long n, string said)
    {
        Read(culture);
        Assert.Equal(said, Sample.Plural(n, "one day of {1}", "{0} days of {1}", 30));
    }

    [Fact]
    public void A_sentence_is_translated_with_the_sentences_in_it_for_whoever_reads_it()
    {
        Read("en");
        var sentence = T.Say("Until {0:d}, {1}", new DateOnly(2026, 9, 1), T.Say("Open"));

        Assert.Equal("Открыто, до 01.09.2026", Sample.Say(sentence, CultureInfo.GetCultureInfo("ru")));
        Assert.Equal(string.Format(CultureInfo.CurrentCulture, "Until {0:d}, Open", new DateOnly(2026, 9, 1)), Sample.Say(sentence));
    }

    [Fact]
    public void Words_follow_the_language_and_numbers_the_country()
    {
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (CultureInfo.GetCultureInfo("ru"), CultureInfo.GetCultureInfo("en-GB"));
        Assert.Equal("Открыто, до 01/09/2026", Sample["Until {0:d}, {1}", new DateOnly(2026, 9, 1), T.Say("Open")]);
    }

    [Fact]
    public void A_wrong_number_of_plural_forms_stops_the_start_with_file_and_line()
    {
        const string text = "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"в\"\nmsgstr[1] \"г\"";
        Assert.Equal("X.Localization.uk.po:1: 2 plural forms, 'uk' has 3.",
            Assert.Throws<FormatException>(() => new Texts([("X.Localization.uk.po", text)])).Message);
    }

    [Theory]
    [InlineData("ru", "Заполните это поле.")]
    [InlineData("kk", "Бұл өрісті толтырыңыз.")]
    [InlineData("uk", "Заповніть це поле.")]
    public void The_kernel_s_own_translations_are_embedded(string culture, string said)
    {
        Read(culture);
        Assert.Equal(said, new Texts(new ModuleCatalog())["Fill this in."]);
    }

    [Theory]
    [InlineData("ru", "0:2 1:0 2:1 4:1 5:2 11:2 12:2 14:2 21:0 22:1 25:2 101:0 111:2 112:2 122:1 1000000:2 -1:0 -3:1 -9223372036854775808:2")]
    [InlineData("uk", "0:2 1:0 2:1 4:1 5:2 11:2 12:2 14:2 21:0 22:1 25:2 101:0 111:2 112:2 122:1 1000000:2 -1:0 -3:1")]
    [InlineData("kk", "0:1 1:0 2:1 11:1 21:1")]
    [InlineData("en", "0:1 1:0 2:1 11:1 21:1 -1:0")]
    public void Plural_forms_are_those_of_CLDR(string culture, string expected) =>
        Assert.All(expected.Split(' ').Select(e => e.Split(':').Select(long.Parse).ToArray()), e => Assert.Equal(e[1], Plurals.Form(culture, e[0])));

    private static void Read(string culture) => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
}
