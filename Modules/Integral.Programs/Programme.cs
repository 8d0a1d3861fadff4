using Integral.People.Contracts;
using Integral.Platform.Audit;

namespace Integral.Programs;

internal enum StudyForm
{
    [Display(Name = "In person")] InPerson,
    [Display(Name = "At a distance")] Remote,
    [Display(Name = "Partly at a distance")] Mixed,
}

/// <summary>What is written of a programme.</summary>
/// <param name="Name">As the catalogue calls it.</param>
/// <param name="Summary">One or two sentences for the catalogue.</param>
/// <param name="Text">All that visitors read, in paragraphs.</param>
/// <param name="Hours">Academic hours.</param>
/// <param name="Form">How one learns.</param>
/// <param name="Audience">For whom it is.</param>
/// <param name="Document">What is given at the end.</param>
/// <param name="Goals">What it is for.</param>
/// <param name="Results">What one can do afterwards, and how well.</param>
/// <param name="CategoryId">The category of learners; null for everybody.</param>
internal sealed record ProgrammeWords(string Name, string Summary, string Text, int Hours, StudyForm Form, string Audience, string Document, string Goals = "", string Results = "", Guid? CategoryId = null);

/// <summary>Something that is taught to groups of people, whoever applies for it.</summary>
[Audited]
internal sealed class Programme
{
    public const int LongestName = 200, LongestSlug = 80, LongestSummary = 500, LongestText = 20_000, LongestAudience = 300, LongestGoals = 4000, MostHours = 5000, MostModules = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The end of its public address; it stays when the name is changed.</summary>
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string SortName { get; private set; } = "";

    /// <summary>Name, summary and audience as a search compares them.</summary>
    public string SearchText { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>Academic hours.</summary>
    public int Hours { get; private set; }
    public StudyForm Form { get; private set; }
    public string Audience { get; private set; } = "";

    /// <summary>The category of learners; null for everybody.</summary>
    public Guid? CategoryId { get; private set; }
    public string Document { get; private set; } = "";
    public string Goals { get; private set; } = "";
    public string Results { get; private set; } = "";

    /// <summary>Visitors see it in the catalogue.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Kept only for writing others from it.</summary>
    public bool IsTemplate { get; private init; }
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; } = 1;
    public List<Recruitment> Recruitments { get; } = [];
    public List<ProgrammeModule> Modules { get; } = [];

    public static Programme Template() => new() { IsTemplate = true };

    /// <summary>Of all its modules.</summary>
    public int ModuleHours => Modules.Sum(m => m.Hours);

    /// <summary>Its modules have all its hours: only then do visitors see them.</summary>
    public bool AddsUp => ModuleHours == Hours;

    /// <summary>In the order in which they are learned.</summary>
    public IReadOnlyList<ProgrammeModule> InOrder() => [.. Modules.OrderBy(m => m.Place)];

    public ProgrammeWords ToWords() => new(Name, Summary, Text, Hours, Form, Audience, Document, Goals, Results, CategoryId);

    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(ProgrammeWords words, string culture, DateTime at)
    {
        var name = Written.Name(words.Name, LongestName, T.Say("A programme needs a name of at most {0} characters.", LongestName), "Name");
        Rule.Require(words.Hours is >= 1 and <= MostHours, T.Say("A programme has from 1 to {0} hours.", MostHours), "Hours");
        Rule.Require(ModuleHours <= words.Hours, T.Say("Hours of its modules: {0}. The programme can't have fewer.", ModuleHours), "Hours");
        RequireShown(ModuleHours, words.Hours, Modules.Count, "Hours");
        (Name, SortName, Hours, Form, ChangedAt) = (name, NameSort.Key(name, culture), words.Hours, words.Form, at);
        (Summary, Text) = (Written.Text(words.Summary, LongestSummary, "Summary"), Written.Text(words.Text, LongestText, "Text"));
        (Audience, Document) = (Written.Text(words.Audience, LongestAudience, "Audience"), Written.Text(words.Document, LongestAudience, "Document"));
        (Goals, Results, CategoryId) = (Written.Text(words.Goals, LongestGoals, "Goals"), Written.Text(words.Results, LongestGoals, "Results"), words.CategoryId);
        SearchText = NameSearch.Key($"{Name} {Summary} {Audience}");
        Version++;
    }

