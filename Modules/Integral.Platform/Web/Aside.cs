namespace Integral.Platform.Web;

/// <summary>For modules whose requests wait for work that is done elsewhere: meanwhile others are worked on.</summary>
public static class Aside
{
    /// <summary>Waits for it. It goes on without a place, as after every wait for the disk.</summary>
    public static Task<T> WaitAsync<T>(Task<T> work)
    {
        if (!work.IsCompleted) Place.StepAside();
        return work;
    }
}
