using Integral.Platform.Audit;

namespace Integral.Platform.Settings;

/// <summary>A named settings object of a tenant, as JSON: what a recipe's <c>settings</c> step writes.</summary>
[Audited]
public sealed class Setting
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}
