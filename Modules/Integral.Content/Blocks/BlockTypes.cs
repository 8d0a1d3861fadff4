using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Content.Editing;

namespace Integral.Content.Blocks;

/// <summary>Types of blocks that recipes deliver and that pages show by views of their own: <c>Shared/Content/Blocks/_Hero</c> for <c>HeroBlock</c>. What they hold, the recipe says.</summary>
internal static class BlockTypes
{
    public const string List = "ListBlock", Documents = "DocumentsBlock", Questions = "QuestionsBlock", Contacts = "ContactsBlock", Institutions = "InstitutionsBlock", Other = "Other";

    private const string Ending = "Block";

    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "HeroBlock", "TextBlock", "CardsBlock", List, Documents, "GalleryBlock", Questions, "PersonBlock", "PlaceBlock", Contacts, "VideoBlock", "ActionBlock", Institutions);

    /// <summary>Those that show what there is in the own institution: another one's page can't bring them along.</summary>
    public static readonly FrozenSet<string> OfTheSite = FrozenSet.Create(List, Documents, Questions, Contacts, Institutions);

    public static bool Has(string type) => Known.Contains(type);
    public static string ViewOf(string type) => $"Content/Blocks/_{(Has(type) ? type[..^Ending.Length] : Other)}";

    /// <summary>An item has blocks that views show; the others in the same bag are shown between them.</summary>
    public static bool AreIn(TypeShape type, JsonObject data) => type.Parts.Where(IsBag).Any(p => BlockPlace.Blocks(data, p.Name).Any(b => Has(BlockPlace.TypeOf(b))));

    public static bool IsBag(PartUse part) => part.Part is Definitions.Known.Bag or Definitions.Known.Flow;
}
