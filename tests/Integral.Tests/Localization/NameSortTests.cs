using Integral.Platform.Localization;

namespace Integral.Tests.Localization;

public sealed class NameSortTests
{
    [Theory]
    [InlineData("kk", "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")]
    [InlineData("uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")]
    [InlineData("ru", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя")]
    [InlineData("en", "abcdefghijklmnopqrstuvwxyz")]
    public void Letters_stand_in_the_order_of_their_alphabet(string culture, string alphabet) =>
        Assert.Equal(alphabet, string.Concat(alphabet.Reverse().OrderBy(c => NameSort.Key(c.ToString(), culture), StringComparer.Ordinal)));

    [Theory]
    [InlineData("ru", "Ёлкин Олег|Елкина Анна|Ким Яна|Кимов Андрей")]
    [InlineData("ru", "анна|Анна|Анна Б|борис")]
    [InlineData("kk", "Ахметов|Әбдіров|Баймұрат|Қабылов|Лиханов")]
    [InlineData("uk", "Гончар|Ґалаґан|Дяк|Ївга|Йосип")]
    public void Names_sort_as_in_a_class_list_by_plain_comparison(string culture, string names) =>
        Assert.Equal(names.Split('|'), names.Split('|').Reverse().OrderBy(n => NameSort.Key(n, culture), StringComparer.Ordinal));

    [Fact]
    public void A_key_is_short_lowercase_hexadecimal()
    {
        Assert.Matches("^[0-9a-f]{200}$", NameSort.Key(new string('ы', 500), "ru"));
        Assert.NotEqual(NameSort.Key(new string('ы', 44) + "а", "ru"), NameSort.Key(new string('ы', 44) + "б", "ru"));
    }
}
