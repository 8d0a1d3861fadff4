using Integral.Content.Definitions;

namespace Integral.Content.Editing;

/// <summary>What types and their fields are called. Those that recipes deliver are called in the reader's language, others as whoever described them says.</summary>
internal sealed class TypeWords(Texts texts)
{
    /// <summary>Names in delivered recipes: they are sources of translations.</summary>
    public static IReadOnlyList<Sentence> Delivered { get; } =
    [
        T.Say("Page"), T.Say("News"), T.Say("Summary"), T.Say("In the main menu"), T.Say("Place in the menu"), T.Say("Picture"),
    ];

    public string Of(TypeShape type) => texts[type.Title];
}
