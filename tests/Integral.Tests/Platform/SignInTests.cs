using System.Net;
using System.Net.Http.Json;
using Integral.Tests.Kit;

namespace Integral.Tests.Platform;

public sealed class SignInTests(District district) : IClassFixture<District>
{
    private static Dictionary<string, string> Form(string login, string password) => new() { ["Form.Login"] = login, ["Form.Password"] = password };

    [Fact]
    public async Task One_who_signs_in_at_the_district_lands_in_their_own_school()
    {
        var answer = await district.Visitor().SubmitAsync("/sign-in", Form("teacher@demo.local", "Integral-2026"));
        Assert.Equal("/school-1/cabinet", answer.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_login_are_answered_alike()
    {
        var wrong = await district.Visitor().SubmitAsync("/sign-in", Form("teacher3@demo.local", "not this one"));
        var unknown = await district.Visitor().SubmitAsync("/sign-in", Form("nobody@demo.local", "not this one"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal((wrong.Status, wrong.Errors), (unknown.Status, unknown.Errors));
    }

    [Theory, InlineData("expert2@demo.local"), InlineData("nobody2@demo.local")]
    public async Task After_five_failures_a_login_waits_whether_it_exists_or_not(string login)
    {
        for (var i = 0; i < 5; i++) await district.Visitor().SubmitAsync("/sign-in", Form(login, "not this one"));
        var answer = await district.Visitor().SubmitAsync("/sign-in", Form(login, "Integral-2026"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Слишком много", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_that_arrived_together_used_to_fail_on_each_other()
    {
        var guesses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => district.Visitor().SubmitAsync("/sign-in", Form("together@demo.local", "not this one"))));
        Assert.All(guesses, g => Assert.Equal(HttpStatusCode.UnprocessableEntity, g.Status));
        Assert.Contains("Слишком много", (await district.Visitor().SubmitAsync("/sign-in", Form("together@demo.local", "x"))).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_somebody_else_gave_opens_nothing_to_a_program()
    {
        var head = await district.AccountAsync("head2");
        await district.InHostAsync(async host =>
        {
            host.Users.Single(a => a.Id == head.Id).MustChangePassword = true;
            return await host.SaveChangesAsync();
        });
        var http = district.Visitor().Http;
        var token = await (await http.PostAsJsonAsync("/school-2/api/v1/token", new { login = "head2@demo.local", password = "Integral-2026" })).Content.ReadFromJsonAsync<Token>();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token!.AccessToken);

        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/school-2/api/v1/people/")).StatusCode);
        var page = await (await district.SignInAsync("head2", "/school-2")).OpenAsync("/school-2/Admin/People");
        Assert.EndsWith("/account/password", page.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("https://evil.example/"), InlineData("//evil.example/"), InlineData("/\\evil.example")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string wanted)
    {
        var answer = await district.Visitor().SubmitAsync($"/sign-in?return={Uri.EscapeDataString(wanted)}", Form("admin@demo.local", "Integral-2026"));
        Assert.Equal("/cabinet", answer.Location?.ToString());
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(Form("admin@demo.local", "Integral-2026")) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await district.Visitor().Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_session_that_was_signed_out_is_dead()
    {
        var person = await district.SignInAsync("partner", "/centre");
        var cookie = person.Http;
        Assert.Equal(HttpStatusCode.OK, await person.StatusAsync("/centre/cabinet"));
        await person.SubmitAsync("/centre/account", [], "sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await cookie.GetAsync("/centre/cabinet")).StatusCode);
    }

    [Fact]
    public async Task A_program_gets_a_token_and_is_somebody_with_it()
    {
        var http = district.Visitor().Http;
        var answer = await http.PostAsJsonAsync("/school-1/api/v1/token", new { login = "head@demo.local", password = "Integral-2026" });
        var token = await answer.Content.ReadFromJsonAsync<Token>();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token!.AccessToken);

        Assert.Contains("people.manage", await http.GetStringAsync("/school-1/api/v1/me"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/school-2/api/v1/people/")).StatusCode);
    }

    [Theory, InlineData("{}"), InlineData("{\"login\":null,\"password\":null}"), InlineData("not json")]
    public async Task A_token_request_without_login_used_to_answer_500(string body)
    {
        var answer = await district.Visitor().Http.PostAsync("/api/v1/token", new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        Assert.InRange((int)answer.StatusCode, 400, 422);
    }

    private sealed record Token(string AccessToken, int ExpiresIn);
}
