namespace Integral.Communication.Contracts;

/// <summary>What the current person was told, for modules that show them the same elsewhere.</summary>
public interface IOwnNotices
{
    /// <summary>They have read there what it is about: the bell counts it no more, and no letter goes out about it.</summary>
    /// <param name="about">As the news had it; not empty.</param>
    Task ReadAboutAsync(string about);
}
