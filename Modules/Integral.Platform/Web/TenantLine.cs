namespace Integral.Platform.Web;

/// <summary>The requests of one tenant: how many are worked on, and who waits, in the order of arrival.</summary>
internal sealed class TenantLine(Guid whose)
{
    public Guid Whose { get; } = whose;
    public int Inside { get; set; }
    public LinkedList<Place> Waiting { get; } = new();
    public bool HasWaited(TimeProvider clock, TimeSpan time) => Waiting.First is { } first && clock.GetElapsedTime(first.Value.Since) >= time;
}
