using Integral.Platform.Jobs;
using Integral.Platform.Search;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content.Search;

/// <summary>Whatever became of an index, it becomes right by itself (R25).</summary>
public sealed class IndexCheckTests(JobDistrict district) : IClassFixture<JobDistrict>, IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task An_index_that_was_lost_comes_back_of_itself()
    {
        await district.AllAsync();      // what is still on its way from above
        var before = await NamesAsync();
        await ChangeAsync("school-1", db => db.Set<SearchDocument>().ExecuteDeleteAsync());
        await ChangeAsync("school-1", db => db.Set<SearchPosting>().ExecuteDeleteAsync());
        Assert.Equal((0, 0), await StateAsync("school-1"));

        await district.Agenda.AllDueAsync([district.Tenant("school-1").Id], DueWork.Search);
        await district.AllAsync();
        Assert.Equal(before, await NamesAsync());

        Task<List<string>> NamesAsync() => district.InDbAsync("school-1", async db => (await db.Set<SearchDocument>().Select(d => $"{d.RecordId} {d.Title}").ToListAsync()).Order(StringComparer.Ordinal).ToList());
    }

    [Fact]
    public async Task Lost_terms_foreign_documents_and_old_editions_are_mended()
    {
        var before = await StateAsync("school-2");
        Assert.True(before.Documents > 0);
        await ChangeAsync("school-2", db => db.Set<SearchPosting>().ExecuteDeleteAsync());
        await ChangeAsync("school-2", db => db.Set<SearchDocument>().OrderBy(d => d.RecordId).Take(2).ExecuteUpdateAsync(d => d.SetProperty(x => x.Edition, 0).SetProperty(x => x.Title, "?")));
        await ChangeAsync("school-2", async db =>
        {
            var gone = new SearchDocument { Kind = "content", RecordId = "zzzzzzzzzzzzzzzzzzzzzzzzzz" };
            gone.Say(new("content", gone.RecordId, "ru") { Type = "News", Title = "Нет", At = DateTime.UnixEpoch }, DocumentTerms.Empty);
            db.Add(gone);
            return await db.SaveChangesAsync();
        });

        Assert.Contains("school-2", (await new Terminal(district).DoAsync("search", "rebuild", "--tenant", "school-2")), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync("school-2"));
        Assert.Equal(0, await district.InDbAsync("school-2", db => db.Set<SearchDocument>().CountAsync(d => d.Title == "?" || d.Edition == 0)));
        Assert.Contains(": 0", (await new Terminal(district).DoAsync("search", "rebuild", "--tenant", "school-2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_items_of_before_name_is_noted()
    {
        var before = await district.InDbAsync("", db => db.Set<Integral.Content.ContentReference>().Select(r => new { r.ItemId, r.Kind, r.Target, r.IsLatest, r.IsPublished }).ToListAsync());
        Assert.NotEmpty(before);
        await ChangeAsync("", db => db.Set<Integral.Content.ContentReference>().ExecuteDeleteAsync());
        await district.Agenda.AllDueAsync([district.Tenant("").Id], DueWork.Search);
        await district.AllAsync();
        var after = await district.InDbAsync("", db => db.Set<Integral.Content.ContentReference>().Select(r => new { r.ItemId, r.Kind, r.Target, r.IsLatest, r.IsPublished }).ToListAsync());
        Assert.Equal(before.OrderBy(r => $"{r}", StringComparer.Ordinal), after.OrderBy(r => $"{r}", StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_restored_institution_is_searched_at_once()
    {
        var terminal = new Terminal(district);
        await terminal.DoAsync("backup", "--tenant", "centre", "--out", folder.At("centre.backup"));
        await terminal.DoAsync("restore", "--in", folder.At("centre.backup"), "--as", "centre-again");
        var own = await district.InDbAsync("centre", db => db.Set<SearchDocument>().CountAsync(d => d.Kind == "programme" || db.Set<Integral.Content.ContentItem>().Any(i => i.ContentItemId == d.RecordId && i.OriginId == null)));
        Assert.True(own > 0);
        Assert.Equal(own, (await StateAsync("centre-again")).Documents);
    }

    private Task<(int Documents, int Postings)> StateAsync(string tenant) => district.InDbAsync(tenant, async db => (await db.Set<SearchDocument>().CountAsync(), await db.Set<SearchPosting>().CountAsync()));
    private Task<int> ChangeAsync(string tenant, Func<Integral.Platform.Data.Db, Task<int>> change) => district.InDbAsync(tenant, db => db.WriteAsync(() => change(db)));

    public void Dispose() => folder.Dispose();
}
