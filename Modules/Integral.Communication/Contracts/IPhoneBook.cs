namespace Integral.Communication.Contracts;

/// <summary>Telephone numbers as the cards of persons have them now. Whoever keeps the cards knows them.</summary>
public interface IPhoneBook
{
    /// <returns>By the person's id, as they were typed; whoever has none isn't there. One statement.</returns>
    Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> persons, CancellationToken cancel = default);
}
