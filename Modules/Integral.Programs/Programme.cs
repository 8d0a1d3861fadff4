using Integral.Platform.Audit;
using Integral.Programs.Competencies;
using Integral.Programs.Versions;

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
internal sealed record ProgrammeWords(string Name, string Summary, string Text, int Hours, StudyForm Form, string Audience, string Document, string Goals = "", string Results = "", Guid? CategoryId = null)
{
    /// <summary>Competencies of the institution's list that it builds.</summary>
    public IReadOnlyList<AimedCompetency> Competencies { get; init; } = [];
}

/// <summary>Something that is taught to groups of people, whoever applies for it.</summary>
[Audited]
internal sealed class Programme
{
    public const int LongestName = 200, LongestSlug = 80, LongestSummary = 500, LongestText = 20_000, LongestAudience = 300, LongestGoals = 4000, MostHours = 5000, MostModules = 60, MostCompetencies = 20;

    public static readonly Sentence IsBeingWritten = T.Say("The next version of this programme is being written: change it there, or throw the draft away.");
    public static readonly Sentence WaitsForApproval = T.Say("This programme waits for approval and isn't changed meanwhile. Take it back to go on writing.");

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

    /// <summary>The programme whose next version is written here; null for one that stands by itself.</summary>
    public Guid? DraftOfId { get; private init; }

    /// <summary>In which its next version is written while visitors see this one; null where nobody does.</summary>
    public Programme? Draft { get; private set; }

    /// <summary>It waits for approval since; null where nobody has to decide on it. Meanwhile nothing of it is changed: what is approved is what was sent.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>The account of whoever sent it last, decided or not; null where a recipe did.</summary>
    public Guid? SentById { get; private set; }

    /// <summary>Their name as it was then.</summary>
    public string? SentBy { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; } = 1;
    public List<Recruitment> Recruitments { get; } = [];
    public List<ProgrammeModule> Modules { get; } = [];
    public List<ProgrammeCompetency> Competencies { get; } = [];

    public static Programme Template() => new() { IsTemplate = true };

    /// <summary>A draft of its next version, with all that is written of it now.</summary>
    /// <exception cref="RuleException">Visitors don't see it: it is changed itself.</exception>
    public Programme Begin(string culture, DateTime at)
    {
        Rule.Require(IsPublished, "Visitors don't see this programme: change it itself.");
        var draft = new Programme { DraftOfId = Id };
        draft.Address($"draft-{draft.Id:N}");       // visitors never come there
        draft.Rewrite(KeptProgramme.Of(this), culture, at);
        Touch(at);
        return draft;
    }

    /// <summary>Of all its modules.</summary>
    public int ModuleHours => Modules.Sum(m => m.Hours);

    /// <summary>The one that visitors see, or will see: itself, or whose next version it is.</summary>
    public Guid ShownId => DraftOfId ?? Id;
    public bool IsSent => SentAt is not null;

    /// <summary>Somebody can be asked to publish it.</summary>
    public bool MayBeSent => this is { IsPublished: false, IsTemplate: false, IsSent: false, Draft: null };

    /// <summary>Its modules have all its hours: only then do visitors see them.</summary>
    public bool AddsUp => ModuleHours == Hours;

    /// <summary>In the order in which they are learned.</summary>
    public IReadOnlyList<ProgrammeModule> InOrder() => [.. Modules.OrderBy(m => m.Place)];

    public ProgrammeWords ToWords() => new(Name, Summary, Text, Hours, Form, Audience, Document, Goals, Results, CategoryId)
    {
        // In an order that doesn't depend on how they were read: what says the same is the same version.
        Competencies = [.. Competencies.OrderBy(c => c.CompetencyId).Select(c => new AimedCompetency(c.CompetencyId, c.Level))],
    };

    /// <exception cref="RuleException">Something can't be written so, its next version is being written, or it waits for approval.</exception>
    public void Describe(ProgrammeWords words, string culture, DateTime at)
    {
        RequireWritable();
        Write(words, culture, at);
    }

    /// <summary>Says all of it anew, its modules too: what a draft or an older version says. A module of the same title stays the same one.</summary>
    /// <returns>Modules that are gone.</returns>
    /// <exception cref="RuleException">It waits for approval, or visitors see it and the hours don't add up.</exception>
    public IReadOnlyList<ProgrammeModule> Rewrite(KeptProgramme said, string culture, DateTime at)
    {
        RequireNotSent();
        var former = InOrder().ToList();
        Modules.Clear();
        foreach (var one in said.Modules)
        {
            var module = former.Find(m => m.Title == one.Words.Title) ?? new ProgrammeModule(Id, Modules.Count + 1);
            former.Remove(module);
            module.Describe(one.Words);
            module.Put(Modules.Count + 1);
            module.CameFrom(one.Library, one.LibraryVersion);
            Modules.Add(module);
        }
        Write(said.Words, culture, at);
        return former;
    }

