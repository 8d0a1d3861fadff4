using System.Net;
using Integral.Tests.Kit;

namespace Integral.Tests.Platform;

/// <summary>What isn't there answers 404 to everybody and whatever the method; what is there for other methods, 405 (A21).</summary>
public sealed class UnmatchedTests(District district) : IClassFixture<District>
{
    [Theory, CombinatorialMethods("/nowhere", "/school-1/nowhere/deeper", "/kk/nowhere", "/api/v1/nowhere", "/school-1/api/v2/people", "/api/v1/people/no-guid/reset")]
    public async Task An_address_that_is_not_there_used_to_ask_for_a_sign_in(string method, string address)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(district.Visitor(), method, address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(await AdminAsync(), method, address)).StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/api/v1/people", "GET, POST"), InlineData("GET", "/api/v1/token", "DELETE, POST"), InlineData("POST", "/health/live", "GET"), InlineData("DELETE", "/school-1/api/v1/me", "GET")]
    [InlineData("GET", "/api/v1/people/019ab000-0000-7000-8000-000000000000/reset", "POST")]
    public async Task A_method_that_an_address_has_not_is_405(string method, string address, string allowed)
    {
        var answer = await AskAsync(district.Visitor(), method, address);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order()));
    }

    [Theory, InlineData("PUT"), InlineData("DELETE"), InlineData("OPTIONS"), InlineData("PATCH")]
    public async Task A_page_is_opened_or_sent_and_nothing_else(string method) =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await AskAsync(await AdminAsync(), method, "/Admin/People")).StatusCode);

    [Fact]
    public async Task JSON_that_says_it_is_text_used_to_be_told_to_sign_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/people") { Content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("text/plain")) };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await district.Visitor().Http.SendAsync(request)).StatusCode);
    }

    [Theory, CombinatorialMethods("/centre/news", "/centre/institutions", "/centre/api/v1/content", "/centre/api/v1/content/4abcdefghijklmnopqrstuvwxy", "/centre/media/x.png", "/centre/any-page")]
    public async Task A_feature_that_is_off_is_not_there_for_any_method(string method, string address)
    {
        await district.InHostAsync(async host =>
        {
            var centre = host.Tenants.Single(t => t.Path == "centre");
            centre.Switch(centre.Features.Except(["Integral.Content"]));
            return await host.SaveChangesAsync();
        });
        await ((Integral.Platform.Tenancy.Catalogue)district.Services.GetService(typeof(Integral.Platform.Tenancy.Catalogue))!).RefreshAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(district.Visitor(), method, address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(await AdminAsync(), method, address)).StatusCode);
    }

    private Task<Visitor> AdminAsync() => district.SignInArmedAsync("admin");

    private static Task<HttpResponseMessage> AskAsync(Visitor visitor, string method, string address)
    {
        var request = new HttpRequestMessage(new(method), address);
        return visitor.Http.SendAsync(request);
    }

    /// <summary>Each address with each method a browser or program may send.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CombinatorialMethodsAttribute(params string[] addresses) : Xunit.v3.DataAttribute
    {
        private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

        public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo testMethod, Xunit.Sdk.DisposalTracker disposalTracker) =>
            new(addresses.SelectMany(a => Methods.Select(m => (ITheoryDataRow)new TheoryDataRow(m, a))).ToList());

        public override bool SupportsDiscoveryEnumeration() => true;
    }
}
