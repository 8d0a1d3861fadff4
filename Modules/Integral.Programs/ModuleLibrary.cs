using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>What to look for; everything may be left out.</summary>
/// <param name="IsOpen">Only those that visitors can choose.</param>
internal sealed record ModuleFilter(string? Text = null, bool IsOpen = false, string? After = null);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record ModulePage(IReadOnlyList<LibraryModule> Rows, string? Next);

/// <summary>A module as a form offers it.</summary>
internal sealed record OfferedModule(Guid Id, string Title, int Hours, string Goals, string Lecturers);

/// <summary>The institution's library of modules, for the screens and the API alike.</summary>
internal sealed class ModuleLibrary(Db db, Current current, TimeProvider clock)
{
    public const int PageSize = 50, MostOffered = 500;

    // So much of its goals as tells modules apart: hundreds stand on one page.
    public const int LongestOffer = 200;

    public async Task<ModulePage> PageAsync(ModuleFilter filter, int size = PageSize)
    {
        var modules = db.LibraryModules.AsNoTracking();
        if (filter.IsOpen) modules = modules.Where(m => m.IsOpen);
        if (NameSearch.Key(filter.Text ?? "") is { Length: > 0 } text) modules = modules.Where(m => m.SearchText.Contains(text));
        if (filter.After?.Split('.') is [var sort, var id] && Guid.TryParseExact(id, "N", out var last)) modules = modules.Where(m => m.SortName.CompareTo(sort) > 0 || m.SortName == sort && m.Id > last);
        var rows = await modules.OrderBy(m => m.SortName).ThenBy(m => m.Id).Take(size + 1).ToListAsync();
        return rows.Count > size ? new(rows[..size], $"{rows[size - 1].SortName}.{rows[size - 1].Id:N}") : new(rows, null);
    }

    /// <summary>By title, as many as a form can offer.</summary>
    public Task<List<OfferedModule>> OfferedAsync(bool isOpen) => db.LibraryModules.Where(m => !isOpen || m.IsOpen).OrderBy(m => m.SortName).ThenBy(m => m.Id).Take(MostOffered)
        .Select(m => new OfferedModule(m.Id, m.Title, m.Lectures + m.Practice + m.SelfStudy + m.Assessment, m.Goals.Substring(0, Math.Min(m.Goals.Length, LongestOffer)), m.Lecturers)).ToListAsync();

    /// <summary>Visitors can choose some.</summary>
    public Task<bool> HasOpenAsync() => db.LibraryModules.AnyAsync(m => m.IsOpen);

    /// <exception cref="NotFoundException">There is none here.</exception>
    public Task<LibraryModule> FindAsync(Guid id) => db.LibraryModules.SingleOr404Async(m => m.Id == id);

    /// <summary>Programmes that have it: id and name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> UsedInAsync(Guid id) =>
        [.. (await db.Programmes.Where(p => p.DraftOfId == null && p.Modules.Any(m => m.LibraryId == id)).OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(PageSize).Select(p => new { p.Id, p.Name }).ToListAsync()).Select(p => (p.Id, p.Name))];

    public async Task<LibraryModule> AddAsync(ModuleWords words, bool isOpen)
    {
        var module = new LibraryModule();
        module.Describe(words, isOpen, current.Tenant.Culture);
        db.Add(module);
        await db.SaveChangesAsync();
        return module;
    }

    public async Task ChangeAsync(LibraryModule module, ModuleWords words, bool isOpen)
    {
        module.Describe(words, isOpen, current.Tenant.Culture);
        await db.SaveChangesAsync();
    }

    /// <summary>Puts one into the bin: programmes keep what they have taken. <see cref="RestoreAsync"/> takes it out again.</summary>
    public async Task DeleteAsync(LibraryModule module)
    {
        module.Delete(clock.GetUtcNow().UtcDateTime, current.Account?.AccountId);
        await db.SaveChangesAsync();
    }

    public async Task RestoreAsync(Guid id)
    {
        (await db.LibraryModules.IgnoreQueryFilters().SingleOr404Async(m => m.Id == id && m.DeletedAt != null)).Restore();
        await db.SaveChangesAsync();
    }
}
