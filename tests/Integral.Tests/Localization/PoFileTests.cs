using Integral.Platform.Localization;

namespace Integral.Tests.Localization;

public sealed class PoFileTests
{
    private const string Header = "msgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n\n";

    [Fact]
    public void A_file_is_read_with_contexts_long_strings_escapes_and_plurals()
    {
        var entries = PoFile.Read(Header + """
            # a translator's note
            #: People/Person.cs:12
            msgctxt "verb"
            msgid "Open"
            msgstr "Открыть"

            msgid "A \"long\" "
            "text\n"
            msgstr ""
            "Длинный "
            "\\текст\t"
            msgid "one day"
            msgid_plural "{0} days"
            msgstr[0] "{0} день"
            msgstr[1] "{0} дня"
            msgstr[2] "{0} дней"
            """, "ru.po");

        Assert.Equal(["verb\u0004Open", "A \"long\" text\n", "one day"], entries.Select(e => e.Key));
        Assert.Equal(["Открыть", "Длинный \\текст\t", "{0} день|{0} дня|{0} дней"], entries.Select(e => string.Join('|', e.Forms)));
        Assert.Equal((7, "{0} days"), (entries[0].Line, entries[2].PluralKey));
    }

    [Fact]
    public void Fuzzy_and_obsolete_entries_are_not_used()
    {
        var entries = PoFile.Read("""
            #, csharp-format, fuzzy
            msgid "A"
            msgstr "Б"

            #, csharp-format
            msgid "B"
            msgstr "В"

            #~ msgid "C"
            #~ msgstr "Г"
            """.Replace("\n", "\r\n", StringComparison.Ordinal), "ru.po");

        Assert.Equal("B", Assert.Single(entries).Key);
    }

    [Theory]
    [InlineData("msgid \"A\"\nmsgstr \"Б", "ru.po:2: no string in double quotes.")]
    [InlineData("msgid \"A\"\nmsgstr \"Б\\\"", "ru.po:2: a string without an end.")]
    [InlineData("msgid \"A\"\nmsgstr \"a\"b\"", "ru.po:2: a quotation mark without a backslash.")]
    [InlineData("msgid \"A\\q\"\nmsgstr \"\"", "ru.po:1: an unknown escape '\\q'.")]
    [InlineData("msgid \"A\"\n\nmsgid \"B\"", "ru.po:3: 'msgid' after 'msgid'.")]
    [InlineData("msgid \"A\"\n", "ru.po:2: nothing after 'msgid'.")]
    [InlineData("msgid \"A\"\nmsgid_plural \"B\"\nmsgstr[1] \"\"", "ru.po:3: 'msgstr[1]' after 'msgid_plural'.")]
    [InlineData("msgstr \"A\"", "ru.po:1: 'msgstr' at the start of an entry.")]
    [InlineData("\"A\"", "ru.po:1: a string that belongs to nothing.")]
    [InlineData("msgid \"A\"\nmsgstr \"Б\"\nmsgid \"A\"\nmsgstr \"В\"", "ru.po:3: a second translation of \"A\".")]
    [InlineData("msgid \"A\"\nmsgstring \"Б\"", "ru.po:2: 'msgstring' after 'msgid'.")]
    public void A_slip_is_reported_with_file_and_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => PoFile.Read(text, "ru.po")).Message);
}
