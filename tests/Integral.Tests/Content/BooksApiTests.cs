using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Platform.Security;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>Reference books for programs, and what is found by their terms on sites below.</summary>
public sealed class BooksApiTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    private const string Books = "/api/v1/content/books";

    private Task<HttpClient> KeeperAsync() => district.ProgramAsync("", DeliveredRoles.Methodologist);

    [Fact]
    public async Task A_book_is_made_said_anew_and_deleted_by_the_rules_of_the_screens()
    {
        var http = await KeeperAsync();
        var made = await http.PostAsJsonAsync(Books, new { names = new { ru = "Виды помещений" }, isShared = true });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var book = $"{made.Headers.Location}";
        Assert.StartsWith($"{Books}/vidy-", book, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Books, new { names = new { ru = "Ещё раз" }, code = book.Split('/')[^1] })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync(Books, new { names = new { } })).StatusCode);

        var tag = made.Headers.ETag!.Tag;
        var changed = await SendAsync(http, HttpMethod.Put, book, tag, new { names = new { ru = "Помещения", en = "Rooms" }, description = "Где что." });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("Rooms", $"{(await changed.Content.ReadFromJsonAsync<JsonObject>())!["names"]!["en"]}");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(http, HttpMethod.Put, book, tag, new { names = new { ru = "Поздно" } })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(http, HttpMethod.Delete, book, tag)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(http, HttpMethod.Delete, book, changed.Headers.ETag!.Tag)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(book)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(http, HttpMethod.Delete, $"{Books}/document-kinds", "*")).StatusCode);      // documents are chosen from it
    }

    [Fact]
    public async Task A_table_is_taken_whole_or_not_at_all_and_one_sees_before_what_would_become_of_it()
    {
        var http = await KeeperAsync();
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsJsonAsync(Books, new { names = new { ru = "Направления" }, code = "ways" })).StatusCode);
        const string Good = "code;parent;ru;en\n1;;Наука;Science\n1.1;1;Физика;Physics\n";
        var (status, rows) = await TableAsync(http, Good, "&check=true");
        Assert.Equal((HttpStatusCode.OK, "Added Added"), (status, string.Join(' ', rows!["rows"]!.AsArray().Select(r => $"{r!["outcome"]}"))));
        Assert.Equal(0, await CountAsync());
        Assert.Equal(HttpStatusCode.OK, (await TableAsync(http, Good)).Status);
        Assert.Equal(2, await CountAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TableAsync(http, "code;parent;ru\n2;;Спорт\n3;nowhere;Никуда\n")).Status);
        Assert.Equal(2, await CountAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TableAsync(http, new string('x', (5 << 20) + 1))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await TableAsync(await district.ProgramAsync("", DeliveredRoles.Learner), Good)).Status);
    }

    [Fact]
    public async Task A_list_below_finds_copies_by_terms_of_the_copied_book()
    {
        var http = await KeeperAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, HttpMethod.Put, $"{Books}/document-kinds", "*", new { names = new { ru = "Виды документов" }, isShared = true })).StatusCode);
        var terms = (await http.GetFromJsonAsync<JsonObject>($"{Books}/document-kinds/terms?limit=100"))!["items"]!.AsArray();
        var (order, rule) = (Id("order-decree"), Id("rule-charter"));
        var written = await http.PostAsJsonAsync("/api/v1/content/items", new JsonObject
        {
            ["contentType"] = "Document", ["publish"] = true,
            ["data"] = new JsonObject
            {
                ["TitlePart"] = new JsonObject { ["Title"] = "Приказ для школ" }, ["SharePart"] = new JsonObject { ["Below"] = true },
                ["Document"] = new JsonObject { ["Kind"] = new JsonObject { ["TermContentItemIds"] = new JsonArray(order) }, ["Number"] = new JsonObject { ["Text"] = "12" }, ["Date"] = new JsonObject { ["Value"] = "2026-11-02" } },
            },
        });
        Assert.True(written.StatusCode == HttpStatusCode.Created, await written.Content.ReadAsStringAsync());
        await district.AllAsync();
        Assert.Contains("Приказ для школ", await district.Visitor().ReadAsync($"/school-1/documents?Document.Kind={order}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Приказ для школ", await district.Visitor().ReadAsync($"/school-1/documents?Document.Kind={rule}"), StringComparison.Ordinal);

        string Id(string code) => $"{terms.Single(t => $"{t!["code"]}" == code)!["termId"]}";
    }

    private static async Task<(HttpStatusCode Status, JsonObject? Body)> TableAsync(HttpClient http, string table, string more = "")
    {
        var answer = await http.PostAsync($"{Books}/ways/table?name=ways.csv{more}", new ByteArrayContent(Encoding.UTF8.GetBytes(table)));
        return (answer.StatusCode, answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonObject>() : null);
    }

    private Task<int> CountAsync() => district.InDbAsync("", db =>
    {
        var books = db.ReferenceBooks;
        return db.ReferenceTerms.CountAsync(t => books.Any(b => b.Id == t.BookId && b.Code == "ways"));
    });

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string address, string tag, object? body = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await http.SendAsync(request);
    }
}