    /// <summary>Somebody is asked to publish it as it is.</summary>
    /// <param name="by">The account of whoever sends it; null where a recipe does.</param>
    /// <param name="who">Their name.</param>
    /// <exception cref="RuleException">Visitors see it already, it waits, it is a template, its next version is being written, or its hours don't add up.</exception>
    public void Send(Guid? by, string who, DateTime at)
    {
        Rule.Require(!IsPublished, "Visitors see this programme already. Write its next version and send that.");
        Rule.Require(!IsTemplate, "A template isn't shown to visitors. Write a programme from it.");
        RequireWritable();
        RequireWhole();
        (SentAt, SentById, SentBy) = (at, by, who.Length > ProgrammeVersion.LongestAuthor ? who[..ProgrammeVersion.LongestAuthor] : who);
        Version++;
    }

    /// <summary>Nobody has to decide on it any more.</summary>
    public void Answer()
    {
        SentAt = null;
        Version++;
    }

    /// <exception cref="RuleException">It waits for approval.</exception>
    public void RequireNotSent() => Rule.Require(!IsSent, WaitsForApproval);

    /// <summary>Somebody begins or throws away its draft: who changes it at the same moment is told.</summary>
    public void Touch(DateTime at) => Changed(at);

    private void Write(ProgrammeWords words, string culture, DateTime at)
    {
        var name = Written.Name(words.Name, LongestName, T.Say("A programme needs a name of at most {0} characters.", LongestName), "Name");
        Rule.Require(words.Hours is >= 1 and <= MostHours, T.Say("A programme has from 1 to {0} hours.", MostHours), "Hours");
        Rule.Require(ModuleHours <= words.Hours, T.Say("Hours of its modules: {0}. The programme can't have fewer.", ModuleHours), "Hours");
        RequireShown(ModuleHours, words.Hours, Modules.Count, "Hours");
        Aim(words.Competencies);
        (Name, SortName, Hours, Form, ChangedAt) = (name, NameSort.Key(name, culture), words.Hours, words.Form, at);
        (Summary, Text) = (Written.Text(words.Summary, LongestSummary, "Summary"), Written.Text(words.Text, LongestText, "Text"));
        (Audience, Document) = (Written.Text(words.Audience, LongestAudience, "Audience"), Written.Text(words.Document, LongestAudience, "Document"));
        (Goals, Results, CategoryId) = (Written.Text(words.Goals, LongestGoals, "Goals"), Written.Text(words.Results, LongestGoals, "Results"), words.CategoryId);
        SearchText = NameSearch.Key($"{Name} {Summary} {Audience}");
        Version++;
    }

    private void Aim(IReadOnlyList<AimedCompetency> wanted)
    {
        Rule.Require(wanted.Count <= MostCompetencies, T.Say("At most {0} competencies can be written down.", MostCompetencies), "Competencies");
        Rule.Require(wanted.DistinctBy(w => w.Competency).Count() == wanted.Count, "A competency is named twice.", "Competencies");
        Competencies.RemoveAll(c => !wanted.Any(w => w.Competency == c.CompetencyId));
        foreach (var one in wanted)
        {
            if (Competencies.Find(c => c.CompetencyId == one.Competency) is not { } there) Competencies.Add(there = new() { ProgrammeId = Id, CompetencyId = one.Competency });
            there.Level = one.Level;
        }
    }

    /// <summary>Gives it its address, once.</summary>
    public void Address(string slug) => Slug = slug;

    /// <exception cref="RuleException">It is a template, or its hours don't add up.</exception>
    public void Show(bool isPublished, DateTime at)
    {
        Rule.Require(!isPublished || DraftOfId is null, "A draft isn't shown to visitors by itself: it becomes the programme whose next version it is.");
        Rule.Require(!isPublished || !IsTemplate, "A template isn't shown to visitors. Write a programme from it.");
        if (isPublished) RequireWhole();
        (IsPublished, ChangedAt) = (isPublished, at);
        Version++;
    }

    /// <exception cref="RuleException">It has modules, and their hours don't add up.</exception>
    public void RequireWhole() => Rule.Require(Modules.Count == 0 || AddsUp, T.Say("Hours of its modules: {0}, of the programme: {1}. Before visitors see it, they have to add up.", ModuleHours, Hours));

    /// <summary>Adds a module at its end.</summary>
    /// <exception cref="RuleException">There is no room for it, or it can't be written so.</exception>
    public ProgrammeModule Add(ModuleWords words, DateTime at)
    {
        RequireWritable();
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
        RequireWritable();
        RequireRoom(words.Hours.Sum - module.Hours, Modules.Count);
        module.Describe(words);
        Changed(at);
    }

    /// <summary>Puts a module to a place among the others, from 1.</summary>
    public void Move(ProgrammeModule module, int place, DateTime at)
    {
        RequireWritable();
        var others = InOrder().Where(m => m != module).ToList();
        others.Insert(Math.Clamp(place, 1, Modules.Count) - 1, module);
        for (var number = 0; number < others.Count; number++) others[number].Put(number + 1);
        Changed(at);
    }

    /// <exception cref="RuleException">Visitors see it, and the others don't have all its hours.</exception>
    public void Remove(ProgrammeModule module, DateTime at)
    {
        RequireWritable();
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

    // Else what is changed here would be undone when the draft is published.
    private void RequireWritable()
    {
        Rule.Require(Draft is null, IsBeingWritten);
        RequireNotSent();
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
