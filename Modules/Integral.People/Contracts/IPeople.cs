namespace Integral.People.Contracts;

/// <summary>What other modules ask about persons.</summary>
public interface IPeople
{
    /// <summary>Full names by id, also of persons in the bin: a journal goes on naming who left. Unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids);
}
