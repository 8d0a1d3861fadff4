using Integral.Platform.Data;
using Integral.Platform.Modules;
using Integral.Platform.Security;

namespace Integral.Platform;

/// <summary>The kernel seen as a module: its tables and permissions. What it does is wired in <see cref="IntegralHost"/>.</summary>
public sealed class PlatformModule : IntegralModule
{
    public const string ReadAudit = "audit.read";

    public override string Name => "Platform";
    public override string Description => "The kernel: tenants, rights, settings and the audit trail";
    public override bool IsAlwaysOn => true;

    public override IReadOnlyList<Permission> Permissions =>
        [new(ReadAudit, "Read who changed what and when", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head)];
}

internal sealed class SqliteSchema : SqliteSchema<PlatformModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<PlatformModule>;
