namespace Integral.Platform.Navigation;

/// <summary>A sign in the bar above every page of the work face: that something is new, with the way to it.</summary>
/// <param name="Title">Translated; says the number too.</param>
/// <param name="Number">As it is shown; null where there is nothing new.</param>
/// <param name="Href">Without the tenant's part: <c>/notices</c>.</param>
/// <param name="Topic">Of what browsers that are open hear when it changes; it is told to the account.</param>
/// <param name="From">Where the sign is read anew, without the tenant's part.</param>
public sealed record BarMark(string Title, string? Number, string Href, string Icon, string Topic, string From);

/// <summary>A module's sign in the bar. It stands on every page, so it asks the database once at most.</summary>
public interface IBarMark
{
    ValueTask<BarMark?> ShowAsync();
}
