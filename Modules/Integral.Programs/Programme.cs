using System.Text.RegularExpressions;
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
internal sealed record ProgrammeWords(string Name, string Summary, string Text, int Hours, StudyForm Form, string Audience, string Document);

/// <summary>Something that is taught to groups of people, whoever applies for it.</summary>
[Audited]
internal sealed partial class Programme
{
    public const int LongestName = 200, LongestSlug = 80, LongestSummary = 500, LongestText = 20_000, LongestAudience = 300, MostHours = 5000;

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
    public string Document { get; private set; } = "";

    /// <summary>Visitors see it in the catalogue.</summary>
    public bool IsPublished { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; } = 1;
    public List<Recruitment> Recruitments { get; } = [];

    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(ProgrammeWords words, string culture, DateTime at)
    {
        var name = Spaces().Replace(words.Name.Trim(), " ");
        Rule.Require(name.Length is > 0 and <= LongestName, T.Say("A programme needs a name of at most {0} characters.", LongestName), "Name");
        Rule.Require(words.Hours is >= 1 and <= MostHours, T.Say("A programme has from 1 to {0} hours.", MostHours), "Hours");
        (Name, SortName, Hours, Form, ChangedAt) = (name, NameSort.Key(name, culture), words.Hours, words.Form, at);
        (Summary, Text) = (Fits(words.Summary, LongestSummary, "Summary"), Fits(words.Text, LongestText, "Text"));
        (Audience, Document) = (Fits(words.Audience, LongestAudience, "Audience"), Fits(words.Document, LongestAudience, "Document"));
        SearchText = NameSearch.Key($"{Name} {Summary} {Audience}");
        Version++;
    }

    /// <summary>Gives it its address, once.</summary>
    public void Address(string slug) => Slug = slug;

    public void Show(bool isPublished, DateTime at)
    {
        (IsPublished, ChangedAt) = (isPublished, at);
        Version++;
    }

    private static string Fits(string text, int most, string field)
    {
        text = text.Trim().ReplaceLineEndings("\n");
        Rule.Require(text.Length <= most, T.Say("At most {0} characters.", most), field);
        return text;
    }

    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
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
