using System.Collections.Frozen;
using System.Globalization;
using Integral.Content.Data;
using Integral.Content.Editing;
using Integral.Content.Fields;
using Integral.Content.Menus;
using Integral.Content.Publishing;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Content.Definitions;

/// <summary>Where content types are described, for the screens and the API alike. Nothing that was written in an item is lost by it.</summary>
internal sealed class TypeDesk(Db db, FieldKinds kinds, TypeGrants grants, Current current, Catalogue catalogue, TenantAddresses reserved, TenantChanges tenants)
{
    /// <summary>Pages of the system show items of these.</summary>
    public static readonly FrozenSet<string> Needed = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Page", PageAddresses.News);

    /// <summary>All types by title.</summary>
    public async Task<IReadOnlyList<DescribedType>> AllAsync()
    {
        var known = await KnownAsync();
        var counts = await db.ContentItems.GroupBy(i => i.ContentType).Select(g => new { g.Key, Items = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Items);
        return [.. known.Book(kinds).Types.Select(t => known.Describe(t.Name, kinds, counts.GetValueOrDefault(t.Name)))];
    }

    /// <summary>Reference books from which a field can choose, by their codes.</summary>
    public async Task<IReadOnlyList<SelectListItem>> BooksAsync() => [.. (await kinds.Shelves.OfAsync(db)).Books
        .Select(b => new SelectListItem(b.Names.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, current.Tenant.Culture), b.Code)).OrderBy(b => b.Text, StringComparer.CurrentCultureIgnoreCase)];

    /// <exception cref="NotFoundException">There is no such type.</exception>
    public async Task<DescribedType> FindAsync(string name) => await FindAsync(name, await KnownAsync());

    /// <summary>Makes a type.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="RuleException">It can't be so.</exception>
    public Task<string> DescribeAsync(WantedType wanted) => WriteAsync(async known =>
    {
        var said = await CheckedAsync(wanted, null, known);
        var name = TypeNames.Free(said.Title, "Type", n => MenuTypes.Find(n) is not null || known.Types.ContainsKey(n) || known.Parts.ContainsKey(n) || Known.Parts.Contains(n) || Known.Attached.Contains(n));
        var type = new ContentType { Name = name, DisplayName = said.Title };
        type.Describe(said.Title, TypeJson.OfType(name, null, said));
        db.Add(type);
        if (said.Fields.Count > 0) DescribePart(name, null, said);
        return name;
    });

    /// <summary>Says a type anew.</summary>
    /// <param name="name">Of the type.</param>
    /// <param name="wanted">All of it.</param>
    /// <param name="seen">The version that the person had before them; null for any.</param>
    /// <exception cref="NotFoundException">There is no such type.</exception>
    /// <exception cref="DbUpdateConcurrencyException">There is a newer one.</exception>
    /// <exception cref="RuleException">It can't be so.</exception>
    public Task ChangeAsync(string name, WantedType wanted, string? seen) => WriteAsync(async known =>
    {
        var before = Seen(await FindAsync(name, known), seen);
        var said = await CheckedAsync(wanted, before, known);
        var (type, part) = (known.Types[name], known.Parts.GetValueOrDefault(name));
        var partBefore = part?.Definition;
        if (part is not null || said.Fields.Count > 0) part = DescribePart(type.Name, part, said);
        type.Describe(said.Title, TypeJson.OfType(type.Name, type.Definition, said), hasOtherFields: partBefore != part?.Definition);
        return name;
    });

    /// <summary>Takes a type away.</summary>
    /// <exception cref="NotFoundException">There is no such type.</exception>
    /// <exception cref="DbUpdateConcurrencyException">There is a newer one.</exception>
    /// <exception cref="RuleException">Items of it are left, or pages of the system need it.</exception>
    public Task DeleteAsync(string name, string? seen) => WriteAsync(async known =>
    {
        var before = Seen(await FindAsync(name, known), seen);
        Rule.Require(!before.IsNeeded, "Pages of the system need this kind: it can't be deleted.");
        Rule.Require(before.Items == 0, T.Say("There still are pages of this kind, in the bin too: {0}. It can be deleted when none is left.", before.Items));
        db.Remove(known.Types[name]);
        if (known.Parts.GetValueOrDefault(name) is { } part && !known.IsUsedElsewhere(name)) db.Remove(part);
        return name;
    });

