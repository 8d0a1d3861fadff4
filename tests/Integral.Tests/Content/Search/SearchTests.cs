using Integral.Content.Data;
using Integral.Platform.Search;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content.Search;

/// <summary>What is saved is found at once, by whomever it may be found.</summary>
public sealed class SearchTests(JobDistrict district) : IClassFixture<JobDistrict>, IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task What_is_published_is_found_and_what_is_taken_away_is_not()
    {
        var id = await WriteAsync("Квазиморфный праздник", "Приходите все.");
        Assert.Contains("Квазиморфный праздник", await FoundAsync("квазиморфного"));

        await ChangeAsync(id, i => i.Unpublish(district.Clock.GetUtcNow().UtcDateTime));
        Assert.Empty(await FoundAsync("квазиморфного"));
        await ChangeAsync(id, i => i.Delete(null, district.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal(0, await district.InDbAsync("", db => db.Set<SearchDocument>().CountAsync(d => d.RecordId == id)));
        Assert.Equal(0, await PostingsWithoutDocumentAsync());
    }

    [Fact]
    public async Task A_changed_text_is_found_by_its_new_words_only()
    {
        var id = await WriteAsync("Гиперборейский день", "Старое слово: аметистовый.");
        await WriteAsync("Гиперборейский день", "Новое слово: бирюзовейший.", id);
        Assert.Empty(await FoundAsync("аметистового"));
        Assert.Contains("Гиперборейский день", await FoundAsync("бирюзовейшего"));
        Assert.Equal(0, await PostingsWithoutDocumentAsync());
    }

    [Fact]
    public async Task What_comes_from_above_is_found_below_and_nothing_else_of_another_institution()
    {
        await WriteAsync("Эпистолярный конкурс", "Для школ.", isForBelow: true);
        await WriteAsync("Контрапунктный совет", "Только для района.");
        await district.AllAsync();
        Assert.Contains("Эпистолярный конкурс", await FoundAsync("эпистолярный", "school-2"));
        Assert.Empty(await FoundAsync("контрапунктный", "school-2"));
    }

    [Fact]
    public async Task A_draft_is_found_by_those_who_may_open_it()
    {
        await WriteAsync("Черновик протуберанца", "Ещё не готово.", isPublished: false);
        Assert.Empty(await FoundAsync("протуберанец"));
        Assert.Contains("Черновик протуберанца", (await (await district.SignInAsync("methodist")).OpenAsync("search?q=протуберанцы")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Черновик протуберанца", (await (await district.SignInAsync("coordinator")).OpenAsync("search?q=протуберанцы")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Черновик протуберанца", (await district.Visitor().OpenAsync("search?q=протуберанцы")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_draft_of_what_is_published_is_found_beside_it_by_those_who_may_open_it()
    {
        var id = await WriteAsync("Эвфемизмы района", "Опубликовано.");
        await WriteAsync("Эвфемизмы района", "Дописано: катахреза.", id, isPublished: false);
        Assert.Empty(await FoundAsync("катахреза"));
        Assert.Contains("Эвфемизмы района", await FoundAsync("эвфемизмы"));
        var found = await (await district.SignInAsync("methodist")).OpenAsync("search?q=катахрезы");
        Assert.Contains($"/Admin/Content/Edit/{id}", found.Document.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")));
        Assert.Empty((await (await district.SignInAsync("coordinator")).OpenAsync("search?q=катахрезы")).Document.QuerySelectorAll("main li a"));

        await WriteAsync("Эвфемизмы района", "Опубликовано: катахреза.", id);
        Assert.Contains("Эвфемизмы района", await FoundAsync("катахреза"));
        Assert.Equal(1, await district.InDbAsync("", db => db.Set<SearchDocument>().CountAsync(d => d.RecordId == id)));
    }

    [Fact]
    public async Task A_beginning_a_mistake_and_another_language_find_too()
    {
        await WriteAsync("Дирижабельный парад", "Полёты над рекой.");
        Assert.Contains("Дирижабельный парад", await FoundAsync("дирижаб"));
        Assert.Contains("Дирижабельный парад", await FoundAsync("дирежабельный"));
        Assert.Contains("Дирижабельный парад", await FoundAsync("ирижабельный"));
        var kazakh = await district.Visitor().OpenAsync("kk/search?q=дирижабельного");
        Assert.Contains("Дирижабельный парад", kazakh.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_marks_what_was_found_and_writes_nothing_of_the_question_as_HTML()
    {
        await WriteAsync("Метеоритный день", "Смотрим <b>метеориты</b> &lt;script&gt;alert(1)&lt;/script&gt; вместе.");
        var page = await district.Visitor().OpenAsync("search?q=метеорит+<script>alert(2)</script>");
        Assert.Contains("метеориты", page.Document.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
        Assert.Contains("<script>alert(1)</script>", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kinds_and_days_narrow_what_is_found()
    {
        await WriteAsync("Астролябия в музее", "Выставка.");
        var today = district.Clock.GetUtcNow().UtcDateTime;
        Assert.Contains("Астролябия", (await district.Visitor().OpenAsync($"search?q=астролябия&type=News&from={today.AddDays(-2):yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Астролябия в музее", (await district.Visitor().OpenAsync("search?q=астролябия&type=Document")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Астролябия в музее", (await district.Visitor().OpenAsync($"search?q=астролябия&to={today.AddDays(-2):yyyy-MM-dd}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("и")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"*:&|!()<->")]
    public async Task Odd_questions_find_nothing_and_break_nothing(string question) =>
        Assert.Equal(200, (int)(await district.Visitor().OpenAsync($"search?q={Uri.EscapeDataString(question)}")).Status);

    [Fact]
    public async Task A_long_question_is_cut_off()
    {
        district.Statements.Reset();
        await district.Visitor().OpenAsync($"search?q={Uri.EscapeDataString(string.Join(' ', Enumerable.Range(0, 2000).Select(n => $"слово{n}")))}");
        Assert.InRange(district.Statements.Seen.Count, 1, 100);
    }

    private Task<int> PostingsWithoutDocumentAsync() => district.InDbAsync("", db => db.Set<SearchPosting>().CountAsync(p => !db.Set<SearchDocument>().Any(d => d.Number == p.Document && d.Shelf == p.Shelf)));

    private Task<bool> ChangeAsync(string id, Action<Integral.Content.ContentItem> change) => district.InDbAsync("", async db =>
    {
        change(await db.ContentItems.Include(i => i.Versions).Include(i => i.Fields).Include(i => i.References).SingleAsync(i => i.ContentItemId == id));
        return await db.SaveChangesAsync() > 0;
    });

    private async Task<string> WriteAsync(string title, string text, string? id = null, bool isForBelow = false, bool isPublished = true)
    {
        id ??= Integral.Content.Sharing.SharedText.CopyOf(Guid.Empty, title);
        folder.Write("one.recipe.json", $$"""
            { "steps": [ { "name": "content", "Data": [ {
              "ContentItemId": "{{id}}", "ContentItemVersionId": "{{Integral.Platform.Recipes.UniqueId.New()}}", "ContentType": "News", "Published": {{(isPublished ? "true" : "false")}}, "Latest": true, "TitlePart": { "Title": "{{title}}" },
              "SharePart": { "Below": {{(isForBelow ? "true" : "false")}} }, "MarkdownBodyPart": { "Markdown": "{{text}}" } } ] } ] }
            """);
        await new Terminal(district).DoAsync("recipes", "run", folder.At("one.recipe.json"), "--tenant", "/");
        return id;
    }

    private async Task<List<string>> FoundAsync(string words, string tenant = "") =>
        [.. (await district.Visitor().OpenAsync($"{(tenant.Length > 0 ? tenant + "/" : "")}search?q={Uri.EscapeDataString(words)}")).Document.QuerySelectorAll("main li a").Select(a => a.TextContent.Trim())];

    public void Dispose() => folder.Dispose();
}
