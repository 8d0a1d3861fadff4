using Integral.Tests.Kit;

namespace Integral.Tests.Platform;

/// <summary>What a page costs in SQL statements, once what is kept in memory is there (R26).</summary>
public sealed class StatementTests(District district) : IClassFixture<District>
{
    [Theory, InlineData("/", 2), InlineData("/school-1/", 0), InlineData("/school-1/kk/", 0)]
    public async Task The_front_page_takes_three_statements_and_one_for_each_list_among_its_blocks(string page, int lists)
    {
        var visitor = district.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Authorization", "Bearer nobody");      // keeps the output cache out of it
        await visitor.OpenAsync(page);

        Assert.InRange(await CountAsync(visitor, page), 1, 4 + lists);      // two of the page, one for the sizes of its pictures and the one that looks for the session
    }

    [Theory, InlineData("teacher", 8), InlineData("pupil", 5), InlineData("parent", 5)]
    public async Task A_cabinet_takes_five_statements_with_those_of_the_session_the_bell_and_the_board_and_three_more_for_an_inbox(string who, int most)
    {
        var person = await district.SignInAsync(who, "/school-1");
        await person.OpenAsync("/school-1/cabinet");

        Assert.InRange(await CountAsync(person, "/school-1/cabinet"), 1, most);
    }

    [Fact]
    public async Task A_page_in_the_cache_takes_none()
    {
        var visitor = district.Visitor();
        await visitor.OpenAsync("/school-2/");

        Assert.Equal(0, await CountAsync(visitor, "/school-2/"));
    }

    private async Task<int> CountAsync(Visitor visitor, string page)
    {
        district.Statements.Reset();
        Assert.Equal(System.Net.HttpStatusCode.OK, await visitor.StatusAsync(page));
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal));
    }
}
