using Integral.People.Data;

namespace Integral.People.Organisations;

/// <summary>Writes organisations, for the screens and the API alike.</summary>
internal sealed class OrganisationDesk(Db db, Current current, OrganisationStaff staff, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such organisation above it, or no such person.</exception>
    /// <exception cref="RuleException">Something in it can't be so.</exception>
    public async Task<Organisation> AddAsync(OrganisationWords words)
    {
        var organisation = new Organisation();
        await CheckAsync(organisation, words);
        await db.WriteAsync(async () =>
        {
            await OrganisationRules.WriteAsync(db, organisation, words, current.Tenant.Culture);
            db.Add(organisation);
            return await db.SaveChangesAsync();
        });
        return organisation;
    }

    /// <exception cref="NotFoundException">There is no such organisation above it, or no such person.</exception>
    /// <exception cref="RuleException">Something in it can't be so.</exception>
    public async Task ChangeAsync(Organisation organisation, OrganisationWords words)
    {
        await CheckAsync(organisation, words);
        await db.WriteAsync(async () =>
        {
            await OrganisationRules.WriteAsync(db, organisation, words, current.Tenant.Culture);
            return await db.SaveChangesAsync();
        });
    }

    public async Task ArchiveAsync(Organisation organisation)
    {
        organisation.Archive(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
    }

    public async Task TakeOutAsync(Organisation organisation)
    {
        organisation.TakeOut();
        await db.SaveChangesAsync();
    }

    // What isn't here comes before what can't be so. Whoever looks after it already may have another role by now.
    private async Task CheckAsync(Organisation organisation, OrganisationWords words)
    {
        if (words.Parent is { } parent && !await db.Organisations.AnyAsync(o => o.Id == parent)) throw new NotFoundException();
        if (words.Owner == organisation.OwnerId) return;
        await staff.RequireHereAsync(words.Owner);
        await staff.RequireAsync(words.Owner, "Owner");
    }
}
