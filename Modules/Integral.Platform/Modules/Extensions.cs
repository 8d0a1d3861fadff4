using System.Collections;
using Integral.Platform.Security;

namespace Integral.Platform.Modules;

/// <summary>What the modules contribute to an extension point, of the features that the current tenant has.</summary>
public interface IExtensions<out T> : IEnumerable<T>;

internal sealed class Extensions<T>(IEnumerable<T> all, ModuleCatalog modules, Current current) : IExtensions<T>
{
    public IEnumerator<T> GetEnumerator() =>
        all.Where(e => modules.FeatureOf(e!.GetType()) is not { } feature || modules.IsOn(feature, current.Tenant)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
