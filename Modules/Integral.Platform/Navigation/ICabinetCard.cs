namespace Integral.Platform.Navigation;

/// <summary>What a cabinet says of one matter, with the way to it. Every number opens the list behind it.</summary>
/// <param name="Title">Translated.</param>
/// <param name="Number">What counts today; null for a card that only leads somewhere.</param>
/// <param name="Href">Without the tenant's part: <c>/Admin/People</c>.</param>
public sealed record CabinetCard(string Title, string Text, string? Number, string Href, string Icon, int Order = 50);

/// <summary>A module's contribution to the cabinet. At most one statement; null when it says nothing to the current person.</summary>
public interface ICabinetCard
{
    ValueTask<CabinetCard?> ShowAsync();
}
