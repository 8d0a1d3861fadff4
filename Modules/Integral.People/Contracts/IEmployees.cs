namespace Integral.People.Contracts;

/// <summary>Somebody who works here.</summary>
/// <param name="Roles">By which they do, in the reader's language.</param>
public sealed record Employee(Guid PersonId, NewPerson Who, string Roles);

/// <summary>Who works in the institution, by the roles of today.</summary>
public interface IEmployees
{
    /// <summary>All of them by name: persons who hold a role other than a learner's, a parent's, a guest's or an outside organisation's.</summary>
    Task<IReadOnlyList<Employee>> AllAsync();
}
