using Integral.Platform.Audit;

namespace Integral.Programs;

/// <summary>A module in the library of the institution, from which programmes take it.</summary>
[Audited]
internal sealed class LibraryModule : TaughtModule
{
    public string SortName { get; private set; } = "";

    /// <summary>Title, goals and lecturers as a search compares them.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Visitors can choose it for a programme of their own.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>In the bin since; null for one that is there.</summary>
    public DateTime? DeletedAt { get; private set; }
    public Guid? DeletedById { get; private set; }

    /// <exception cref="RuleException">Something can't be written so.</exception>
    public void Describe(ModuleWords words, bool isOpen, string culture)
    {
        Write(words);
        (SortName, SearchText, IsOpen) = (NameSort.Key(Title, culture), NameSearch.Key($"{Title} {Goals} {Lecturers}"), isOpen);
    }

    public void Delete(DateTime at, Guid? by)
    {
        (DeletedAt, DeletedById) = (at, by);
        Changed();
    }

    public void Restore()
    {
        (DeletedAt, DeletedById) = (null, null);
        Changed();
    }
}
