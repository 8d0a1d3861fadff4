using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Publishing;
using Integral.Platform.Navigation;
using Integral.Platform.Recipes;

namespace Integral.Content.Reading;

/// <summary>The current tenant's site: the language it is read in, its links, contacts and addresses.</summary>
internal sealed class PublicSite(Db db, Current current, PublicFacts kept, Texts texts) : IPublicLinks
{
    private const int MostLinks = 7;

    public string Own => current.Tenant.Culture;
    public string Culture { get; } = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>An address of this site in the reader's language.</summary>
    public string To(string path) => $"{current.Base}{current.CulturePrefix}/{path}";
    public string Media(string path) => $"{current.Base}/media/{Rendering.BodyWriter.MediaAddress(path)}";

    /// <summary>Completes the addresses of a rendered text, which don't know where the site stands.</summary>
    public string Complete(string html) => html
        .Replace("=\"~/media/", $"=\"{current.Base}/media/", StringComparison.Ordinal)
        .Replace("=\"~/", $"=\"{To("")}", StringComparison.Ordinal);

    public async ValueTask<IReadOnlyList<PublicLink>> LinksAsync() => current.Tenant.Has(new ContentModule().Id) ? (await FactsAsync()).Links : [];
    public async ValueTask<Contacts> ContactsAsync() => (await FactsAsync()).Contacts;

    private ValueTask<SiteFacts> FactsAsync() => kept.OfAsync(current.Tenant, current.CulturePrefix + Culture, ReadAsync);

    private async Task<SiteFacts> ReadAsync()
    {
        var site = await db.SettingAsync<JsonObject>("Site");
        return new(await ReadLinksAsync(), new(Said(site, "Address"), Said(site, "Phone"), Said(site, "Email")));
    }

    private async Task<IReadOnlyList<PublicLink>> ReadLinksAsync()
    {
        var items = db.ContentItems.Published();
        var pages = await items.ReadableIn(Culture, Own)
            .Where(i => i.Slug != null && i.Slug != "" && i.Fields.Any(f => f.Part == "Page" && f.Field == "InMenu" && f.Flag == true))
            .Select(i => new { i.DisplayText, i.Slug, Position = i.Fields.Where(f => f.Part == "Page" && f.Field == "Position").Max(f => f.Number) })
            .OrderBy(i => i.Position ?? 1000).ThenBy(i => i.DisplayText).Take(MostLinks).ToListAsync();
        var links = pages.Select(p => new PublicLink(p.DisplayText, To(p.Slug!)));
        if (await items.AnyAsync(i => i.ContentType == PageAddresses.News)) links = links.Prepend(new(texts["News"], To(PageAddresses.NewsFolder)));
        return [.. links.Take(MostLinks)];
    }

    private static string? Said(JsonObject? site, string name) => site?.Text(name) is { Length: > 0 } text ? text : null;
}
