using System.Collections.Frozen;
using Integral.Content.Contracts;
using Integral.Content.Fields;
using Integral.Content.Menus;
using Integral.Content.Tree;

namespace Integral.Content.Definitions;

/// <summary>What a form asks for of the parts that are known everywhere. Their values stand in the part itself, without an object of their own.</summary>
internal static class PartFields
{
    private static readonly FrozenDictionary<string, FieldUse> All = new Dictionary<string, FieldUse>
    {
        [Known.Title] = new(new TextKind("Title") { Longest = ContentItem.LongestTitle }, "", T.Say("Title of the page").Key, 0) { IsRequired = true, Hint = T.Say("Stands above the text, in lists and in what search engines show.").Key },
        [Known.Route] = new(new TextKind("Path") { Longest = ContentItem.LongestSlug }, "", T.Say("Address of the page").Key, 0) { Hint = T.Say("Stands after the site's own. Left empty, it is made of the title.").Key },
        [Known.Summary] = new(new LongTextKind("Summary") { Longest = ContentItem.LongestSummary }, "", T.Say("Summary").Key, 0) { Hint = T.Say("Two sentences for lists and search engines. Left empty, the text begins there.").Key },
        [Known.Markdown] = new(new MarkdownKind(), "", T.Say("Text").Key, 0),
        [Known.Html] = new(new HtmlKind(), "", T.Say("Text").Key, 0),
        [Known.Alias] = new(new TextKind("Alias") { Longest = 100 }, "", T.Say("Name for other pages").Key, 0),
        [Known.Window] = new(new WindowKind(), "", T.Say("When visitors see it").Key, 0),
        [Known.Share] = new(new ShareKind(), "", T.Say("Institutions below show it too").Key, 0) { Hint = T.Say("Each of them among its own, and says where it is from. It goes when it is taken off the site here.").Key },
        [Known.Tree] = new(new ParentKind(), "", T.Say("Stands under").Key, 0) { Hint = T.Say("The page whose section it belongs to. Left empty, its address is made within that of the other page.").Key },
        [Known.PageEntry] = new(new PageEntryKind(), "", T.Say("Page").Key, 0) { IsRequired = true },
        [Known.ListEntry] = new(new ListEntryKind(), "", T.Say("List").Key, 0) { IsRequired = true },
        [Known.LinkEntry] = new(new LinkEntryKind(), "", T.Say("Link").Key, 0) { IsRequired = true },
        [Known.Seo] = new(new SearchEngineKind(), "", T.Say("For search engines").Key, 0),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Its title and hint are texts of ours, to be translated.</summary>
    public static FieldUse? Of(string part) => All.GetValueOrDefault(part);
}
