using Integral.Platform.Tenancy;

namespace Integral.Tests.Tenancy;

public sealed class TransliterationTests
{
    [Theory]
    [InlineData("Школа № 12", "shkola-12")]
    [InlineData("Гимназия имени Ы. Алтынсарина", "gimnaziia-imeni-y-altynsarina")]
    [InlineData("Ліцей № 241 «Голосіївський»", "litsei-241-holosiivskyi")]
    [InlineData("Згурівська гімназія ім. Є. Плужника", "zghurivska-himnaziia-im-ye-pluzhnyka")]
    [InlineData("Знам'янська школа", "znamianska-shkola")]
    [InlineData("Қызылорда қаласының мектебі", "qyzylorda-qalasynyn-mektebi")]
    [InlineData("Әл-Фараби атындағы лицей", "al-farabi-atyndagy-litsei")]
    [InlineData("  «—»  ", "")]
    [InlineData("School 5 (new)", "school-5-new")]
    public void A_name_becomes_an_address(string name, string slug) => Assert.Equal(slug, Transliteration.Slug(name, 60));

    [Theory]
    [InlineData("Коммунальное государственное учреждение школа", 24, "kommunalnoe")]
    [InlineData("Абвгдежзиклмнопрстуфхцчшщ", 10, "abvgdezhzi")]
    [InlineData("Школа 12", 9, "shkola-12")]
    public void A_long_name_ends_with_a_whole_word_where_it_can(string name, int most, string slug)
    {
        var made = Transliteration.Slug(name, most);

        Assert.True(made.Length <= most, made);
        Assert.StartsWith(slug, made);
        Assert.False(made.EndsWith('-'));
    }
}
