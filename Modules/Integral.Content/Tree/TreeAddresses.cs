using Integral.Content.Data;
using Integral.Content.Publishing;

namespace Integral.Content.Tree;

/// <summary>Lets addresses follow the place of a page. The ones of before lead on.</summary>
internal sealed class TreeAddresses(Db db, Current current, Catalogue catalogue, TenantAddresses reserved)
{
    public const int Most = 200;

    /// <summary>Gives a page that was moved, and all pages under it, addresses under that of its new parent.</summary>
    /// <param name="tree">With the page in its new place.</param>
    /// <param name="set">Of the page's translations.</param>
    /// <param name="parent">Of the one it stands under now; null for the top.</param>
    /// <param name="items">The page in all its languages.</param>
    /// <param name="at">UTC.</param>
    /// <returns>Those that have other addresses now.</returns>
    /// <exception cref="RuleException">There are too many, or an address can't be had.</exception>
    public async Task<IReadOnlyList<ContentItem>> FollowAsync(TreeShape tree, string set, string? parent, IReadOnlyList<ContentItem> items, DateTime at)
    {
        var heads = parent is null ? [] : await db.ContentItems.Where(i => i.LocalizationSet == parent && i.Slug != null).Select(i => new { i.Culture, i.Slug }).ToDictionaryAsync(i => i.Culture, i => i.Slug!);
        var below = tree.Below(set).ToList();
        Rule.Require(below.Count <= Most, T.Say("More than {0} addresses would change. Move them in parts.", Most));
        var pages = below.Count == 0 ? [] : await db.ContentItems.Include(i => i.Versions.Where(v => v.IsLatest || v.IsPublished)).Where(i => below.Contains(i.LocalizationSet) && i.Slug != null && i.OriginId == null).ToListAsync();
        var wanted = new Dictionary<ContentItem, string>();
        foreach (var item in items.Where(i => i.Slug is { Length: > 0 }))
        {
            var head = heads.GetValueOrDefault(item.Culture) ?? heads.GetValueOrDefault(current.Tenant.Culture) ?? "";
            var (was, last) = (item.Slug!, item.Slug!.Split('/')[^1]);
            wanted[item] = head.Length == 0 ? last : $"{head}/{last}";
            foreach (var page in pages.Where(p => p.Culture == item.Culture && p.Slug!.StartsWith($"{was}/", StringComparison.Ordinal))) wanted[page] = wanted[item] + page.Slug![was.Length..];
        }
        var changed = wanted.Where(w => w.Key.Slug != w.Value).ToList();
        await CheckAsync(changed);
        foreach (var (page, slug) in changed) page.Readdress(slug, at);
        return [.. changed.Select(c => c.Key)];
    }

    private async Task CheckAsync(List<KeyValuePair<ContentItem, string>> changed)
    {
        var (slugs, ids) = (changed.Select(c => c.Value).Distinct().ToList(), changed.Select(c => c.Key.Id).ToList());
        var taken = await db.ContentItems.Where(i => slugs.Contains(i.Slug!) && !ids.Contains(i.Id)).Select(i => new { i.Slug, i.Culture }).ToListAsync();
        foreach (var (page, slug) in changed)
        {
            Rule.Require(taken.TrueForAll(t => t.Slug != slug || t.Culture != page.Culture), T.Say("The address '{0}' is taken by another page.", slug));
            Rule.Require(slug.Length <= ContentItem.LongestSlug, T.Say("The address '{0}' would be too long.", slug));
            Rule.Require(!PageAddresses.IsReserved(slug.Split('/')[0], current.Tenant, reserved, catalogue), T.Say("The address '{0}' is taken by a page of the system.", slug));
        }
    }
}
