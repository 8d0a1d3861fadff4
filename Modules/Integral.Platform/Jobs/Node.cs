using System.Reflection;

namespace Integral.Platform.Jobs;

/// <summary>This process, as other nodes and the operator know it.</summary>
internal sealed class Node(TimeProvider clock)
{
    public Guid Id { get; } = Guid.CreateVersion7();
    public string Name { get; } = $"{Environment.MachineName}:{Environment.ProcessId}";
    public DateTime StartedAt { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>With so much of the commit that two builds are told apart: <c>1.0.0+83ac12a</c>.</summary>
    public string Version { get; } = Short(typeof(Node).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    private static string Short(string version) => version.IndexOf('+') is >= 0 and var at && version.Length > at + 8 ? version[..(at + 8)] : version;
}
