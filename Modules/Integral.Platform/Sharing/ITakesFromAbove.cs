using Integral.Platform.Tenancy;

namespace Integral.Platform.Sharing;

/// <summary>
/// Takes what an institution above publishes for those below it. What it changes in <c>Db</c> is saved together with the note that the edition
/// was taken. A copy is read-only where it is taken. A feature that is off takes nothing; when it is switched on, all is offered again.
/// </summary>
public interface ITakesFromAbove
{
    /// <summary>What it takes: <c>content.item</c>.</summary>
    string Kind { get; }

    /// <summary>Makes the copy, or brings it to this edition.</summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="recordId">Its id there.</param>
    /// <param name="body">The JSON that <see cref="Offers.OfferAsync"/> was given.</param>
    /// <exception cref="RuleException">It can't be taken. It is tried again every hour; the operator sees the sentence.</exception>
    Task TakeAsync(Tenant origin, string recordId, string body);

    /// <summary>Takes the copy away: it was withdrawn, or the institution stands under another one now.</summary>
    /// <param name="originId">Of an institution that may not be there any more.</param>
    Task WithdrawAsync(Guid originId, string recordId);
}
