using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Tests.Isolation;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Platform;

/// <summary>What every address of the API keeps, from the router itself: a key makes a POST happen once, lists come in parts, changes say what they saw (design §5).</summary>
public sealed class ApiContractTests(FullDistrict district) : IClassFixture<FullDistrict>
{
    private IEnumerable<Mapped> Api => Endpoints.All(district.Services).Where(e => e.Pattern.StartsWith("api/", StringComparison.Ordinal));

    [Fact]
    public async Task Every_POST_heeds_an_idempotency_key()
    {
        var (admin, samples) = (await district.AdminProgramAsync(), await Samples.OfSchool1Async(district));
        var asked = 0;
        foreach (var post in Api.Where(e => e.Method == "POST"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/{post.Filled(samples, "teacher")}") { Content = Bodies.Valid(district, post) };
            request.Headers.Add("Idempotency-Key", new string('k', 201));
            var answer = await admin.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest && (await answer.Content.ReadAsStringAsync()).Contains("200", StringComparison.Ordinal), $"{post} took a key that is too long: {answer.StatusCode}");
            asked++;
        }
        Assert.True(asked >= 8);
    }

    [Fact]
    public async Task A_person_used_to_be_added_twice_under_one_key_and_the_first_password_is_not_kept_in_the_clear()
    {
        var admin = await district.AdminProgramAsync();
        var (first, again, other) = (await SendAsync(admin, "people", new { familyName = "Однажды", roles = new[] { "learner" } }), await SendAsync(admin, "people", new { familyName = "Однажды", roles = new[] { "learner" } }),
            await SendAsync(admin, "people", new { familyName = "Другой", roles = new[] { "learner" } }));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity], [first.StatusCode, again.StatusCode, other.StatusCode]);
        var slip = await first.Content.ReadAsStringAsync();
        Assert.Equal(slip, await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        var password = (string)JsonNode.Parse(slip)!["firstPassword"]!;
        var kept = await district.InHostAsync(host => host.IdempotentRequests.AsNoTracking().Select(r => r.Answer).ToListAsync());
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, answer => answer?.Contains(password, StringComparison.Ordinal) == true || answer?.Contains("firstPassword", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_key_opens_nothing_to_one_who_has_not_signed_in()
    {
        var http = district.CreateClient();
        var body = new { login = "head@demo.local", password = "Integral-2026" };
        var (first, again) = (await SendAsync(http, "token", body), await SendAsync(http, "token", body));
        var wrong = await SendAsync(http, "token", new { login = "head@demo.local", password = "guess" });

        Assert.NotEqual(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);     // an answer that was kept would be a password checked past the throttle
    }

    [Fact]
    public async Task Every_list_comes_in_parts_however_much_is_asked_for()
    {
        var admin = await district.AdminProgramAsync();
        var lists = Api.Where(e => e.Method == "GET" && !e.Parameters.Any() && e.Pattern is not ("api/v1/me" or "api/v1/brand/" or "api/v1/events" or "api/v1/applications/control" or "api/v1/applications/forms/" or "api/v1/applications/forms" or "api/v1/registrations/open" or "api/v1/notices/settings")).ToList();
        Assert.True(lists.Count >= 5);
        foreach (var list in lists)
        {
            var most = await admin.GetAsync($"/{list.Pattern}?limit=1000000000");
            if (most.StatusCode != HttpStatusCode.UnprocessableEntity) Assert.True((await most.Content.ReadFromJsonAsync<JsonObject>())!["items"]!.AsArray().Count <= 100, $"{list} gave more than a hundred");
            var (seen, next) = (new List<string>(), "");
            for (var part = 0; part < 3 && next is not null; part++)
            {
                var page = (await admin.GetFromJsonAsync<JsonObject>($"/{list.Pattern}?limit=1{(next.Length > 0 ? $"&after={Uri.EscapeDataString(next)}" : "")}"))!;
                Assert.True(page.ContainsKey("next"), $"{list} doesn't say what comes next");
                seen.AddRange(page["items"]!.AsArray().Select(i => i!.ToJsonString()));
                next = page["next"]?.ToString();
            }
            Assert.True(seen.Count <= 3 && seen.Distinct().Count() == seen.Count, $"{list} came twice: {string.Join(' ', seen)}");
            var garbage = await admin.GetAsync($"/{list.Pattern}?after=%00%27--");
            Assert.True((int)garbage.StatusCode < 500, $"{list} with a garbled cursor answered {garbage.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_change_can_say_what_it_saw_and_is_refused_when_that_is_old()
    {
        var (admin, samples) = (await district.ProgramAsync("school-1", "platform_admin", Integral.Platform.Security.Reach.HereAndBelow), await Samples.OfSchool1Async(district));
        // Staff of one's own organisation nobody finds who signs in for none: their own tests ask the same of them.
        foreach (var change in Api.Where(e => e.Method is "PUT" or "PATCH" && !e.Pattern.StartsWith("api/v1/own-specialists", StringComparison.Ordinal)))
        {
            var read = Api.Where(e => e.Method == "GET" && (e.Pattern == change.Pattern || e.Parameters.Any() && change.Pattern.StartsWith(e.Pattern, StringComparison.Ordinal))).MaxBy(e => e.Pattern.Length);
            Assert.True(read is not null, $"{change}: what it changes can't be read");
            var answer = await admin.GetAsync($"/school-1/{read.Filled(samples, "teacher")}");
            Assert.True(answer.Headers.ETag is { IsWeak: false }, $"{read} has no ETag: {answer.StatusCode}");

            using var request = new HttpRequestMessage(new(change.Method), $"/school-1/{change.Filled(samples, "teacher")}") { Content = Bodies.Valid(district, change) };
            request.Headers.Add("If-Match", "\"an-older-one\"");
            var refused = await admin.SendAsync(request);
            Assert.True(refused.StatusCode == HttpStatusCode.PreconditionFailed, $"{change} of an older version answered {refused.StatusCode}");
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string what, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/school-1/api/v1/{what}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"key-of-{what}");
        return await http.SendAsync(request);
    }
}
