using Integral.People.Data;

namespace Integral.People.Organisations;

/// <summary>Keeps what was signed with organisations, for the screens and the API alike.</summary>
internal sealed class AgreementDesk(Db db)
{
    /// <summary>Of one organisation, the latest first.</summary>
    public Task<List<OrganisationAgreement>> OfAsync(Guid organisation) => db.OrganisationAgreements.AsNoTracking().Where(a => a.OrganisationId == organisation).OrderByDescending(a => a.SignedOn).ThenByDescending(a => a.Id).ToListAsync();

    /// <exception cref="NotFoundException">The organisation has none of that id.</exception>
    public Task<OrganisationAgreement> FindAsync(Guid organisation, Guid id) => db.OrganisationAgreements.SingleOr404Async(a => a.OrganisationId == organisation && a.Id == id);

    public async Task<OrganisationAgreement> AddAsync(Organisation organisation, AgreementWords words)
    {
        organisation.RequireHere();
        var (id, agreement) = (organisation.Id, new OrganisationAgreement(organisation.Id));
        agreement.Describe(words);
        Rule.Require(await db.OrganisationAgreements.CountAsync(a => a.OrganisationId == id) < OrganisationAgreement.MostOfOne, T.Say("An organisation has at most {0} agreements.", OrganisationAgreement.MostOfOne));
        db.Add(agreement);
        await db.SaveChangesAsync();
        return agreement;
    }

    public async Task ChangeAsync(Organisation organisation, OrganisationAgreement agreement, AgreementWords words)
    {
        organisation.RequireHere();
        agreement.Describe(words);
        await db.SaveChangesAsync();
    }
}
