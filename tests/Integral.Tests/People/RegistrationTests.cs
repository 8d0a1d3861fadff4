using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Contracts;
using Integral.People.Registration;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.People.RegisteringKit;

namespace Integral.Tests.People;

/// <summary>Citizens register at the demo centre by themselves (IDN-01, IDN-16).</summary>
public sealed class RegistrationTests(DistrictWithMail district) : IClassFixture<DistrictWithMail>
{
    private const string Staff = "/centre/Admin/Registrations", Api = "/centre/api/v1/registrations";

    [Fact]
    public async Task Whoever_registers_confirms_the_e_mail_chooses_a_password_and_comes_back_to_where_they_were()
    {
        var asked = await district.RegisterAsync("first@new.local", more: new() { ["return"] = "/centre/programmes" });
        Assert.Equal("/centre/register?sent=true", asked.Location?.ToString());
        Assert.Null(await AccountAsync("first@new.local"));
        var link = await district.LinkAsync("first@new.local");
        Assert.Contains("Новосёлова Мария", await district.Visitor().ReadAsync(link));
        Assert.Null(await AccountAsync("first@new.local"));       // mail programs open links by themselves

        var visitor = district.Visitor();
        var done = await visitor.SubmitAsync(link, Chosen());
        Assert.Equal("/centre/programmes", done.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/centre/cabinet"));
        var account = (await AccountAsync("first@new.local"))!;
        Assert.True(account.EmailConfirmed);
        var membership = (await district.MembershipAsync(account, "centre"))!;
        Assert.Equal([DeliveredRoles.Learner], membership.Roles);
        Assert.Equal(Reach.Here, membership.Reach);
        var (one, person) = await district.InDbAsync("centre", async db => (await db.Set<SelfRegistration>().SingleAsync(r => r.AccountId == account.Id), await db.Set<Person>().SingleAsync(p => p.Id == membership.PersonId)));
        Assert.Equal((person.Id, new DateOnly(1991, 3, 8)), (one.PersonId, person.BornOn!.Value));
        Assert.Null(one.CheckedAt);
        Assert.Contains("Я согласен", one.Consent, StringComparison.Ordinal);
        Assert.Contains("first@new.local", await (await district.SignInAsync("centre", "/centre")).ReadAsync(Staff));
    }

    [Fact]
    public async Task The_page_says_the_same_of_a_known_e_mail_and_the_letter_tells_its_owner()
    {
        var known = await district.RegisterAsync("learner@demo.local");
        var unknown = await district.RegisterAsync("unknown@new.local");
        Assert.Equal((unknown.Status, unknown.Location), (known.Status, known.Location));
        var letter = Assert.Single(await district.Mail.ToAsync("learner@demo.local")).Text;
        Assert.Contains("learner@demo.local", letter, StringComparison.Ordinal);
        Assert.Contains("/centre/sign-in", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("/register/finish/", letter, StringComparison.Ordinal);     // a member of the centre already
        Assert.Contains("/register/finish/", (await district.Mail.ToAsync("unknown@new.local"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_from_elsewhere_joins_with_itself_and_nobody_gets_a_second_one()
    {
        await district.RegisterAsync("teacher@demo.local", "Другая");
        var link = await district.LinkAsync("teacher@demo.local", "/register/finish/");
        Assert.Contains("/centre/sign-in?return=", await district.Visitor().ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().PostAsync(link, Chosen())).Status);

        var teacher = await district.SignInAsync("teacher", "/centre");
        Assert.Equal("/centre/cabinet", (await teacher.SubmitAsync(link, [], "Present")).Location?.ToString());
        Assert.Equal([DeliveredRoles.Learner], (await district.MembershipAsync(await district.AccountAsync("teacher"), "centre"))!.Roles);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await teacher.SubmitAsync(link, [], "Present")).Status);
    }

    [Fact]
    public async Task A_link_that_is_used_by_several_at_once_makes_one_account_and_one_person()
    {
        await district.RegisterAsync("once@new.local", "Единственная");
        var link = await district.LinkAsync("once@new.local");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => district.Visitor().PostAsync(link, Chosen($"{Password} {n}"))));
        Assert.Equal(1, answers.Count(a => a.IsRedirect));
        Assert.All(answers.Where(a => !a.IsRedirect), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Equal(1, await district.InDbAsync("centre", db => db.Set<Person>().CountAsync(p => p.FamilyName == "Единственная")));
        Assert.Equal(1, await district.InHostAsync(h => h.Users.CountAsync(a => a.UserName == "once@new.local")));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(link[..^4] + "abcd"));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync(link.Replace("/centre/", "/school-1/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_calls_himself_by_anothers_name_gets_nothing_that_is_the_others_until_somebody_has_looked()
    {
        var account = await EnteredAsync("double@new.local", "Двойникова");
        var who = new NewPerson("Двойникова", "Мария", null, new DateOnly(1991, 3, 8), null, null);
        var own = (await district.MembershipAsync(account, "centre"))!.PersonId;
        Assert.Null(await district.InDbAsync("centre", db => who.KnownAsync(db)));
        Assert.Equal(own, await district.InDbAsync("centre", db => who.KnownAsync(db, account.Id)));

        var earlier = await district.InDbAsync("centre", async db => await who.FindOrAddAsync(db, db.Tenant, new DateOnly(2026, 1, 1)));
        Assert.NotEqual(own, earlier);
        Assert.Equal(own, await district.InDbAsync("centre", db => who.KnownAsync(db, account.Id)));        // and theirs stays their own
        var staff = await district.SignInAsync("centre", "/centre");
        Assert.Contains("Возможно, это Двойникова Мария", await staff.ReadAsync(Staff), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_told_at_its_field_and_the_form_is_kept()
    {
        var refused = await district.RegisterAsync("young@new.local", "Юный", new() { ["Form.BornOn"] = $"{TimeProvider.System.GetUtcNow().Year - 9}-01-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("value=\"Юный\"", refused.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.RegisterAsync("no@new.local", more: new() { ["Form.Consent"] = "false" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.RegisterAsync("bot@new.local", more: new() { ["Website"] = "http://spam.example" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.RegisterAsync("bot@new.local", more: new() { ["Ticket"] = "none" })).Status);

        await district.RegisterAsync("weak@new.local");
        var link = await district.LinkAsync("weak@new.local");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().SubmitAsync(link, Chosen("short"))).Status);
        Assert.Null(await AccountAsync("weak@new.local"));
    }

    [Fact]
    public async Task Nobody_is_led_to_another_host_and_no_mailbox_is_flooded()
    {
        await district.RegisterAsync("led@new.local", more: new() { ["return"] = "//evil.example/" });
        Assert.Equal("/centre/cabinet", (await district.Visitor().SubmitAsync(await district.LinkAsync("led@new.local"), Chosen())).Location?.ToString());
        for (var n = 0; n < 3; n++) Assert.True((await district.RegisterAsync("flood@new.local")).IsRedirect);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.RegisterAsync("FLOOD@new.local")).Status);
    }

    [Fact]
    public async Task Whom_staff_block_is_out_at_once_and_cannot_register_again()
    {
        var account = await EnteredAsync("blocked@new.local", "Лишняя");
        var inside = await district.EnterAsync(account, "/centre", Password);
        var staff = await district.SignInAsync("centre", "/centre");
        Assert.True((await PressAsync(staff, "blocked@new.local", "Block")).IsRedirect);

        Assert.True((await inside.OpenAsync("/centre/cabinet")).IsRedirect);
        await district.RegisterAsync("blocked@new.local", "Лишняя");
        Assert.DoesNotContain("/register/finish/", (await district.Mail.ToAsync("blocked@new.local", 2))[1].Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().SubmitAsync("/centre/sign-in", new() { ["Form.Login"] = "blocked@new.local", ["Form.Password"] = Password })).Status);
    }

    [Fact]
    public async Task Programs_register_and_look_after_those_who_did()
    {
        var body = new { familyName = "Программист", givenName = "Пётр", bornOn = "1990-01-01", email = "api@new.local", consent = true };
        var http = district.Visitor().Http;
        Assert.Equal(HttpStatusCode.Accepted, (await http.PostAsJsonAsync(Api, body)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync(Api, new { body.familyName, body.bornOn, body.email, role = "tenant_admin" })).StatusCode);
        await district.Visitor().SubmitAsync(await district.LinkAsync("api@new.local"), Chosen());

        var staff = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var rows = (await staff.GetFromJsonAsync<JsonNode>($"{Api}?unseen=true&limit=100"))!["items"]!.AsArray();
        var id = rows.Single(r => r!["email"]!.GetValue<string>() == "api@new.local")!["id"]!.GetValue<Guid>();
        Assert.Equal(HttpStatusCode.NoContent, (await staff.PostAsync($"{Api}/{id}/check", null)).StatusCode);
        Assert.DoesNotContain("api@new.local", await staff.GetStringAsync($"{Api}?unseen=true&limit=100"));
        Assert.NotNull(await district.InDbAsync("centre", db => new NewPerson("Программист", "Пётр", null, new DateOnly(1990, 1, 1), null, null).KnownAsync(db)));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await district.ProgramAsync("centre", DeliveredRoles.Learner)).GetAsync(Api)).StatusCode);
    }

    [Fact]
    public async Task Where_it_is_not_switched_on_it_is_not_there_and_staff_shut_it_and_open_it_again()
    {
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/school-1/register"));
        Assert.DoesNotContain("/register", await district.Visitor().ReadAsync("/school-1/sign-in"), StringComparison.Ordinal);
        Assert.Contains("/centre/register", await district.Visitor().ReadAsync("/centre/sign-in"), StringComparison.Ordinal);
        await district.RegisterAsync("late@new.local");
        var link = await district.LinkAsync("late@new.local");

        var staff = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var open = await staff.GetAsync($"{Api}/open");
        await PutAsync(staff, open.Headers.ETag!.ToString(), citizens: false);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ChangeAsync(staff, open.Headers.ETag!.ToString(), citizens: false)).StatusCode);
        Assert.DoesNotContain("Form.Email", await district.Visitor().ReadAsync(Register), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().SubmitAsync(link, Chosen())).Status);      // what was asked for before counts no more
        Assert.DoesNotContain("\"/centre/register\"", await district.Visitor().ReadAsync("/centre/sign-in"), StringComparison.Ordinal);

