using System.Globalization;
using Integral.Content.Profiles;
using Integral.Ui.Maps;

namespace Integral.Content.Reading;

/// <summary>Institutions in the order of a list, with the numbers under which those whose place is known stand on the map.</summary>
internal sealed class InstitutionsMap
{
    private readonly Dictionary<Guid, (Profile Profile, string? Mark)> known = [];

    /// <param name="detail">Where a click on a mark leads.</param>
    public InstitutionsMap(IEnumerable<Tenant> tenants, Func<Tenant, string> detail)
    {
        var points = new List<MapPoint>();
        foreach (var tenant in tenants)
        {
            var profile = Profile.Of(tenant);
            var mark = profile.Place is null ? null : (points.Count + 1).ToString(CultureInfo.InvariantCulture);
            if (profile.Place is { } place) points.Add(new(mark!, tenant.Name, place, detail(tenant)));
            known[tenant.Id] = (profile, mark);
        }
        Points = points;
    }

    public IReadOnlyList<MapPoint> Points { get; }
    public Profile ProfileOf(Tenant tenant) => known[tenant.Id].Profile;

    /// <summary>Null where there is no map, or it isn't on it.</summary>
    public string? MarkOf(Tenant tenant) => Points.Count > 1 ? known[tenant.Id].Mark : null;
}
