namespace Integral.People.Contracts;

/// <summary>
/// What a module keeps about persons by their ids, one class for a kind of its rows. When two records turn out to be one person its rows follow; also those of a
/// feature that is off now.
/// </summary>
public interface IPersonReferences
{
    /// <summary>The kind of rows. A test holds these against the foreign keys to persons.</summary>
    Type Rows { get; }

    /// <summary>What it counts, as the preview of a merge says it; null for what nobody needs to be told.</summary>
    Sentence? What { get; }

    /// <summary>How many of its rows are about a person.</summary>
    Task<int> CountAsync(Guid person);

    /// <summary>Locks what others lock before they write of a person. The two records are locked after it, so that nobody waits crosswise.</summary>
    Task LockAsync(Guid from, Guid to) => Task.CompletedTask;

    /// <summary>
    /// Lets its rows follow, within the transaction that merges the two. Each row is changed as a tracked one, never by a bulk statement: only so it can be undone.
    /// Nothing may be left, also where it is done again.
    /// </summary>
    /// <param name="from">The record that ends.</param>
    /// <param name="to">The one that goes on.</param>
    /// <exception cref="RuleException">By what stands in the rows the two are different people.</exception>
    Task MoveAsync(Guid from, Guid to);
}
