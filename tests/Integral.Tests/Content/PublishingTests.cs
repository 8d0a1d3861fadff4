using System.Text.Json.Nodes;
using Integral.Content;
using Integral.Content.Definitions;
using Integral.Content.Fields;
using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Platform;
using Integral.Platform.Tenancy;

namespace Integral.Tests.Content;

public sealed class PublishingTests
{
    [Theory]
    [InlineData("Наша школа № 5", "nasha-shkola-5")]
    [InlineData("Қазақ тілі әлемі", "qazaq-tili-alemi")]
    [InlineData("Учнівське об’єднання", "uchnivske-obiednannia")]
    [InlineData("  Hello, World!  ", "hello-world")]
    [InlineData("???", "")]
    public void A_title_becomes_an_address(string title, string slug) => Assert.Equal(slug, Transliteration.Slug(title, 80));

    [Fact]
    public void Parts_are_rendered_in_their_order_and_cleaned()
    {
        var data = JsonNode.Parse("""
            {"MarkdownBodyPart":{"Markdown":"# Hi\n\n[About](~/about)<script>x()</script>"},
             "Items":{"ContentItems":[{"ContentType":"Card","TitlePart":{"Title":"A <b>"},"HtmlBodyPart":{"Html":"<p onclick='x()'>Inside"}},{"ContentType":"Gone"}]},
             "Page":{"Summary":{"Text":"Short"},"InMenu":{"Value":true},"Position":{"Value":3}}}
            """)!.AsObject();
        var publication = new Publisher(Book(), (title, _) => title, TimeZoneInfo.Utc).Prepare(Book().Type("Page")!, data, "Title", "ru", "page");

        Assert.Equal("<h2>Hi</h2>\n<p><a href=\"~/about\">About</a></p>\n<h2>Items</h2><h3>A &lt;b&gt;</h3><p>Inside</p>", publication.BodyHtml);
        Assert.Equal("Short", publication.Summary);
        Assert.Contains(publication.Fields, f => f is { Part: "Page", Field: "InMenu", Flag: true });
        Assert.Contains(publication.Fields, f => f is { Part: "Page", Field: "Position", Number: 3 });
    }

    [Fact]
    public void A_cursor_comes_back_as_it_was()
    {
        var cursor = Cursor.After(new(2026, 9, 1, 5, 0, 0, 123, DateTimeKind.Utc), new('a', 26));

        Assert.Equal(cursor, Cursor.Read(cursor.ToString()));
        Assert.Throws<RuleException>(() => Cursor.Read("nonsense"));
    }

    private static FieldKinds Kinds { get; } = new([new TextKind(), new BooleanKind(), new NumberKind()], new(TimeProvider.System), new());

    private static TypeBook Book()
    {
        var page = Type("Page", ("TitlePart", "TitlePart"), ("MarkdownBodyPart", "MarkdownBodyPart"), ("BagPart", "Items"), ("Page", "Page"));
        var own = new ContentPart { Name = "Page" };
        own.Describe("""{"ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"Summary"},{"FieldName":"BooleanField","Name":"InMenu"},{"FieldName":"NumericField","Name":"Position"}]}""");
        return new(Kinds, [page, Type("Card", ("TitlePart", "TitlePart"), ("HtmlBodyPart", "HtmlBodyPart"))], [own]);
    }

    private static ContentType Type(string name, params (string Part, string Name)[] parts)
    {
        var records = parts.Select((p, i) => $$$"""{"PartName":"{{{p.Part}}}","Name":"{{{p.Name}}}","Settings":{"Position":"{{{i}}}"}}""");
        var type = new ContentType { Name = name, DisplayName = name };
        type.Describe(name, $$"""{"ContentTypePartDefinitionRecords":[{{string.Join(',', records)}}]}""");
        return type;
    }
}
