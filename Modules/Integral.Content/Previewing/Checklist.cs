using System.Collections.Frozen;
using AngleSharp.Dom;
using Integral.Content.Contracts;
using Integral.Content.Data;
using Integral.Content.Editing;
using Integral.Content.Fields;
using Integral.Content.Publishing;
using Integral.Content.Reading;
using Integral.Content.Rendering;

namespace Integral.Content.Previewing;

/// <summary>
/// What an author would want to know before publishing: what some readers couldn't read, and links that lead nowhere. Nothing of it keeps a text from being
/// published. Colours aren't looked at: no text can choose its own.
/// </summary>
internal sealed class Checklist(Db db, PublicSite site, TenantAddresses reserved, Current current, Catalogue catalogue)
{
    private const int Most = 20;

    // Said alone they tell a listener nothing.
    private static readonly FrozenSet<string> Empty = FrozenSet.Create(StringComparer.CurrentCultureIgnoreCase,
        "здесь", "тут", "сюда", "подробнее", "ссылка", "читать далее", "here", "click here", "link", "more", "read more", "осында", "мұнда", "сілтеме", "толығырақ", "сюди", "докладніше", "посилання", "детальніше");

    /// <param name="sheet">What is to be published.</param>
    /// <param name="shown">The same as visitors would see it.</param>
    public async Task<IReadOnlyList<Sentence>> OfAsync(Sheet sheet, PreviewedItem shown) =>
        [.. Pictures(sheet).Concat(Text(shown)).Concat(await LinksAsync(sheet)).DistinctBy(s => s.ToString()).Take(Most)];

    private static IEnumerable<Sentence> Pictures(Sheet sheet) =>
        from slot in sheet.Form.AllSlots(sheet.Data)
        where slot.Field.Kind is PictureKind and not FileKind
        from picture in PictureKind.WithoutWords(slot.Value(sheet.Data))
        select T.Say("The picture '{0}' has no words for those who don't see it.", picture.Split('/')[^1]);

    private static IEnumerable<Sentence> Text(PreviewedItem shown)
    {
        foreach (var html in (IEnumerable<string>)[shown.Text.BodyHtml, .. shown.Blocks.Select(b => b.Html("Text"))])
        {
            var elements = SafeHtml.Parse(html).Descendants<IElement>().ToList();
            foreach (var picture in elements.Where(e => e.LocalName == "img" && string.IsNullOrWhiteSpace(e.GetAttribute("alt"))))
                yield return T.Say("The picture '{0}' has no words for those who don't see it.", (picture.GetAttribute("src") ?? "").Split('/')[^1]);
            foreach (var link in elements.Where(e => e.LocalName == "a" && Empty.Contains(e.TextContent.Trim().TrimEnd('.', '…'))))
                yield return T.Say("The link '{0}' doesn't say where it leads.", link.TextContent.Trim());
            var level = 1;
            foreach (var heading in elements.Where(e => e.LocalName is ['h', >= '1' and <= '6']))
            {
                if (heading.LocalName[1] - '0' > level + 1 && level > 1) yield return T.Say("Before the heading '{0}' a level is left out.", heading.TextContent.Trim());
                level = heading.LocalName[1] - '0';
            }
        }
    }

    private async Task<IEnumerable<Sentence>> LinksAsync(Sheet sheet)
    {
        var named = References.Of(sheet.Form.Book, sheet.Type, sheet.Data);
        var (addresses, files) = (named.Where(r => r.Kind == Referred.Address && r.Target.Length > 0).Select(r => r.Target).ToList(), named.Where(r => r.Kind == Referred.File).Select(r => r.Target).ToList());
        var pages = addresses.Count == 0 ? [] : await db.ContentItems.Published().Where(i => addresses.Contains(i.Slug!)).Select(i => i.Slug!).ToHashSetAsync();
        pages.UnionWith((await site.ListsAsync()).Select(l => l.Folder));
        var there = files.Count == 0 ? [] : await db.MediaFiles.Where(f => files.Contains(f.Path)).Select(f => f.Path).ToHashSetAsync();
        return addresses.Where(a => !pages.Contains(a) && !PageAddresses.IsReserved(a.Split('/')[0], current.Tenant, reserved, catalogue) && !IsOfItself(sheet, a)).Select(a => T.Say("The link to '{0}' leads nowhere.", $"~/{a}"))
            .Concat(files.Where(f => !there.Contains(f)).Select(f => T.Say("There is no file '{0}' here.", f)));
    }

    private static bool IsOfItself(Sheet sheet, string address) => sheet.Item?.Slug == address;
}
