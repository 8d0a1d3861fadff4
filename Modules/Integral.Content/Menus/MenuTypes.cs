using System.Collections.Frozen;
using Integral.Content.Definitions;

namespace Integral.Content.Menus;

/// <summary>
/// The types that menus are made of, as Orchard Core's recipes call them. They are there in every institution without a recipe that describes them;
/// one that does has the last word.
/// </summary>
internal static class MenuTypes
{
    public const string Menu = "Menu", PageEntry = "ContentMenuItem", ListEntry = "ListMenuItem", LinkEntry = "LinkMenuItem";

    /// <summary>Aliases of the menus that every page shows.</summary>
    public const string Main = "main-menu", Foot = "foot-menu";

    /// <summary>How many levels of a menu are shown.</summary>
    public const int Levels = 2;

    private static readonly Sentence OfPages = T.Say("An entry that leads to a page is called as the page is, in the reader's language. A page that isn't published isn't in the menu.");

    private static readonly FrozenDictionary<string, TypeShape> All = new[]
    {
        Type(Menu, T.Say("Menu"), Known.Title, Known.Menu, Known.MenuItems, Known.Alias) with { IsCreatable = true },
        Type(PageEntry, T.Say("A page"), Known.PageEntry, Known.MenuItems),
        Type(ListEntry, T.Say("A list"), Known.ListEntry, Known.MenuItems),
        Type(LinkEntry, T.Say("Another address"), Known.LinkEntry, Known.MenuItems),
    }.ToFrozenDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null of any other.</summary>
    public static TypeShape? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>Of what a menu is made, that is chosen most often first.</summary>
    public static IReadOnlyList<string> Entries { get; } = [PageEntry, ListEntry, LinkEntry];

    private static TypeShape Type(string name, Sentence title, params ReadOnlySpan<string> parts)
    {
        var uses = new List<PartUse>();
        foreach (var part in parts) uses.Add(new(part, part, part == Known.MenuItems ? TitleOf(name).Key : part, uses.Count) { Hint = part == Known.MenuItems && name == Menu ? OfPages.Key : null });
        return new(name, title.Key, uses) { IsCreatable = false };
    }

    private static Sentence TitleOf(string type) => type == Menu ? T.Say("Entries of the menu") : T.Say("Entries below it");
}
