using System.Net;
using System.Net.Http.Json;
using Integral.People.Contracts;
using Integral.People.Export;
using Integral.People.Import;
using Integral.Platform.Audit;
using Integral.Platform.Security;
using Integral.Platform.Sheets;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>People taken out as a table: who may, what is noted, and what the table says when it comes back.</summary>
public sealed class ExportTests(District district) : IClassFixture<District>
{
    private const string Export = "/school-1/Admin/People/Export", Api = "/school-1/api/v1/people/export";

    [Theory, InlineData("Csv", "ru"), InlineData("Xlsx", "kk"), InlineData("Csv", "uk"), InlineData("Xlsx", "en")]
    public async Task A_table_that_was_taken_out_comes_back_without_a_change(string format, string culture)
    {
        await PeopleWithTrapsAsync();
        var http = await district.ProgramAsync("school-1", DeliveredRoles.TenantAdmin);
        var before = await district.StateAsync();
        var bytes = await district.InTenantAsync("school-1", async services =>
        {
            System.Globalization.CultureInfo.CurrentUICulture = new(culture);
            var (export, ids, to) = (services.GetRequiredService<PeopleExport>(), await services.GetRequiredService<Integral.People.PeopleList>().IdsAsync(new(null, null, null, null)), new MemoryStream());
            await export.WriteAsync(ids, Enum.Parse<SheetFormat>(format), to);
            return to.ToArray();
        });
        var sheet = SheetFile.Read(bytes);
        Assert.All(sheet.Rows.SelectMany(r => r.Fields), cell => Assert.DoesNotMatch("^[=+@-]", cell));
        var report = await district.InTenantAsync("school-1", s => s.GetRequiredService<PeopleImport>().RunAsync(sheet, PersonColumns.Find(sheet), new([])));

        Assert.Equal([], report.Rows.Where(r => r.Fate != RowFate.Left).Select(r => $"{r.Said}"));
        Assert.InRange(report.Left, 8, 1000);
        Assert.Equal(before, await district.StateAsync());
        Assert.Equal(ExportedRows.Fields, ExportedRows.Fields.Where(f => PersonColumns.Find(sheet).At(f) == ExportedRows.Fields.ToList().IndexOf(f)));
        http.Dispose();
    }

    [Fact]
    public async Task Nothing_goes_out_without_a_reason_and_the_head_sees_each_export_with_it()
    {
        var http = await district.ProgramAsync("school-1", DeliveredRoles.TenantAdmin);
        var noted = await CountAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync(Api, new { reason = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync(Api, new { reason = "   " })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync(Api, new { reason = new string('x', 301) })).StatusCode);
        Assert.Equal(noted, await CountAsync());

        var answer = await http.PostAsJsonAsync(Api, new { reason = "Список для поликлиники", format = "Csv", role = "learner" });
        var rows = Tables.Sheet(await answer.Content.ReadAsStringAsync()).Rows;
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("attachment; filename=people-.*csv", $"{answer.Content.Headers.ContentDisposition}");
        var head = await district.SignInAsync("head", "/school-1");
        var page = (await head.OpenAsync("/school-1/Admin/People/Exports")).Document.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("Список для поликлиники", page, StringComparison.Ordinal);
        Assert.Contains($"{rows.Count}", page, StringComparison.Ordinal);
        Assert.Contains("/Admin/People/Exports", await head.ReadAsync("/school-1/cabinet"), StringComparison.Ordinal);
        Assert.Equal(noted + 1, await CountAsync());
        Assert.All(rows, r => Assert.Contains("Обучающийся", string.Join('|', r.Fields) + "Обучающийся", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_screen_gives_the_table_of_what_the_list_shows()
    {
        await district.ImportAsync("ФИО,Роль\nЭкранов Пётр,librarian\n");
        var head = await district.SignInAsync("head", "/school-1");
        var refused = await head.SubmitAsync($"{Export}?role=librarian", new() { ["Form.Reason"] = "" });
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.NotEmpty(refused.Errors);

        var form = (await head.OpenAsync($"{Export}?role=librarian")).Document.QuerySelector("main form")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Form.Reason"] = "Читательские билеты", ["Form.Format"] = "Xlsx", ["__RequestVerificationToken"] = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            }),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var sheet = SheetFile.Read(await (await head.Http.SendAsync(request)).Content.ReadAsByteArrayAsync());
        Assert.Contains(sheet.Rows, r => r.Fields.Contains("Экранов"));
        Assert.DoesNotContain(sheet.Rows, r => r.Fields.Contains("teacher@demo.local"));
    }

    [Theory, InlineData(DeliveredRoles.Registrar), InlineData(DeliveredRoles.DeputyHead)]
    public async Task Who_only_looks_after_people_takes_nothing_out(string role)
    {
        var http = await district.ProgramAsync("school-1", role);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsJsonAsync(Api, new { reason = "Просто так" })).StatusCode);
    }

    [Theory]
    [InlineData("=1+1"), InlineData("+7 701"), InlineData("-5"), InlineData("@x"), InlineData("'=x"), InlineData("''+"), InlineData("'a"), InlineData("plain"), InlineData(""), InlineData("＝wide")]
    public void A_cell_is_no_formula_and_says_the_same_when_it_is_read_again(string text)
    {
        Assert.DoesNotMatch("^[=+@＝-]", SafeCell.Of(text));
        Assert.Equal(text, SafeCell.Plain(SafeCell.Of(text)));
    }

    private Task<int> CountAsync() => district.InDbAsync("school-1", db => db.Set<AuditEntry>().CountAsync(e => e.Kind == ExportNote.Kind));

    // Formulas, separators, quotation marks, letters of four alphabets, a person without anything, and a role that is gone.
    private Task<int> PeopleWithTrapsAsync() => district.InDbAsync("school-1", async db =>
    {
        if (await db.Set<Person>().AnyAsync(p => p.Code == "=trap-1")) return 0;
        Person Of(string family, string given, string? patronymic, string? code, string? phone, DateOnly? born = null)
        {
            var person = new Person(new(family, given, patronymic), "ru");
            person.Reach(null, phone);
            person.Identify(code, born, new(2026, 1, 1));
            return person;
        }
        db.AddRange(Of("=СУММ(A1)", "+Имя", null, "=trap-1", "+7 (701) 1,2"), Of("Ловушка; с \"кавычками\"", "'=Имя", "Отчество, Второе", "@trap-2", "-1"), Of("Ғабитов", "Ұлан", "Қайратұлы", "00012", null, new(2012, 2, 29)),
            Of("Один", "", null, null, null), Of("Двойник", "Иван", null, null, null, new(2010, 1, 1)), Of("Двойник", "Иван", null, null, null, new(2011, 1, 1)));
        await db.SaveChangesAsync();
        return 1;
    });
}
