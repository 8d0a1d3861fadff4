using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>A category with how many programmes are for it.</summary>
internal sealed record UsedCategory(LearnerCategory Of, int Programmes);

/// <summary>The institution's categories of learners, for the screens and the API alike.</summary>
internal sealed class LearnerCategories(Db db, Current current)
{
    /// <summary>By name.</summary>
    public Task<List<LearnerCategory>> AllAsync() => db.LearnerCategories.AsNoTracking().OrderBy(c => c.SortName).ThenBy(c => c.Id).ToListAsync();

    /// <summary>By name, with how often they are used.</summary>
    public async Task<IReadOnlyList<UsedCategory>> UsedAsync()
    {
        var used = await db.Programmes.Where(p => p.CategoryId != null && p.DraftOfId == null).GroupBy(p => p.CategoryId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count);
        return [.. (await AllAsync()).Select(c => new UsedCategory(c, used.GetValueOrDefault(c.Id)))];
    }

    /// <exception cref="NotFoundException">There is none here.</exception>
    public Task<LearnerCategory> FindAsync(Guid id) => db.LearnerCategories.SingleOr404Async(c => c.Id == id);

    public async Task<LearnerCategory> AddAsync(string name)
    {
        var category = new LearnerCategory();
        category.Call(name, current.Tenant.Culture);
        Rule.Require(await db.LearnerCategories.CountAsync() < LearnerCategory.Most, T.Say("There are at most {0} categories.", LearnerCategory.Most), "Name");
        db.Add(category);
        await db.SaveChangesAsync();
        return category;
    }

    public async Task RenameAsync(LearnerCategory category, string name)
    {
        category.Call(name, current.Tenant.Culture);
        await db.SaveChangesAsync();
    }

    /// <exception cref="RuleException">Some programme is for it.</exception>
    public async Task RemoveAsync(LearnerCategory category)
    {
        var id = category.Id;
        Rule.Require(!await db.Programmes.AnyAsync(p => p.CategoryId == id), "Programmes are for this category: choose another one there first.");
        db.Remove(category);
        await db.SaveChangesAsync();
    }
}
