using Integral.Content;
using Integral.Platform.Search;
using Integral.Tests.Kit;

namespace Integral.Tests.Content.Search;

/// <summary>What a question costs doesn't grow with its words, nor with the texts of the site.</summary>
public sealed class SearchCostTests(District district) : IClassFixture<District>
{
    private const string Words = "школа класс ученики родители приём документы учитель конкурс занятия правила каникулы питание";

    [Fact]
    public async Task A_question_of_twelve_words_takes_as_many_statements_as_one_of_one()
    {
        var one = await StatementsAsync("школа");
        Assert.InRange(one, 4, 8);
        Assert.Equal(one, await StatementsAsync(Words));
        Assert.Equal(await StatementsAsync("школа учытель"), await StatementsAsync("школа учытель роодители докуманты каникулли"));
    }

    [Fact]
    public async Task A_question_takes_as_many_statements_among_many_texts_as_among_few()
    {
        var few = await StatementsAsync("школа каникулы");
        await FillAsync(1200);
        Assert.Equal(few, await StatementsAsync("школа каникулы"));
        Assert.Equal(few, await StatementsAsync("школа каникулы", "&type=News"));
    }

    [Fact]
    public void The_rank_of_a_term_is_found_among_all_as_if_all_were_read()
    {
        var kept = new DocumentTerms(new Dictionary<string, int> { ["112"] = 7, ["7"] = 100, ["школ"] = 112, ["дошкол"] = 3, ["школьн"] = 1000, ["кол"] = 0 }, new Dictionary<string, string>()).ToString();
        foreach (var (term, rank) in DocumentTerms.Read(kept)) Assert.Equal(rank, DocumentTerms.RankIn(kept, term));
        Assert.All(["1000", "шко", "ол", "", "100"], term => Assert.Null(DocumentTerms.RankIn(kept, term)));
    }

    private async Task<int> StatementsAsync(string words, string rest = "")
    {
        var (visitor, page) = (district.Visitor(), $"/search?q={Uri.EscapeDataString(words)}{rest}");
        await visitor.OpenAsync(page);
        district.Statements.Reset();
        Assert.Contains("main", (await visitor.OpenAsync(page)).Text, StringComparison.Ordinal);
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal));
    }

    private Task<int> FillAsync(int count) => district.InDbAsync("", db =>
    {
        var day = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var n = 0; n < count; n++)
        {
            var id = Integral.Platform.Recipes.UniqueId.New();
            var item = new ContentItem { ContentItemId = id, ContentType = "News", Culture = "ru", LocalizationSet = id, CreatedAt = day };
            item.Copy(new($"Школа, каникулы {n}") { Slug = $"cost-{id}", BodyHtml = "<p>Школа, каникулы.</p>" }, day, day);
            db.Add(item);
        }
        return db.SaveChangesAsync();
    });
}
