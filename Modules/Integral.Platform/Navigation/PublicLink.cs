namespace Integral.Platform.Navigation;

/// <summary>An entry of the public face's main navigation; the title is already in the reader's language.</summary>
public sealed record PublicLink(string Title, string Href)
{
    /// <summary>It has an address; otherwise it only gathers what is below it.</summary>
    public bool Leads => Href.Length > 0 && Href != "#";

    /// <summary>Entries of the second level.</summary>
    public IReadOnlyList<PublicLink> Below { get; init; } = [];
}

/// <summary>Where the public face takes its main navigation from. Absent while no content module is built in.</summary>
public interface IPublicLinks
{
    ValueTask<IReadOnlyList<PublicLink>> LinksAsync();

    /// <summary>What stands below every page.</summary>
    ValueTask<IReadOnlyList<PublicLink>> FootAsync();

    /// <summary>Where the search box of every page leads, as <c>~/search</c>; null where there is nothing to be searched.</summary>
    string? Search { get; }
}
