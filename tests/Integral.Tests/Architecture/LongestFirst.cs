using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Integral.Tests.Architecture.LongestFirst))]

namespace Integral.Tests.Architecture;

/// <summary>The one that builds takes longest and needs no district: it goes on while the demo is made for the others, and nobody waits for it at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection =>
        [.. DefaultTestCollectionOrderer.Instance.OrderTestCollections(testCollections).OrderByDescending(c => c.TestCollectionDisplayName.Contains(nameof(FirstModuleTests), StringComparison.Ordinal))];
}
