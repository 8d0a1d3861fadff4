using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Integral.People.Contracts;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Importing for programs: the same rules as on the screens, how many statements it takes, and putting it back.</summary>
public sealed class ImportRightsTests(District district) : IClassFixture<District>
{
    private const string Api = "/school-1/api/v1/people/import";

    [Fact]
    public async Task A_table_gives_no_more_than_its_importer_may_give()
    {
        await district.AddAsync("j-admin", "school-1", DeliveredRoles.TenantAdmin);
        var registrar = await district.ProgramAsync("school-1", DeliveredRoles.Registrar);

        var given = await SendAsync(registrar, "ФИО,Логин,Роль,Где действуют роли\nПрава А,,learner,\nПрава Б,,tenant_admin,\nПрава В,,learner,HereAndBelow\n,j-admin@crew.local,learner,\n");

        Assert.Equal((1, 3), (given.GetProperty("added").GetInt32(), given.GetProperty("refused").GetInt32()));
        Assert.Equal(["Added", "Refused", "Refused", "Refused"], Fates(given));
        Assert.Equal(["tenant_admin"], (await district.StandingAsync("j-admin@crew.local"))!.Roles);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(await district.ProgramAsync("school-1", DeliveredRoles.DeputyHead), "ФИО\nПрава Г\n")).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_of_an_institution_stays_one_whatever_a_table_says()
    {
        var http = await district.ProgramAsync("centre", DeliveredRoles.PlatformAdmin, only: "centre");
        var admins = await district.InHostAsync(h => h.Memberships.Where(m => m.TenantId == district.Tenant("centre").Id).Join(h.Users, m => m.AccountId, a => a.Id, (m, a) => new { a.UserName, m.Roles }).ToListAsync());
        var rows = string.Concat(admins.Where(a => a.Roles.Contains("tenant_admin") || a.Roles.Contains("platform_admin")).Select(a => $"{a.UserName},learner\n"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/centre/api/v1/people/import") { Content = new StringContent("Login,Roles\n" + rows, Encoding.UTF8, "text/csv") };
        var answer = await (await http.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Contains("Refused", Fates(answer));
        Assert.Contains(await district.InHostAsync(h => h.Memberships.Where(m => m.TenantId == district.Tenant("centre").Id).ToListAsync()), m => m.Roles.Contains("tenant_admin") || m.Roles.Contains("platform_admin"));
    }

    [Fact]
    public async Task First_passwords_are_in_the_answer_once_and_open_the_account()
    {
        var http = await district.ProgramAsync("school-1", DeliveredRoles.TenantAdmin);
        http.DefaultRequestHeaders.Add("Idempotency-Key", "slips-1");
        const string table = "ФИО,Логин,Роль\nПропуск Анна,propusk-anna,learner\n";
        var (first, again) = (await SendAsync(http, table), await SendAsync(http, table));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(http, "ФИО\nДругая Таблица\n")).StatusCode);

        var slip = first.GetProperty("slips")[0];
        Assert.Equal($"{first}", $"{again}");
        var signedIn = await district.Visitor().SubmitAsync("/school-1/sign-in", new() { ["Form.Login"] = "propusk-anna", ["Form.Password"] = slip.GetProperty("firstPassword").GetString()! });
        Assert.True(signedIn.IsRedirect);
        http.DefaultRequestHeaders.Remove("Idempotency-Key");
        Assert.Equal(0, (await SendAsync(http, table)).GetProperty("slips").GetArrayLength());
    }

    [Fact]
    public async Task A_dry_run_reads_as_much_for_five_hundred_rows_as_for_five()
    {
        var http = await district.ProgramAsync("school-1", DeliveredRoles.TenantAdmin);
        string Table(int rows) => "Код,Логин,ФИО,Почта,Роль\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"q-{i},q-login-{i},Счётов Номер{i},q{i}@q.local,learner\n"));
        await PostAsync(http, Table(1), "?dryRun=true");

        var (few, many) = (await CountAsync(() => PostAsync(http, Table(5), "?dryRun=true")), await CountAsync(() => PostAsync(http, Table(500), "?dryRun=true")));
        Assert.Equal(few, many);

        // Written: as many reading statements for forty rows as for three, since both are one transaction.
        var three = await CountAsync(() => PostAsync(http, Table(3)), onlyReading: true);
        var forty = await CountAsync(() => PostAsync(http, Table(43)), onlyReading: true);
        Assert.InRange(forty, 1, three + 1);
    }

    [Fact]
    public async Task An_import_is_undone_whole_by_who_did_it_and_leaves_what_was_changed_since()
    {
        await district.ImportAsync("Код,ФИО,Телефон,Роль\nu-1,Возврат Анна,101,learner\n");
        var before = await district.StateAsync();
        var account = await district.AddAsync("j-undo", "school-1", DeliveredRoles.Head);
        var head = await district.EnterAsync(account, "/school-1");
        var report = await ImportAsync(account, "Код,ФИО,Телефон,Роль\nu-1,Возврат Анна,202,teacher\nu-2,Возврат Борис,303,learner\nu-3,Возврат Вера,404,\n");
        Assert.NotNull(report);
        await district.InDbAsync("school-1", async db =>
        {
            (await db.Set<Person>().SingleAsync(p => p.Code == "u-3")).Reach(null, "505");
            return await db.SaveChangesAsync();
        });

        var undone = await head.SubmitAsync($"/school-1/Admin/Changes/Undo/{report}", []);
        Assert.True(undone.IsRedirect, undone.Errors);
        Assert.Equal(("101", (string?)null), ((await PersonAsync("u-1"))!.Phone, (await PersonAsync("u-2"))?.Phone));
        Assert.Equal("505", (await PersonAsync("u-3"))!.Phone);      // somebody wrote it since
        var left = await district.InHostAsync(h => h.Memberships.CountAsync(m => m.TenantId == district.Tenant("school-1").Id));
        Assert.Equal(before.Split('\n').Count(l => l.Contains("Here", StringComparison.Ordinal)) + 1, left);    // and the head's own
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.SignInArmedAsync("head2", "/school-2")).PostAsync($"/school-2/Admin/Changes/Undo/{report}", [])).Status);
    }

    private Task<Person?> PersonAsync(string code) => district.InDbAsync("school-1", db => db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code));

    /// <summary>As the account itself would import it.</summary>
    private async Task<Guid?> ImportAsync(Account account, string table)
    {
        var http = district.CreateClient();
        var token = (await (await http.PostAsJsonAsync("/school-1/api/v1/token", new { login = account.UserName, password = Crew.Password })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (await SendAsync(http, table)).GetProperty("changeSet").GetGuid();
    }

    private async Task<int> CountAsync(Func<Task<HttpResponseMessage>> ask, bool onlyReading = false)
    {
        district.Statements.Reset();
        Assert.Equal(HttpStatusCode.OK, (await ask()).StatusCode);
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal) && (!onlyReading || s.Contains("SELECT", StringComparison.Ordinal) && !s.Contains("INSERT", StringComparison.Ordinal)));
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, string table)
    {
        var answer = await PostAsync(http, table);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string table, string query = "")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(table));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return http.PostAsync(Api + query, content);
    }

    private static List<string?> Fates(JsonElement answer) => [.. answer.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("fate").GetString())];
}
