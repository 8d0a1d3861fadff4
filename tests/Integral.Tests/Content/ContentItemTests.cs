using Integral.Content;
using Integral.Content.Contracts;
using Integral.Platform;

namespace Integral.Tests.Content;

public sealed class ContentItemTests
{
    private static readonly DateTime Noon = new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly ContentItem item = new() { ContentItemId = "i", ContentType = "Page", Culture = "ru", LocalizationSet = "i", CreatedAt = Noon };

    [Fact]
    public void Publishing_a_new_version_evicts_the_old_one()
    {
        var first = Publish("one", "First");
        var second = Publish("two", "Second");

        Assert.Equal((false, true), (first.IsPublished, second.IsPublished));
        Assert.Same(second, item.Latest);
        Assert.Equal(("Second", 2), (item.DisplayText, second.Number));
    }

    [Fact]
    public void A_draft_leaves_what_visitors_read()
    {
        Publish("one", "First");
        var draft = item.Write("two", """{"TitlePart":{"Title":"Draft"}}""", null, Noon);
        item.MakeLatest(draft, None);

        Assert.Equal(("First", "one"), (item.DisplayText, item.Published!.ContentItemVersionId));
        Assert.Same(draft, item.Latest);
    }

    [Fact]
    public void The_same_version_id_is_the_same_version()
    {
        Publish("one", "First");
        item.Write("one", "{}", "someone", Noon.AddHours(1));

        Assert.Equal("{}", Assert.Single(item.Versions).Data);
    }

    [Fact]
    public void What_is_deleted_gives_its_address_back_and_is_not_published()
    {
        var version = Publish("one", "First");
        item.Delete(null, Noon);

        Assert.Null(item.Slug);
        Assert.Null(item.PublishedAt);
        Assert.Throws<RuleException>(() => item.Publish(version, new("First"), Noon));
    }

    [Fact]
    public void What_a_draft_names_is_told_apart_from_what_visitors_see()
    {
        var (term, file) = (new FieldReference(Referred.Term, "term"), new FieldReference(Referred.File, "a.png"));
        var first = item.Write("one", "{}", null, Noon);
        item.MakeLatest(first, new HashSet<FieldReference> { term, file });
        item.Publish(first, new("First") { Slug = "page", References = new HashSet<FieldReference> { term, file } }, Noon);
        item.MakeLatest(item.Write("two", "{}", null, Noon), new HashSet<FieldReference> { file });
        Assert.Equal([("a.png", true, true), ("term", false, true)], Named());

        item.Unpublish(Noon);
        Assert.Equal([("a.png", true, false)], Named());

        IEnumerable<(string, bool, bool)> Named() => item.References.Select(r => (r.Target, r.IsLatest, r.IsPublished)).Order();
    }

    private static readonly IReadOnlySet<FieldReference> None = new HashSet<FieldReference>();

    private ContentVersion Publish(string versionId, string title)
    {
        var version = item.Write(versionId, $$$"""{"TitlePart":{"Title":"{{{title}}}"}}""", null, Noon);
        item.MakeLatest(version, None);
        item.Publish(version, new(title) { Slug = "page" }, Noon);
        return version;
    }
}
