using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Integral.Platform.Settings;

/// <summary>The themes built in: every assembly <c>Integral.Theme.Name</c> that the host refers to is one. Nothing has to be registered.</summary>
public sealed class Themes(ApplicationPartManager parts)
{
    public const string Default = "Horizon";
    private const string Prefix = "Integral.Theme.";

    public IReadOnlyList<string> Names { get; } =
        [.. parts.ApplicationParts.Select(p => p.Name).Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..])
            .Distinct().OrderBy(n => n != Default).ThenBy(n => n, StringComparer.Ordinal)];

    /// <summary>The theme of that name as it writes itself; null where it isn't built in.</summary>
    public string? Known(string? name) => Names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
}
