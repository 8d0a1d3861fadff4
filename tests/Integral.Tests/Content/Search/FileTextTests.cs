using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Platform.Jobs;
using Integral.Platform.Search;
using Integral.Platform.Security;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Answer = Integral.Tests.Kit.Answer;

namespace Integral.Tests.Content.Search;

/// <summary>Pages are found by the words of the files that they show, by whoever may read those.</summary>
public sealed class FileTextTests(ReadingDistrict district) : IClassFixture<ReadingDistrict>
{
    private Task<HttpClient> AuthorAsync() => district.ProgramAsync("", DeliveredRoles.Methodologist);

    [Fact]
    public async Task A_page_is_found_by_the_words_of_its_pdf_docx_and_text_and_says_in_which_they_stand()
    {
        var http = await AuthorAsync();
        foreach (var (name, file, word) in new[] { ("Приказ.pdf", Written.Pdf("Order about quixotism at schools"), "quixotism"), ("Положение.docx", Written.Docx("Пункт первый: флогистон."), "флогистона"), ("Заметка.txt", Written.Windows("Тут стоит слово эвдемонизм."), "эвдемонизма") })
        {
            var (_, address) = await SentAsync(http, name, file);
            var title = await ShownAsync(http, address);
            Assert.DoesNotContain(title, (await AskedAsync(word)).Text, StringComparison.Ordinal);
            await district.AllAsync();
            var page = await AskedAsync(word);
            Assert.Contains(title, page.Text, StringComparison.Ordinal);
            Assert.Contains($"В файле «{name}»", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(page.Document.QuerySelectorAll("main mark"));
        }
    }

    [Fact]
    public async Task What_is_saved_after_its_file_was_read_is_found_at_once()
    {
        var http = await AuthorAsync();
        var (_, address) = await SentAsync(http, "before.txt", Written.Text("Слово: апокатастасис."));
        await district.AllAsync();
        Assert.Contains(await ShownAsync(http, address), (await AskedAsync("апокатастасис")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_a_draft_is_found_by_no_visitor_and_one_of_a_closed_folder_is_not_found_from_then_on()
    {
        var http = await AuthorAsync();
        var (_, drafted) = await SentAsync(http, "draft.txt", Written.Text("Слово: пантопсихизм."));
        await ShownAsync(http, drafted, isPublished: false);
        var (_, address) = await SentAsync(http, "closed.txt", Written.Text("Слово: солипсизм."), "&folder=closing/below");
        await ShownAsync(http, address);
        await district.AllAsync();
        Assert.Empty(Titles(await AskedAsync("пантопсихизм")));
        Assert.Single(Titles(await AskedAsync("солипсизм")));

        var folder = await district.InDbAsync("", db => db.MediaFolders.SingleAsync(f => f.Path == "closing"));
        var closed = await http.SendAsync(new(HttpMethod.Put, $"/api/v1/content/media-folders/{folder.Id}") { Content = JsonContent.Create(new { path = "closing", audience = "SignedIn" }), Headers = { { "If-Match", "*" } } });
        Assert.True(closed.StatusCode == HttpStatusCode.OK, await closed.Content.ReadAsStringAsync());
        Assert.Empty(Titles(await AskedAsync("солипсизм")));
    }

    [Fact]
    public async Task A_replaced_file_is_found_by_its_new_words_only_and_a_renamed_one_by_its_new_name()
    {
        var http = await AuthorAsync();
        var (id, address) = await SentAsync(http, "old.txt", Written.Text("Старое слово: гилозоизм."));
        await ShownAsync(http, address);
        await district.AllAsync();
        Assert.Single(Titles(await AskedAsync("гилозоизм")));
        var answer = await http.SendAsync(new(HttpMethod.Post, $"{MediaLibraryTests.Api}/{id}/content?name=new.txt") { Content = new ByteArrayContent(Written.Text("Новое слово: окказионализм.")) });
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.Empty(Titles(await AskedAsync("гилозоизм")));
        await district.AllAsync();
        Assert.Single(Titles(await AskedAsync("окказионализм")));
        Assert.Equal(1, await district.InDbAsync("", db => db.FileTexts.CountAsync(t => t.FileId == Guid.Parse(id))));

        Assert.Equal(HttpStatusCode.OK, (await MediaLibraryTests.PutAsync(http, id, new() { ["name"] = "Мантикора.txt" })).StatusCode);
        Assert.Single(Titles(await AskedAsync("мантикора")));
    }

    [Fact]
    public async Task Files_that_are_there_already_are_read_after_an_upgrade_in_turns_and_their_words_go_with_them()
    {
        var http = await AuthorAsync();
        var (id, address) = await SentAsync(http, "there.txt", Written.Text("Слово: панлогизм."));
        await ShownAsync(http, address);
        await district.AllAsync();
        var key = Guid.Parse(id);
        await district.InDbAsync("", db => db.WriteAsync(() => db.FileTexts.ExecuteDeleteAsync()));
        await district.InHostAsync(async host =>
        {
            host.Add(new DueWork { TenantId = district.Tenant("").Id, Kind = DueWork.Planned, DueAt = district.Clock.GetUtcNow().UtcDateTime, AnnouncedAt = DateTime.UnixEpoch });
            return await host.SaveChangesAsync();
        });
        await district.AllAsync();
        Assert.Equal("Слово: панлогизм.", await district.InDbAsync("", db => db.FileTexts.Where(t => t.FileId == key).Select(t => t.Text).SingleAsync()));
        Assert.Single(Titles(await AskedAsync("панлогизм")));
        await district.InDbAsync("", async db =>
        {
            db.Remove(await db.MediaFiles.SingleAsync(f => f.Id == key));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(0, await district.InDbAsync("", db => db.FileTexts.CountAsync(t => t.FileId == key)));
    }

    [Fact]
    public async Task A_file_of_one_institution_is_nothing_to_another_and_a_page_asks_no_more_often_for_many_files()
    {
        var http = await AuthorAsync();
        async Task<int> CountAsync(string word, int pages)
        {
            for (var page = 0; page < pages; page++)
            {
                var (_, address) = await SentAsync(http, $"{word}-{page}.txt", Written.Text($"Слово номер {page}: {word}."));
                await ShownAsync(http, address);
            }
            await district.AllAsync();
            await AskedAsync(word);
            district.Statements.Reset();
            Assert.Equal(pages, Titles(await AskedAsync(word)).Count);
            return district.Statements.Seen.Count;
        }
        var one = await CountAsync("трансцендентализм", 1);
        Assert.Equal(one, await CountAsync("имматериализм", 6));
        Assert.Empty(Titles(await district.Visitor().OpenAsync($"school-1/search?q={Uri.EscapeDataString("имматериализм")}")));
    }

    [Fact]
    public async Task However_much_stands_in_a_file_its_page_is_found_first_by_its_own_title()
    {
        var http = await AuthorAsync();
        var (_, address) = await SentAsync(http, "long.txt", Written.Text(string.Join(' ', Enumerable.Range(0, 9000).Select(n => $"слово{n % 3000}")) + " номинализм"));
        var with = await ShownAsync(http, address, title: "Реализм и номинализм");
        await ShownAsync(http, "", title: "Другая новость", text: "Где-то в тексте номинализм.");
        await district.AllAsync();
        Assert.Equal([with, "Другая новость"], Titles(await AskedAsync("номинализм")));
        Assert.InRange(await district.InDbAsync("", async db => DocumentTerms.Read((await db.Set<SearchDocument>().SingleAsync(d => d.Title == with)).Terms).Count), 1000, 2000);
    }

    private static List<string> Titles(Answer page) => [.. page.Document.QuerySelectorAll("main li a").Select(a => a.TextContent.Trim())];

    private Task<Answer> AskedAsync(string words) => district.Visitor().OpenAsync($"search?q={Uri.EscapeDataString(words)}");

    private static async Task<(string Id, string Address)> SentAsync(HttpClient http, string name, byte[] file, string more = "")
    {
        var (status, body) = await MediaLibraryTests.SendAsync(http, name, file, more);
        Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
        return ($"{body["id"]}", $"{body["address"]}");
    }

    private static async Task<string> ShownAsync(HttpClient http, string address, bool isPublished = true, string? title = null, string text = "Смотрите файл.")
    {
        title ??= $"Новость {Guid.NewGuid():N}";
        var body = new JsonObject
        {
            ["contentType"] = "News", ["publish"] = isPublished,
            ["data"] = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = address.Length > 0 ? $"{text} [Файл](~{address})" : text } },
        };
        var answer = await http.PostAsJsonAsync("/api/v1/content/items", body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return title;
    }
}
