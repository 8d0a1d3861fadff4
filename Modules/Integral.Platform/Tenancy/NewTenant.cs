namespace Integral.Platform.Tenancy;

/// <summary>A tenant to be deployed.</summary>
/// <param name="Path">Its address; empty for the root of an empty installation.</param>
/// <param name="Recipe">The name of a recipe on the shelf, or where paths are allowed a file.</param>
public sealed record NewTenant(string Name, string Path, string Recipe)
{
    public Guid? ParentId { get; init; }

    /// <summary>Null for what the recipe says (its first tag that is a kind), else a school.</summary>
    public TenantKind? Kind { get; init; }
    public string? Host { get; init; }
    public string Culture { get; init; } = "ru";
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The database server that is to hold it; null or empty for the default one. Those below it that its recipe makes go there too.</summary>
    public string? Server { get; init; }

    /// <summary>Its key in a register.</summary>
    public string? Code { get; init; }

    /// <summary>Deployed switched off, as one is that a register says doesn't work for the time being.</summary>
    public bool IsOff { get; init; }
    public string? AdminEmail { get; init; }
    public string? AdminPassword { get; init; }

    /// <summary>The password was made up by the system: to be changed at the first sign-in.</summary>
    public bool AdminMustChange { get; init; }
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
