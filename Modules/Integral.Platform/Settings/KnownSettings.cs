using System.Text.Json.Nodes;
using Integral.Platform.Localization;

namespace Integral.Platform.Settings;

/// <summary>A settings object that a module reads, registered as a singleton, so that a recipe is told of values that mean nothing.</summary>
/// <param name="Name">As the <c>settings</c> step writes it.</param>
/// <param name="ProblemsOf">What is wrong with a value: the place in the object and a sentence.</param>
public sealed record KnownSettings(string Name, Func<JsonObject, IEnumerable<(string Place, Sentence What)>> ProblemsOf)
{
    /// <summary>Properties of the object that aren't settings: another step writes them, so an export leaves them out.</summary>
    public IReadOnlyList<string> NotSettings { get; init; } = [];

    /// <summary>What of the object everybody may know, as JSON: it becomes the tenant's <see cref="Tenancy.Tenant.Profile"/>. Null for an object of which nothing leaves the tenant.</summary>
    public Func<JsonObject, string>? Shown { get; init; }
}
