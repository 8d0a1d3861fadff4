using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Content.Definitions;
using Integral.Platform.Recipes;

namespace Integral.Content.Recipes;

/// <summary>Reads the head of a content item; <see cref="PartReader"/> reads its parts. What is wrong is reported and the item left out.</summary>
internal sealed class ItemReader(TypeBook book, RecipeStep step, RecipeRun run)
{
    private readonly PartReader parts = new(book, step, run);

    public ImportedItem? Read(JsonObject said, string place)
    {
        if (parts.TypeOf(said, place) is not { } type) return null;
        var id = Id(said, "ContentItemId", place, out var isGood);
        var version = Id(said, "ContentItemVersionId", place, out var isGoodToo);
        var localization = said.Find(Known.Localization) as JsonObject;
        var set = localization is null ? null : Id(localization, "LocalizationSet", $"{place}.{Known.Localization}", out _);
        if (!isGood || !isGoodToo || Culture(localization, place) is not { } culture) return null;

        id ??= UniqueId.New();
        return new(type, parts.Read(said, type, place), place)
        {
            ContentItemId = id, VersionId = version, Culture = culture, LocalizationSet = set ?? id, DisplayText = Title(said, type),
            IsLatest = IsSaid(said, "Latest"), IsPublished = IsSaid(said, "Published"),
            CreatedAt = Moment(said, "CreatedUtc", place), ModifiedAt = Moment(said, "ModifiedUtc", place), PublishedAt = Moment(said, "PublishedUtc", place),
            Owner = Short(said.Text("Owner")), Author = Short(said.Text("Author")),
        };
    }

    // Where a recipe written by hand says nothing, it means: publish it.
    private static bool IsSaid(JsonObject said, string flag) => said.Find(flag) is null || said.Flag(flag);

    private static string Title(JsonObject said, TypeShape type)
    {
        var title = (said.Find(Known.Title) as JsonObject)?.Text("Title") is { Length: > 0 } own ? own : said.Text("DisplayText") ?? type.Title;
        return title.Length <= ContentItem.LongestTitle ? title : title[..ContentItem.LongestTitle];
    }

    private static string? Short(string? person) => person is { Length: > 256 } ? person[..256] : person is "" ? null : person;

    private string? Id(JsonObject said, string name, string place, out bool isGood)
    {
        var id = said.Text(name) is { Length: > 0 } text ? text.ToLowerInvariant() : null;
        isGood = id is null || UniqueId.Is(id);
        if (!isGood) run.Problem(step, $"{place}.{name}", T.Say("An id has {0} letters and digits.", UniqueId.Length));
        return isGood ? id : null;
    }

    private string? Culture(JsonObject? localization, string place)
    {
        if (localization?.Text("Culture") is not { Length: > 0 } said) return run.Tenant.Culture;
        var culture = said.Split('-')[0].ToLowerInvariant();
        if (Texts.Cultures.Contains(culture)) return culture;
        run.Problem(step, $"{place}.{Known.Localization}.Culture", T.Say("There is no language '{0}' here. There are: {1}.", said, string.Join(", ", Texts.Cultures)));
        return null;
    }

    private DateTime? Moment(JsonObject said, string name, string place)
    {
        if (said.Text(name) is not { Length: > 0 } text) return null;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        run.Problem(step, $"{place}.{name}", T.Say("'{0}' isn't a date.", text));
        return null;
    }
}
