namespace Integral.Platform.Tenancy;

/// <summary>What may be changed of a tenant by the way; null stays as it is.</summary>
public sealed record TenantSettings
{
    public string? Name { get; init; }
    public string? Culture { get; init; }
    public string? TimeZone { get; init; }
    public IReadOnlyList<string>? Hosts { get; init; }
}
