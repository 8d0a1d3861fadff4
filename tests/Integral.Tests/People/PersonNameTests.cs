using Integral.Platform.Localization;
using Integral.People;
using Integral.People.Contracts;
using Integral.Platform;

namespace Integral.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Петренко Олена Ігорівна", "Петренко", "Олена", "Ігорівна")]
    [InlineData("  Нұрланова   Айгерім Қасым қызы ", "Нұрланова", "Айгерім", "Қасым қызы")]
    [InlineData("Ли", "Ли", "", null)]
    public void A_line_is_read_as_family_name_given_name_patronymic(string line, string family, string given, string? patronymic) =>
        Assert.Equal(new PersonName(family, given, patronymic), PersonName.Parse(line));

    [Theory]
    [InlineData("", "A person needs a family name.")]
    [InlineData("<b>", "A name can't contain such characters.")]
    [InlineData("a\0b", "A name can't contain such characters.")]
    public void What_is_no_name_is_refused(string family, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleException>(() => new PersonName(family, "", null).Checked()).Sentence.ToString());

    [Fact]
    public void A_search_finds_ё_by_е() => Assert.Equal("королев петр", NameSearch.Key("  Королёв  Пётр "));

    [Fact]
    public void People_sort_by_the_alphabet_of_the_institution()
    {
        string[] names = ["Ярова", "Єрмоленко", "Петренко", "Ґава", "Абай"];

        var sorted = names.Select(n => new Person(new(n, "", null), "uk")).OrderBy(p => p.SortName, StringComparer.Ordinal).Select(p => p.FamilyName);

        Assert.Equal(["Абай", "Ґава", "Єрмоленко", "Петренко", "Ярова"], sorted);
    }
}
