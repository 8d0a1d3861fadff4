using System.Text;
using Integral.Platform;
using Integral.Platform.Sheets;

namespace Integral.Tests.Sheets;

/// <summary>Tables as text: what people's programs write, and what they break.</summary>
public sealed class SheetFileTests
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_separator_is_found_by_itself(char separator)
    {
        var text = string.Join(separator, "Назва", "\"Адреса, повна; з індексом\"", "Код") + "\n" + string.Join(separator, "Школа", "\"вул. А, 1; кв. 2\"", "7") + "\n";
        var sheet = Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal(["Назва", "Адреса, повна; з індексом", "Код"], sheet.Header);
        Assert.Equal(["Школа", "вул. А, 1; кв. 2", "7"], sheet.Rows[0].Fields);
    }

    [Fact]
    public void A_comma_in_the_names_of_a_file_with_semicolons_divides_nothing()
    {
        var sheet = Read(Encoding.UTF8.GetBytes("Код;Назва, повна, офіційна, точна\n1;Школа, ліцей, гімназія\n2;Садок\n"));
        Assert.Equal(["Код", "Назва, повна, офіційна, точна"], sheet.Header);
        Assert.Equal(["Школа, ліцей, гімназія", "Садок"], sheet.Rows.Select(r => r[1]));
    }

    [Fact]
    public void Encodings_are_found_by_themselves()
    {
        const string text = "Код;Назва\r\n1;Школа «Ґанок» № 5\r\n2;Ліцей ім. Ї.\r\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], Windows.GetBytes(text),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ];
        foreach (var file in files)
        {
            var sheet = Read(file);
            Assert.Equal(["Код", "Назва"], sheet.Header);
            Assert.Equal(["Школа «Ґанок» № 5", "Ліцей ім. Ї."], sheet.Rows.Select(r => r[1]));
            Assert.All(sheet.Rows, r => Assert.Null(r.Trouble));
        }
    }

    [Fact]
    public void A_row_in_another_encoding_than_the_rest_is_told_and_the_others_stay_good()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes("Код,Назва\n1,Перша школа\n"), .. Windows.GetBytes("2,Друга школа\n"), .. Encoding.UTF8.GetBytes("3,Третя школа\n4,plain\n")];
        var sheet = Read(mixed);

        Assert.Equal(["Перша школа", "Друга школа", "Третя школа", "plain"], sheet.Rows.Select(r => r[1]));
        var trouble = Assert.Single(sheet.Rows, r => r.Trouble is not null);
        Assert.Equal(3, trouble.Line);
        Assert.StartsWith("It is written in another encoding", trouble.Trouble!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Short_long_and_empty_rows_are_no_trouble()
    {
        var sheet = Read("A,B\n1\n,\n\n2,b,c,d\n"u8.ToArray());
        Assert.Equal([(2, "1", ""), (5, "2", "b")], sheet.Rows.Select(r => (r.Line, r[0], r[1])));
        Assert.Equal("", sheet.Rows[0][-1]);
    }

    [Fact]
    public void What_is_no_table_is_said_so()
    {
        Assert.Contains("is empty", Refused([]));
        Assert.Contains("isn't a table", Refused([1, 2, 0, 3]));
        Assert.Contains("old kind (XLS)", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]));
        Assert.Contains("no headings", Refused(",,,\n1,2,3,4\n"u8.ToArray()));
        Assert.Contains("more than 500 columns", Refused(Encoding.UTF8.GetBytes(new string(',', 600) + "a\n")));
        Assert.Contains("more than 200000 rows", Refused(Encoding.UTF8.GetBytes("a\n" + string.Concat(Enumerable.Repeat("1\n", 200_002)))));
        Assert.Contains("larger than 50 MB", Refused(new byte[SheetFile.Largest + 1]));
    }

    private static Sheet Read(byte[] bytes) => SheetFile.Read(bytes);
    private static string Refused(byte[] bytes) => Assert.Throws<RuleException>(() => SheetFile.Read(bytes)).Message;
}
