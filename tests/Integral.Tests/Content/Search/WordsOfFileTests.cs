using System.Diagnostics;
using System.Text;
using Integral.Content.FileTexts;
using Integral.Tests.Jobs;
using Integral.Tests.Recipes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Integral.Tests.Content.Search;

/// <summary>The words of files, and what whoever means harm puts into one.</summary>
public sealed class WordsOfFileTests(ReadingDistrict district) : IClassFixture<ReadingDistrict>, IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public void Words_are_parted_where_pages_paragraphs_and_cells_end_and_not_within_them()
    {
        Assert.Equal("One page Another page", Read(Written.Pdf("One page", "Another page")));
        const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        Assert.Equal("Приказ № 5 дальше", Read(Written.Zip("word/document.xml", $"<w:document {Space}><w:body><w:p><w:r><w:t>При</w:t></w:r><w:r><w:t xml:space=\"preserve\">каз </w:t></w:r><w:r><w:t>№ 5</w:t></w:r></w:p><w:p><w:r><w:t>дальше</w:t></w:r></w:p></w:body></w:document>")));
        Assert.Equal("Слово", Read(Written.Windows("Слово")));
        Assert.Equal("Слово", Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Слово")]));
        Assert.Equal(FileText.Longest, Read(Written.Text(new string('я', FileText.Longest * 3))).Length);
    }

    public static TheoryData<string> Harmful => [.. HarmfulFiles.Keys];

    private static readonly Dictionary<string, Func<byte[]>> HarmfulFiles = new()
    {
        ["nothing behind the first bytes"] = () => [.. "%PDF-1.7\n"u8],
        ["cut off"] = () => Written.Pdf("Cut off")[..300],
        ["an array in an array without end"] = () => [.. "%PDF-1.7\n1 0 obj\n"u8, .. Enumerable.Repeat((byte)'[', 2_000_000), .. "\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF"u8],
        ["a page tree that holds itself"] = () => [.. "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF"u8],
        ["a zip that isn't one"] = () => [.. "PK\u0003\u0004 and nothing"u8],
        ["entities in entities"] = () => Written.Zip("word/document.xml", $"<!DOCTYPE d [<!ENTITY a \"{new string('x', 1000)}\">{string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY a{n} \"{string.Concat(Enumerable.Repeat(n == 1 ? "&a;" : $"&a{n - 1};", 10))}\">"))}]><d>&a9;</d>"),
        ["another file of the server"] = () => Written.Zip("word/document.xml", "<!DOCTYPE d [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:t>&f;</w:t></w:document>"),
        ["a part that unfolds without end"] = () => Written.Zip("word/document.xml", $"<d>{new string(' ', 120_000_000)}</d>"),
    };

    [Theory]
    [MemberData(nameof(Harmful))]
    public async Task A_file_that_means_harm_has_no_words_and_the_next_is_read(string how)
    {
        using var reader = Reader();
        var began = Stopwatch.StartNew();
        Assert.Equal("", await reader.ReadAsync(At("harm", HarmfulFiles[how]()), default) ?? "");
        Assert.InRange(began.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Equal("Всё в порядке", await reader.ReadAsync(At("good", Written.Text("Всё в порядке")), default));
    }

    [Fact]
    public async Task A_file_that_never_ends_is_left_and_so_is_one_that_is_not_there()
    {
        var endless = folder.At("endless");
        using (var made = Process.Start("mkfifo", [endless])) await made.WaitForExitAsync();
        using var reader = Reader(TimeSpan.FromSeconds(2));
        Assert.Equal("", await reader.ReadAsync(folder.At("nowhere"), default));
        Assert.Null(await reader.ReadAsync(endless, default));
        Assert.Equal("Дальше", await reader.ReadAsync(At("next", Written.Text("Дальше")), default));
    }

    private ReadingProcess Reader(TimeSpan? patience = null) =>
        new(district.Services.GetRequiredService<IHostEnvironment>()) { Patience = patience ?? TimeSpan.FromSeconds(20) };

    private string At(string name, byte[] file)
    {
        File.WriteAllBytes(folder.At(name), file);
        return folder.At(name);
    }

    private static string Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return WordsOfFile.Read(stream, TimeProvider.System);
    }

    public void Dispose() => folder.Dispose();
}
