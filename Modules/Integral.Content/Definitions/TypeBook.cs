using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Contracts;
using Integral.Content.Data;
using Integral.Content.Fields;
using Integral.Content.Menus;
using Integral.Content.Publishing;
using Integral.Content.ReferenceBooks;
using Integral.Platform.Recipes;

namespace Integral.Content.Definitions;

/// <summary>A part in a type: the same part may stand there several times under different names.</summary>
internal sealed record PartUse(string Part, string Name, string Title, double Position)
{
    public string? Hint { get; init; }

    /// <summary>Types of the items that a list or a bag holds; all where it is empty.</summary>
    public IReadOnlyList<string> Contained { get; init; } = [];
}

/// <summary>A content type as the code reads it, its parts in their order on the page.</summary>
internal sealed record TypeShape(string Name, string Title, IReadOnlyList<PartUse> Parts)
{
    /// <summary>Whether one can be made by itself. Others only stand within one.</summary>
    public bool IsCreatable { get; init; } = true;

    /// <summary>The folder in which its items have their addresses and which shows them all; null where each stands by itself.</summary>
    public string? Folder { get; init; }

    /// <summary>What the list of them all is called.</summary>
    public string ListTitle { get; init; } = "";
    public string? Hint { get; init; }

    /// <summary>What roles may do with its items, where that isn't what their permissions say.</summary>
    public IReadOnlyDictionary<string, TypeRight> Rights { get; init; } = TypeRights.Nothing;

    public PartUse? Part(string name) => Parts.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    public bool Has(string part) => Parts.Any(p => p.Part == part);
}

/// <summary>All types and parts of a tenant.</summary>
internal sealed class TypeBook
{
    private readonly FieldKinds kinds;
    private readonly TermsToday? terms;
    private readonly Dictionary<string, TypeShape> types;
    private readonly Dictionary<string, IReadOnlyList<FieldUse>> parts;

