using Integral.Programs;
using Integral.Programs.Requests;
using Integral.Programs.Versions;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Isolation;

/// <summary>What programmes are built of, in school 1.</summary>
internal static class Constructed
{
    public static Task<(Guid Library, Guid Module, Guid Category, Guid Own, Guid Request)> SampleAsync(District district, Guid programme) => district.InDbAsync("school-1", async db =>
    {
        var (library, category, now) = (new LibraryModule(), new LearnerCategory(), TimeProvider.System.GetUtcNow().UtcDateTime);
        library.Describe(new($"Sample {Guid.NewGuid():N}", new(1, 0, 0, 0)), true, "ru");
        category.Call($"Sample {Guid.NewGuid():N}", "ru");
        var own = new OwnProgramme("Sample", [library], now);
        var request = new ProgrammeRequest(Guid.NewGuid(), "Sample", new("Sample", "Sample", "Sample", "", "", 1, StudyForm.InPerson), $"{Guid.NewGuid():N}", now);
        db.AddRange(library, category, own, request);
        var of = await db.Set<Programme>().Include(p => p.Modules).SingleAsync(p => p.Id == programme);
        var module = of.Add(new("Sample", new(0, 1, 0, 0)), now);
        await VersionBook.KeepAsync(db, of, "Sample", now);
        await db.SaveChangesAsync();
        return (library.Id, module.Id, category.Id, own.Id, request.Id);
    });
}
