using Integral.Platform.Tenancy;

namespace Integral.Platform.Registers;

/// <summary>What a register is imported with.</summary>
/// <param name="Recipe">Of each institution.</param>
/// <param name="Parent">Under which all of them come.</param>
/// <param name="Tree">Institutions go under their governing bodies, which are made too.</param>
/// <param name="RootBody">The governing body that is the parent itself.</param>
public sealed record RegisterOptions(string Recipe, Tenant Parent, bool Tree, string? RootBody, bool IsDryRun);
