using System.Net;
using Integral.Platform.Reporting;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>What the institutions count of their people, and the district office sees of it.</summary>
public sealed class PeopleFiguresTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task The_district_office_sees_how_many_people_the_institutions_have_and_no_group_of_a_few()
    {
        var office = await district.SignInAsync("district");
        var page = await office.OpenAsync("/Admin/Figures");
        var rows = page.Document.QuerySelectorAll("main tbody tr").Select(r => string.Join(": ", r.Children.Select(c => c.TextContent.Trim()))).ToList();

        Assert.Contains("Учитель: 5", rows);
        Assert.Contains(rows, r => r.StartsWith("Директор: не показано", StringComparison.Ordinal) || r.StartsWith("Руководитель: не показано", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.EndsWith(": 1", StringComparison.Ordinal) || r.EndsWith(": 2", StringComparison.Ordinal));
        Assert.Contains("Некоторые числа не показаны", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await office.OpenAsync("/cabinet")).Document.QuerySelector("main a[href='/Admin/Figures']"));
    }

    [Fact]
    public async Task A_program_reads_the_same_as_the_page_shows()
    {
        var answer = await (await district.SignInAsync("district")).ReadAsync("/api/v1/figures");

        Assert.Contains("""{"group":"teacher","value":5}""", answer, StringComparison.Ordinal);
        Assert.Contains("""{"group":"head","value":null}""", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("teacher", await (await district.SignInAsync("district")).ReadAsync("/api/v1/figures?until=2020-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_right_to_figures_sees_none()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("teacher", "/school-1")).StatusAsync("/school-1/Admin/Figures"));
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("coordinator")).StatusAsync("/Admin/Figures"));
    }

    [Fact]
    public async Task Who_has_the_right_here_only_sees_this_institutions_own_figures()
    {
        var sums = new List<long?>();
        foreach (var reach in new[] { Reach.HereAndBelow, Reach.Here, Reach.HereAndBelow })
        {
            var account = await district.AccountAsync("district");
            await district.InHostAsync(async host =>
            {
                (await host.Memberships.SingleAsync(m => m.AccountId == account.Id)).Reach = reach;
                return await host.SaveChangesAsync();
            });
            var page = await (await district.SignInAsync("district")).OpenAsync("/Admin/Figures");
            sums.Add(page.Document.QuerySelectorAll("main tbody tr").Length);
        }
        Assert.True(sums[1] < sums[0], "he sees as many groups as before");
        Assert.Equal(sums[0], sums[2]);
    }

    [Fact]
    public async Task Counted_once_more_they_are_the_same_and_what_is_over_is_not_counted()
    {
        var before = await TeachersAsync();
        await CountAsync();
        Assert.Equal(before, await TeachersAsync());

        var lecturer = await district.AccountAsync("lecturer");
        await SetEndAsync(lecturer.Id, new(2020, 1, 1));
        await CountAsync();
        Assert.Equal(before - 1, await TeachersAsync());
        await SetEndAsync(lecturer.Id, null);
        await CountAsync();
    }

    [Fact]
    public async Task The_page_costs_a_statement_an_indicator_however_many_institutions_there_are()
    {
        var office = await district.SignInAsync("district");
        await office.OpenAsync("/Admin/Figures");
        district.Statements.Reset();
        Assert.Equal(HttpStatusCode.OK, await office.StatusAsync("/Admin/Figures"));

        Assert.Equal(2, district.Statements.Seen.Count(s => s.Contains("figures", StringComparison.Ordinal)));
    }

    private async Task<bool> CountAsync()
    {
        await district.Services.GetRequiredService<NightlyFigures>().RunAsync(default);
        return true;
    }

    private Task<long> TeachersAsync() => district.InHostAsync(host => host.Set<FigureRow>().Where(f => f.Indicator == "people.roles" && f.Dimensions == "role=teacher").SumAsync(f => f.Value));

    private Task<int> SetEndAsync(Guid account, DateOnly? day) => district.InHostAsync(async host =>
    {
        (await host.Memberships.SingleAsync(m => m.AccountId == account)).UntilOn = day;
        return await host.SaveChangesAsync();
    });
}
