using System.Net;
using System.Text.RegularExpressions;
using Integral.Platform.Messaging;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Integral.Tests.Accounts;

public sealed partial class RecoveryTests(DistrictWithMail district) : IClassFixture<DistrictWithMail>
{
    private const string Wanted = "three ordinary words";

    [Fact]
    public async Task A_forgotten_password_is_recovered_by_the_link_in_a_letter()
    {
        var account = await PersonAsync("forgetful", "forgetful@mail.local");
        var elsewhere = await district.EnterAsync(account, "/school-1");
        await AskAsync("/school-1", account.UserName!);
        var letter = Assert.Single(await district.Mail.ToAsync("forgetful@mail.local"));
        Assert.Equal($"Новый пароль для {account.UserName}", letter.Subject);

        var visitor = district.Visitor();
        var done = await visitor.SubmitAsync(LinkOf(letter), New(Wanted));

        Assert.Equal("/school-1/sign-in", done.Location?.ToString());
        Assert.Contains("/cabinet", (await district.Visitor().SubmitAsync("/school-1/sign-in", Form(account.UserName!, Wanted))).Location!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/school-1/sign-in", (await elsewhere.OpenAsync("/school-1/cabinet")).Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await district.Mail.ToAsync("forgetful@mail.local", 2)).Count);
        Assert.Equal(1, await district.InHostAsync(h => h.Audit.CountAsync(e => e.Action == "PasswordRecovered" && e.AccountId == account.Id)));
    }

    [Fact]
    public async Task A_link_works_once_and_not_after_the_password_was_changed_otherwise()
    {
        var account = await PersonAsync("once", "once@mail.local");
        await AskAsync("", account.UserName!);
        await AskAsync("", account.UserName!);
        var letters = await district.Mail.ToAsync("once@mail.local", 2);
        await district.Visitor().SubmitAsync(LinkOf(letters[0]), New(Wanted));

        Assert.All(await Task.WhenAll(letters.Select(l => district.Visitor().StatusAsync(LinkOf(l)))), s => Assert.Equal(HttpStatusCode.NotFound, s));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(LinkOf(letters[0])[..^3] + "abc"));
    }

    [Fact]
    public async Task The_page_says_the_same_whether_there_is_such_an_account_or_not()
    {
        var known = await AskAsync("", (await PersonAsync("known", "known@mail.local")).UserName!);
        var unknown = await AskAsync("", "nobody@mail.local");
        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Equal("/forgot?sent=true", known.Location?.ToString());
    }

    [Fact]
    public async Task Who_waits_after_wrong_attempts_may_enter_after_recovering()
    {
        var account = await PersonAsync("locked", "locked@mail.local");
        for (var i = 0; i < 6; i++) await district.Visitor().SubmitAsync("/sign-in", Form(account.UserName!, "not this one"));
        await AskAsync("", "locked@mail.local");
        await district.Visitor().SubmitAsync(LinkOf((await district.Mail.ToAsync("locked@mail.local"))[0]), New(Wanted));
        Assert.True((await district.Visitor().SubmitAsync("/sign-in", Form(account.UserName!, Wanted))).IsRedirect);
    }

    [Fact]
    public async Task A_family_that_shares_an_e_mail_gets_a_letter_for_each_login_and_nobody_more_than_three_an_hour()
    {
        await PersonAsync("mother", "family@mail.local");
        await PersonAsync("father", "family@mail.local");
        for (var i = 0; i < 5; i++) await AskAsync("/school-2", "family@mail.local");
        await AskAsync("/school-2", (await PersonAsync("after", "after@mail.local")).UserName!);
        await district.Mail.ToAsync("after@mail.local");        // an institution's letters go in order: what was asked before has been sent
        Assert.Equal(2 * 3, (await district.Mail.NowAsync("family@mail.local")).Count);
    }

