namespace Integral.People.Organisations;

/// <summary>One organisation with all that is kept of it.</summary>
/// <param name="Owner">Who looks after it, by name.</param>
/// <param name="Open">Its open tasks, the most urgent first.</param>
internal sealed record WholeOrganisation(Organisation Of, string? Owner, Organisation? Above, IReadOnlyList<Organisation> Branches, IReadOnlyList<ContactPerson> Contacts,
    IReadOnlyList<OrganisationAgreement> Agreements, IReadOnlyList<InteractionRow> Open, InteractionPage History, DateOnly Today);

/// <summary>Reads one organisation for its page.</summary>
internal sealed class WholeOrganisations(OrganisationBook book, ContactDesk contacts, AgreementDesk agreements, InteractionBook interactions)
{
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<WholeOrganisation> OpenAsync(Guid id, string? after)
    {
        var one = await book.FindAsync(id);
        var (above, branches) = await book.AroundAsync(one);
        return new(one, await book.OwnerAsync(one), above, branches, await contacts.OfAsync(id), await agreements.OfAsync(id), await interactions.OpenAsync(id), await interactions.PageAsync(id, after), interactions.Today);
    }
}
