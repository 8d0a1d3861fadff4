namespace Integral.Platform.Settings;

/// <summary>The themes built in: folders of views and tokens under /Themes.</summary>
public sealed class Themes
{
    public const string Default = "Horizon";
    public IReadOnlyList<string> Names { get; } = [Default];
}
