using Integral.Programs.Data;
using Integral.Programs.Versions;

namespace Integral.Programs;

/// <summary>Builds programmes of modules, for the screens and the API alike. What visitors see is changed only by those who may put programmes into the catalogue.</summary>
internal sealed class ModuleDesk(Db db, VersionBook versions, Current current, TimeProvider clock)
{
    /// <exception cref="NotFoundException">The programme has none of that id.</exception>
    public static ProgrammeModule Find(Programme programme, Guid id) => programme.Modules.Find(m => m.Id == id) ?? throw new NotFoundException();

    public async Task<ProgrammeModule> AddAsync(Programme programme, ModuleWords words)
    {
        await BeginAsync(programme);
        var module = programme.Add(words, Now);
        await SaveAsync(programme);
        return module;
    }

    /// <summary>Takes a copy out of the library.</summary>
    public async Task<ProgrammeModule> TakeAsync(Programme programme, LibraryModule from)
    {
        await BeginAsync(programme);
        var module = programme.Add(from.ToWords(), Now);
        module.CameFrom(from.Id, from.Version);
        await SaveAsync(programme);
        return module;
    }

    public async Task ChangeAsync(Programme programme, ProgrammeModule module, ModuleWords words)
    {
        await BeginAsync(programme);
        programme.Change(module, words, Now);
        await SaveAsync(programme);
    }

    /// <summary>Takes over what the library says today.</summary>
    /// <exception cref="NotFoundException">It isn't of the library, or gone from there.</exception>
    public async Task RenewAsync(Programme programme, ProgrammeModule module)
    {
        await BeginAsync(programme);
        var id = module.LibraryId;
        var from = await db.LibraryModules.AsNoTracking().SingleOr404Async(m => m.Id == id);
        programme.Change(module, from.ToWords(), Now);
        module.CameFrom(from.Id, from.Version);
        await SaveAsync(programme);
    }

    public async Task MoveAsync(Programme programme, ProgrammeModule module, int place)
    {
        await BeginAsync(programme);
        programme.Move(module, place, Now);
        await SaveAsync(programme);
    }

    public async Task RemoveAsync(Programme programme, ProgrammeModule module)
    {
        await BeginAsync(programme);
        programme.Remove(module, Now);
        db.Remove(module);
        await SaveAsync(programme);
    }

    /// <summary>Ids of its modules of which the library says something else since they were taken.</summary>
    public async Task<IReadOnlySet<Guid>> NewerAsync(Programme programme)
    {
        var ids = programme.Modules.Select(m => m.LibraryId).OfType<Guid>().Distinct().ToArray();
        var there = await db.LibraryModules.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        return programme.Modules.Where(m => m.LibraryId is { } id && there.TryGetValue(id, out var from) && from.Version > m.LibraryVersion && from.ToWords() != m.ToWords()).Select(m => m.Id).ToHashSet();
    }

    private async Task BeginAsync(Programme programme)
    {
        Rule.Require(!programme.IsPublished || current.Can(ProgramsModule.Manage), "Visitors see this programme: write its next version, or ask those who put programmes into the catalogue to change it.");
        await versions.BeginAsync(programme);
    }

    // What visitors see from now on is kept as a version of its own.
    private async Task SaveAsync(Programme programme)
    {
        await versions.KeepAsync(programme);
        await db.SaveChangesAsync();
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
