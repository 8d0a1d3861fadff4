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

    private const int Most = 100;

    private static async Task<FigurePage> ListAsync(FigureSums sums, Current current, Figures figures, DateOnly? from, DateOnly? until, string? after, int? limit)
    {
        var take = Math.Clamp(limit ?? Most, 1, Most);
        var last = until ?? figures.Today;
        var read = await sums.ReadAllAsync(current.Tenant, from ?? FigureSums.UsualStart(last), last);
        var found = read.OrderBy(r => r.Indicator.Id, StringComparer.Ordinal).Where(r => after is null || string.CompareOrdinal(r.Indicator.Id, after) > 0).Take(take + 1).ToList();
        return new([.. found.Take(take).Select(r => new FigureView(r.Indicator.Id, r.Indicator.ShownBy, r.Sum.Day, r.Sum.Total, r.Sum.Groups))], found.Count > take ? found[take - 1].Indicator.Id : null);
    }
}

/// <param name="Next">The value of <c>after</c> for what comes next; null at the end.</param>
internal sealed record FigurePage(IReadOnlyList<FigureView> Items, string? Next);

/// <summary>An indicator as the API shows it.</summary>
internal sealed record FigureView(string Indicator, string? By, DateOnly? Day, long? Total, IReadOnlyList<FigureGroup> Groups);
