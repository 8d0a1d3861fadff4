using Integral.Platform.Search;

namespace Integral.Tests.Platform.Search;

/// <summary>Forms of a word become one term, other words others. The Russian and English pairs stand in Snowball's own vocabularies.</summary>
public sealed class StemmerTests
{
    [Theory]
    [InlineData("вагонами", "вагон")]
    [InlineData("важная", "важн")]
    [InlineData("важнее", "важн")]
    [InlineData("важнейшими", "важн")]
    [InlineData("важничал", "важнича")]
    [InlineData("валился", "вал")]
    [InlineData("падаешь", "пада")]
    [InlineData("падений", "паден")]
    [InlineData("палаты", "палат")]
    [InlineData("пальцами", "пальц")]
    [InlineData("прошедшие", "прошедш")]
    [InlineData("школьными", "школьн")]
    [InlineData("радость", "радост")]
    [InlineData("па", "па")]
    public void Russian(string word, string term) => Assert.Equal(term, RussianStemmer.Stem(word));

    [Theory]
    [InlineData("consigned", "consign")]
    [InlineData("consistency", "consist")]
    [InlineData("consolation", "consol")]
    [InlineData("consolatory", "consolatori")]
    [InlineData("knaves", "knave")]
    [InlineData("knightly", "knight")]
    [InlineData("generously", "generous")]
    [InlineData("relational", "relat")]
    [InlineData("hopefulness", "hope")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("skies", "sky")]
    [InlineData("happy", "happi")]
    [InlineData("classes", "class")]
    [InlineData("vacancies", "vacanc")]
    [InlineData("libraries", "librari")]
    [InlineData("library", "librari")]
    public void English(string word, string term) => Assert.Equal(term, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("школа", "школи", "школою", "школах", "школу")]
    [InlineData("шкільний", "шкільного", "шкільними", "шкільна")]
    [InlineData("учитель", "учителя", "учителями", "учителеві")]
    [InlineData("автобус", "автобуса", "автобусів", "автобусом")]
    [InlineData("навчання", "навчанню", "навчанні")]
    [InlineData("документи", "документів", "документами")]
    public void Ukrainian(string word, params string[] forms) => Assert.All(forms, form => Assert.Equal(UkrainianStemmer.Stem(word), UkrainianStemmer.Stem(form)));

    [Theory]
    [InlineData("мектеп", "мектептің", "мектепке", "мектептен", "мектептер", "мектептерде")]
    [InlineData("автобус", "автобустың", "автобуспен", "автобустар", "автобустарға")]
    [InlineData("мұғалім", "мұғалімдер", "мұғалімге", "мұғалімдерге")]
    [InlineData("кесте", "кестесі", "кестені", "кестеде")]
    [InlineData("кітапхана", "кітапханаға", "кітапханада", "кітапханасы")]
    [InlineData("тамақ", "тамағы", "тамақтың")]
    public void Kazakh(string word, params string[] forms) => Assert.All(forms, form => Assert.Equal(KazakhStemmer.Stem(word), KazakhStemmer.Stem(form)));

    [Theory]
    [InlineData("uk", "школа", "школяр")]
    [InlineData("kk", "мектеп", "мерке")]
    [InlineData("ru", "школа", "шкала")]
    [InlineData("en", "school", "scholar")]
    public void Other_words_stay_others(string culture, string one, string other) => Assert.NotEqual(new Analyser(culture).Term(one), new Analyser(culture).Term(other));
}