    [Fact]
    public async Task An_e_mail_that_somebody_else_typed_in_used_to_give_away_the_account()
    {
        var account = await district.AddAsync("typed", "school-1", "teacher");
        await district.InHostAsync(async host =>
        {
            var row = host.Users.Single(a => a.Id == account.Id);
            (row.Email, row.NormalizedEmail) = ("stranger@mail.local", "STRANGER@MAIL.LOCAL");
            return await host.SaveChangesAsync();
        });
        await AskAsync("", "stranger@mail.local");
        await AskAsync("", account.UserName!);
        await AskAsync("", (await PersonAsync("later", "later@mail.local")).UserName!);
        await district.Mail.ToAsync("later@mail.local");       // an institution's letters go in order: what was asked before would have been sent
        Assert.Empty(await district.Mail.NowAsync("stranger@mail.local"));
    }

    [Fact]
    public async Task Two_who_use_one_link_at_once_are_not_both_let_in()
    {
        await AskAsync("", (await PersonAsync("twice", "twice@mail.local")).UserName!);
        var link = LinkOf((await district.Mail.ToAsync("twice@mail.local"))[0]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => district.Visitor().PostAsync(link, New($"{Wanted} {n}"))));
        Assert.Equal(1, answers.Count(a => a.IsRedirect));
    }

    [Fact]
    public async Task A_link_leads_to_the_public_address_whatever_host_the_request_named()
    {
        await PersonAsync("poisoned", "poisoned@mail.local");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/school-1/forgot") { Content = new FormUrlEncodedContent([new("Form.Login", "poisoned@mail.local")]) };
        request.Headers.Host = "127.0.0.1";
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        await district.Visitor().Http.SendAsync(request);
        Assert.Contains("http://localhost/school-1/reset/", (await district.Mail.ToAsync("poisoned@mail.local"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_e_mail_counts_when_its_owner_opened_the_link_and_agreed()
    {
        var account = await PersonAsync("mover", "former@mail.local");
        var mover = await district.EnterAsync(account, "/school-1");
        var wrong = await mover.SubmitAsync("/school-1/account/email", new() { ["Form.Email"] = "new@mail.local", ["Form.Password"] = "not this one" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        await mover.SubmitAsync("/school-1/account/email", new() { ["Form.Email"] = "new@mail.local", ["Form.Password"] = Crew.Password });
        var link = LinkOf((await district.Mail.ToAsync("new@mail.local"))[0]);

        Assert.Equal(HttpStatusCode.NotFound, await (await district.SignInAsync("teacher", "/school-1")).StatusAsync(link));
        Assert.Contains("new@mail.local", await mover.ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal("former@mail.local", await EmailOfAsync(account));
        await mover.SubmitAsync(link, []);
        Assert.Equal("new@mail.local", await EmailOfAsync(account));
        Assert.NotEmpty(await district.Mail.ToAsync("former@mail.local"));
    }

    private Task<string?> EmailOfAsync(Account account) => district.InHostAsync(h => h.Users.Where(a => a.Id == account.Id).Select(a => a.Email).SingleAsync());

    private Task<Answer> AskAsync(string tenant, string who) => district.Visitor().SubmitAsync($"{tenant}/forgot", new() { ["Form.Login"] = who });

    private async Task<Account> PersonAsync(string name, string email)
    {
        var account = await district.AddAsync(name, "school-1", "teacher");
        await district.InHostAsync(async host =>
        {
            host.Users.Single(a => a.Id == account.Id).ReachAt(email);
            return await host.SaveChangesAsync();
        });
        return account;
    }

    private static Dictionary<string, string> Form(string login, string password) => new() { ["Form.Login"] = login, ["Form.Password"] = password };
    private static Dictionary<string, string> New(string password) => new() { ["Form.Password"] = password, ["Form.Again"] = password };
    private static string LinkOf(Received letter) => new Uri(Address().Match(letter.Text).Value).PathAndQuery;

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}

public sealed class WithoutMailTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task Where_no_mail_server_is_set_nothing_is_promised_that_needs_one()
    {
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/forgot"));
        Assert.DoesNotContain("/forgot", await district.Visitor().ReadAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_server_without_a_public_address_is_refused()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Integral:Mail:Host", "127.0.0.1"), new("Integral:Mail:From", "a@b.local")]).Build();
        Assert.Contains("Integral:PublicUrl", Assert.Throws<InvalidOperationException>(() => new SmtpPost(settings)).Message, StringComparison.Ordinal);
    }
}
