namespace Integral.Platform.Modules;

/// <summary>Something that a tenant has or hasn't. Off means: its addresses answer 404, its menu entries and jobs are gone.</summary>
/// <param name="Id">As recipes write it: <c>Integral.Content</c>.</param>
/// <param name="Name">English source of a translated name.</param>
/// <param name="Description">English source of a translated sentence.</param>
public sealed record Feature(string Id, string Name, string Description)
{
    /// <summary>Ids of features that must be on while this one is.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];
    public bool IsAlwaysOn { get; init; }
}

/// <summary>Marks an endpoint or a page model with the feature it belongs to, where that isn't its module's first one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FeatureAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
