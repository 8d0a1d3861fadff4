using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Integral.Programs.Pages.Admin;

/// <summary>What is written of a module, in the library and in a programme.</summary>
internal class ModuleForm
{
    [Display(Name = "Title of the module"), Required, StringLength(TaughtModule.LongestTitle)] public string Title { get; set; } = "";
    [Display(Name = "Lectures, hours"), Required, Range(0, TaughtModule.MostHours)] public int? Lectures { get; set; } = 0;
    [Display(Name = "Practice, hours"), Required, Range(0, TaughtModule.MostHours)] public int? Practice { get; set; } = 0;
    [Display(Name = "Learning by oneself, hours"), Required, Range(0, TaughtModule.MostHours)] public int? SelfStudy { get; set; } = 0;
    [Display(Name = "Test or exam, hours"), Required, Range(0, TaughtModule.MostHours)] public int? Assessment { get; set; } = 0;
    [Display(Name = "Goals", Description = "What one can do after it."), StringLength(TaughtModule.LongestText)] public string? Goals { get; set; }
    [Display(Name = "What is taught", Description = "An empty line begins a new paragraph."), StringLength(TaughtModule.LongestText)] public string? Contents { get; set; }
    [Display(Name = "Who teaches", Description = "As visitors read it: names and posts."), StringLength(TaughtModule.LongestLine)] public string? Lecturers { get; set; }
    [Display(Name = "What is needed to teach it", Description = "Rooms, machines, programs. Only staff see it."), StringLength(TaughtModule.LongestLine)] public string? Resources { get; set; }
    public int? Version { get; set; }

    public ModuleWords ToWords() => new(Title, new(Lectures!.Value, Practice!.Value, SelfStudy!.Value, Assessment!.Value), Goals ?? "", Contents ?? "", Lecturers ?? "", Resources ?? "");

    /// <summary>Whoever was slower is told; who has read that can save over it: what was typed is kept, and the form knows the newer version.</summary>
    public void RequireSeen(TaughtModule there, ModelStateDictionary state)
    {
        if (Version is not { } seen || seen == there.Version) return;
        Version = there.Version;
        state.Remove("Form.Version");
        throw new DbUpdateConcurrencyException();
    }

    public void Show(TaughtModule module) => (Title, Lectures, Practice, SelfStudy, Assessment, Goals, Contents, Lecturers, Resources, Version) =
        (module.Title, module.Lectures, module.Practice, module.SelfStudy, module.Assessment, module.Goals, module.Contents, module.Lecturers, module.Resources, module.Version);
}
