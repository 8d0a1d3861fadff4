using System.Globalization;
using System.Net;
using Integral.Content;
using Integral.Content.ReferenceBooks;
using Integral.Tests.Kit;

namespace Integral.Tests.Content;

/// <summary>Lists of the public site, narrowed and sorted by visitors.</summary>
public sealed class ListFilterTests(District district) : IClassFixture<District>
{
    private static string Term(string code) => BookRecipe.Id(null, $"document-kinds/{code}");

    [Theory, InlineData("", "order-decree"), InlineData("sort=title", "order-instruction"), InlineData("sort=Document.Date", "order-decision"), InlineData("sort=-Document.Date", "rule-regulation"), InlineData("sort=title&Document.Date.from=2027-01-01", "rule-procedure")]
    public async Task Every_item_is_shown_once_in_the_order_that_was_asked_for(string query, string kind)
    {
        await FillAsync(55, kind);
        var (titles, address) = (new List<string>(), $"/documents?Document.Kind={Term(kind)}&{query}");
        for (var part = 0; part < 5 && address is not null; part++)
        {
            var page = await district.Visitor().OpenAsync(address);
            titles.AddRange(page.Document.QuerySelectorAll("main article h2").Select(h => h.TextContent.Trim()).Where(t => t.StartsWith("Лист ", StringComparison.Ordinal)));
            address = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        var wanted = Enumerable.Range(0, 55).Select(n => $"Лист {n:d3}");
        Assert.Equal(query is "" or "sort=-Document.Date" ? wanted.Reverse() : wanted, titles);
    }

    [Fact]
    public async Task A_list_among_thousands_takes_at_most_one_statement_more_than_among_ten_and_shows_the_right_ones()
    {
        await FillAsync(10, "info-letter");
        var few = await StatementsAsync();
        await FillAsync(2100, "info-letter", from: 1000);
        Assert.InRange(await StatementsAsync(), few, few + 1);      // one more asks where the first values end
        foreach (var (query, first) in new[] { ("sort=-Document.Date", "Лист 3099"), ("", "Лист 3099"), ("sort=title&Document.Date.from=2029-09-27", "Лист 1000"), ("Document.Date.to=2027-01-03&sort=Document.Date", "Лист 000") })
            Assert.Equal(first, (await TitlesAsync($"Document.Kind={Term("info-letter")}&{query}"))[0]);
        Assert.Contains("больше 600", (await district.Visitor().OpenAsync($"/documents?Document.Kind={Term("info-letter")}")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_narrow_to_whole_days_and_what_can_not_be_read_asks_for_nothing()
    {
        await FillAsync(3, "rule-charter");      // the 1st to the 3rd of January 2027
        Assert.Equal(["Лист 001"], await TitlesAsync($"Document.Kind={Term("rule-charter")}&Document.Date.from=2027-01-02&Document.Date.to=2027-01-02"));
        Assert.Equal(3, (await TitlesAsync($"Document.Kind={Term("rule-charter")}&Document.Date.from=31.12.1999&sort=nonsense&x=y")).Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().OpenAsync("/documents?sort=title&cursor=nonsense")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().OpenAsync("/documents?sort=Document.Date&cursor=x~00000000000000000000000000")).Status);
    }

    [Fact]
    public async Task What_nobody_else_will_ask_for_is_not_kept()
    {
        var visitor = district.Visitor();
        Assert.Equal(0, await AgainAsync(visitor, $"/documents?Document.Kind={Term("order")}"));
        Assert.NotEqual(0, await AgainAsync(visitor, $"/documents?Document.Kind={Term("order")}&Document.Date.from=2026-01-01"));
    }

    private async Task<int> AgainAsync(Visitor visitor, string page)
    {
        await visitor.OpenAsync(page);
        district.Statements.Reset();
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(page));
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal));
    }

    private async Task<int> StatementsAsync()
    {
        var visitor = district.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Authorization", "Bearer nobody");      // keeps the output cache out of it
        return await AgainAsync(visitor, $"/documents?Document.Kind={Term("info")}&Document.Date.from=2027-01-01&sort=-Document.Date");
    }

    private async Task<List<string>> TitlesAsync(string query) => [.. (await district.Visitor().OpenAsync($"/documents?{query}")).Document.QuerySelectorAll("main article h2").Select(h => h.TextContent.Trim())];

    private Task<int> FillAsync(int count, string kind, int from = 0) => district.InDbAsync("", db =>
    {
        for (var n = from; n < from + count; n++)
        {
            var (id, day) = (Integral.Platform.Recipes.UniqueId.New(), new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(n));
            var item = new ContentItem { ContentItemId = id, ContentType = "Document", Culture = "ru", LocalizationSet = id, CreatedAt = day };
            item.Copy(new($"Лист {n.ToString("d3", CultureInfo.InvariantCulture)}")
            {
                Slug = $"documents/{id}",
                Fields = [new() { Part = "Document", Field = "Kind", Text = Term(kind) }, new() { Part = "Document", Field = "Date", Moment = day }],
            }, day, day);
            db.Add(item);
        }
        return db.SaveChangesAsync();
    });
}