    /// <summary>Gives it its address, once.</summary>
    public void Address(string slug) => Slug = slug;

    /// <exception cref="RuleException">It is a template, or its hours don't add up.</exception>
    public void Show(bool isPublished, DateTime at)
    {
        Rule.Require(!isPublished || !IsTemplate, "A template isn't shown to visitors. Write a programme from it.");
        Rule.Require(!isPublished || Modules.Count == 0 || AddsUp, T.Say("Hours of its modules: {0}, of the programme: {1}. Before visitors see it, they have to add up.", ModuleHours, Hours));
        (IsPublished, ChangedAt) = (isPublished, at);
        Version++;
    }

    /// <summary>Adds a module at its end.</summary>
    /// <exception cref="RuleException">There is no room for it, or it can't be written so.</exception>
    public ProgrammeModule Add(ModuleWords words, DateTime at)
    {
        Rule.Require(Modules.Count < MostModules, T.Say("A programme has at most {0} modules.", MostModules));
        var module = new ProgrammeModule(Id, Modules.Count + 1);
        module.Describe(words);
        RequireRoom(module.Hours, Modules.Count + 1);
        Modules.Add(module);
        Changed(at);
        return module;
    }

    /// <exception cref="RuleException">There is no room for it, or it can't be written so.</exception>
    public void Change(ProgrammeModule module, ModuleWords words, DateTime at)
    {
        RequireRoom(words.Hours.Sum - module.Hours, Modules.Count);
        module.Describe(words);
        Changed(at);
    }

    /// <summary>Puts a module to a place among the others, from 1.</summary>
    public void Move(ProgrammeModule module, int place, DateTime at)
    {
        var others = InOrder().Where(m => m != module).ToList();
        others.Insert(Math.Clamp(place, 1, Modules.Count) - 1, module);
        for (var number = 0; number < others.Count; number++) others[number].Put(number + 1);
        Changed(at);
    }

    /// <exception cref="RuleException">Visitors see it, and the others don't have all its hours.</exception>
    public void Remove(ProgrammeModule module, DateTime at)
    {
        RequireShown(ModuleHours - module.Hours, Hours, Modules.Count - 1, "");
        Move(module, Modules.Count, at);
        Modules.Remove(module);
    }

    // All who change its modules change it too: of two at once the second is told, and the hours stay right.
    private void Changed(DateTime at)
    {
        ChangedAt = at;
        Version++;
    }

    private void RequireRoom(int more, int modules)
    {
        var together = ModuleHours + more;
        Rule.Require(together <= Hours, T.Say("Its modules would have {0} hours, the programme has {1}. Give it more hours first.", together, Hours), "Lectures");
        RequireShown(together, Hours, modules, "Lectures");
    }

    // What visitors see and apply for never stands there half.
    private void RequireShown(int together, int hours, int modules, string field) => Rule.Require(!IsPublished || modules == 0 || together == hours,
        T.Say("Visitors see this programme, and its modules would have {0} of its {1} hours. Take it out of the catalogue first.", together, hours), field);
}

/// <summary>A group for which one can apply from one day to another.</summary>
[Audited]
internal sealed class Recruitment
{
    private Recruitment() { }

    public Recruitment(Guid programme, Guid group, DateOnly from, DateOnly until)
    {
        (ProgrammeId, GroupId) = (programme, group);
        Open(from, until);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ProgrammeId { get; private init; }
    public Guid GroupId { get; private init; }

    /// <summary>The first day on which one can apply.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>The last one.</summary>
    public DateOnly UntilOn { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsOpenOn(DateOnly day) => FromOn <= day && day <= UntilOn;

    /// <exception cref="RuleException">It ends before it begins.</exception>
    public void Open(DateOnly from, DateOnly until)
    {
        Rule.Require(until >= from, "The last day can't be before the first one.", "UntilOn");
        (FromOn, UntilOn) = (from, until);
        Version++;
    }
}

/// <summary>A recruitment as it is shown, with what its group has free.</summary>
internal sealed record ShownRecruitment(Recruitment Of, SeatedGroup Group, DateOnly Today)
{
    public bool IsOver => Group.UntilOn < Today;
    public bool IsOpen => Of.IsOpenOn(Today) && !IsOver;
    public bool IsFull => Group.Free == 0;
}
