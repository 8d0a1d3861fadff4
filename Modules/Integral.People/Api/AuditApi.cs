using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integral.People.Api;

/// <summary>The audit trail for programs, newest first.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/audit", ListAsync).WithTags("Audit").WithSummary("Who changed what, newest first; after is the cursor").RequireAuthorization(PlatformModule.ReadAudit);

    private static async Task<Ok<AuditAnswer>> ListAsync(AuditTrail trail, string? who, string? kind, DateOnly? day, string? records, Guid? after, int limit = 50)
    {
        var page = await trail.PageAsync(new(who, kind, day, records, after), Math.Clamp(limit, 1, 100));
        return TypedResults.Ok(new AuditAnswer([.. page.Entries.Select(e => new AuditItem(e.Id, e.At, e.Who, e.From, e.Action, e.Kind, e.RecordId, e.Payload, e.Digest))], page.Next));
    }
}
