using System.Collections;
using Integral.Platform.Tenancy;

namespace Integral.Platform.Telemetry;

/// <summary>Names the tenant in whatever is logged while its request runs, as a field where logs are JSON. An id: whose it is stands in the catalogue.</summary>
internal sealed class TenantScope(Tenant tenant) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 1;
    public KeyValuePair<string, object?> this[int index] => index == 0 ? new("TenantId", tenant.Id) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return this[0];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    public override string ToString() => $"TenantId:{tenant.Id}";
}
