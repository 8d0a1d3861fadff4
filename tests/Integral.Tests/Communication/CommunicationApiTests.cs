using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Announcements;
using Integral.Communication.Data;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Messaging;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Communication.Announced;

namespace Integral.Tests.Communication;

/// <summary>Notices and announcements for programs: the rules of the screens.</summary>
public sealed class CommunicationApiTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    private const string Notices = "/centre/api/v1/notices", Own = "/centre/api/v1/announcements", Written = "/centre/api/v1/written-announcements";

    [Fact]
    public async Task A_program_lists_its_owners_notices_reads_them_and_nobody_elses()
    {
        var (http, me) = await ProgramAsync(DeliveredRoles.CentreStaff);
        var (other, _) = await ProgramAsync(DeliveredRoles.CentreStaff);
        await district.TellAsync([.. Enumerable.Range(1, 3).Select(n => ToldPeople.News($"Matter {n}", me))]);
        var first = await GetAsync(http, $"{Notices}?limit=2");
        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.Single((await GetAsync(http, $"{Notices}?limit=2&after={first["next"]}"))["items"]!.AsArray());
        Assert.Empty((await GetAsync(other, Notices))["items"]!.AsArray());

        var id = $"{first["items"]![0]!["id"]}";
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{Notices}/{id}/read", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Notices}/{id}/read", null)).StatusCode);
        Assert.Equal(2, (await GetAsync(http, $"{Notices}?unread=true"))["items"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"{Notices}/read", null)).StatusCode);
        Assert.Empty((await GetAsync(http, $"{Notices}?unread=true"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Settings_are_changed_by_whoever_has_read_them_and_hold_on_the_screen_too()
    {
        var (http, me) = await ProgramAsync(DeliveredRoles.CentreStaff);
        var read = await http.GetAsync($"{Notices}/settings");
        var tag = read.Headers.ETag!.Tag;
        object said = new { quietFrom = 22, quietUntil = 7, dailyAt = 9, kinds = new[] { new { kind = ImportantNotice.Kind, letters = "Never" } } };
        Assert.Equal((HttpStatusCode)428, (await PutAsync(http, $"{Notices}/settings", null, said)).StatusCode);
        var changed = await PutAsync(http, $"{Notices}/settings", tag, said);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var answer = (await changed.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("Never", $"{answer["kinds"]!.AsArray().Single(k => $"{k!["kind"]}" == ImportantNotice.Kind)!["letters"]}");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(http, $"{Notices}/settings", tag, said)).StatusCode);
        var next = changed.Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(http, $"{Notices}/settings", next, new { quietFrom = 24, quietUntil = 7, dailyAt = 9, kinds = Array.Empty<object>() })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(http, $"{Notices}/settings", next, new { quietFrom = 1, quietUntil = 7, dailyAt = 9, kinds = new[] { new { kind = "tests.unknown", letters = "Never" } } })).StatusCode);
        Assert.Equal(22, await district.InDbAsync(Centre, db => db.NoticeHabits.Where(h => h.AccountId == me).Select(h => h.QuietFrom).SingleAsync()));
    }

    [Fact]
    public async Task A_program_writes_publishes_corrects_and_withdraws_and_another_reads()
    {
        var (desk, _) = await ProgramAsync(DeliveredRoles.CentreStaff);
        var (reader, _) = await ProgramAsync(DeliveredRoles.Expert);
        var today = district.TodayIn(Centre);
        var added = await desk.PostAsJsonAsync(Written, new { title = "By a program", text = "**Text**", fromOn = today, isImportant = true, audience = new { roles = new[] { DeliveredRoles.Expert } } });
        Assert.True(added.StatusCode == HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        var draft = (await added.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal("Draft", $"{draft["stage"]}");
        Assert.True(draft["reaches"]!.GetValue<int>() >= 1);
        var (id, address) = ($"{draft["id"]}", added.Headers.Location!);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{Own}/{id}")).StatusCode);
        foreach (var wrong in new object[] { new { title = "T", text = "T", fromOn = today, audience = new { roles = new[] { "nobody" } } }, new { title = "T", text = "T", fromOn = today, untilOn = today.AddDays(-1) } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PostAsJsonAsync(Written, wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsJsonAsync(Written, new { title = "T", text = "T", fromOn = today, audience = new { groups = new[] { Guid.NewGuid() } } })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(Written)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync($"{address}/publish", null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PostAsync($"{address}/publish", null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.DeleteAsync(address)).StatusCode);
        var shown = await GetAsync(reader, $"{Own}/{id}");
        Assert.Contains("<strong>Text</strong>", $"{shown["html"]}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await reader.PostAsJsonAsync($"{Own}/{id}/read", new { edition = 1 })).StatusCode);

        var tag = (await desk.GetAsync(address)).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync(desk, $"{address}", tag, new { title = "Other", text = "Text", fromOn = today, audience = new { everybody = true } })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(desk, $"{address}", tag, new { title = "Other", text = "Text", fromOn = today })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(desk, $"{address}", tag, new { title = "Third", text = "Text", fromOn = today })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.PostAsJsonAsync($"{Own}/{id}/read", new { edition = 1 })).StatusCode);
        Assert.Contains((await GetAsync(reader, $"{Own}?unread=true"))["items"]!.AsArray(), i => $"{i!["id"]}" == id);
        Assert.Equal(HttpStatusCode.NoContent, (await desk.PostAsync($"{address}/withdraw", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{Own}/{id}")).StatusCode);
    }

    private async Task<(HttpClient Http, Guid Account)> ProgramAsync(string role)
    {
        var http = await district.ProgramAsync(Centre, role);
        var token = Secrets.Digest(http.DefaultRequestHeaders.Authorization!.Parameter!);
        return (http, await district.InHostAsync(host => host.Sessions.Where(s => s.Digest == token).Select(s => s.AccountId).SingleAsync()));
    }

    private static async Task<JsonNode> GetAsync(HttpClient http, string url) => (await http.GetFromJsonAsync<JsonNode>(url))!;

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, string url, string? tag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(body) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return http.SendAsync(request);
    }
}
