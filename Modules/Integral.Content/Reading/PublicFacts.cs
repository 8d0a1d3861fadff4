using Integral.Content.Profiles;
using Integral.Platform.Navigation;
using Integral.Ui.Maps;

namespace Integral.Content.Reading;

/// <summary>What every public page of a site shows.</summary>
/// <param name="Links">The main menu.</param>
/// <param name="Foot">The one below the page.</param>
/// <param name="Profile">Of the institution.</param>
/// <param name="Lists">Types whose items stand in lists.</param>
internal sealed record SiteFacts(IReadOnlyList<PublicLink> Links, IReadOnlyList<PublicLink> Foot, Profile Profile, IReadOnlyList<ListedType> Lists)
{
    /// <summary>Languages in which the front page is written.</summary>
    public IReadOnlyList<string> Fronts { get; init; } = [];

    /// <summary>Of the land on which its institutions stand.</summary>
    public IReadOnlyList<IReadOnlyList<MapPlace>> Outline { get; init; } = [];
}

/// <summary>A content type of which a page shows all items.</summary>
/// <param name="Folder">The address of that page.</param>
/// <param name="Title">In the reader's language where there is one.</param>
/// <param name="IsFilled">Something of it is published.</param>
internal sealed record ListedType(string Name, string Folder, string Title, bool IsFilled)
{
    /// <summary>By what it can be narrowed and sorted.</summary>
    public IReadOnlyList<ListFilter> Filters { get; init; } = [];
    public IReadOnlyList<ListSort> Sorts { get; init; } = [];
}

/// <summary>Keeps those facts between requests, in each language.</summary>
internal sealed class PublicFacts() : KeptByVersion<SiteFacts>(MostSites)
{
    private const int MostSites = 4000;

    public ValueTask<SiteFacts> OfAsync(Tenant tenant, string language, Func<Task<SiteFacts>> read) => base.OfAsync(tenant, language, read);
}
