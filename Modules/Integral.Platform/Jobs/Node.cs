using System.Reflection;

namespace Integral.Platform.Jobs;

/// <summary>This process, as other nodes and the operator know it.</summary>
internal sealed class Node(TimeProvider clock)
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public string Name { get; } = $"{Environment.MachineName}:{Environment.ProcessId}";
    public DateTime StartedAt { get; } = clock.GetUtcNow().UtcDateTime;
    public string Version { get; } = typeof(Node).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
