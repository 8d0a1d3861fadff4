using Integral.People.Data;

namespace Integral.People.Specialists;

/// <summary>The organisations for which the signed-in person signs in here: those that name the person among their contact persons.</summary>
internal sealed class OwnOrganisations(Db db, Current current)
{
    /// <summary>By name; those in the archive aren't among them.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AllAsync()
    {
        if (current.Account?.PersonId is not { } me) return [];
        var contacts = db.ContactPersons;
        var found = await db.Organisations.AsNoTracking().Where(o => o.ArchivedAt == null && contacts.Any(c => c.OrganisationId == o.Id && c.PersonId == me)).OrderBy(o => o.SortName).ThenBy(o => o.Id).ToListAsync();
        return [.. found.Select(o => (o.Id, o.Title))];
    }

    public async Task<SpecialistReach> ReachAsync() => new([.. (await AllAsync()).Select(o => o.Id)]);
}

/// <summary>Whose staff somebody reaches.</summary>
/// <param name="Organisations">Only of these; null for everybody, the institution's own among them.</param>
internal sealed record SpecialistReach(IReadOnlyList<Guid>? Organisations)
{
    public static readonly SpecialistReach All = new(null as IReadOnlyList<Guid>);

    public IQueryable<Specialist> Of(IQueryable<Specialist> all)
    {
        if (Organisations is not { } own) return all;
        Guid[] ids = [.. own];
        return all.Where(s => s.OrganisationId != null && EF.Parameter(ids).Contains(s.OrganisationId.Value));
    }

    /// <summary>Whose staff a new one is, or goes to.</summary>
    /// <exception cref="NotFoundException">It is none of theirs.</exception>
    /// <exception cref="RuleException">They have several and named none.</exception>
    public Guid? Chosen(Guid? organisation)
    {
        if (Organisations is not { } own) return organisation;
        if (organisation is null && own is [var only]) return only;
        if (own.Count == 0) throw new NotFoundException();
        Rule.Require(organisation is not null, "Say whose staff it is.", "Organisation");
        return own.Contains(organisation.Value) ? organisation : throw new NotFoundException();
    }
}
