using Integral.People.Contracts;
using Integral.People.Data;

namespace Integral.People.Merging;

/// <summary>Two records that may be one person.</summary>
internal sealed record Alike(Person One, Person Other, IReadOnlyList<Likeness> Because);

/// <param name="Next">The cursor of the next part; null on the last.</param>
internal sealed record AlikePage(IReadOnlyList<Alike> Rows, string? Next);

/// <summary>Finds records of this institution that are alike, by their keys: two statements for a page of pairs, one for those like a person.</summary>
internal sealed class DuplicateBook(Db db)
{
    public const int PageSize = 50, MostHinted = 5;

    /// <summary>What more records share is the school's own phone, and tells nothing.</summary>
    private const int MostWhoShare = 10;

    private sealed class Pair
    {
        public string Sort { get; init; } = "";
        public Guid One { get; init; }
        public Guid Other { get; init; }
    }

    /// <summary>All pairs, by the name of the earlier record.</summary>
    public async Task<AlikePage> PageAsync(string? after, int size = PageSize)
    {
        var pairs = Unsaid(ByName().Union(Sharing(nameof(Person.CodeKey))).Union(Sharing(nameof(Person.EmailKey))).Union(Sharing(nameof(Person.PhoneKey))));
        if (after?.Split('.') is [var sort, var one, var other] && Guid.TryParseExact(one, "N", out var lastOne) && Guid.TryParseExact(other, "N", out var lastOther))
            pairs = pairs.Where(p => p.Sort.CompareTo(sort) > 0 || p.Sort == sort && (p.One > lastOne || p.One == lastOne && p.Other > lastOther));
        var found = await pairs.OrderBy(p => p.Sort).ThenBy(p => p.One).ThenBy(p => p.Other).Take(size + 1).ToListAsync();
        var shown = found.Take(size).ToList();
        var ids = shown.SelectMany(p => new[] { p.One, p.Other }).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        // Who went into the bin between the two statements is no pair any more.
        return new([.. shown.Where(p => people.ContainsKey(p.One) && people.ContainsKey(p.Other)).Select(p => Of(people[p.One], people[p.Other]))], found.Count > size ? $"{shown[^1].Sort}.{shown[^1].One:N}.{shown[^1].Other:N}" : null);
    }

    /// <summary>Those like one who is here, a few of them.</summary>
    public async Task<IReadOnlyList<Alike>> OfAsync(Person person)
    {
        var (id, name, born, email, phone, code) = (person.Id, person.NameKey, person.BornOn, person.EmailKey, person.PhoneKey, person.CodeKey);
        var people = db.People;
        var like = db.People.AsNoTracking().Where(p => p.Id != id && (born == null || p.BornOn == null || p.BornOn == born)
            && (born != null && p.BornOn == born && p.NameKey == name || email != null && p.EmailKey == email && people.Count(x => x.EmailKey == email) <= MostWhoShare
                || phone != null && p.PhoneKey == phone && people.Count(x => x.PhoneKey == phone) <= MostWhoShare || code != null && p.CodeKey == code && people.Count(x => x.CodeKey == code) <= MostWhoShare));
        var (apart, families) = (db.ToldApart, db.FamilyLinks);
        var found = await like.Where(p => !apart.Any(t => t.FirstId == id && t.SecondId == p.Id || t.FirstId == p.Id && t.SecondId == id) && !families.Any(f => f.AdultId == id && f.ChildId == p.Id || f.AdultId == p.Id && f.ChildId == id))
            .OrderBy(p => p.Id).Take(MostHinted).ToListAsync();
        return [.. found.Select(p => Of(person, p))];
    }

    /// <summary>Those like people who have just been added.</summary>
    public async Task<IReadOnlyList<Alike>> OfAsync(IReadOnlyCollection<Guid> added)
    {
        var news = await db.People.AsNoTracking().Where(p => EF.Parameter(added).Contains(p.Id)).ToListAsync();
        var (emails, phones) = (news.Select(p => p.EmailKey).OfType<string>().ToList(), news.Select(p => p.PhoneKey).OfType<string>().ToList());
        if (emails.Count + phones.Count == 0) return [];
        var others = await db.People.AsNoTracking().Where(p => !EF.Parameter(added).Contains(p.Id) && (EF.Parameter(emails).Contains(p.EmailKey!) || EF.Parameter(phones).Contains(p.PhoneKey!)))
            .OrderBy(p => p.Id).Take(MostHinted).ToListAsync();
        return [.. others.SelectMany(o => news.Select(n => Of(n, o))).Where(a => a.Because.Count > 0)];
    }

    private static Alike Of(Person one, Person other) => new(one, other, Likenesses.Between(one, other));

    private IQueryable<Pair> ByName() =>
        from a in db.People
        join b in db.People on new { a.NameKey, a.BornOn } equals new { b.NameKey, b.BornOn }
        where a.BornOn != null && a.Id < b.Id
        select new Pair { Sort = a.SortName, One = a.Id, Other = b.Id };

    private IQueryable<Pair> Sharing(string key)
    {
        var shared = db.People.GroupBy(p => EF.Property<string?>(p, key)).Where(g => g.Key != null && g.Count() > 1 && g.Count() <= MostWhoShare).Select(g => g.Key);
        return from k in shared
               join a in db.People on k equals EF.Property<string?>(a, key)
               join b in db.People on k equals EF.Property<string?>(b, key)
               where a.Id < b.Id && (a.BornOn == null || b.BornOn == null || a.BornOn == b.BornOn)
               select new Pair { Sort = a.SortName, One = a.Id, Other = b.Id };
    }

    // Nobody has said that they are two, and they aren't a mother and her child.
    private IQueryable<Pair> Unsaid(IQueryable<Pair> pairs)
    {
        var (apart, families) = (db.ToldApart, db.FamilyLinks);
        return pairs.Where(p => !apart.Any(t => t.FirstId == p.One && t.SecondId == p.Other || t.FirstId == p.Other && t.SecondId == p.One) && !families.Any(f => f.AdultId == p.One && f.ChildId == p.Other || f.AdultId == p.Other && f.ChildId == p.One));
    }
}
