using Integral.Platform.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integral.Administration.Api;

/// <summary>Figures for programs: what the page shows, of any days.</summary>
internal static class FiguresApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/figures", ListAsync).RequireAuthorization(PlatformModule.ReadFigures).WithTags("Figures")
            .WithSummary("What the institutions here and below have counted, by indicator; small groups of persons without a number");

    private static async Task<IReadOnlyList<FigureView>> ListAsync(FigureSums sums, Current current, Figures figures, DateOnly? from, DateOnly? until)
    {
        var last = until ?? figures.Today;
        var read = await sums.ReadAllAsync(current.Tenant, from ?? FigureSums.UsualStart(last), last);
        return [.. read.Select(r => new FigureView(r.Indicator.Id, r.Indicator.ShownBy, r.Sum.Day, r.Sum.Total, r.Sum.Groups))];
    }
}

/// <summary>An indicator as the API shows it.</summary>
internal sealed record FigureView(string Indicator, string? By, DateOnly? Day, long? Total, IReadOnlyList<FigureGroup> Groups);
