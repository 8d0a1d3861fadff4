using System.Text.Json.Serialization;

namespace Integral.Programs.Api;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewModule([property: Required] string Title, [property: Required] int? Lectures, [property: Required] int? Practice, [property: Required] int? SelfStudy, [property: Required] int? Assessment, string? Goals = null, string? Contents = null, string? Lecturers = null, string? Resources = null)
{
    public ModuleWords Said() => new(Title, new(Lectures!.Value, Practice!.Value, SelfStudy!.Value, Assessment!.Value), Goals ?? "", Contents ?? "", Lecturers ?? "", Resources ?? "");
}

/// <param name="IsOpen">Visitors can choose it for a programme of their own.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewLibraryModule([property: Required] string Title, [property: Required] int? Lectures, [property: Required] int? Practice, [property: Required] int? SelfStudy, [property: Required] int? Assessment, string? Goals = null, string? Contents = null, string? Lecturers = null, string? Resources = null, bool IsOpen = false)
{
    public ModuleWords Said() => new(Title, new(Lectures!.Value, Practice!.Value, SelfStudy!.Value, Assessment!.Value), Goals ?? "", Contents ?? "", Lecturers ?? "", Resources ?? "");
}

/// <param name="Module">Of the library.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TakenModule([property: Required] Guid? Module);

/// <param name="Place">Among the others, from 1.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewPlace([property: Required] int? Place);

internal sealed record LibraryModuleAnswer(Guid Id, string Title, int Hours, int Lectures, int Practice, int SelfStudy, int Assessment, string Goals, string Contents, string Lecturers, string Resources, bool IsOpen)
{
    public static LibraryModuleAnswer Of(LibraryModule one) => new(one.Id, one.Title, one.Hours, one.Lectures, one.Practice, one.SelfStudy, one.Assessment, one.Goals, one.Contents, one.Lecturers, one.Resources, one.IsOpen);
}

internal sealed record LibraryModulesAnswer(IReadOnlyList<LibraryModuleAnswer> Items, string? Next);

/// <param name="Place">In which order it is learned, from 1.</param>
/// <param name="LibraryId">Where it came from; null for one that was written in the programme.</param>
internal sealed record ProgrammeModuleAnswer(Guid Id, int Place, string Title, int Hours, int Lectures, int Practice, int SelfStudy, int Assessment, string Goals, string Contents, string Lecturers, string Resources, Guid? LibraryId)
{
    public static ProgrammeModuleAnswer Of(ProgrammeModule one) => new(one.Id, one.Place, one.Title, one.Hours, one.Lectures, one.Practice, one.SelfStudy, one.Assessment, one.Goals, one.Contents, one.Lecturers, one.Resources, one.LibraryId);
}

internal sealed record ProgrammeModulesAnswer(IReadOnlyList<ProgrammeModuleAnswer> Items, string? Next);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewCategory([property: Required] string Name);

internal sealed record CategoryAnswer(Guid Id, string Name);
internal sealed record CategoriesAnswer(IReadOnlyList<CategoryAnswer> Items, string? Next);

/// <param name="Modules">Ids of modules that are open for composing.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewOwnProgramme([property: Required] IReadOnlyList<Guid> Modules);

/// <param name="Name">Of the programme that is written.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WrittenProgramme([property: Required] string Name);

/// <param name="Group">A training group; null takes it back.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaughtIn(Guid? Group);

internal sealed record ChosenModule(Guid Module, string Title, int Hours);

/// <param name="Id">What one applies for.</param>
/// <param name="GroupId">In which it is taught, once staff have said so.</param>
internal sealed record OwnProgrammeAnswer(Guid Id, string Title, int Hours, IReadOnlyList<ChosenModule> Modules, Guid? GroupId)
{
    public static OwnProgrammeAnswer Of(OwnProgramme one) => new(one.Id, one.Title, one.Hours, [.. one.Modules.OrderBy(m => m.Place).Select(m => new ChosenModule(m.LibraryId, m.Title, m.Hours))], one.GroupId);
}

internal sealed record OwnProgrammeInList(Guid Id, string Title, int Hours, int Applied, bool HasGroup);
internal sealed record OwnProgrammesAnswer(IReadOnlyList<OwnProgrammeInList> Items, string? Next);
internal sealed record OpenModule(Guid Id, string Title, int Hours, string Goals, string Contents, string Lecturers);
internal sealed record OpenModulesAnswer(IReadOnlyList<OpenModule> Items, string? Next);
