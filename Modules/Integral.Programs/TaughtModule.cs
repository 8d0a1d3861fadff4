namespace Integral.Programs;

/// <summary>Academic hours by the way they are learned.</summary>
internal sealed record HoursByForm(int Lectures, int Practice, int SelfStudy, int Assessment)
{
    public int Sum => Lectures + Practice + SelfStudy + Assessment;
}

/// <summary>What is written of a module.</summary>
/// <param name="Goals">What one can do after it.</param>
/// <param name="Contents">What is taught, in paragraphs.</param>
/// <param name="Lecturers">Who teaches it, as visitors read it.</param>
/// <param name="Resources">What is needed to teach it: rooms, machines, programs.</param>
internal sealed record ModuleWords(string Title, HoursByForm Hours, string Goals = "", string Contents = "", string Lecturers = "", string Resources = "");

/// <summary>A part of what is taught, with hours of its own: in the library, or in a programme.</summary>
internal abstract class TaughtModule
{
    public const int LongestTitle = 200, LongestText = 4000, LongestLine = 500, MostHours = 1000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Title { get; private set; } = "";
    public string Goals { get; private set; } = "";
    public string Contents { get; private set; } = "";
    public string Lecturers { get; private set; } = "";
    public string Resources { get; private set; } = "";
    public int Lectures { get; private set; }
    public int Practice { get; private set; }
    public int SelfStudy { get; private set; }
    public int Assessment { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    public int Hours => Lectures + Practice + SelfStudy + Assessment;

    public ModuleWords ToWords() => new(Title, new(Lectures, Practice, SelfStudy, Assessment), Goals, Contents, Lecturers, Resources);

    /// <exception cref="RuleException">Something can't be written so.</exception>
    protected void Write(ModuleWords words)
    {
        var title = Written.Name(words.Title, LongestTitle, T.Say("A module needs a title of at most {0} characters.", LongestTitle), "Title");
        var (lectures, practice, selfStudy, assessment) = words.Hours;
        Rule.Require(new[] { lectures, practice, selfStudy, assessment }.All(h => h is >= 0 and <= MostHours) && words.Hours.Sum is >= 1 and <= MostHours,
            T.Say("A module has from 1 to {0} hours in all.", MostHours), "Lectures");
        (Title, Lectures, Practice, SelfStudy, Assessment) = (title, lectures, practice, selfStudy, assessment);
        (Goals, Contents) = (Written.Text(words.Goals, LongestText, "Goals"), Written.Text(words.Contents, LongestText, "Contents"));
        (Lecturers, Resources) = (Written.Text(words.Lecturers, LongestLine, "Lecturers"), Written.Text(words.Resources, LongestLine, "Resources"));
        Changed();
    }

    protected void Changed() => Version++;
}
