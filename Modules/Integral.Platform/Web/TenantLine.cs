namespace Integral.Platform.Web;

/// <summary>The requests of one tenant: how many are worked on, and who waits, in the order of arrival.</summary>
internal sealed class TenantLine(Guid whose, long formed)
{
    public Guid Whose { get; } = whose;
    public int Inside { get; set; }
    public LinkedList<Place> Waiting { get; } = new();

    /// <summary>When one of it last began to be worked on; at first when the line was formed.</summary>
    public long Served { get; set; } = formed;
}
