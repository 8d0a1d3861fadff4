using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.People.Data;
using Integral.Platform.Audit;
using Integral.Platform.Changes;
using Integral.Platform.Files;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Documents and photos of people.</summary>
public sealed class DocumentTests(District district) : IClassFixture<District>
{
    private const string People = "/school-2/api/v1/people", Documents = "/school-2/api/v1/person-documents", Show = "/school-2/Admin/People/Show";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 card"), Page = Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>");
    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 1], Jpeg = [0xFF, 0xD8, 0xFF, 1];

    [Fact]
    public async Task A_document_is_written_down_changed_and_taken_away_by_a_program()
    {
        var (http, person) = (await RegistrarAsync(), await district.PersonAsync("Документный Пётр"));
        var added = await http.PostAsJsonAsync($"{People}/{person}/documents", new { kind = "Passport", series = "45 09", number = "318220", issuedOn = "2009-08-17" });
        Assert.True(added.StatusCode == HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        foreach (var wrong in new object[] { new { kind = "Passport", series = "45 09", number = "318220" }, new { kind = "Passport", number = new string('1', 50) }, new { kind = "Passport", number = "1", issuedOn = "2999-01-01" }, new { kind = "Passport", number = "1", issuedOn = "2020-01-01", validUntil = "2019-01-01" } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await http.PostAsJsonAsync($"{People}/{person}/documents", wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync($"{People}/{Guid.NewGuid()}/documents", new { kind = "Passport", number = "1" })).StatusCode);

        var tag = added.Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(http, added.Headers.Location!, tag, new { kind = "Passport", number = "777" })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, added.Headers.Location!, tag, new { kind = "Passport", number = "778" })).StatusCode);
        var all = (await http.GetFromJsonAsync<JsonNode>($"{People}/{person}/documents"))!["items"]!.AsArray();
        Assert.Equal(("777", null), ($"{Assert.Single(all)!["number"]}", all[0]!["series"]?.ToString()));
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync(added.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(added.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task What_a_documents_file_is_its_content_says_and_it_is_only_downloaded()
    {
        var (http, person) = (await RegistrarAsync(), await district.PersonAsync("Файлова Анна"));
        var document = await AddAsync(http, person, "1001");
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Documents}/{document}/file")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(http, $"{Documents}/{document}/file?name=card.pdf", Page)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(http, $"{Documents}/{document}/file?name=card.html", Page)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, $"{Documents}/{document}/file?name=card.pdf", Pdf)).StatusCode);
        var taken = await http.GetAsync($"{Documents}/{document}/file");
        Assert.Equal(Pdf, await taken.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff"), (taken.Content.Headers.ContentDisposition!.DispositionType, taken.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("sandbox", taken.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var before = await PathAsync(document);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, $"{Documents}/{document}/file?name=card.png", Png)).StatusCode);
        var after = await PathAsync(document);
        Assert.Equal((false, true), (File.Exists(before), File.Exists(after)));
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"{Documents}/{document}")).StatusCode);
        Assert.False(File.Exists(after));
    }

    [Fact]
    public async Task Numbers_are_seen_only_with_a_right_of_its_own_and_never_in_the_audit_trail()
    {
        var (http, person) = (await RegistrarAsync(), await district.PersonAsync("Тайный Номер"));
        var document = await AddAsync(http, person, "SECRET-4711");
        await SendAsync(http, $"{Documents}/{document}/file?name=card.pdf", Pdf);
        var deputy = await district.ProgramAsync("school-2", DeliveredRoles.DeputyHead);
        foreach (var address in new[] { $"{People}/{person}/documents", $"{Documents}/{document}", $"{Documents}/{document}/file" }) Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await deputy.GetAsync($"{People}/{person}")).StatusCode);
        var kept = await district.InDbAsync("school-2", db => db.Set<AuditEntry>().Where(e => e.Kind == "PersonDocument" && e.RecordId == $"{document}").Select(e => e.Payload).ToListAsync());
        Assert.NotEmpty(kept);
        Assert.All(kept, payload => Assert.DoesNotContain("4711", payload, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_the_screens_a_document_is_added_shown_changed_and_taken_away()
    {
        var (head, person) = (await district.SignInAsync("head2", "/school-2"), await district.PersonAsync("Экранный Документ"));
        var page = $"/school-2/Admin/People/Document/{person}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.SubmitAsync(page, new() { ["Form.Kind"] = "IdentityCard", ["Form.Number"] = "12", ["Form.IssuedOn"] = "2999-01-01" })).Status);
        Assert.True((await head.SubmitAsync(page, new() { ["Form.Kind"] = "IdentityCard", ["Form.Number"] = "900800", ["Form.ValidUntil"] = "2020-01-01" })).IsRedirect);
        var shown = await head.ReadAsync($"{Show}/{person}");
        Assert.Contains("900800", shown, StringComparison.Ordinal);
        Assert.Contains("Сегодня не действует", shown, StringComparison.Ordinal);
        var document = await district.InDbAsync("school-2", db => db.PersonDocuments.Where(d => d.PersonId == person).Select(d => d.Id).SingleAsync());
        Assert.True((await head.SubmitAsync($"{page}/{document}", new() { ["Form.ValidUntil"] = "" })).IsRedirect);
        Assert.DoesNotContain("Сегодня не действует", await head.ReadAsync($"{Show}/{person}"), StringComparison.Ordinal);
        Assert.True((await head.PressAsync($"{page}/{document}", "Remove")).IsRedirect);
        Assert.DoesNotContain("900800", await head.ReadAsync($"{Show}/{person}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_shown_in_the_list_and_on_the_page_and_initials_where_there_is_none()
    {
        var (http, head, person) = (await RegistrarAsync(), await district.SignInAsync("head2", "/school-2"), await district.PersonAsync("Портретная Ольга"));
        Assert.Equal("ПО", (await head.OpenAsync($"{Show}/{person}")).Document.QuerySelector("main .portrait")!.GetAttribute("data-initials"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{People}/{person}/photo")).StatusCode);
        foreach (var wrong in new byte[][] { Page, Pdf, [.. "GIF89a"u8], [] }) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(http, $"{People}/{person}/photo", wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(http, $"{People}/{person}/photo", Jpeg)).StatusCode);

        var small = (await head.OpenAsync("/school-2/Admin/People?q=портретная")).Document.QuerySelector("main tbody .portrait img")!.GetAttribute("src")!;
        var picture = await head.Http.GetAsync(small);
        Assert.Equal(("image/jpeg", "nosniff"), (picture.Content.Headers.ContentType!.MediaType, picture.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.True(picture.Headers.CacheControl!.Private);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await district.ProgramAsync("school-2", DeliveredRoles.Teacher)).GetAsync($"{People}/{person}/photo")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"{People}/{person}/photo")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Http.GetAsync(small)).StatusCode);
    }

    [Fact]
    public async Task Both_follow_a_merged_record_and_go_back_with_it()
    {
        var (http, head) = (await RegistrarAsync(), await district.ProgramAsync("school-2", DeliveredRoles.Head));
        var (kept, other) = (await district.PersonAsync("Слитный Олег"), await district.PersonAsync("Слитный Олег"));
        await AddAsync(http, kept, "31");
        await AddAsync(http, other, "32");
        await SendAsync(http, $"{People}/{other}/photo", Png);
        var merged = await head.PostAsJsonAsync($"{People}/{kept}/merge", new { other, take = Array.Empty<string>() });
        Assert.True(merged.StatusCode == HttpStatusCode.OK, await merged.Content.ReadAsStringAsync());
        Assert.Equal((2, HttpStatusCode.OK), (await CountAsync(kept), (await http.GetAsync($"{People}/{kept}/photo")).StatusCode));

        var set = (await merged.Content.ReadFromJsonAsync<JsonNode>())!["set"]!.GetValue<Guid>();
        await district.InTenantAsync("school-2", services => services.GetRequiredService<ChangeSets>().UndoAsync(set));
        Assert.Equal((1, 1), (await CountAsync(kept), await CountAsync(other)));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await http.GetAsync($"{People}/{kept}/photo")).StatusCode, (await http.GetAsync($"{People}/{other}/photo")).StatusCode));
    }

    [Fact]
    public async Task Who_is_in_the_bin_keeps_documents_that_nobody_sees()
    {
        var (http, person) = (await RegistrarAsync(), await district.PersonAsync("Убранный Семён"));
        var document = await AddAsync(http, person, "55");
        await BinAsync(p => p.Delete(TimeProvider.System.GetUtcNow().UtcDateTime, Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{Documents}/{document}")).StatusCode);
        await BinAsync(p => p.Restore());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{Documents}/{document}")).StatusCode);

        Task BinAsync(Action<Person> what) => district.InDbAsync("school-2", async db =>
        {
            what(await db.People.IgnoreQueryFilters().SingleAsync(p => p.Id == person));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task A_persons_page_costs_the_same_for_many_documents_and_the_demo_has_some()
    {
        var (http, head, person) = (await RegistrarAsync(), await district.SignInAsync("head2", "/school-2"), await district.PersonAsync("Многодокументный Иван"));
        await AddAsync(http, person, "0");
        var few = await district.CostAsync(() => head.ReadAsync($"{Show}/{person}"));
        for (var n = 1; n < 10; n++) await AddAsync(http, person, $"{n}");
        Assert.Equal(few, await district.CostAsync(() => head.ReadAsync($"{Show}/{person}")));
        Assert.True(await district.InDbAsync("school-1", db => db.PersonDocuments.AnyAsync(d => d.DocumentNumber == "038214577")));
    }

    private Task<HttpClient> RegistrarAsync() => district.ProgramAsync("school-2", DeliveredRoles.Registrar);

    private Task<int> CountAsync(Guid person) => district.InDbAsync("school-2", db => db.PersonDocuments.CountAsync(d => d.PersonId == person));

    private async Task<string> PathAsync(Guid document)
    {
        var name = await district.InDbAsync("school-2", db => db.PersonDocuments.Where(d => d.Id == document).Select(d => d.StoredName!).SingleAsync());
        return await district.InTenantAsync("school-2", services => Task.FromResult(services.GetRequiredService<TenantFiles>().PathOf(name)));
    }

    private static async Task<Guid> AddAsync(HttpClient http, Guid person, string number)
    {
        var answer = await http.PostAsJsonAsync($"{People}/{person}/documents", new { kind = "IdentityCard", number });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<Guid>();
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string address, byte[] content) => http.PostAsync(address, new ByteArrayContent(content));

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, Uri address, string tag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("If-Match", tag);
        return http.SendAsync(request);
    }
}
