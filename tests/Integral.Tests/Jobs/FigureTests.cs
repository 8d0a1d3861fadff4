using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Localization;
using Integral.Platform.Reporting;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Jobs;

/// <summary>How many books stand where: the tests' own.</summary>
internal class Books : Indicator
{
    public override string Id => "tests.books";
    public override Sentence Title => "Books";
    public override Sentence Unit => "Number";
    public override string? ShownBy => "place";
    public override bool CountsPersons => false;
}

/// <summary>Who came each day: days are added.</summary>
internal sealed class Comers : Books
{
    public override string Id => "tests.comers";
    public override bool IsState => false;
    public override bool CountsPersons => true;
}

public sealed class FigureDistrict : JobDistrict
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddScoped<Indicator, Books>().AddScoped<Indicator, Comers>());
    }
}

/// <summary>Figures on their way up: reported, kept once, replaced by newer ones only, summed up by whoever may.</summary>
public sealed class FigureTests(FigureDistrict district) : IClassFixture<FigureDistrict>, IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 3, 2), Tuesday = new(2026, 3, 3);

    public async ValueTask InitializeAsync() => await district.InHostAsync(async host =>
    {
        await host.WriteAsync(() => host.Set<FigureRow>().Where(f => f.Indicator.StartsWith("tests.")).ExecuteDeleteAsync());
        return true;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_figure_is_reported_with_what_it_was_counted_from_and_summed_up_by_place()
    {
        await ReportAsync("school-1", Monday, ("shelf", 100), ("desk", 7));
        await ReportAsync("school-2", Monday, ("shelf", 50));

        var sum = await SumAsync("tests.books", "", Monday, Monday);
        Assert.Equal("desk 7, shelf 150", Shown(sum));
        Assert.Equal(157, sum.Total);
        Assert.Equal(Monday, sum.Day);
        Assert.Equal(50, (await SumAsync("tests.books", "school-2", Monday, Monday)).Total);
    }

    [Fact]
    public async Task What_is_not_saved_is_not_reported()
    {
        await district.InTenantAsync("school-1", services =>
        {
            services.GetRequiredService<Figures>().Report("tests.books", Monday, new Figure(9, ("place", "shelf")));
            return Task.FromResult(true);
        });
        await district.AllAsync();

        Assert.Null((await SumAsync("tests.books", "", Monday, Monday)).Total);
    }

    [Fact]
    public async Task A_later_report_of_a_day_replaces_the_earlier_one_with_what_it_does_not_name()
    {
        await ReportAsync("school-1", Monday, ("shelf", 100), ("desk", 7));
        await ReportAsync("school-1", Monday, ("shelf", 90));

        Assert.Equal(90, (await SumAsync("tests.books", "", Monday, Monday)).Total);
    }

    [Fact]
    public async Task A_report_that_comes_again_changes_nothing_and_an_older_one_that_comes_late_neither()
    {
        var (book, school, now) = (district.Services.GetRequiredService<FigureBook>(), district.Tenant("school-1").Id, district.Clock.GetUtcNow().UtcDateTime);
        var (old, late) = (Count(now, 10), Count(now.AddMinutes(1), 20));
        foreach (var count in new[] { late, late, old, Count(now.AddSeconds(30), 30, "desk") }) await book.WriteAsync(school, count, default);

        Assert.Equal("shelf 20", Shown(await SumAsync("tests.books", "", Monday, Monday)));
    }

    [Fact]
    public async Task A_state_is_that_of_each_institutions_last_day_and_what_happens_is_added()
    {
        foreach (var indicator in new[] { "tests.books", "tests.comers" })
        {
            await ReportAsync("school-1", Monday, indicator, ("shelf", 100));
            await ReportAsync("school-1", Tuesday, indicator, ("shelf", 101));
            await ReportAsync("school-2", Monday, indicator, ("shelf", 50));
        }

        Assert.Equal(151, (await SumAsync("tests.books", "", Monday, Tuesday)).Total);
        Assert.Equal(251, (await SumAsync("tests.comers", "", Monday, Tuesday)).Total);
    }

    [Fact]
    public async Task Groups_of_persons_that_are_small_are_kept_back_and_things_are_not()
    {
        foreach (var indicator in new[] { "tests.books", "tests.comers" }) await ReportAsync("school-1", Monday, indicator, ("a", 3), ("b", 9), ("c", 40));

        Assert.Equal("a 3, b 9, c 40", Shown(await SumAsync("tests.books", "", Monday, Monday)));
        var persons = await SumAsync("tests.comers", "", Monday, Monday);
        Assert.Equal("a -, b -, c 40", Shown(persons));
        Assert.Equal(52, persons.Total);
    }

    [Fact]
    public async Task An_indicator_that_nobody_declares_is_refused_and_so_is_what_is_no_word()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReportAsync("school-1", Monday, "tests.unheard", ("shelf", 1)));
        await Assert.ThrowsAsync<ArgumentException>(() => ReportAsync("school-1", Monday, ("Anna Petrenko", 1)));
        await Assert.ThrowsAsync<NotFoundException>(() => SumAsync("tests.unheard", "", Monday, Monday));
    }

    [Fact]
    public async Task Figures_are_read_with_the_permission_and_as_far_down_as_the_membership_reaches()
    {
        await ReportAsync("school-1", Monday, ("shelf", 100));
        await ReportAsync("", Monday, ("shelf", 1));

        Assert.Equal(101, (await SumAsync("tests.books", "", Monday, Monday)).Total);
        Assert.Equal(1, (await SumAsync("tests.books", "", Monday, Monday, here: [PlatformModule.ReadFigures])).Total);
        await Assert.ThrowsAsync<NotAllowedException>(() => SumAsync("tests.books", "", Monday, Monday, here: []));
        await Assert.ThrowsAsync<NotFoundException>(() => SumAsync("tests.books", "school-1", Monday, Monday, here: [PlatformModule.ReadFigures], from: ""));
        await Assert.ThrowsAsync<NotFoundException>(() => SumAsync("tests.books", "school-2", Monday, Monday, from: "school-1"));
        await Assert.ThrowsAsync<NotFoundException>(() => SumAsync("tests.books", "", Monday, Monday, from: "school-1"));
    }

    [Fact]
    public async Task An_institution_counts_for_those_above_it_from_when_it_is_placed_there()
    {
        await ReportAsync("school-1", Monday, ("shelf", 100));
        await MoveAsync("school-1", under: "centre");
        Assert.Equal(100, (await SumAsync("tests.books", "centre", Monday, Monday)).Total);

        await MoveAsync("school-1", under: "");
        Assert.Null((await SumAsync("tests.books", "centre", Monday, Monday)).Total);
    }

    private static string Shown(FigureSum sum) => string.Join(", ", sum.Groups.Select(g => $"{g.Group} {(g.Value is { } value ? value : "-")}"));

    private static DayCount Count(DateTime at, long value, string place = "shelf") => DayCount.Of("tests.books", Monday, at, [new(value, ("place", place))]);

    private Task ReportAsync(string tenant, DateOnly day, params (string Place, long Value)[] values) => ReportAsync(tenant, day, "tests.books", values);

    private async Task ReportAsync(string tenant, DateOnly day, string indicator, params (string Place, long Value)[] values)
    {
        await district.InTenantAsync(tenant, services =>
        {
            services.GetRequiredService<Figures>().Report(indicator, day, [.. values.Select(v => new Figure(v.Value, ("place", v.Place)))]);
            return services.GetRequiredService<Db>().SaveChangesAsync();
        });
        await district.AllAsync();
        district.Clock.Pass(TimeSpan.FromMilliseconds(5));
    }

    // Somebody who may read figures in `from`, in all below it too unless `here` says what they may there only.
    private Task<FigureSum> SumAsync(string indicator, string over, DateOnly first, DateOnly last, string[]? here = null, string? from = null) => district.InTenantAsync(from ?? over, services =>
    {
        var all = new HashSet<string> { PlatformModule.ReadFigures };
        services.GetRequiredService<Current>().Enter(new SignedIn(Guid.Empty, Guid.Empty, "", "", null, null, new HashSet<string>(), (here ?? [.. all]).ToHashSet()) { PermissionsBelow = here is null ? all : [] });
        return services.GetRequiredService<FigureSums>().ReadAsync(indicator, district.Tenant(over), first, last);
    });

    private async Task MoveAsync(string tenant, string under)
    {
        var parent = district.Tenant(under).Id;
        await district.InHostAsync(async host =>
        {
            (await host.Tenants.SingleAsync(t => t.Path == tenant)).ParentId = parent;
            return await host.SaveChangesAsync();
        });
        await district.Services.GetRequiredService<Catalogue>().RefreshAsync();
    }
}
