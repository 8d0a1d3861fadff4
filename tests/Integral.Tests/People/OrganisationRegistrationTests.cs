using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.People.Organisations;
using Integral.People.Registration;
using Integral.Platform.Jobs;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Integral.Tests.People.RegisteringKit;

namespace Integral.Tests.People;

/// <summary>Organisations register at the demo centre by themselves, and a workflow decides (IDN-02 to IDN-04, ORG-03).</summary>
public sealed class OrganisationRegistrationTests(DistrictWithMail district) : IClassFixture<DistrictWithMail>
{
    private const string Known = "140240021106", Api = "/centre/api/v1/organisations/registrations";

    [Fact]
    public async Task An_organisation_is_confirmed_corrected_accepted_and_its_contact_person_comes_in()
    {
        Assert.Equal("/centre/register/organisation?sent=true", (await district.RegisterOrganisationAsync("boss@firm.local", "Фирма Рога")).Location?.ToString());
        var link = await district.LinkAsync("boss@firm.local");
        Assert.Equal(0, await TasksAsync("Фирма Рога"));
        await district.Visitor().SubmitAsync(link, [], "Confirm");
        await district.Visitor().PostAsync($"{link}?handler=Confirm", []);
        Assert.Equal(1, await TasksAsync("Фирма Рога"));
        Assert.False(await StandsAsync("Фирма Рога"));

        await district.DecideAsync("Фирма Рога", "Ask for a correction", "Полное название, пожалуйста.");
        Assert.Contains("Полное название, пожалуйста.", await district.Visitor().ReadAsync(link), StringComparison.Ordinal);
        await district.Mail.ToAsync("boss@firm.local", 2);
        var corrected = await district.Visitor().SubmitAsync(link, new() { ["Form.Name"] = "Фирма Рога и копыта" }, "Correct");
        Assert.True(corrected.IsRedirect, corrected.Errors);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().PostAsync($"{link}?handler=Correct", Corrected)).Status);

        await district.DecideAsync("Фирма Рога и копыта", "Accept as a new one");
        Assert.True(await StandsAsync("Фирма Рога и копыта"));
        Assert.Equal(3, (await district.Mail.ToAsync("boss@firm.local", 3)).Count);
        var visitor = district.Visitor();
        Assert.Equal("/centre/cabinet", (await visitor.SubmitAsync(link, Chosen())).Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/centre/cabinet"));

        var account = await district.InHostAsync(h => h.Users.SingleAsync(a => a.UserName == "boss@firm.local"));
        var membership = (await district.MembershipAsync(account, "centre"))!;
        Assert.Equal([DeliveredRoles.CustomerOrg], membership.Roles);
        var contact = await district.InDbAsync("centre", db => db.Set<ContactPerson>().SingleAsync(c => c.Email == "boss@firm.local"));
        Assert.Equal((membership.PersonId, "Садыкова Айгуль", "Директор"), (contact.PersonId, contact.Name, contact.Post));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().PostAsync(link, Chosen())).Status);      // the link lets in once
    }

    [Fact]
    public async Task One_with_a_known_number_is_joined_where_the_decider_says_so_and_never_by_itself()
    {
        await ConfirmedAsync("new@teplo.local", "ТОО Тёплый дом (новая заявка)", Known);
        await Assert.ThrowsAsync<Integral.Platform.RuleException>(() => district.DecideAsync("ТОО Тёплый дом (новая заявка)", "Accept as a new one"));
        Assert.Equal(RegistrationState.Waiting, await StateAsync("ТОО Тёплый дом (новая заявка)"));
        var staff = await district.SignInAsync("centre", "/centre");
        var id = await IdAsync("ТОО Тёплый дом (новая заявка)");
        Assert.Contains("Возможно, эта организация уже есть", await staff.ReadAsync($"/centre/Admin/Organisations/Registration/{id}"), StringComparison.Ordinal);

        await district.DecideAsync("ТОО Тёплый дом (новая заявка)", "Join to the one that is here");
        var joined = await district.InDbAsync("centre", db => db.Set<Organisation>().SingleAsync(o => o.TaxNumber == Known));
        Assert.Equal("Тёплый дом", joined.ShortName);       // what stood there stays
        Assert.Equal(1, await district.InDbAsync("centre", db => db.Set<ContactPerson>().CountAsync(c => c.OrganisationId == joined.Id && c.Email == "new@teplo.local")));
    }

    [Fact]
    public async Task Nothing_is_joined_where_nothing_is_there_and_a_refusal_says_why_and_can_be_taken_back()
    {
        await ConfirmedAsync("alone@firm.local", "Фирма Одна");
        await Assert.ThrowsAsync<Integral.Platform.RuleException>(() => district.DecideAsync("Фирма Одна", "Join to the one that is here"));
        await district.DecideAsync("Фирма Одна", "Refuse", "Мы работаем с другими.");
        var page = await district.Visitor().ReadAsync(await district.LinkAsync("alone@firm.local"));
        Assert.Contains("Мы работаем с другими.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Enter.Password", page, StringComparison.Ordinal);
        Assert.False(await StandsAsync("Фирма Одна"));
    }

    [Fact]
    public async Task An_account_that_is_there_becomes_the_representative_besides_what_it_is()
    {
        await ConfirmedAsync("partner@demo.local", "Фирма Партнёра", more: new() { ["Form.Kind"] = "Partner" });
        await district.DecideAsync("Фирма Партнёра", "Accept as a new one");
        var link = await district.LinkAsync("partner@demo.local", letters: 2);
        Assert.DoesNotContain("Enter.Password", await district.Visitor().ReadAsync(link), StringComparison.Ordinal);
        var learner = await district.SignInAsync("learner", "/centre");
        Assert.True((await learner.SubmitAsync(link, [], "Present")).IsRedirect);
        Assert.Equal([DeliveredRoles.Learner, DeliveredRoles.PartnerOrg], (await district.MembershipAsync(await district.AccountAsync("learner"), "centre"))!.Roles);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await district.SignInArmedAsync("employer", "/centre")).PostAsync($"{link}?handler=Present", [])).Status);
    }

    [Fact]
    public async Task Who_was_cut_off_while_coming_in_comes_in_once_more_and_who_was_taken_out_does_not()
    {
        await ConfirmedAsync("cut@firm.local", "Фирма Обрыв");
        await district.DecideAsync("Фирма Обрыв", "Accept as a new one");
        var link = await district.LinkAsync("cut@firm.local", letters: 2);
        // As a server leaves it that stops before the account is there.
        await district.InDbAsync("centre", async db =>
        {
            (await db.Set<OrganisationRegistration>().SingleAsync(r => r.Name == "Фирма Обрыв")).Enter(Integral.People.PersonIds.Of(district.Tenant("centre"), "account CUT@FIRM.LOCAL"));
            return await db.SaveChangesAsync();
        });
        var visitor = district.Visitor();
        Assert.Equal("/centre/cabinet", (await visitor.SubmitAsync(link, Chosen())).Location?.ToString());

        var account = await district.InHostAsync(h => h.Users.SingleAsync(a => a.UserName == "cut@firm.local"));
        await district.InHostAsync(async host =>
        {
            host.Remove(await host.Memberships.SingleAsync(m => m.AccountId == account.Id));
            return await host.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.Visitor().PostAsync(link, Chosen())).Status);
        await Assert.ThrowsAsync<Integral.Platform.RuleException>(() => district.InTenantAsync("centre", async services =>
        {
            await services.GetRequiredService<Representatives>().EnterAsync(link[(link.LastIndexOf('/') + 1)..], account.Id);
            return true;
        }));
    }

    [Fact]
    public async Task The_form_tells_what_is_wrong_and_never_what_is_known()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.RegisterOrganisationAsync("x@firm.local", "Фирма", "140240021107")).Status);      // a slip in the number
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.RegisterOrganisationAsync("x@firm.local", "Фирма", more: new() { ["Form.Kind"] = "Authority" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.RegisterOrganisationAsync("x@firm.local", "Фирма", more: new() { ["Form.Country"] = "Kazakhstan" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await district.RegisterOrganisationAsync("x@firm.local", "Фирма", more: new() { ["Website"] = "x" })).Status);
        Assert.True((await district.RegisterOrganisationAsync("x@firm.local", "Фирма с известным номером", Known)).IsRedirect);
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync($"{OfOrganisations}/AAAAAAAAAAAAAAAAAAAAAA"));
    }

    [Fact]
    public async Task What_nobody_confirms_is_thrown_away()
    {
        await district.RegisterOrganisationAsync("never@firm.local", "Фирма Никогда");
        await district.InDbAsync("centre", db => db.WriteAsync(() => db.Set<OrganisationRegistration>().Where(r => r.Name == "Фирма Никогда").ExecuteUpdateAsync(r => r.SetProperty(x => x.SentAt, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-8)))));
        await district.InTenantAsync("centre", services => services.GetRequiredService<IExtensions<IWakes>>().Single(w => w.Kind == UnconfirmedRegistrations.Alarm).WakeAsync(default));
        Assert.False(await district.InDbAsync("centre", db => db.Set<OrganisationRegistration>().AnyAsync(r => r.Name == "Фирма Никогда")));
        Assert.True(await district.InDbAsync("centre", db => db.Set<OrganisationRegistration>().AnyAsync(r => r.State == RegistrationState.Waiting)));
    }

    [Fact]
    public async Task Programs_register_an_organisation_once_under_a_key_and_staff_read_it()
    {
        var body = new { key = "a key of sixteen or more", kind = "Employer", name = "Фирма Программ", country = "Other", familyName = "Ли", givenName = "Анна", email = "api@firm.local", consent = true };
        var http = district.Visitor().Http;
        for (var n = 0; n < 2; n++) Assert.Equal(HttpStatusCode.Accepted, (await http.PostAsJsonAsync(Api, body)).StatusCode);
        await district.Visitor().SubmitAsync(await district.LinkAsync("api@firm.local"), [], "Confirm");
        var staff = await district.ProgramAsync("centre", DeliveredRoles.CentreStaff);
        var items = (await staff.GetFromJsonAsync<JsonNode>($"{Api}?state=Waiting&limit=100"))!["items"]!.AsArray();
        var id = items.Single(i => i!["name"]!.GetValue<string>() == "Фирма Программ")!["id"]!.GetValue<Guid>();
        Assert.Equal("Waiting", (await staff.GetFromJsonAsync<JsonNode>($"{Api}/{id}"))!["state"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.ProgramAsync("school-1", DeliveredRoles.Head)).GetAsync($"/school-1/api/v1/organisations/registrations/{id}")).StatusCode);
    }

    [Fact]
    public async Task The_demo_shows_one_accepted_one_waiting_and_one_to_be_corrected()
    {
        var states = await district.InDbAsync("centre", db => db.Set<OrganisationRegistration>().Where(r => r.Email.EndsWith(".example")).Select(r => r.State).ToListAsync());
        Assert.Equal([RegistrationState.Waiting, RegistrationState.Asked, RegistrationState.Accepted], states.Order());
        Assert.True(await StandsAsync("Товарищество с ограниченной ответственностью «Степной хлеб»"));
        Assert.Equal(3, await district.InDbAsync("centre", db => db.Set<SelfRegistration>().CountAsync(r => r.Email.EndsWith(".example"))));
    }

    private static Dictionary<string, string> Corrected => new() { ["Form.Kind"] = "Employer", ["Form.Name"] = "Другая", ["Form.Country"] = "Other", ["Form.FamilyName"] = "Ли", ["Form.GivenName"] = "Анна" };

    private async Task ConfirmedAsync(string email, string name, string? number = null, Dictionary<string, string>? more = null)
    {
        var sent = await district.RegisterOrganisationAsync(email, name, number, more);
        Assert.True(sent.IsRedirect, sent.Errors);
        Assert.True((await district.Visitor().SubmitAsync(await district.LinkAsync(email), [], "Confirm")).IsRedirect);
    }

    private Task<bool> StandsAsync(string name) => district.InDbAsync("centre", db => db.Set<Organisation>().AnyAsync(o => o.Name == name));
    private Task<Guid> IdAsync(string name) => district.InDbAsync("centre", db => db.Set<OrganisationRegistration>().Where(r => r.Name == name).Select(r => r.Id).SingleAsync());
    private Task<RegistrationState> StateAsync(string name) => district.InDbAsync("centre", db => db.Set<OrganisationRegistration>().Where(r => r.Name == name).Select(r => r.State).SingleAsync());

    private async Task<int> TasksAsync(string name)
    {
        var id = await IdAsync(name);
        return await district.InDbAsync("centre", db => db.Set<Integral.Workflows.Cases.WorkflowCase>().CountAsync(c => c.SubjectId == id));
    }
}