    /// <summary>The form that authors would see. Nothing is kept.</summary>
    /// <param name="name">Null of a type that isn't there yet.</param>
    /// <param name="wanted">It needn't be right: what can't be shown is left out.</param>
    public async Task<Sheet> TryAsync(string? name, WantedType wanted)
    {
        const string New = "-";
        var known = await KnownAsync();
        var shown = wanted with { Fields = [.. wanted.Fields.Where(f => f.Title.Trim().Length > 0 && kinds.Find(f.Kind, f.Editor) is not null).Index().Select(f => f.Item with { Name = $"F{f.Index}" })] };
        var (type, part) = (new ContentType { Name = name ?? New, DisplayName = wanted.Title }, new ContentPart { Name = name ?? New });
        type.Describe(wanted.Title, TypeJson.OfType(type.Name, name is null ? null : known.Types.GetValueOrDefault(name)?.Definition, shown));
        part.Describe(TypeJson.OfFields(null, shown.Fields, kinds));
        (known.Types[type.Name], known.Parts[part.Name]) = (type, part);
        var book = known.Book(kinds, await kinds.Shelves.TodayAsync(db));
        var shape = book.Type(type.Name)!;
        return new(shape, new(book, shape), [], null) { Culture = current.Tenant.Culture };
    }

    private async Task<string> WriteAsync(Func<KnownTypes, Task<string>> work)
    {
        var name = await db.WriteAsync(async () =>
        {
            var name = await work(await KnownAsync(isTracked: true));
            await db.SaveChangesAsync();
            return name;
        });
        await tenants.TouchAsync(current.Tenant.Id);
        return name;
    }

    private async Task<DescribedType> FindAsync(string name, KnownTypes known)
    {
        // In an address its case is whatever somebody typed; in the items it isn't.
        var own = known.Types.GetValueOrDefault(name)?.Name ?? throw new NotFoundException();
        return known.Describe(own, kinds, await db.ContentItems.CountAsync(i => i.ContentType == own));
    }

    private static DescribedType Seen(DescribedType type, string? seen) => seen is null || seen == type.Version ? type : throw new DbUpdateConcurrencyException();

    private ContentPart DescribePart(string name, ContentPart? part, WantedType said)
    {
        if (part is null) db.Add(part = new() { Name = name });
        part.Describe(TypeJson.OfFields(part.Version == 1 && part.Definition == "{}" ? null : part.Definition, said.Fields, kinds));
        return part;
    }

    private async Task<WantedType> CheckedAsync(WantedType wanted, DescribedType? before, KnownTypes known)
    {
        var books = (await kinds.Shelves.OfAsync(db)).Books.SelectMany(b => new[] { b.Code, b.BookId }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var said = new TypeRules(kinds, known.Types.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase), books).Checked(wanted, before?.Said.Fields ?? [], before?.Removed ?? [], before is { Items: > 0 });
        grants.Require(before?.Said.Rights ?? TypeRights.Nothing, said.Rights ?? before?.Said.Rights ?? TypeRights.Nothing);
        var others = known.Book(kinds).Types.Where(t => !t.Name.Equals(before?.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        Rule.Require(!others.Any(t => StringComparer.CurrentCultureIgnoreCase.Equals(t.Title, said.Title)), T.Say("There is a kind called '{0}' already.", said.Title), "Title");
        var (folder, former) = (said.Folder, before?.Said.Folder);
        if (folder == former) return said;
        Rule.Require(before?.Name != PageAddresses.News, "The list of news is a page of the system: its address stays.", "Folder");
        if (folder is null) return said;
        Rule.Require(!PageAddresses.IsReserved(folder, current.Tenant, reserved, catalogue), T.Say("The address '{0}' is taken by a page of the system.", folder), "Folder");
        if (others.Find(t => t.Folder == folder) is { } owner) throw new RuleException(T.Say("The address '{0}' is that of the list of '{1}'.", folder, owner.Title), "Folder");
        Rule.Require(!await db.ContentItems.AnyAsync(i => i.Slug == folder), T.Say("The address '{0}' is taken by another page.", folder), "Folder");
        if (former is null) return said;
        var within = $"{former}/";
        Rule.Require(!await db.ContentItems.AnyAsync(i => i.ContentType == before!.Name && i.Slug!.StartsWith(within)), T.Say("What is published has its addresses in '{0}'; they would break.", former), "Folder");
        return said;
    }

    private async Task<KnownTypes> KnownAsync(bool isTracked = false)
    {
        var (types, parts) = isTracked ? (db.ContentTypes, db.ContentParts) : (db.ContentTypes.AsNoTracking(), db.ContentParts.AsNoTracking());
        return new(await types.ToDictionaryAsync(t => t.Name, StringComparer.OrdinalIgnoreCase), await parts.ToDictionaryAsync(p => p.Name, StringComparer.OrdinalIgnoreCase));
    }
}
