using Integral.Programs.Data;

namespace Integral.Programs;

/// <summary>Builds programmes of modules, for the screens and the API alike. What visitors see is changed only by those who may put programmes into the catalogue.</summary>
internal sealed class ModuleDesk(Db db, Current current, TimeProvider clock)
{
    /// <exception cref="NotFoundException">The programme has none of that id.</exception>
    public static ProgrammeModule Find(Programme programme, Guid id) => programme.Modules.Find(m => m.Id == id) ?? throw new NotFoundException();

    public async Task<ProgrammeModule> AddAsync(Programme programme, ModuleWords words)
    {
        RequireMay(programme);
        var module = programme.Add(words, Now);
        await db.SaveChangesAsync();
        return module;
    }

    /// <summary>Takes a copy out of the library.</summary>
    public async Task<ProgrammeModule> TakeAsync(Programme programme, LibraryModule from)
    {
        RequireMay(programme);
        var module = programme.Add(from.ToWords(), Now);
        module.CameFrom(from.Id, from.Version);
        await db.SaveChangesAsync();
        return module;
    }

    public async Task ChangeAsync(Programme programme, ProgrammeModule module, ModuleWords words)
    {
        RequireMay(programme);
        programme.Change(module, words, Now);
        await db.SaveChangesAsync();
    }

    /// <summary>Takes over what the library says today.</summary>
    /// <exception cref="NotFoundException">It isn't of the library, or gone from there.</exception>
    public async Task RenewAsync(Programme programme, ProgrammeModule module)
    {
        RequireMay(programme);
        var id = module.LibraryId;
        var from = await db.LibraryModules.AsNoTracking().SingleOr404Async(m => m.Id == id);
        programme.Change(module, from.ToWords(), Now);
        module.CameFrom(from.Id, from.Version);
        await db.SaveChangesAsync();
    }

    public async Task MoveAsync(Programme programme, ProgrammeModule module, int place)
    {
        RequireMay(programme);
        programme.Move(module, place, Now);
        await db.SaveChangesAsync();
    }

    public async Task RemoveAsync(Programme programme, ProgrammeModule module)
    {
        RequireMay(programme);
        programme.Remove(module, Now);
        db.Remove(module);
        await db.SaveChangesAsync();
    }

    /// <summary>Ids of its modules of which the library says something else since they were taken.</summary>
    public async Task<IReadOnlySet<Guid>> NewerAsync(Programme programme)
    {
        var ids = programme.Modules.Select(m => m.LibraryId).OfType<Guid>().Distinct().ToArray();
        var there = await db.LibraryModules.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        return programme.Modules.Where(m => m.LibraryId is { } id && there.TryGetValue(id, out var from) && from.Version > m.LibraryVersion && from.ToWords() != m.ToWords()).Select(m => m.Id).ToHashSet();
    }

    private void RequireMay(Programme programme) =>
        Rule.Require(!programme.IsPublished || current.Can(ProgramsModule.Manage), "Visitors see this programme: ask those who put programmes into the catalogue to change it.");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
