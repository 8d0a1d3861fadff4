namespace Integral.Platform.Web;

/// <summary>
/// Which texts the page of this request shows. A public page that says so is kept until one of them changes
/// (<see cref="Tenancy.TenantChanges.TouchAsync(Guid, IReadOnlyCollection{string})"/>); one that says nothing, until anything on its site does.
/// </summary>
public sealed class PageSources
{
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    internal bool IsSaid { get; private set; }
    internal IReadOnlyCollection<string> Texts => texts;

    /// <summary>The number by which the cache knows what is being made.</summary>
    internal long Stamp { get; set; }

    /// <param name="shown">By their ids, or all of a kind by its name. Nothing for a page that shows only what belongs to the site as a whole.</param>
    public void Show(params IEnumerable<string> shown)
    {
        IsSaid = true;
        texts.UnionWith(shown);
    }
}
