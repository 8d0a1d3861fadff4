namespace Integral.Content.Contracts;

/// <summary>What an item can name.</summary>
public enum Referred
{
    /// <summary>Another item, by its ContentItemId.</summary>
    Item,

    /// <summary>A text in whatever language, by its LocalizationSet.</summary>
    Text,

    /// <summary>A term of a reference book, by its id.</summary>
    Term,

    /// <summary>A file, by its path in the media folder.</summary>
    File,

    /// <summary>A page of this site, by its address in small letters, without a language before it.</summary>
    Address,
}

/// <summary>That an item names something: by it one finds where a thing is used.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Target">At most <see cref="Longest"/> characters; a longer one names nothing that there is.</param>
public sealed record FieldReference(Referred Kind, string Target)
{
    public const int Longest = 300;
}
