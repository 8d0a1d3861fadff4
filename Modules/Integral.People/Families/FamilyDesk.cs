using Integral.People.Data;
using Integral.Platform.Changes;

namespace Integral.People.Families;

/// <summary>Writes down families, for the screens and the API alike.</summary>
internal sealed class FamilyDesk(Db db, ChangeSets changes)
{
    /// <exception cref="NotFoundException">One of them isn't here.</exception>
    /// <exception cref="RuleException">They can't be adult and child, or are written down already.</exception>
    public async Task<FamilyLink> AddAsync(Guid adult, Guid child, FamilyWords words)
    {
        var link = new FamilyLink(adult, child);
        link.Describe(words);
        await AddAsync(db, link);
        return link;
    }

    /// <summary>The same for a recipe, whose unit of work is its own.</summary>
    public static async Task AddAsync(Db db, FamilyLink link)
    {
        var (adult, child) = (link.AdultId, link.ChildId);
        var both = await db.People.AsNoTracking().Where(p => p.Id == adult || p.Id == child).ToDictionaryAsync(p => p.Id);
        if (both.Count < 2) throw new NotFoundException();
        Rule.Require(both[adult].BornOn is not { } old || both[child].BornOn is not { } young || old < young, T.Say("{0} is younger than {1}.", both[adult].FullName, both[child].FullName), "With");
        Rule.Require(!await db.FamilyLinks.AnyAsync(f => f.AdultId == child && f.ChildId == adult), "They are written down already, the other way round.", "With");
        Rule.Require(await db.FamilyLinks.CountAsync(f => f.AdultId == adult) < FamilyLink.MostOfOne && await db.FamilyLinks.CountAsync(f => f.ChildId == child) < FamilyLink.MostOfOne, T.Say("A family has at most {0} people.", FamilyLink.MostOfOne), "With");
        db.Add(link);
        await db.SaveChangesAsync();
    }

    public async Task ChangeAsync(FamilyLink link, FamilyWords words)
    {
        link.Describe(words);
        await db.SaveChangesAsync();
    }

    /// <summary>Takes back what was written down by mistake; what was true for a time gets a last day instead.</summary>
    /// <returns>By which it can be undone for a day.</returns>
    public async Task<Guid> RemoveAsync(FamilyLink link)
    {
        using var set = await changes.BeginAsync(T.Say("Somebody taken out of a family"), PeopleModule.ManageFamilies);
        db.Remove(link);
        await db.SaveChangesAsync();
        return set.Id;
    }
}
