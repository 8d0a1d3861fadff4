using System.Net;
using System.Net.Http.Headers;
using Integral.Tests.Kit;

namespace Integral.Tests.Isolation;

/// <summary>Whatever another site sends with the browser of somebody signed in here, on every address that changes something (A39).</summary>
public sealed class CrossSiteTests(FullDistrict district) : IClassFixture<FullDistrict>
{
    private static readonly (string Header, string Value)[][] Foreign =
    [
        [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")], [("Sec-Fetch-Site", "none")], [("Origin", "https://evil.example")], [("Origin", "null")], [],
        [("Origin", "http://localhost.evil.example")], [("Sec-Fetch-Site", "cross-site"), ("Origin", "http://localhost")], [("Referer", "http://localhost/")],
    ];

    private static readonly (string Type, string Body)[] Bodies =
        [("application/x-www-form-urlencoded", "a=b"), ("text/plain", "{\"roles\":[\"learner\"]}"), ("application/json", "{}"), ("multipart/form-data; boundary=x", "--x--")];

    [Fact]
    public async Task Nothing_that_another_site_sends_is_done()
    {
        var (admin, samples) = (await district.SignInAsync("admin"), await Samples.OfSchool1Async(district));
        var asked = 0;
        foreach (var endpoint in Endpoints.All(district.Services).Where(e => !e.IsRead && !e.Pattern.StartsWith("error", StringComparison.Ordinal)))
        {
            foreach (var headers in Foreign)
            {
                var (type, body) = Bodies[asked++ % Bodies.Length];
                using var request = new HttpRequestMessage(new(endpoint.Method), $"/{endpoint.Filled(samples, "teacher")}") { Content = new StringContent(body, MediaTypeHeaderValue.Parse(type)) };
                foreach (var (header, value) in headers) request.Headers.Add(header, value);
                var status = (await admin.Http.SendAsync(request)).StatusCode;
                // Text that says it isn't JSON may be refused for that before.
                Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.UnsupportedMediaType, $"{endpoint} as {type} with {string.Join(", ", headers)} answered {status}");
            }
        }
        Assert.True(asked > 200);
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync("/cabinet"));      // nor was anybody signed out
    }

    [Fact]
    public async Task A_page_of_ours_sends_the_token_of_its_form_or_is_refused()
    {
        var (admin, samples) = (await district.SignInAsync("admin"), await Samples.OfSchool1Async(district));
        foreach (var page in Endpoints.All(district.Services).Where(e => e.Method == "POST" && !e.Pattern.StartsWith("api/", StringComparison.Ordinal) && e.Policy != "everyone"))
        {
            var answer = await admin.PostAsync($"/{page.Filled(samples, "teacher")}", [new("a", "b")]);
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{page} without a token answered {answer.Status}");
        }
    }
}