    public TypeBook(FieldKinds kinds, IEnumerable<ContentType> types, IEnumerable<ContentPart> parts, TermsToday? terms = null)
    {
        (this.kinds, this.terms) = (kinds, terms);
        this.types = types.Select(Read).ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);
        this.parts = parts.ToDictionary(p => p.Name, Fields, StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="terms">The reference books where they were read already; those that are kept in memory otherwise.</param>
    public static async Task<TypeBook> LoadAsync(Db db, FieldKinds kinds, TermsToday? terms = null) =>
        new(kinds, await db.ContentTypes.AsNoTracking().ToListAsync(), await db.ContentParts.AsNoTracking().ToListAsync(), terms ?? await kinds.Shelves.TodayAsync(db));

    public IEnumerable<TypeShape> Types => types.Values.OrderBy(t => t.Title, StringComparer.CurrentCultureIgnoreCase);
    public TypeShape? Type(string name) => types.GetValueOrDefault(name) ?? MenuTypes.Find(name);

    /// <summary>The institution's language: two letters; nothing where the books weren't read.</summary>
    public string Own => terms?.Own ?? "";

    /// <summary>The types in whose lists items of a type may stand.</summary>
    public IReadOnlyList<string> HoldersOf(string type) =>
        [.. types.Values.Where(t => t.Parts.Any(p => p.Part == Known.List && p.Contained.Contains(type, StringComparer.OrdinalIgnoreCase))).Select(t => t.Name).Order(StringComparer.Ordinal)];

    /// <summary>The fields of a part that has been described; none for one that has no fields of its own.</summary>
    public IReadOnlyList<FieldUse> FieldsOf(string part) => parts.GetValueOrDefault(part) ?? [];

    /// <summary>Fields that a part had and that were removed.</summary>
    public static IEnumerable<FieldUse> RemovedFrom(ContentPart part, FieldKinds kinds)
    {
        var definition = DefinitionJson.Read(part.Definition);
        var there = Records(definition, DefinitionJson.FieldRecords).Select(r => r.Text("Name")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var settings = (definition.Find("Settings") as JsonObject)?.Find(DefinitionJson.OwnPartSettings) as JsonObject ?? [];
        return Records(settings, DefinitionJson.RemovedRecords).Where(r => !there.Contains(r.Text("Name"))).Select(r => Field(r, kinds)).OfType<FieldUse>();
    }

    public static TypeShape Read(ContentType type)
    {
        var definition = DefinitionJson.Read(type.Definition);
        var settings = definition.Find("Settings") as JsonObject ?? [];
        return new(type.Name, type.DisplayName, [.. Records(definition, DefinitionJson.PartRecords).Select(Use).OrderBy(p => p.Position)])
        {
            IsCreatable = Setting(settings, "ContentTypeSettings", "Creatable") is not { } said || bool.TryParse(said, out var isCreatable) && isCreatable,
            // News had one before types could say so.
            Folder = Setting(settings, DefinitionJson.OwnSettings, "Folder") is { Length: > 0 } folder ? folder : type.Name == PageAddresses.News ? PageAddresses.NewsFolder : null,
            ListTitle = Setting(settings, DefinitionJson.OwnSettings, "ListTitle") is { Length: > 0 } title ? title : type.DisplayName,
            Hint = Setting(settings, "ContentTypeSettings", "Description"),
            Rights = bool.TryParse(Setting(settings, "ContentTypeSettings", TypeRights.Mark), out var isSecured) && isSecured ? TypeRights.Read(settings) : TypeRights.Nothing,
        };
    }

    private static PartUse Use(JsonObject record)
    {
        var (part, settings) = (record.Text("PartName") ?? "", record.Find("Settings") as JsonObject ?? []);
        var name = record.Text("Name") ?? part;
        return new(part, name, Setting(settings, "ContentTypePartSettings", "DisplayName") ?? name, Position(settings, "ContentTypePartSettings"))
        {
            Hint = Setting(settings, "ContentTypePartSettings", "Description"),
            Contained = [.. ((settings.Find($"{part}Settings") as JsonObject)?.Find("ContainedContentTypes") as JsonArray ?? []).Select(t => $"{t}")],
        };
    }

    private IReadOnlyList<FieldUse> Fields(ContentPart part) =>
        [.. Records(DefinitionJson.Read(part.Definition), DefinitionJson.FieldRecords).Select(r => Field(r, kinds, terms)).OfType<FieldUse>().OrderBy(f => f.Position)];

    private static FieldUse? Field(JsonObject record, FieldKinds kinds, TermsToday? terms = null)
    {
        const string Section = "ContentPartFieldSettings";
        var (kind, name, settings) = (record.Text("FieldName") ?? "", record.Text("Name") ?? "", record.Find("Settings") as JsonObject ?? []);
        if (kinds.Find(kind, Setting(settings, Section, "Editor") ?? "") is not { } known) return null;
        var own = settings.Find($"{kind}Settings") as JsonObject ?? [];
        return new(known, name, Setting(settings, Section, "DisplayName") is { Length: > 0 } title ? title : name, Position(settings, Section))
        {
            Hint = own.Text("Hint") is { Length: > 0 } hint ? hint : null,
            IsRequired = own.Flag("Required"),
            IsFact = Setting(settings, Section, "DisplayMode") == DefinitionJson.Fact,
            Settings = own,
            Terms = known is TermKind or AnyTermKind ? terms : null,
        };
    }

    private static IEnumerable<JsonObject> Records(JsonObject definition, string list) => (definition.Find(list) as JsonArray ?? []).OfType<JsonObject>();

    // Files of 2018 and 2019 have no section: the setting stands flat.
    private static string? Setting(JsonObject settings, string section, string name) => (settings.Find(section) as JsonObject)?.Text(name) ?? settings.Text(name);

    private static double Position(JsonObject settings, string section) =>
        double.TryParse(Setting(settings, section, "Position"), NumberStyles.Float, CultureInfo.InvariantCulture, out var position) ? position : 0;
}
