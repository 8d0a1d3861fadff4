using Integral.Content.Data;
using Integral.Content.ReferenceBooks;
using Integral.Tests.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Content;

/// <summary>Books of the district in its schools.</summary>
public sealed class SharedBookTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task Own_terms_stay_whatever_the_district_does_and_its_terms_are_its_own()
    {
        var code = await MakeAsync("Кружки", "Спорт", "Искусство");
        Assert.Equal(["Искусство", "Спорт"], await NamesAsync("school-1", code));
        var sport = await TermAsync(code, "Спорт");
        await AddAsync("school-1", code, "Лапта", sport);
        var refused = await Assert.ThrowsAsync<Integral.Platform.RuleException>(() => DeskAsync("school-1", desk => desk.ChangeAsync(code, sport, new(Names("Чужое")), null)));
        Assert.Contains("kept above", refused.Message, StringComparison.Ordinal);

        await DeskAsync("", desk => desk.ChangeAsync(code, sport, new(Names("Спорт и туризм")), null));
        var art = await TermAsync(code, "Искусство");
        await DeskAsync("", desk => desk.DeleteAsync(code, art));
        await district.AllAsync();
        Assert.Equal(["Лапта", "Спорт и туризм"], await NamesAsync("school-1", code));
        Assert.Equal(["Спорт и туризм"], await NamesAsync("school-2", code));       // nobody needs it there
    }

    [Fact]
    public async Task A_withdrawn_book_goes_where_nothing_is_chosen_from_it_and_stays_marked_where_something_is()
    {
        var code = await MakeAsync("Секции", "Плавание");
        await AddAsync("school-1", code, "Своя", await TermAsync(code, "Плавание"));
        await DeskAsync("", desk => desk.ChangeAsync(code, new BookSaid(Names("Секции"), code), null));
        await district.AllAsync();

        Assert.False(await district.InDbAsync("school-2", db => db.ReferenceBooks.AnyAsync(b => b.Code == code)));
        var (book, terms) = await district.InDbAsync("school-1", async db => (await db.ReferenceBooks.SingleAsync(b => b.Code == code), await db.ReferenceTerms.Where(t => t.OriginId != null).ToListAsync()));
        Assert.True(book.IsLeft);
        Assert.True(terms.Single(t => t.Called["ru"] == "Плавание").IsLeft);
        Assert.Equal(["Плавание", "Своя"], await NamesAsync("school-1", code));

        await DeskAsync("", desk => desk.ChangeAsync(code, new BookSaid(Names("Секции"), code) { IsShared = true }, null));
        await district.AllAsync();
        Assert.False(await district.InDbAsync("school-1", db => db.ReferenceBooks.AnyAsync(b => b.Code == code && b.IsLeft)));
        Assert.Equal(["Плавание"], await NamesAsync("school-2", code));
    }

    [Fact]
    public async Task A_book_is_offered_as_it_was_once_a_change_is_undone()
    {
        var code = await MakeAsync("Клубы", "Шахматы");
        var term = await TermAsync(code, "Шахматы");
        await DeskAsync("", desk => desk.ChangeAsync(code, term, new(Names("Шашки")), null));
        await district.AllAsync();
        Assert.Equal(["Шашки"], await NamesAsync("school-1", code));
        await district.InTenantAsync("", async services =>
        {
            var changes = services.GetRequiredService<Integral.Platform.Changes.ChangeSets>();
            return await changes.UndoAsync((await changes.ListAsync())[0].Set.Id);
        });
        await district.AllAsync();
        Assert.Equal(["Шахматы"], await NamesAsync("school-1", code));
    }

    [Fact]
    public async Task Codes_that_changed_places_above_change_places_below()
    {
        var code = await MakeAsync("Группы", "Первая", "Вторая");
        var (first, second) = (await TermAsync(code, "Первая"), await TermAsync(code, "Вторая"));
        await CodesAsync(("1", first), ("2", second));
        await district.AllAsync();
        await CodesAsync(("3", first), ("1", second), ("2", first));
        await district.AllAsync();
        Assert.Equal(["1 Вторая", "2 Первая"], await district.InDbAsync("school-1", async db => (await ReadAsync(db, code)).Select(t => $"{t.Code} {t.Called["ru"]}").Order(StringComparer.Ordinal).ToList()));

        Task CodesAsync(params (string Code, string Term)[] codes) => DeskAsync("", async desk =>
        {
            foreach (var (one, term) in codes) await desk.ChangeAsync(code, term, new(Names(term == first ? "Первая" : "Вторая")) { Code = one }, null);
        });
    }

    private async Task<string> MakeAsync(string name, params string[] terms)
    {
        var code = "";
        await DeskAsync("", async desk =>
        {
            code = await desk.MakeAsync(new(Names(name), null) { IsShared = true, MayBeExtended = true });
            foreach (var term in terms) await desk.AddAsync(code, new(Names(term)));
        });
        await district.AllAsync();
        return code;
    }

    private Task<bool> AddAsync(string tenant, string code, string name, string under) => DeskAsync(tenant, desk => desk.AddAsync(code, new(Names(name)) { Under = under }));

    private Task<bool> DeskAsync(string tenant, Func<BookDesk, Task> work) => district.InTenantAsync(tenant, async services =>
    {
        await work(services.GetRequiredService<BookDesk>());
        return true;
    });

    private Task<string> TermAsync(string code, string name) => district.InDbAsync("", async db => (await ReadAsync(db, code)).First(t => t.Called["ru"] == name).TermId);
    private Task<List<string>> NamesAsync(string tenant, string code) => district.InDbAsync(tenant, async db => (await ReadAsync(db, code)).Select(t => t.Called["ru"]).Order(StringComparer.Ordinal).ToList());
    private static Task<List<ReferenceTerm>> ReadAsync(Integral.Platform.Data.Db db, string code)
    {
        var books = db.ReferenceBooks;
        return db.ReferenceTerms.AsNoTracking().Where(t => books.Any(b => b.Id == t.BookId && b.Code == code)).ToListAsync();
    }
    private static TermNames Names(string russian) => TermNames.Of(c => c == "ru" ? russian : null);
}
