using Integral.People.Data;

namespace Integral.People.Organisations;

/// <summary>What holds between organisations, whoever writes them: a screen, a program or a recipe. To be called within a transaction.</summary>
internal static class OrganisationRules
{
    /// <summary>Levels of branches, the head office among them.</summary>
    public const int Deepest = 5;

    /// <exception cref="NotFoundException">There is no such organisation above it.</exception>
    /// <exception cref="RuleException">Something can't be written so, another one has the number, or it would be a branch of itself.</exception>
    public static async Task WriteAsync(Db db, Organisation organisation, OrganisationWords words, string culture)
    {
        if (words.Parent is { } parent && parent != organisation.ParentId) await PlaceAsync(db, organisation.Id, parent);
        organisation.Describe(words, culture);
        if (organisation.TaxNumber is null) return;
        var (id, country, number, kpp) = (organisation.Id, organisation.Country, organisation.TaxNumber, organisation.Kpp);
        // Branches of one number are told apart by the KPP, where both have one.
        var same = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id != id && o.Country == country && o.TaxNumber == number && (o.Kpp == kpp || o.Kpp == "" || kpp == ""));
        Rule.Require(same is null, same?.ArchivedAt is null ? T.Say("'{0}' has this tax number already.", $"{same?.Title}") : T.Say("'{0}', which is in the archive, has this tax number already.", same.Title), "TaxNumber");
    }

    // Whoever moves one of those above waits, so that two who move each other's head office make no circle.
    private static async Task PlaceAsync(Db db, Guid id, Guid parent)
    {
        var above = await AboveAsync(db, parent);
        if (above.Count == 0) throw new NotFoundException();
        Rule.Require(!above.Contains(id), "An organisation can't be a branch of itself or of one of its own branches.", "Parent");
        foreach (var one in above.Append(id).Order()) await db.Organisations.Where(o => o.Id == one).ExecuteUpdateAsync(o => o.SetProperty(x => x.Kpp, x => x.Kpp));
        if (!above.SequenceEqual(await AboveAsync(db, parent))) throw new DbUpdateConcurrencyException();
        Rule.Require(above.Count + await HeightAsync(db, id) <= Deepest, T.Say("There are at most {0} levels of branches.", Deepest), "Parent");
    }

    /// <summary>It and what it is a branch of, upward.</summary>
    private static async Task<List<Guid>> AboveAsync(Db db, Guid? from)
    {
        var above = new List<Guid>();
        while (from is { } id && above.Count <= Deepest && await db.Organisations.AsNoTracking().Where(o => o.Id == id).Select(o => new { o.ParentId }).SingleOrDefaultAsync() is { } found)
        {
            above.Add(id);
            from = found.ParentId;
        }
        return above;
    }

    private static async Task<int> HeightAsync(Db db, Guid id)
    {
        var (level, height) = (new List<Guid> { id }, 0);
        for (; level.Count > 0 && height <= Deepest; height++)
        {
            var upper = level;
            level = await db.Organisations.Where(o => o.ParentId != null && EF.Parameter(upper).Contains(o.ParentId.Value)).Select(o => o.Id).ToListAsync();
        }
        return height;
    }
}
