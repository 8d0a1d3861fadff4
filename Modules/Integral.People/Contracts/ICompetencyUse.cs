namespace Integral.People.Contracts;

/// <summary>Where a module names competencies of the list, one class for a kind of its rows: what is named somewhere isn't removed. Also where the module's feature is off now.</summary>
public interface ICompetencyUse
{
    /// <summary>How many of its rows name each; what none names is left out. One statement.</summary>
    Task<IReadOnlyDictionary<Guid, int>> CountAsync();
}
