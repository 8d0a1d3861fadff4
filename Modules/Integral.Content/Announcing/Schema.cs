using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Blocks;
using Integral.Content.Profiles;
using Integral.Ui;

namespace Integral.Content.Announcing;

/// <summary>What a page is about, in the words of schema.org. Only what stands on the page is said.</summary>
internal static class Schema
{
    public static JsonObject Institution(Tenant tenant, string home, Profile profile)
    {
        var said = Of(tenant.Kind switch
        {
            TenantKind.School => "School",
            TenantKind.Kindergarten => "Preschool",
            TenantKind.Centre => "EducationalOrganization",
            _ => "GovernmentOrganization",
        });
        (said["name"], said["url"]) = (tenant.Name, $"{home}/");
        if (profile.About is { } about) said["description"] = about;
        if (profile.Address is { } address) said["address"] = address;
        if (profile.Phone is { } phone) said["telephone"] = phone;
        if (profile.Email is { } email) said["email"] = email;
        if (profile.Place is { } place) said["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = place.Latitude, ["longitude"] = place.Longitude };
        if (profile.WebSite is { } site) said["sameAs"] = site;
        return said;
    }

    /// <param name="publisher">By name.</param>
    public static JsonObject News(ContentItem item, PageHead head, string publisher)
    {
        var said = Of("NewsArticle");
        (said["headline"], said["inLanguage"], said["mainEntityOfPage"]) = (item.DisplayText, item.Culture, head.Address);
        said["datePublished"] = head.PublishedAt!.Value.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        if (item.Summary.Length > 0) said["description"] = item.Summary;
        if (head.Image is { } image) said["image"] = image.Address;
        said["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = publisher };
        return said;
    }

    /// <summary>From the front page to this one.</summary>
    public static JsonObject Way(params (string Name, string Address)[] places)
    {
        var said = Of("BreadcrumbList");
        said["itemListElement"] = new JsonArray([.. places.Select((p, at) => new JsonObject { ["@type"] = "ListItem", ["position"] = at + 1, ["name"] = p.Name, ["item"] = p.Address })]);
        return said;
    }

    /// <summary>Nothing where no block has questions.</summary>
    public static IEnumerable<JsonObject> Questions(IReadOnlyList<BlockView> blocks)
    {
        var questions = blocks.Where(b => b.Type == BlockTypes.Questions).SelectMany(b => b.Items).ToList();
        if (questions.Count == 0) yield break;
        var said = Of("FAQPage");
        said["mainEntity"] = new JsonArray([.. questions.Select(q => new JsonObject
        {
            ["@type"] = "Question", ["name"] = q.Row.Title, ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = q.BodyHtml },
        })]);
        yield return said;
    }

    private static JsonObject Of(string type) => new() { ["@context"] = "https://schema.org", ["@type"] = type };
}
