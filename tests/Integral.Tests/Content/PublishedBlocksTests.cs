using System.Text.Json.Nodes;
using Integral.Content;
using Integral.Content.Blocks;
using Integral.Content.Definitions;
using Integral.Content.Fields;

namespace Integral.Tests.Content;

public sealed class PublishedBlocksTests
{
    private const string Evil = "<script>alert(1)</script><b onclick=alert(1)>Слова</b>";

    [Theory, InlineData("TextField", "Text"), InlineData("HtmlField", "Html"), InlineData("MarkdownField", "Markdown")]
    public void Whatever_a_field_is_described_as_its_html_is_clean_before_a_view_shows_it(string kind, string property)
    {
        var book = Book(kind);
        var block = new JsonObject { ["ContentType"] = "TextBlock", ["TextBlock"] = new JsonObject { ["Text"] = new JsonObject { [property] = Evil, ["html"] = Evil, ["Html"] = Evil } } };
        var shown = JsonNode.Parse(PublishedBlocks.Of(book, book.Type("Page")!, new() { ["BagPart"] = new JsonObject { ["ContentItems"] = new JsonArray(block) } }, _ => "")!)!.AsArray();
        var html = new BlockView(shown[0]!.AsObject()).Html("Text");
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", html, StringComparison.Ordinal);
        Assert.Equal(kind != "TextField", html.Contains("Слова", StringComparison.Ordinal));
    }

    // Somebody who may describe types has changed what the delivered block holds.
    private static TypeBook Book(string kind)
    {
        var (page, type, part) = (new ContentType { Name = "Page", DisplayName = "Page" }, new ContentType { Name = "TextBlock", DisplayName = "Text" }, new ContentPart { Name = "TextBlock" });
        page.Describe("Page", """{"ContentTypePartDefinitionRecords":[{"PartName":"BagPart","Name":"BagPart"}]}""");
        type.Describe("Text", """{"ContentTypePartDefinitionRecords":[{"PartName":"TextBlock","Name":"TextBlock"}]}""");
        part.Describe($$"""{"ContentPartFieldDefinitionRecords":[{"FieldName":"{{kind}}","Name":"Text"}]}""");
        return new(new FieldKinds([new TextKind(), new HtmlKind(), new MarkdownKind()], null!, null!), [page, type], [part]);
    }
}
