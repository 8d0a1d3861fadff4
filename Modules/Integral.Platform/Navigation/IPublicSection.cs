using Integral.Platform.Localization;

namespace Integral.Platform.Navigation;

/// <summary>Pages of a module as a menu of the site leads to them.</summary>
/// <param name="Address">Within the site, without a slash before it.</param>
public sealed record PublicSection(Sentence Title, string Address);

/// <summary>What of a module visitors should find in the menu of the site as long as nobody makes one. Who changes whether there is anything touches the tenant.</summary>
public interface IPublicSection
{
    /// <summary>Null while there is nothing to be seen.</summary>
    ValueTask<PublicSection?> ShownAsync();
}
