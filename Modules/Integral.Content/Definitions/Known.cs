using System.Collections.Frozen;

namespace Integral.Content.Definitions;

/// <summary>The parts that are stored and rendered here. What isn't in these lists is left out of a recipe, and the report says so.</summary>
internal static class Known
{
    public const string Title = "TitlePart", Route = "AutoroutePart", Html = "HtmlBodyPart", Markdown = "MarkdownBodyPart", Localization = "LocalizationPart",
        List = "ListPart", Contained = "ContainedPart", Bag = "BagPart", Flow = "FlowPart", Alias = "AliasPart", Share = "SharePart", Summary = "SummaryPart", Seo = "SeoMetaPart", Window = "PublishWindowPart",
        Tree = "TreePart", Menu = "MenuPart", MenuItems = "MenuItemsListPart", PageEntry = "ContentMenuItemPart", ListEntry = "ListMenuItemPart", LinkEntry = "LinkMenuItemPart";

    public static readonly FrozenSet<string> Parts = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        Title, Route, Html, Markdown, Localization, List, Contained, Bag, Flow, Alias, Summary, Seo, Window, Tree, Menu, MenuItems, PageEntry, ListEntry, LinkEntry, "CommonPart");

    /// <summary>Those that hold items within the item.</summary>
    public static bool HoldsItems(string part) => part is Bag or Flow or MenuItems;

    /// <summary>In which property of theirs those items stand.</summary>
    public static string ItemsOf(string part) => part switch { Flow => "Widgets", MenuItems => "MenuItems", _ => "ContentItems" };

    /// <summary>What an item may carry though its type doesn't name it: the list or the flow that it stands in puts it there; a language everything has, and anything may be shared with those below.</summary>
    public static readonly FrozenSet<string> Attached = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, Contained, "CommonPart", "FlowMetadata", Localization, Share);
}
