using Integral.People;

namespace Integral.Tests.People;

public sealed class FirstPasswordTests
{
    [Fact]
    public void A_first_password_is_long_enough_and_has_no_letter_that_is_read_wrongly()
    {
        var password = FirstPasswords.New();

        Assert.Matches("^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$", password);
        Assert.DoesNotContain(password, c => "aeiouyl01".Contains(c, StringComparison.Ordinal));
        Assert.True(15 * Math.Log2(FirstPasswords.Letters.Length) >= 60);
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => FirstPasswords.New()).Distinct().Count());
    }

    [Theory]
    [InlineData("Петренко", "uk", "petrenko")]
    [InlineData("Щербицький", "uk", "shcherbytskyi")]
    [InlineData("Никитин", "ru", "nikitin")]
    [InlineData("Объедков", "ru", "obedkov")]
    [InlineData("Нұрланқызы", "kk", "nurlanqyzy")]
    [InlineData("Müller", "ru", "muller")]
    [InlineData("李", "ru", "user")]
    public void A_family_name_is_written_in_Latin_letters(string name, string culture, string latin) =>
        Assert.Equal(latin, Logins.Transliterated(name, culture));

    [Fact]
    public void An_issued_login_can_be_typed_on_any_keyboard() => Assert.Matches("^[a-z2-9]{4}-petrenko$", Logins.Issue("Петренко", "uk"));
}
