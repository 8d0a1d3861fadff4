using System.Text.Json.Nodes;

namespace Integral.Ui;

/// <summary>
/// What a public page tells machines of itself: search engines, feed readers, the cards that messengers make of a link. A page puts it into <c>ViewData[PageHead.Key]</c>;
/// its title and description are those that it has anyway.
/// </summary>
/// <param name="Address">Whole, the one by which it is to be known.</param>
/// <param name="Culture">Of its text.</param>
public sealed record PageHead(string Address, string Culture)
{
    public const string Key = "Head";

    /// <summary>The same text by language, itself too; empty where there is only this one.</summary>
    public IReadOnlyList<(string Culture, string Address)> Translations { get; init; } = [];

    /// <summary>Whole address of what is new here.</summary>
    public string? Feed { get; init; }
    public HeadImage? Image { get; init; }

    /// <summary>UTC; null for what isn't an article.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>It shows some of what another page shows and isn't worth finding by itself.</summary>
    public bool IsPart { get; init; }

    /// <summary>In the words of schema.org.</summary>
    public IReadOnlyList<JsonObject> Facts { get; init; } = [];

    /// <summary>As it stands in a page: nothing in it can end the element that it is in, since every angle bracket is written as a number.</summary>
    internal static string Written(JsonObject facts) => facts.ToJsonString(Json.Options);

    internal static string LocaleOf(string culture) => culture switch { "ru" => "ru_RU", "kk" => "kk_KZ", "uk" => "uk_UA", _ => "en_GB" };
}

/// <param name="Address">Whole.</param>
/// <param name="Width">Null where it isn't known.</param>
/// <param name="Text">What is on it; empty where nobody has said.</param>
public sealed record HeadImage(string Address, int? Width, int? Height, string Text);
