using Integral.Platform.Search;

namespace Integral.Tests.Platform.Search;

public sealed class AnalyserTests
{
    [Theory]
    [InlineData("ru", "Приказ № 112-о", "приказ 112 112о")]
    [InlineData("ru", "Ёлка и ЁЛКИ", "елк елк")]
    [InlineData("uk", "об’єднання об'єднань", "обєдн обєднан")]
    [InlineData("en", "Café-naïve", "cafe naiv")]
    [InlineData("ru", "2026/2027 учебный год", "2026 20262027 2027 учебн год")]
    [InlineData("ru", "aвтoбуc", "автобус")]
    [InlineData("en", "   ,.!? ", "")]
    public void A_text_becomes_terms(string culture, string text, string terms) => Assert.Equal(terms, string.Join(' ', new Analyser(culture).Read(text).Select(w => w.Term)));

    [Fact]
    public void A_word_is_found_where_it_stands()
    {
        const string Text = "Зимой — «об’єднання».";
        var words = new Analyser("uk").Read(Text).ToList();
        Assert.Equal(["Зимой", "об’єднання"], words.Select(w => Text.Substring(w.Start, w.Length)));
    }

    [Fact]
    public void What_a_document_keeps_of_its_terms_is_read_back()
    {
        var terms = DocumentTerms.Of(new("content", "a", "ru") { Type = "News", Title = "Зимние каникулы", Text = "Каникулы зимой", At = DateTime.UnixEpoch });
        Assert.Equal(terms.Ranks.OrderBy(r => r.Key), DocumentTerms.Read($"{terms}").OrderBy(r => r.Key));
        Assert.True(terms.Ranks["каникул"] < terms.Ranks["зим"], "a word of the title and the text is worth more than one of the text");
    }

    [Fact]
    public void A_long_text_is_read_in_bounds()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100_000).Select(n => $"слово{n}"));
        Assert.Equal(2000, DocumentTerms.Of(new("content", "a", "ru") { Type = "News", Title = new('я', 5000), Text = text, At = DateTime.UnixEpoch }).Ranks.Count);
    }
}
