using System.Globalization;
using System.Xml;
using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Content.Reading;

namespace Integral.Content.Announcing;

/// <param name="UpdatedAt">UTC.</param>
internal sealed record FeedFile(byte[] Content, DateTime UpdatedAt);

/// <summary>
/// The latest news, or the latest of another list, as an Atom feed (RFC 4287), in the language of its address. Feeds stand together under <c>/feed</c>: under the
/// lists' own addresses one could be where a page already is.
/// </summary>
internal sealed class Feed(Db db, Current current, PublicSite site, WholeAddresses whole)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int MostItems = 30;

    /// <param name="folder">Address of the list; null for the news.</param>
    /// <returns>Null where there is no such list.</returns>
    public async Task<FeedFile?> WriteAsync(string? folder)
    {
        var list = await site.ListAsync(folder ?? PageAddresses.NewsFolder);
        if (list is null && folder is not null) return null;
        var type = list?.Name ?? PageAddresses.News;
        var rows = await db.ContentItems.Published().Where(i => i.ContentType == type && i.Slug != null).ReadableIn(site.Culture, site.Own).NewestFrom(null).Take(MostItems)
            .Select(i => new Entry(i.Id, i.DisplayText, i.Slug!, i.Summary, i.Culture, i.PublishedAt!.Value)).ToListAsync();
        var updatedAt = rows.Count > 0 ? rows[0].PublishedAt : current.Tenant.CreatedAt;
        var title = list is null ? current.Tenant.Name : $"{list.Title} · {current.Tenant.Name}";
        return new(Written(title, list?.Folder ?? PageAddresses.NewsFolder, folder is null ? "feed" : $"feed/{folder}", rows, updatedAt), updatedAt);
    }

    private byte[] Written(string title, string folder, string self, List<Entry> rows, DateTime updatedAt)
    {
        using var content = new MemoryStream();
        using (var xml = XmlWriter.Create(content))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, site.Culture);
            Head(xml, whole.In(site.Culture, self), title, updatedAt);
            Link(xml, "self", whole.In(site.Culture, self));
            Link(xml, "alternate", whole.In(site.Culture, folder));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, XmlText.Of(current.Tenant.Name));
            xml.WriteEndElement();
            foreach (var row in rows) Write(xml, row);
            xml.WriteEndElement();
        }
        return content.ToArray();
    }

    // The time of publishing, never that of the last change: a draft that is being written is nobody's business.
    private void Write(XmlWriter xml, Entry row)
    {
        xml.WriteStartElement("entry", Atom);
        if (row.Culture != site.Culture) xml.WriteAttributeString("xml", "lang", null, row.Culture);
        Head(xml, $"urn:uuid:{row.Id}", row.Title, row.PublishedAt);
        xml.WriteElementString("published", Atom, Time(row.PublishedAt));
        Link(xml, "alternate", whole.In(site.Culture, row.Slug));
        if (row.Summary.Length > 0) xml.WriteElementString("summary", Atom, XmlText.Of(row.Summary));
        xml.WriteEndElement();
    }

    private static void Head(XmlWriter xml, string id, string title, DateTime at)
    {
        xml.WriteElementString("id", Atom, id);
        xml.WriteElementString("title", Atom, XmlText.Of(title));
        xml.WriteElementString("updated", Atom, Time(at));
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Time(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private sealed record Entry(Guid Id, string Title, string Slug, string Summary, string Culture, DateTime PublishedAt);
}
