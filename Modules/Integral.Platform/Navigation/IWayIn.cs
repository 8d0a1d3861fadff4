namespace Integral.Platform.Navigation;

/// <summary>Who comes by a way: somebody for themselves, or somebody for an organisation.</summary>
public enum Comer { Person, Organisation }

/// <summary>A way to an account for visitors, shown where one signs in and where one applies for something.</summary>
/// <param name="Title">Translated.</param>
/// <param name="Href">Without the tenant's part: <c>/register</c>.</param>
public sealed record WayIn(string Title, string Href, string Icon, Comer For);

/// <summary>A module's way to an account. At most one statement.</summary>
public interface IWayIn
{
    /// <param name="back">Where whoever comes by it wants to be then, an address of this host; null for the cabinet.</param>
    /// <returns>Null where it is shut.</returns>
    ValueTask<WayIn?> ShownAsync(string? back);
}
