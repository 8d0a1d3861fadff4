using Integral.Platform.Changes;
using Integral.Platform.Data;
using Integral.Platform.Live;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Microsoft.AspNetCore.Routing;

namespace Integral.Platform;

/// <summary>The kernel seen as a module: its tables and permissions. What it does is wired in <see cref="IntegralHost"/>.</summary>
public sealed class PlatformModule : IntegralModule
{
    public const string ReadAudit = "audit.read", ReadFigures = "figures.read";

    public override string Name => "Platform";
    public override string Description => "The kernel: tenants, rights, settings and the audit trail";
    public override bool IsAlwaysOn => true;

    public override IReadOnlyList<Permission> Permissions =>
    [
        new(ReadAudit, "Read who changed what and when", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head),
        new(ChangeSets.UndoOwn, "Take back one's own mass actions for a day", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.Head, DeliveredRoles.DeputyHead, DeliveredRoles.Registrar, DeliveredRoles.Methodologist, DeliveredRoles.CentreStaff, DeliveredRoles.Coordinator),
        new(ChangeSets.UndoOthers, "Take back mass actions of others, and everything since a moment", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin),
        new(ReadFigures, "Read the figures of this institution and those below it", DeliveredRoles.PlatformAdmin, DeliveredRoles.TenantAdmin, DeliveredRoles.DistrictOffice, DeliveredRoles.Department),
    ];

    public override void Map(IEndpointRouteBuilder routes) => LiveApi.Map(routes);
}

internal sealed class SqliteSchema : SqliteSchema<PlatformModule>;
internal sealed class PostgreSqlSchema : PostgreSqlSchema<PlatformModule>;
