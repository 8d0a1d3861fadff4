using System.Globalization;

namespace Integral.Content.Reading;

/// <summary>The running institutions of one kind.</summary>
internal sealed record KindGroup(TenantKind Kind, IReadOnlyList<Tenant> Tenants)
{
    // What parents look for stands first.
    private static readonly List<TenantKind> InOrder =
        [TenantKind.School, TenantKind.Kindergarten, TenantKind.Centre, TenantKind.District, TenantKind.City, TenantKind.Region, TenantKind.Authority];

    public static IReadOnlyList<KindGroup> Of(IEnumerable<Tenant> tenants) =>
        [.. tenants.GroupBy(t => t.Kind).OrderBy(g => InOrder.IndexOf(g.Key)).Select(g => new KindGroup(g.Key, [.. g]))];

    public string Title(Texts texts) => Kind switch
    {
        TenantKind.School => texts["Schools"],
        TenantKind.Kindergarten => texts["Kindergartens"],
        TenantKind.Centre => texts["Training centres"],
        TenantKind.District => texts["Districts"],
        TenantKind.City => texts["Cities"],
        TenantKind.Region => texts["Regions"],
        _ => texts["Governing bodies"],
    };

    public string Icon => Kind switch
    {
        TenantKind.School => "school",
        TenantKind.Kindergarten => "home",
        TenantKind.Centre => "book",
        _ => "building",
    };
}

/// <summary>Finds institutions among many without a query: the catalogue is in memory.</summary>
internal static class Institutions
{
    public static IEnumerable<Tenant> Running(this IEnumerable<Tenant> tenants) => tenants.Where(t => t.State == TenantState.Running);

    /// <summary>Those whose name has every word of the search in it, whatever its case and accents.</summary>
    public static IEnumerable<Tenant> Named(this IEnumerable<Tenant> tenants, string? search)
    {
        var words = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return tenants.Where(t => words.All(word => CultureInfo.InvariantCulture.CompareInfo.IndexOf(t.Name, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));
    }

    /// <summary>The address of its site, in the reader's language where that isn't its own.</summary>
    public static string Address(this Tenant tenant, string culture)
    {
        var prefix = tenant.Culture == culture ? "/" : $"/{culture}";
        return tenant.Hosts is [var host, ..] ? $"//{host}{prefix}" : $"/{tenant.Path}{prefix}";
    }
}
