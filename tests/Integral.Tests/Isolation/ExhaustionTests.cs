using System.Net;
using System.Net.Http.Headers;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.People;

namespace Integral.Tests.Isolation;

/// <summary>The whole application on a real socket: only there are sizes bounded as they will be.</summary>
public sealed class Listening : FullDistrict
{
    public override async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        await base.InitializeAsync();
        StartServer();
    }
}

/// <summary>Too much of anything gets a bounded answer that says so (A46).</summary>
public sealed class ExhaustionTests(Listening district) : IClassFixture<Listening>
{
    private static readonly int[] Refusals = [400, 403, 404, 409, 413, 414, 415, 422, 428, 431];

    [Fact]
    public async Task Ten_megabytes_of_JSON_are_refused_by_every_address()
    {
        var (program, samples) = (await district.AdminProgramAsync(), await Samples.OfSchool1Async(district));
        // However long the answer takes, none of the body is sent before it: a busy machine used to make this test send it all.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = Timeout.InfiniteTimeSpan };
        using var admin = new HttpClient(handler) { BaseAddress = program.BaseAddress };
        admin.DefaultRequestHeaders.Authorization = program.DefaultRequestHeaders.Authorization;
        var large = "{\"name\":\"" + new string('x', 10 << 20) + "\"}";
        foreach (var endpoint in Endpoints.All(district.Services).Where(e => !e.IsRead && e.Pattern.StartsWith("api/", StringComparison.Ordinal) && Bodies.TypeOf(district, e) is not null))
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, $"{endpoint}"), (await SendAsync(admin, endpoint, samples, large), $"{endpoint}"));
    }

    [Fact]
    public async Task JSON_without_end_or_bottom_is_refused_by_every_address()
    {
        var (admin, samples) = (await district.AdminProgramAsync(), await Samples.OfSchool1Async(district));
        foreach (var body in new[] { string.Concat(Enumerable.Repeat("[", 50_000)), string.Concat(Enumerable.Repeat("{\"a\":", 20_000)), "{\"name\":", "{\"name\":\"\\u0000\"}", "[]", "null", "1e999999", "\"x\"", "" })
            foreach (var endpoint in Endpoints.All(district.Services).Where(e => !e.IsRead && e.Pattern.StartsWith("api/", StringComparison.Ordinal) && Bodies.TypeOf(district, e) is not null))
            {
                var status = (int)await SendAsync(admin, endpoint, samples, body);
                // A well-formed body is looked at when its record has been found: of another institution none is.
                Assert.True(status is 400 or 422 || status == 404 && body.Contains("\\u0000", StringComparison.Ordinal), $"{endpoint} answered {status} to {body[..Math.Min(body.Length, 20)]}");
            }
    }

    [Fact]
    public async Task Long_and_senseless_queries_get_a_bounded_answer()
    {
        var admin = await AdminAsync("long-queries");
        var queries = new[] { $"q={new string('а', 1000)}", $"q={new string('%', 200).Replace("%", "%25", StringComparison.Ordinal)}", "q=%00", "limit=-1", "limit=999999999999999999999", "after=%F0%9F%98%80", "cursor=x.y", "page=1000000000", "day=9999-99-99", "handler=Nothing",
            string.Join('&', Enumerable.Range(0, 400).Select(i => $"role=r{i}")) };
        foreach (var page in Endpoints.All(district.Services).Where(e => e.Method == "GET" && !e.Parameters.Any()))
            foreach (var query in queries)
            {
                var answer = await admin.OpenAsync($"/{page.Pattern}?{query}");
                Assert.True((int)answer.Status < 400 || Refusals.Contains((int)answer.Status), $"{page}?{query[..Math.Min(query.Length, 30)]} answered {answer.Status}");
                Assert.True(answer.Text.Length < 2 << 20, $"{page}?{query[..Math.Min(query.Length, 30)]} answered {answer.Text.Length} characters");
            }
    }

    [Fact]
    public async Task Texts_and_lists_in_the_query_of_every_API_address_are_bounded_and_it_says_so()
    {
        var (admin, samples) = (await district.AdminProgramAsync(), await Samples.OfSchool1Async(district));
        var addresses = Endpoints.All(district.Services).Where(e => e.Method == "GET" && e.Pattern.StartsWith("api/", StringComparison.Ordinal)).ToList();
        var tried = 0;
        foreach (var address in addresses)
        {
            using var bare = await admin.GetAsync($"/school-1/{address.Filled(samples, $"{Guid.Empty}")}", HttpCompletionOption.ResponseHeadersRead);
            if (!bare.IsSuccessStatusCode) continue;        // not of this institution
            tried++;
            foreach (var query in new[] { $"q={new string('x', 1001)}", string.Join('&', Enumerable.Repeat("kind=School", 101)) })
            {
                var answer = await admin.GetAsync($"/school-1/{address.Filled(samples, $"{Guid.Empty}")}?{query}");
                Assert.Equal((422, $"{address}"), ((int)answer.StatusCode, $"{address}"));
                Assert.Contains("may ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
        Assert.True(tried > 8, $"only {tried} of {addresses.Count} were tried");
    }

    [Fact]
    public async Task A_text_that_PostgreSQL_can_not_hold_used_to_be_our_fault()
    {
        var admin = await district.AdminProgramAsync();
        var signIn = await district.Visitor().PostAsync("/sign-in", [new("Form.Login", "a\0b"), new("Form.Password", "x")]);
        var person = await admin.PostAsync("/api/v1/people", new StringContent("{\"familyName\":\"a\\u0000b\",\"roles\":[\"learner\"]}", new MediaTypeHeaderValue("application/json")));
        Assert.True((int)signIn.Status < 500 && (int)person.StatusCode < 500, $"{signIn.Status} {person.StatusCode}");
    }

    [Fact]
    public async Task An_address_or_header_of_a_hundred_kilobytes_is_refused()
    {
        var http = district.CreateClient();
        Assert.Contains((int)(await http.GetAsync($"/{new string('a', 100_000)}")).StatusCode, new[] { 400, 404, 414 });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("X-Large", new string('a', 100_000));
        Assert.Equal(431, (int)(await http.SendAsync(request)).StatusCode);
        Assert.Equal("ok", await http.GetStringAsync("/health/live"));
    }

    private async Task<Visitor> AdminAsync(string name)
    {
        await district.AddAsync(name, "", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        var visitor = district.Visitor();       // on a socket it follows to the cabinet by itself
        await visitor.SubmitAsync("/sign-in", new() { ["Form.Login"] = $"{name}@crew.local", ["Form.Password"] = Crew.Password });
        Assert.Contains("__RequestVerificationToken", await visitor.ReadAsync("/account"), StringComparison.Ordinal);
        return visitor;
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, Mapped endpoint, Samples samples, string body)
    {
        using var request = new HttpRequestMessage(new(endpoint.Method), $"/{endpoint.Filled(samples, "teacher")}") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("If-Match", "*");
        request.Headers.ExpectContinue = true;      // so that a refusal comes before all of it was sent
        return (await http.SendAsync(request)).StatusCode;
    }
}
