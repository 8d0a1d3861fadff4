namespace Integral.Ui.Maps;

/// <summary>A place on the earth, in degrees.</summary>
public readonly record struct MapPlace(double Latitude, double Longitude);

/// <summary>A place with a mark on a map.</summary>
/// <param name="Mark">One to three signs, by which a list beside the map names it.</param>
/// <param name="Href">Where a click on it leads.</param>
public sealed record MapPoint(string Mark, string Name, MapPlace Place, string? Href);
