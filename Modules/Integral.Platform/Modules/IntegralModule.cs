using System.CommandLine;
using System.Reflection;
using Integral.Platform.Search;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Modules;

/// <summary>What a module tells the host. Its subclass is the first file to read in any module.</summary>
public abstract class IntegralModule
{
    /// <summary>One word: the folder, the namespace and the test folder are called after it.</summary>
    public abstract string Name { get; }

    /// <summary>In words, for the person who switches features on: the English source of a translated sentence.</summary>
    public abstract string Description { get; }

    public virtual IReadOnlyList<IntegralModule> DependsOn => [];

    /// <summary>What a tenant can switch on and off. A module that says nothing is one feature.</summary>
    public virtual IReadOnlyList<Feature> Features =>
        [new(Id, Name, Description) { DependsOn = [.. DependsOn.Where(m => !m.IsAlwaysOn).Select(m => m.Id)], IsAlwaysOn = IsAlwaysOn }];

    /// <summary>True for the few modules without which a tenant can't be entered or run.</summary>
    public virtual bool IsAlwaysOn => false;

    public virtual IReadOnlyList<Permission> Permissions => [];
    public virtual IReadOnlyList<MenuItem> Menu => [];

    /// <summary>Rows of the module that the search finds.</summary>
    public virtual IReadOnlyList<SearchedRecords> Searched => [];

    public virtual void AddServices(IServiceCollection services) { }

    /// <summary>Maps what isn't a page. Every endpoint mapped here belongs to the module's feature.</summary>
    public virtual void Map(IEndpointRouteBuilder routes) { }

    /// <summary>What the module does at the command line, each verb by <see cref="Commands.CommandLine.DoAsync"/>.</summary>
    public virtual IEnumerable<Command> Verbs(IServiceProvider services) => [];

    /// <summary>Work of a process beside the server that needs nothing of what a server builds, so it begins at once. Null for arguments of others.</summary>
    public virtual Task<int>? Beside(string[] args) => null;

    public string Id => $"Integral.{Name}";
    public Assembly Assembly => GetType().Assembly;
    public sealed override string ToString() => Name;
}
