using System.Collections.Frozen;
using System.Collections;
using System.Reflection;
using Integral.Platform.Search;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Modules;

/// <summary>The modules built into this host, dependencies first, with what they declare.</summary>
public sealed class ModuleCatalog : IEnumerable<IntegralModule>
{
    private readonly OrderedDictionary<Type, IntegralModule> modules = [];
    private readonly FrozenDictionary<Type, SearchedRecords[]> searchedBy;

    public ModuleCatalog(params IEnumerable<IntegralModule> roots)
    {
        Add(new PlatformModule());
        foreach (var module in roots) Add(module);
        Features = modules.Values.SelectMany(m => m.Features).ToFrozenDictionary(f => f.Id, StringComparer.OrdinalIgnoreCase);
        Permissions = modules.Values.SelectMany(m => m.Permissions).ToFrozenDictionary(p => p.Name);
        Searched = [.. modules.Values.SelectMany(m => m.Searched)];
        searchedBy = Searched.GroupBy(s => s.Rows).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        ByAssembly = modules.Values.ToFrozenDictionary(m => m.Assembly);
    }

    public FrozenDictionary<string, Feature> Features { get; }
    public FrozenDictionary<string, Permission> Permissions { get; }

    /// <summary>How the search finds rows of this entity; empty of those that it doesn't.</summary>
    internal IReadOnlyList<SearchedRecords> SearchedBy(Type entity) => searchedBy.GetValueOrDefault(entity, []);
    internal IReadOnlyList<SearchedRecords> Searched { get; }

    /// <summary>The module whose code this is; null for the framework's and the tests'.</summary>
    public IntegralModule? Of(Assembly assembly) => ByAssembly.GetValueOrDefault(assembly);

    /// <summary>The feature a type belongs to: its own attribute's, else its module's first. Null outside modules.</summary>
    public string? FeatureOf(Type type) => type.GetCustomAttribute<FeatureAttribute>()?.Id ?? Of(type.Assembly)?.Features[0].Id;

    /// <summary>What one of the modules does in a process beside the server; null if this is to be the server or one of its verbs.</summary>
    public Task<int>? Beside(string[] args) => modules.Values.Select(m => m.Beside(args)).FirstOrDefault(work => work is not null);

    /// <summary>A tenant has the feature: it is on there, or nobody can switch it off. One that is older than a module has that module's too.</summary>
    public bool IsOn(string feature, Tenant tenant) => Features.GetValueOrDefault(feature) is { IsAlwaysOn: true } || tenant.Has(feature);

    /// <summary>The given features with all that they need.</summary>
    /// <exception cref="KeyNotFoundException">A feature is unknown.</exception>
    public FrozenSet<string> Complete(IEnumerable<string> ids)
    {
        var found = new HashSet<string>();
        foreach (var id in ids) Include(id);
        foreach (var feature in Features.Values.Where(f => f.IsAlwaysOn)) Include(feature.Id);
        return found.ToFrozenSet();

        void Include(string id)
        {
            var feature = Features[id];
            if (!found.Add(feature.Id)) return;
            foreach (var needed in feature.DependsOn) Include(needed);
        }
    }

    private FrozenDictionary<Assembly, IntegralModule> ByAssembly { get; }

    private void Add(IntegralModule module)
    {
        foreach (var dependency in module.DependsOn) Add(dependency);
        modules.TryAdd(module.GetType(), module);
    }

    public IEnumerator<IntegralModule> GetEnumerator() => modules.Values.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