        var page = await district.SignInAsync("centre", "/centre");
        Assert.True((await page.SubmitAsync(Staff, new() { ["Form.Citizens"] = "true" }, "handler=Open")).IsRedirect);
        Assert.True((await district.Visitor().SubmitAsync(link, Chosen())).IsRedirect);
    }

    [Fact]
    public async Task The_list_costs_as_many_statements_for_many_as_for_one()
    {
        var staff = await district.SignInAsync("centre", "/centre");
        var few = await district.CostAsync(() => staff.OpenAsync($"{Staff}?all=true"));
        for (var n = 0; n < 3; n++) await EnteredAsync($"many{n}@new.local", $"Многих{n}");
        Assert.InRange(await district.CostAsync(() => staff.OpenAsync($"{Staff}?all=true")), 1, few);
    }

    private static async Task PutAsync(HttpClient http, string tag, bool citizens) => Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(http, tag, citizens)).StatusCode);

    private static async Task<HttpResponseMessage> ChangeAsync(HttpClient http, string tag, bool citizens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Api}/open") { Content = JsonContent.Create(new { citizens, organisations = true }) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await http.SendAsync(request);
    }

    private async Task<Account> EnteredAsync(string email, string family)
    {
        await district.RegisterAsync(email, family);
        Assert.True((await district.Visitor().SubmitAsync(await district.LinkAsync(email), Chosen())).IsRedirect);
        return (await AccountAsync(email))!;
    }

    // The button of somebody's row.
    private async Task<Answer> PressAsync(Visitor staff, string email, string handler)
    {
        var id = await district.InDbAsync("centre", db => db.Set<SelfRegistration>().Where(r => r.Email == email).Select(r => r.Id).SingleAsync());
        var actions = (await staff.OpenAsync(Staff)).Document.QuerySelectorAll("form").Select(f => f.GetAttribute("action") ?? "");
        return await staff.SubmitAsync(Staff, [], actions.First(a => a.Contains($"{id}", StringComparison.Ordinal) && a.Contains(handler, StringComparison.Ordinal)));
    }

    private Task<Account?> AccountAsync(string login) => district.InHostAsync(h => h.Users.AsNoTracking().SingleOrDefaultAsync(a => a.UserName == login));
}
