using System.Net;
using Integral.Content.Data;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content;

/// <summary>Reference books on the screens of the district, and what visitors find by them.</summary>
public sealed class ReferenceBookTests(District district) : IClassFixture<District>
{
    private static string Term(string code) => BookRecipe.Id(null, $"document-kinds/{code}");

    [Fact]
    public async Task A_term_is_chosen_read_and_found_with_what_stands_above_it()
    {
        var author = await district.SignInAsync("methodist");
        var name = await WriteAsync(author, "Приказ о каникулах", "order-decree");
        var page = await district.Visitor().OpenAsync(await AddressAsync(name));
        Assert.Contains("Приказ", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("data-term", page.Text, StringComparison.Ordinal);

        foreach (var (kind, isFound) in new[] { ("order-decree", true), ("order", true), ("order-instruction", false), ("rule", false) })
            Assert.Equal(isFound, (await ListAsync($"Document.Kind={Term(kind)}")).Contains("Приказ о каникулах", StringComparison.Ordinal));
        Assert.Contains("Вид документа", await district.Visitor().ReadAsync($"/documents?Document.Kind={Term("rule-charter")}"), StringComparison.Ordinal);       // what to leave out
    }

    [Fact]
    public async Task A_renamed_term_is_read_by_its_new_name_without_publishing_again()
    {
        var author = await district.SignInAsync("methodist");
        var address = await AddressAsync(await WriteAsync(author, "Отчёт за год", "info-report"));
        await RenameAsync(author, "info-report", "Отчёт или доклад", "Report or talk");
        Assert.Contains("Отчёт или доклад", (await district.Visitor().OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_names_a_merged_term_is_found_by_the_other_and_an_old_bookmark_still_works_until_it_is_undone()
    {
        var author = await district.SignInAsync("methodist");
        await WriteAsync(author, "Памятка пешехода", "info-memo");
        var page = $"/Admin/Books/Merge/document-kinds/{Term("info-memo")}";
        Assert.Contains("Памятка пешехода", await author.ReadAsync(page), StringComparison.Ordinal);      // who would be found otherwise
        Assert.True((await author.SubmitAsync(page, new() { ["Form.Into"] = Term("info-letter") })).IsRedirect);
        foreach (var kind in new[] { "info-memo", "info-letter", "info" })
            Assert.Contains("Памятка пешехода", await ListAsync($"Document.Kind={Term(kind)}"), StringComparison.Ordinal);
        var merged = await district.InDbAsync("", db => db.ReferenceTerms.SingleAsync(t => t.TermId == Term("info-memo")));
        Assert.NotNull(merged.MergedIntoId);

        var set = await district.InDbAsync("", db => db.Set<Integral.Platform.Changes.ChangeSet>().OrderByDescending(s => s.At).FirstAsync());
        Assert.True((await author.SubmitAsync($"/Admin/Changes/Undo/{set.Id}", [], to: "Undo")).IsRedirect);
        Assert.Contains("Памятка пешехода", await ListAsync($"Document.Kind={Term("info-memo")}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Памятка пешехода", await ListAsync($"Document.Kind={Term("info-letter")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_that_a_page_names_is_not_deleted()
    {
        var author = await district.SignInAsync("methodist");
        await WriteAsync(author, "Устав района", "rule-charter", isPublished: false);
        Assert.Contains("Страниц, где выбрано это значение: 1", (await DeleteAsync(author, "rule-charter")).Errors, StringComparison.Ordinal);
        Assert.Contains("Ниже есть значения", (await DeleteAsync(author, "rule")).Errors, StringComparison.Ordinal);
        Assert.True((await DeleteAsync(author, "method-programme")).IsRedirect);
    }

    [Fact]
    public async Task A_term_whose_days_are_over_stays_where_it_was_and_is_not_chosen_anew()
    {
        var author = await district.SignInAsync("methodist");
        var name = await WriteAsync(author, "Старый бланк", "info-form");
        var edit = $"/Admin/Books/Show/document-kinds?term={Term("info-form")}";
        Assert.True((await author.SubmitAsync(edit, new() { ["Form.To"] = "2026-01-01" })).IsRedirect);
        Assert.DoesNotContain(Term("info-form"), await author.ReadAsync("/Admin/Content/Edit?type=Document"), StringComparison.Ordinal);
        Assert.Contains(Term("info-form"), await author.ReadAsync(name), StringComparison.Ordinal);
        Assert.True((await author.SubmitAsync(name, new() { [Writing.Title] = "Старый бланк, исправленный" })).IsRedirect);

        var forged = new Dictionary<string, string> { ["Item.Document.Kind.TermContentItemIds"] = Term("info-form"), [Writing.Title] = "Новый", [Writing.Text] = "Текст", ["Item.Document.Date.Value"] = "2026-03-01" };
        var opened = await author.OpenAsync("/Admin/Content/Edit?type=Document");
        var refused = await Writing.SendAsync(author, "/Admin/Content/Edit?type=Document", opened, forged);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("сегодня выбрать нельзя", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_calls_terms_by_their_names()
    {
        var author = await district.SignInAsync("methodist");
        var page = await WriteAsync(author, "Порядок выдачи", "order");
        Assert.True((await author.SubmitAsync(page, new() { ["Item.Document.Kind.TermContentItemIds"] = Term("method-plan") })).IsRedirect);
        var versions = await author.OpenAsync(page.Replace("/Edit/", "/Versions/", StringComparison.Ordinal));
        var newest = versions.Document.QuerySelector("main tbody a")!.GetAttribute("href")!;
        Assert.Contains("Учебный план", await author.ReadAsync(newest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_keep_books_do()
    {
        foreach (var (role, status) in new[] { (DeliveredRoles.Methodologist, HttpStatusCode.OK), (DeliveredRoles.Head, HttpStatusCode.Forbidden), (DeliveredRoles.Teacher, HttpStatusCode.Forbidden) })
            Assert.Equal(status, (await (await district.ProgramAsync("", role)).GetAsync("/Admin/Books/Show/document-kinds")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await district.SignInAsync("methodist")).OpenAsync($"/Admin/Books/Show/ages?term={Term("order")}")).Status);
    }

    [Fact]
    public async Task Pages_name_terms_with_as_many_statements_however_many_there_are()
    {
        var author = await district.SignInAsync("methodist");
        await author.OpenAsync("/Admin/Books/Show/subjects");
        var few = await StatementsAsync(author, "/Admin/Books/Show/subjects");
        await district.InTenantAsync("", async services =>
        {
            await services.GetRequiredService<BookDesk>().EditAsync(new("Many"), "subjects", tree =>
            {
                for (var i = 0; i < 200; i++) tree.Add(new(TermNames.Of(c => $"Term {i} {c}")));
            });
            return true;
        });
        await author.OpenAsync("/Admin/Books/Show/subjects");
        Assert.Equal(few, await StatementsAsync(author, "/Admin/Books/Show/subjects"));
    }

    private async Task<int> StatementsAsync(Visitor visitor, string page)
    {
        district.Statements.Reset();
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(page));
        return district.Statements.Seen.Count(s => !s.Contains("catalogue_number", StringComparison.Ordinal));
    }

    private static Task<string> WriteAsync(Visitor author, string title, string kind, bool isPublished = true) =>
        author.WriteAsync("Document", title, "Текст.", isPublished, ("Item.Document.Date.Value", "2026-03-01"), ("Item.Document.Kind.TermContentItemIds", Term(kind)));

    private async Task<string> ListAsync(string query) => (await district.Visitor().OpenAsync($"/documents?{query}")).Document.QuerySelectorAll("main article").Aggregate("", (text, card) => text + card.TextContent);

    private Task<string> AddressAsync(string edit) => district.InDbAsync("", db => db.ContentItems.Where(i => edit.EndsWith(i.ContentItemId)).Select(i => "/" + i.Slug).SingleAsync());

    private static async Task RenameAsync(Visitor author, string code, string russian, string english)
    {
        var answer = await author.SubmitAsync($"/Admin/Books/Show/document-kinds?term={Term(code)}", new() { ["Form.Ru"] = russian, ["Form.En"] = english });
        Assert.True(answer.IsRedirect, answer.Errors);
    }

    private static Task<Answer> DeleteAsync(Visitor author, string code) => author.SubmitAsync($"/Admin/Books/Show/document-kinds?term={Term(code)}", [], to: "handler=Delete");
}
