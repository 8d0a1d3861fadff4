using System.Globalization;
using System.Xml;
using Integral.Content.Data;
using Integral.Content.Reading;

namespace Integral.Content.Announcing;

/// <summary>
/// Every address of the site for search engines (sitemaps.org), written as it is read. A small site has one map; a larger one an index of parts, each so many texts
/// with all their translations, which name each other. What was taken from above is listed there and not here.
/// </summary>
internal sealed class SiteMap(Db db, Current current, Catalogue catalogue, PublicSite site, WholeAddresses whole)
{
    /// <summary>Four languages make at most 10,000 addresses of them.</summary>
    public const int TextsOfAPart = 2500;

    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9", Html = "http://www.w3.org/1999/xhtml";

    private IQueryable<ContentItem> Items => db.ContentItems.Published().Where(i => i.Slug != null && i.OriginId == null);

    /// <param name="number">From 1.</param>
    public async Task<bool> HasAsync(int number) => number >= 1 && number <= await PartsAsync();

    /// <summary>The whole map, or the index of its parts.</summary>
    public async Task WriteAsync(Stream to)
    {
        if (await PartsAsync() is var parts && parts == 1)
        {
            await WriteAsync(to, 1);
            return;
        }
        await using var xml = Writer(to);
        await xml.WriteStartElementAsync(null, "sitemapindex", Space);
        for (var part = 1; part <= parts; part++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Space);
            await xml.WriteElementStringAsync(null, "loc", Space, FormattableString.Invariant($"{whole.Home}/sitemap.xml?part={part}"));
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    /// <summary>One part. The first also has what isn't anybody's text: the front page, the lists, the institutions.</summary>
    public async Task WriteAsync(Stream to, int part)
    {
        List<string> usual = ["", .. (await site.ListsAsync()).Where(l => l.IsFilled).Select(l => l.Folder)];
        if (catalogue.Children(current.Tenant).Running().Any()) usual.Add("institutions");
        await using var xml = Writer(to);
        await xml.WriteStartElementAsync(null, "urlset", Space);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Html);
        if (part == 1) await WriteUsualAsync(xml, usual);
        await WriteTextsAsync(xml, part, usual);
        await xml.WriteEndElementAsync();
    }

    private async Task<int> PartsAsync() => Math.Max(1, (await Items.Select(i => i.LocalizationSet).Distinct().CountAsync() + TextsOfAPart - 1) / TextsOfAPart);

    // Those that have an introduction have it in some languages.
    private async Task WriteUsualAsync(XmlWriter xml, List<string> usual)
    {
        var written = (await Items.Where(i => usual.Contains(i.Slug!)).Select(i => new Place(i.LocalizationSet, i.Culture, i.Slug!, i.PublishedAt)).ToListAsync()).ToLookup(p => p.Slug);
        foreach (var slug in usual)
        {
            var places = written[slug].OrderBy(p => p.Culture, StringComparer.Ordinal).ToList();
            if (places.TrueForAll(p => p.Culture != site.Own)) places.Insert(0, new("", site.Own, slug, null));
            await WriteAsync(xml, places);
        }
    }

    private async Task WriteTextsAsync(XmlWriter xml, int part, List<string> usual)
    {
        var sets = Items.Select(i => i.LocalizationSet).Distinct().OrderBy(s => s).Skip((part - 1) * TextsOfAPart).Take(TextsOfAPart);
        var rows = Items.Where(i => sets.Contains(i.LocalizationSet) && !usual.Contains(i.Slug!)).OrderBy(i => i.LocalizationSet).ThenBy(i => i.Culture)
            .Select(i => new Place(i.LocalizationSet, i.Culture, i.Slug!, i.PublishedAt)).AsAsyncEnumerable();
        var text = new List<Place>();
        await foreach (var row in rows)
        {
            if (text.Count > 0 && text[0].Set != row.Set)
            {
                await WriteAsync(xml, text);
                text.Clear();
            }
            text.Add(row);
        }
        await WriteAsync(xml, text);
    }

    private async Task WriteAsync(XmlWriter xml, List<Place> translations)
    {
        foreach (var place in translations)
        {
            await xml.WriteStartElementAsync(null, "url", Space);
            await xml.WriteElementStringAsync(null, "loc", Space, AddressOf(place));
            if (place.At is { } at) await xml.WriteElementStringAsync(null, "lastmod", Space, at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            foreach (var other in translations.Count > 1 ? translations : []) await WriteAsync(xml, other);
            await xml.WriteEndElementAsync();
        }
    }

    private async Task WriteAsync(XmlWriter xml, Place translation)
    {
        await xml.WriteStartElementAsync("xhtml", "link", Html);
        await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
        await xml.WriteAttributeStringAsync(null, "hreflang", null, translation.Culture);
        await xml.WriteAttributeStringAsync(null, "href", null, AddressOf(translation));
        await xml.WriteEndElementAsync();
    }

    private string AddressOf(Place place) => whole.In(place.Culture, place.Slug);

    private static XmlWriter Writer(Stream to) => XmlWriter.Create(to, new() { Async = true, CloseOutput = false });

    private sealed record Place(string Set, string Culture, string Slug, DateTime? At);
}
