namespace Integral.Content.Definitions;

/// <summary>A known part in the words of the editor of types.</summary>
/// <param name="Part">Its name.</param>
/// <param name="Title">What whoever describes a type calls it.</param>
/// <param name="Note">What it gives.</param>
/// <param name="Position">Where it stands in a form unless the type says otherwise.</param>
internal sealed record PartWords(string Part, Sentence Title, Sentence Note, int Position)
{
    /// <summary>Where a type's own fields stand among the parts.</summary>
    public const int OfFields = 3;

    /// <summary>What every type has, whoever describes it.</summary>
    public static readonly IReadOnlyList<(string Part, int Position)> Always = [(Known.Title, 0), (Known.Localization, 2)];

    /// <summary>What a type can have or not have.</summary>
    public static readonly IReadOnlyList<PartWords> Offered =
    [
        new(Known.Markdown, T.Say("A text"), T.Say("With headings, lists, links and pictures."), 1),
        new(Known.Html, T.Say("A text in HTML"), T.Say("From another system; it is shown as it is, after cleaning."), 1),
        new(Known.Bag, T.Say("Blocks"), T.Say("Pictures, cards, lists and other blocks below the text, in an order of one's own."), 2),
        new(Known.List, T.Say("A list of its own"), T.Say("Others stand in it: whoever writes one says in which list it is. Visitors see the newest first."), 3),
        new(Known.Route, T.Say("An address of its own"), T.Say("Each one is a page of the site. Without it, it is only seen within other pages."), 4),
        new(Known.Tree, T.Say("A place in the tree of pages"), T.Say("It can stand under another page: visitors see the path to it, and what else there is beside it."), 4),
        new(Known.Summary, T.Say("A summary"), T.Say("Two sentences for lists. Without it, the text begins there."), 4),
        new(Known.Alias, T.Say("A name for other pages"), T.Say("By it other pages and programs find it."), 5),
        new(Known.Window, T.Say("Times"), T.Say("It can be published later by itself, and taken off the site by itself."), 5),
        new(Known.MenuItems, T.Say("A menu"), T.Say("Entries that lead to pages, lists and addresses, in two levels."), 2),
        new(Known.Seo, T.Say("Words for search engines"), T.Say("Another title and description than on the page. Seldom needed."), 6),
    ];

    /// <summary>What most authors never need while they write: forms put it aside.</summary>
    public static readonly IReadOnlyList<string> Aside = [Known.Window, Known.Route, Known.Alias, Known.Seo];

    // Whoever makes a type anew has no use for these: a menu has a type of its own; types that came with a recipe have them.
    private static readonly string[] Seldom = [Known.Html, Known.Alias, Known.MenuItems];

    /// <summary>Those to choose from for a type that has these.</summary>
    public static IEnumerable<PartWords> For(IReadOnlyList<string> parts) => Offered.Where(p => !Seldom.Contains(p.Part) || parts.Contains(p.Part));
}
