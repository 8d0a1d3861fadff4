using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Content.Bulk;
using Integral.Content.Data;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Search;
using Integral.Platform.Security;
using Integral.Platform.Sharing;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>One thing done with many items, and taken back.</summary>
public sealed class BulkTests(District district) : IClassFixture<District>
{
    private const string Bulk = "/api/v1/content/bulk";

    [Fact]
    public async Task News_that_were_chosen_on_the_screen_are_taken_off_the_site_and_undoing_it_puts_back_all_that_was()
    {
        var program = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var news = await WriteAsync(program, "Первая из двух", "Вторая из двух");
        var before = await StateAsync(news);
        await district.Visitor().ReadAsync("/news");       // kept for visitors from now on

        var author = await district.SignInAsync("methodist");
        var list = await author.OpenAsync("/Admin/Content?Q=из двух");
        var done = await PressAsync(author, list, "Bulk", [.. news.Select(n => KeyValuePair.Create("Chosen", n)), new("Act", "Unpublish")]);
        Assert.True(done.IsRedirect, done.Errors);
        foreach (var slug in before.Slugs) Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"/{slug}"));
        Assert.DoesNotContain("Первая из двух", await district.Visitor().ReadAsync("/news"), StringComparison.Ordinal);

        var told = await author.OpenAsync($"{done.Location}");
        Assert.Contains("Снято с сайта: 2.", told.Text, StringComparison.Ordinal);
        Assert.True((await PressAsync(author, told, "Undo", [])).IsRedirect);
        Assert.Equal(before.Told, (await StateAsync(news)).Told);
        foreach (var slug in before.Slugs) Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync($"/{slug}"));
        Assert.Contains("Первая из двух", await district.Visitor().ReadAsync("/news"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_named_with_the_reason_and_the_others_are_done()
    {
        var program = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var news = await WriteAsync(program, "Опубликованная", "Не годится");
        var untitled = (await WriteAsync(program, isPublished: false, "Черновик"))[0];
        await DoAsync(program, BulkAction.Unpublish, [news[1]]);
        var answer = await DoAsync(program, BulkAction.Publish, [.. news, untitled, "nowhere"]);

        Assert.Equal(2, (int)answer["done"]!);
        var refused = answer["refused"]!.AsArray();
        Assert.Equal([news[0], "nowhere"], refused.Select(r => $"{r!["contentItemId"]}"));
        Assert.Equal("Опубликованная", $"{refused[0]!["title"]}");
        Assert.All(refused, r => Assert.NotEqual("", $"{r!["why"]}"));
        Assert.All((await StateAsync([news[1], untitled])).Slugs, slug => Assert.StartsWith("news/", slug, StringComparison.Ordinal));

        var screen = await district.SignInAsync("methodist");
        var partly = await PressAsync(screen, await screen.OpenAsync("/Admin/Content"), "Bulk", [new("Chosen", news[0]), new("Chosen", untitled), new("Act", "Publish")]);
        Assert.Contains("Опубликованная — Посетители её уже видят.", partly.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var nothing = await PressAsync(screen, await screen.OpenAsync("/Admin/Content"), "Bulk", [new("Act", "Publish")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Сначала выберите", nothing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_leaves_what_somebody_changed_since_and_says_its_name()
    {
        var program = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var news = await WriteAsync(program, "Останется черновиком", "Вернётся");
        await DoAsync(program, BulkAction.Share, news);
        var set = $"{(await DoAsync(program, BulkAction.Unpublish, news))["id"]}";
        await ChangeAsync(program, news[0], "Кто-то исправил");

        var undone = await UndoAsync(program, set);
        Assert.Equal((1, 1), ((int)undone["back"]!, (int)undone["left"]!));
        Assert.Equal(["Кто-то исправил"], undone["leftTitles"]!.AsArray().Select(t => $"{t}"));
        var state = await district.InDbAsync("", db => db.ContentItems.Where(i => news.Contains(i.ContentItemId)).OrderBy(i => i.CreatedAt).Select(i => i.PublishedAt != null).ToListAsync());
        Assert.Equal([false, true], state);
        Assert.Equal([news[1]], await district.InDbAsync("", db => db.Set<SharedItem>().Where(s => news.Contains(s.RecordId)).Select(s => s.RecordId).ToListAsync()));      // those below aren't offered what isn't published
    }

    [Fact]
    public async Task An_address_that_another_page_has_taken_since_stays_with_it()
    {
        var program = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var first = await WriteAsync(program, "Спорный адрес", "Бесспорный адрес");
        var slug = (await StateAsync([first[0]])).Slugs[0];
        var set = $"{(await DoAsync(program, BulkAction.Delete, first))["id"]}";
        var second = (await WriteAsync(program, "Спорный адрес"))[0];
        Assert.Equal(slug, (await StateAsync([second])).Slugs[0]);

        var undone = await UndoAsync(program, set);
        Assert.Equal(["Спорный адрес"], undone["leftTitles"]!.AsArray().Select(t => $"{t}"));
        Assert.Equal([slug], (await StateAsync([second])).Slugs);
        Assert.Equal(1, (int)undone["back"]!);
    }

    [Fact]
    public async Task Who_may_only_write_publishes_nothing_in_bulk_and_neither_undoes_what_others_did()
    {
        var librarian = await district.ProgramAsync("", DeliveredRoles.Librarian);
        var draft = await WriteAsync(librarian, isPublished: false, "Черновик библиотекаря");
        var refused = await DoAsync(librarian, BulkAction.Publish, draft);
        Assert.Equal(0, (int)refused["done"]!);
        Assert.Null(refused["id"]);

        var methodologist = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var set = $"{(await DoAsync(methodologist, BulkAction.Publish, draft))["id"]}";
        Assert.Equal(HttpStatusCode.NotFound, (await librarian.PostAsync($"{Bulk}/{set}/undo", null)).StatusCode);
        Assert.Single((await DoAsync(librarian, BulkAction.Publish, draft))["refused"]!.AsArray());
        Assert.Equal(1, (int)(await UndoAsync(methodologist, set))["back"]!);
    }

    [Fact]
    public async Task A_term_is_added_to_documents_and_taken_away_again_and_what_has_no_such_field_is_named()
    {
        var program = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var term = BookRecipe.Id(null, "document-kinds/rule-charter");
        var document = await AddAsync(program, "Document", "Положение", isPublished: true, new JsonObject { ["Date"] = new JsonObject { ["Value"] = "2026-03-01T00:00:00Z" } });
        var news = (await WriteAsync(program, "Без справочника"))[0];

        var added = await DoAsync(program, BulkAction.AddTerm, [document, news], term: term);
        Assert.Equal([news], added["refused"]!.AsArray().Select(r => $"{r!["contentItemId"]}"));
        Assert.Contains("Положение", await district.Visitor().ReadAsync($"/documents?Document.Kind={term}"), StringComparison.Ordinal);
        await UndoAsync(program, $"{added["id"]}");
        Assert.DoesNotContain("Положение", await district.Visitor().ReadAsync($"/documents?Document.Kind={term}"), StringComparison.Ordinal);
        Assert.Equal(1, await district.InDbAsync("", db => db.ContentItems.Where(i => i.ContentItemId == document).SelectMany(i => i.Versions).CountAsync()));

        await DoAsync(program, BulkAction.AddTerm, [document], term: term);
        Assert.Equal(1, (int)(await DoAsync(program, BulkAction.RemoveTerm, [document], term: term))["done"]!);
        Assert.DoesNotContain("Положение", await district.Visitor().ReadAsync($"/documents?Document.Kind={term}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_are_given_to_somebody_who_may_write_and_to_nobody_else()
    {
        var program = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var draft = await WriteAsync(program, isPublished: false, "Передаётся");
        var given = await DoAsync(program, BulkAction.Give, draft, owner: "methodist@demo.local");
        Assert.Equal(1, (int)given["done"]!);
        var owner = (await district.AccountAsync("methodist")).Id.ToString("N");
        Assert.Equal(owner, await district.InDbAsync("", db => db.ContentItems.Where(i => i.ContentItemId == draft[0]).Select(i => i.Owner).SingleAsync()));
        foreach (var login in new[] { "nobody@demo.local", "pupil@demo.local", "" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(program, BulkAction.Give, draft, owner: login)).StatusCode);
        var librarian = await district.ProgramAsync("", DeliveredRoles.Librarian);
        Assert.Equal(0, (int)(await DoAsync(librarian, BulkAction.Give, await WriteAsync(librarian, isPublished: false, "Своя"), owner: "methodist@demo.local"))["done"]!);
    }

    [Fact]
    public async Task Each_item_takes_as_many_statements_however_many_there_are_and_visitors_pages_are_made_anew_once()
    {
        var program = await district.ProgramAsync("", DeliveredRoles.Methodologist);
        var few = await WriteAsync(program, [.. Enumerable.Range(1, 3).Select(n => $"Мало {n}")]);
        var many = await WriteAsync(program, [.. Enumerable.Range(1, 13).Select(n => $"Много {n}")]);
        await DoAsync(program, BulkAction.Unpublish, await WriteAsync(program, "Разогрев"));
        var (first, second) = (await CountAsync(program, few), await CountAsync(program, many));
        Assert.InRange((second - first) / 10, 1, 40);
        var version = district.Tenant("").Version;
        await DoAsync(program, BulkAction.Publish, many);
        Assert.Equal(version + 1, district.Tenant("").Version);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(program, BulkAction.Delete, [.. Enumerable.Range(0, BulkDesk.Most + 1).Select(n => $"{n}")])).StatusCode);
    }

    private async Task<int> CountAsync(HttpClient program, IReadOnlyList<string> items)
    {
        district.Statements.Reset();
        await DoAsync(program, BulkAction.Unpublish, items);
        return district.Statements.Seen.Count;
    }

    // All that hangs on an item and is to be as it was.
    private Task<(string Told, List<string> Slugs)> StateAsync(IReadOnlyList<string> items) => district.InDbAsync("", async db =>
    {
        var found = await db.ContentItems.AsNoTracking().Include(i => i.Versions).Include(i => i.Fields).Include(i => i.References).Include(i => i.FormerAddresses).AsSplitQuery()
            .Where(i => items.Contains(i.ContentItemId)).OrderBy(i => i.CreatedAt).ToListAsync();
        var searched = await db.Set<SearchDocument>().AsNoTracking().Where(d => items.Contains(d.RecordId)).OrderBy(d => d.RecordId).Select(d => new { d.RecordId, d.Shelf, d.Title, d.Address, d.Terms }).ToListAsync();
        var told = found.Select(i => $"{i.Slug} {i.PublishedAt:O} {i.ModifiedAt:O} {i.Summary} {i.BodyHtml} {string.Join(',', i.Versions.Select(v => (v.Number, v.IsLatest, v.IsPublished)))} {i.Fields.Count} {string.Join(',', i.References.Select(r => (r.Target, r.IsLatest, r.IsPublished)).Order())} {i.FormerAddresses.Count}");
        return (string.Join('\n', told.Concat(searched.Select(s => $"{s.RecordId} {s.Shelf} {s.Title} {s.Address} {s.Terms}"))), found.Select(i => i.Slug ?? "").ToList());
    });

    private static Task<List<string>> WriteAsync(HttpClient program, params string[] titles) => WriteAsync(program, isPublished: true, titles);

    private static async Task<List<string>> WriteAsync(HttpClient program, bool isPublished, params string[] titles)
    {
        var ids = new List<string>();
        foreach (var title in titles) ids.Add(await AddAsync(program, "News", title, isPublished));
        return ids;
    }

    internal static async Task<string> AddAsync(HttpClient program, string type, string title, bool isPublished, JsonObject? own = null)
    {
        var data = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = "Слова и [ссылка](~/about)." } };
        if (own is not null) data[type] = own;
        var answer = await program.PostAsJsonAsync("/api/v1/content/items", new JsonObject { ["contentType"] = type, ["publish"] = isPublished, ["data"] = data });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())!["contentItemId"]}";
    }

    private static async Task ChangeAsync(HttpClient program, string item, string title)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/content/items/{item}") { Content = JsonContent.Create(new JsonObject { ["data"] = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title } } }) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        Assert.Equal(HttpStatusCode.OK, (await program.SendAsync(request)).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient program, BulkAction action, IReadOnlyList<string> items, string? owner = null, string? term = null) =>
        program.PostAsJsonAsync(Bulk, new { action = $"{action}", items, owner, term });

    private static async Task<JsonObject> DoAsync(HttpClient program, BulkAction action, IReadOnlyList<string> items, string? owner = null, string? term = null) => await OkAsync(await PostAsync(program, action, items, owner, term));

    private static async Task<JsonObject> UndoAsync(HttpClient program, string set) => await OkAsync(await program.PostAsync($"{Bulk}/{set}/undo", null));

    private static async Task<JsonObject> OkAsync(HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync()));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static Task<Kit.Answer> PressAsync(Visitor person, Kit.Answer page, string handler, List<KeyValuePair<string, string>> fields)
    {
        var form = page.Document.QuerySelectorAll("form").Single(f => f.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.Ordinal) == true);
        var token = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return person.PostAsync(form.GetAttribute("action")!, [new("__RequestVerificationToken", token), .. fields]);
    }
}
