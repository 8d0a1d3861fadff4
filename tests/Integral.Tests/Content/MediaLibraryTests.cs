using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Content.Data;
using Integral.Content.Media;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content;

/// <summary>Files that are sent, found, moved, thrown away and read, by those who may.</summary>
public sealed class MediaLibraryTests(District district) : IClassFixture<District>
{
    internal const string Api = "/api/v1/content/media";

    private async Task<HttpClient> MethodologistAsync() => await district.ProgramAsync("", DeliveredRoles.Methodologist);

    internal static async Task<(HttpStatusCode Status, JsonObject Body)> SendAsync(HttpClient http, string name, byte[] file, string more = "")
    {
        var answer = await http.PostAsync($"{Api}?name={Uri.EscapeDataString(name)}{more}", new ByteArrayContent(file));
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    private static async Task<(string Id, string Address)> TakenAsync(HttpClient http, string name, byte[] file, string more = "")
    {
        var (status, body) = await SendAsync(http, name, file, more);
        Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
        return ($"{body["id"]}", $"{body["address"]}");
    }

    [Fact]
    public async Task A_picture_is_sent_and_read_with_ranges_and_tags()
    {
        var http = await MethodologistAsync();
        var file = Drawn.Png(300, 200, "ranges");
        var (status, body) = await SendAsync(http, "Первый звонок.PNG", file);
        Assert.Equal((HttpStatusCode.Created, "image/png", 300, 200), (status, $"{body["mediaType"]}", (int)body["width"]!, (int)body["height"]!));
        var address = $"{body["address"]}";
        Assert.EndsWith("/pervyi-zvonok.png", address, StringComparison.Ordinal);

        var visitor = district.Visitor().Http;
        var whole = await visitor.GetAsync(address);
        Assert.Equal(file, await whole.Content.ReadAsByteArrayAsync());
        Assert.True(whole.Headers.CacheControl is { Public: true });
        Assert.Equal("nosniff", whole.Headers.GetValues("X-Content-Type-Options").Single());

        var (head, part) = (new HttpRequestMessage(HttpMethod.Head, address), new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(8, 15) } });
        Assert.Equal((file.Length, ""), ((int)(await visitor.SendAsync(head)).Content.Headers.ContentLength!, await (await visitor.SendAsync(new(HttpMethod.Head, address))).Content.ReadAsStringAsync()));
        var some = await visitor.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, $"bytes 8-15/{file.Length}"), (some.StatusCode, $"{some.Content.Headers.ContentRange}"));
        Assert.Equal(file[8..16], await some.Content.ReadAsByteArrayAsync());
        var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendAsync(again)).StatusCode);
        var beyond = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(file.Length + 5, null) } };
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await visitor.SendAsync(beyond)).StatusCode);
    }

    [Fact]
    public async Task A_file_of_the_same_content_is_answered_as_the_one_that_is_there()
    {
        var http = await MethodologistAsync();
        var (id, _) = await TakenAsync(http, "once.png", Drawn.Png(10, 10, "same"));
        var (status, body) = await SendAsync(http, "twice.png", Drawn.Png(10, 10, "same"));
        Assert.Equal((HttpStatusCode.OK, id, true), (status, $"{body["id"]}", (bool)body["wasThere"]!));
    }

    [Fact]
    public async Task A_replaced_picture_is_seen_by_whoever_has_the_old_one()
    {
        var http = await MethodologistAsync();
        var (id, address) = await TakenAsync(http, "old.png", Drawn.Png(10, 10, "old"));
        var visitor = district.Visitor().Http;
        var old = await visitor.GetAsync(address);
        Assert.InRange(old.Headers.CacheControl!.MaxAge!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync($"{Api}/{id}/content?name=new.png", new ByteArrayContent(Drawn.Png(10, 10, "new")))).StatusCode);
        var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfModifiedSince = old.Content.Headers.LastModified } };
        again.Headers.IfNoneMatch.Add(old.Headers.ETag!);
        var seen = await visitor.SendAsync(again);
        Assert.Equal((HttpStatusCode.OK, false), (seen.StatusCode, seen.Headers.ETag!.Equals(old.Headers.ETag)));
        Assert.Equal(Drawn.Png(10, 10, "new"), await seen.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("page.html", "<!doctype html><script>alert(1)</script>")]
    [InlineData("picture.png", "<html><script>alert(1)</script>")]
    [InlineData("a\r\nSet-Cookie: x=1\".gif", "GIF89a\u0001\0\u0001\0\0\0\0<script>alert(1)</script>;")]
    public async Task What_could_act_as_a_page_is_a_download_whatever_it_is_called(string name, string text)
    {
        var (_, address) = await TakenAsync(await MethodologistAsync(), name, System.Text.Encoding.Latin1.GetBytes(text));
        var answer = await district.Visitor().Http.GetAsync(address);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Matches("^[a-z0-9/.-]+$", address);
    }

    [Fact]
    public async Task A_form_with_a_file_is_taken_and_one_that_is_broken_is_refused_in_words()
    {
        var http = await MethodologistAsync();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" }, { new ByteArrayContent(Drawn.Png(10, 10, "form")), "file", "Форма.png" } };
        var answer = await http.PostAsync($"{Api}?folder=forms/2026", form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("forms/2026/forma.png", $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())!["path"]}");
        var broken = new ByteArrayContent("--x\r\nnothing"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync(Api, broken)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync($"{Api}?name=a.png&folder=../up", new ByteArrayContent([1]))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsync($"{Api}?name=a.png", new ByteArrayContent([]))).StatusCode);
    }

    [Fact]
    public async Task The_files_of_a_folder_are_there_for_those_whom_it_is_for()
    {
        var http = await MethodologistAsync();
        var (pupil, stranger) = (await district.ProgramAsync("", DeliveredRoles.Learner), await district.ProgramAsync("school-1", DeliveredRoles.Methodologist));
        foreach (var (audience, isForPupil) in new[] { (MediaAudience.SignedIn, true), (MediaAudience.Writers, false) })
        {
            var (_, address) = await TakenAsync(http, "inside.png", Drawn.Png(10, 10, $"{audience}"), $"&folder=closed-{audience}/below");
            await district.InDbAsync("", async db =>
            {
                (await db.MediaFolders.SingleAsync(f => f.Path == $"closed-{audience}")).Audience = audience;
                return await db.SaveChangesAsync();
            });
            Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(address));
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
            Assert.Equal(isForPupil ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await pupil.GetAsync(address)).StatusCode);
            var read = await http.GetAsync(address);
            Assert.True(read is { StatusCode: HttpStatusCode.OK, Headers.CacheControl: { NoStore: true, Private: true } }, $"{read.Headers.CacheControl}");
        }
    }

    [Fact]
    public async Task A_file_that_only_a_draft_names_is_not_public_until_something_published_does()
    {
        var http = await MethodologistAsync();
        var (_, address) = await TakenAsync(http, "draft.png", Drawn.Png(10, 10, "draft"));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync(address));      // nobody names it: the folder's rule holds
        var item = await WriteAsync(http, $"![x](~{address})", publish: false);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await district.Visitor().StatusAsync(address), (await http.GetAsync(address)).StatusCode));
        await PublishAsync(http, item);
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync(address));
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"/api/v1/content/items/{item}/unpublish", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(address));
    }

    [Fact]
    public async Task A_file_that_moved_is_still_found_where_it_was_and_where_it_is_used()
    {
        var http = await MethodologistAsync();
        var (id, old) = await TakenAsync(http, "moves.png", Drawn.Png(10, 10, "moves"), "&folder=from");
        await WriteAsync(http, $"![x](~{old})", publish: true);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, id, new() { ["path"] = "to/other.png", ["texts"] = new JsonObject { ["ru"] = "Ёлка во дворе" } })).StatusCode);
        foreach (var address in new[] { old, "/media/to/other.png" }) Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync(address));
        Assert.Equal("/media/from/moves-2.png", (await TakenAsync(http, "moves.png", Drawn.Png(10, 10, "another"), "&folder=from")).Address);
        Assert.Contains(id, await http.GetStringAsync($"{Api}?q={Uri.EscapeDataString("ЁЛКА")}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(http, id, new() { ["path"] = "to/page.html" })).StatusCode);

        var refused = await DeleteAsync(http, id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Visitors see it", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_thrown_away_can_be_taken_back_for_thirty_days()
    {
        var http = await MethodologistAsync();
        var (id, address) = await TakenAsync(http, "bin.png", Drawn.Png(10, 10, "bin"));
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(http, id)).StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await district.Visitor().StatusAsync(address), (await http.GetAsync(address)).StatusCode));
        Assert.Contains(id, await http.GetStringAsync($"{Api}?bin=true"), StringComparison.Ordinal);
        Assert.Equal(0, await EmptyAsync());
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync($"{Api}/{id}/restore", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync(address));

        await DeleteAsync(http, id);
        var (key, before) = (Guid.Parse(id), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-31));
        var stored = await district.InDbAsync("", db => db.MediaFiles.Where(f => f.Id == key).Select(f => f.StoredName).SingleAsync());
        await district.InDbAsync("", db => db.WriteAsync(() => db.MediaFiles.Where(f => f.Id == key).ExecuteUpdateAsync(s => s.SetProperty(f => f.DeletedAt, before))));
        Assert.Equal(1, await EmptyAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Api}/{id}")).StatusCode);
        Assert.DoesNotContain(Directory.EnumerateFiles(district.Folder, "*", SearchOption.AllDirectories), f => Path.GetFileName(f) == stored);
    }

    [Fact]
    public async Task Who_only_writes_changes_his_own_files_and_no_folders()
    {
        var (methodologist, librarian) = (await MethodologistAsync(), await district.ProgramAsync("", DeliveredRoles.Librarian));
        var (others, _) = await TakenAsync(methodologist, "theirs.png", Drawn.Png(10, 10, "theirs"));
        var (own, _) = await TakenAsync(librarian, "own.png", Drawn.Png(10, 10, "own"));
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(librarian, others, new() { ["name"] = "Mine" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await DeleteAsync(librarian, others)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(librarian, own, new() { ["name"] = "Mine" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await district.ProgramAsync("", DeliveredRoles.Learner)).GetAsync(Api)).StatusCode);
    }

    private Task<int> EmptyAsync() => district.InTenantAsync("", services => services.GetRequiredService<MediaShelf>().EmptyAsync(default));

    internal static async Task<HttpResponseMessage> PutAsync(HttpClient http, string id, JsonObject body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/{id}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await http.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> DeleteAsync(HttpClient http, string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, $"{Api}/{id}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await http.SendAsync(request);
    }

    internal static async Task<string> WriteAsync(HttpClient http, string markdown, bool publish)
    {
        var body = new JsonObject
        {
            ["contentType"] = "News", ["publish"] = publish,
            ["data"] = new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = $"Фото {Guid.NewGuid():N}" }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = markdown } },
        };
        var answer = await http.PostAsJsonAsync("/api/v1/content/items", body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return $"{(await answer.Content.ReadFromJsonAsync<JsonObject>())!["contentItemId"]}";
    }

    private static async Task PublishAsync(HttpClient http, string item)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/content/items/{item}") { Content = JsonContent.Create(new JsonObject { ["publish"] = true, ["data"] = new JsonObject() }) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request)).StatusCode);
    }
}
