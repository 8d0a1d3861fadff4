using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Integral.Load.Setup;

/// <summary>
/// The demo, whose district has 100,000 papers besides, each with a kind, a day, a tick and a text of its own, and 5,000 news. Kept on both engines for the next
/// time: a run works on the same data again.
/// </summary>
internal sealed class LargeSite
{
    public const int Papers = 100_000, News = 5000, Kinds = 12;
    public const string Address = "/load-papers";

    private const int OfARecipe = 5000, OfATitle = 5, OfAText = 60, Vocabulary = 20_000;
    private const string Syllables = "ба ва га да жа за ка ла ма на па ра са та фа ха ча ша бо во го до зо ко ло мо но по ро со то фо бе ве ге де зе ке ле ме не пе ре се те";

    private readonly Random chance;

    private LargeSite(int seed) => chance = new(seed);

    /// <summary>As in real texts, a word is the rarer the further it stands here.</summary>
    public static IReadOnlyList<string> Words { get; } = Made();

    /// <summary>A place in <see cref="Words"/>.</summary>
    public static int Place(Random chance) => (int)Math.Pow(Vocabulary, chance.NextDouble()) - 1;

    /// <summary>The id of a kind of papers; they form two levels: every fourth has the three after it below it.</summary>
    public static string Kind(int number) => $"loadkind{number:D18}";

    public static string Day(int paper) => new DateTime(2015, 1, 1).AddDays(paper % 4000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<Installation> FilledAsync(Trial trial, Report report)
    {
        var (at, isFilled) = await Installation.KeptAsync(trial, "large-site");
        if (isFilled) return at;
        try
        {
            await using (await at.ServeAsync()) { }      // the demo
            var (site, took) = (new LargeSite(1), TimeSpan.Zero);
            foreach (var recipe in site.Recipes())
            {
                var file = Path.Combine(at.Folder, "large.recipe.json");
                await File.WriteAllTextAsync(file, recipe);
                took += (await at.DoAsync("recipes", "run", file, "--tenant", "/")).Took;
                File.Delete(file);
            }
            report.Say($"   {Papers + News:N0} texts of {OfAText} words written and indexed in {took.TotalSeconds:N0} s, {took.TotalMilliseconds / (Papers + News):N2} ms each");
            await File.WriteAllTextAsync(Path.Combine(at.Folder, "filled"), "");
            return at;
        }
        catch
        {
            await at.DisposeAsync();
            throw;
        }
    }

    private IEnumerable<string> Recipes()
    {
        yield return Written("types", Book(), Types());
        for (var from = 0; from < Papers; from += OfARecipe) yield return Written("papers", Items(Enumerable.Range(from, OfARecipe).Select(Paper)));
        for (var from = 0; from < News; from += OfARecipe) yield return Written("news", Items(Enumerable.Range(from, OfARecipe).Select(Piece)));
    }

    private static string Written(string name, params object[] steps) => JsonSerializer.Serialize(new { name, steps });
    private static object Items(IEnumerable<object> items) => new { name = "content", Data = items };

    private static object Book() => new
    {
        name = "ReferenceBooks",
        Books = new[] { new { Code = "load-kinds", Names = Named("Виды"), Terms = Enumerable.Range(0, Kinds).Where(n => n % 4 == 0).Select(n => new { TermId = Kind(n), Names = Named($"Вид {n}"), Terms = Enumerable.Range(n + 1, 3).Select(below => new { TermId = Kind(below), Names = Named($"Вид {below}") }) }) } },
    };

    private static object Named(string name) => new { ru = name, kk = name, uk = name, en = name };

    private static object Types() => new
    {
        name = "ContentDefinition",
        ContentTypes = new[]
        {
            new
            {
                Name = "LoadPaper", DisplayName = "Бумага",
                Settings = new { ContentTypeSettings = new { Creatable = true, Listable = true, Draftable = true, Versionable = true }, IntegralTypeSettings = new { Folder = Address[1..], ListTitle = "Бумаги" } },
                ContentTypePartDefinitionRecords = new[] { "TitlePart", "LoadPaper", "MarkdownBodyPart", "LocalizationPart", "AutoroutePart" }.Select(p => new { PartName = p, Name = p }),
            },
        },
        ContentParts = new[]
        {
            new
            {
                Name = "LoadPaper",
                ContentPartFieldDefinitionRecords = new object[]
                {
                    new { FieldName = "TaxonomyField", Name = "Kind", Settings = new { TaxonomyFieldSettings = new { TaxonomyContentItemId = "load-kinds", Unique = true } } },
                    new { FieldName = "DateField", Name = "Date", Settings = new { DateFieldSettings = new { Required = true } } },
                    new { FieldName = "BooleanField", Name = "InForce" },
                },
            },
        },
    };

    private object Paper(int n) => new
    {
        ContentItemId = $"loaded{n:D20}", ContentType = "LoadPaper", PublishedUtc = Published(n), TitlePart = new { Title = Text(OfATitle) }, AutoroutePart = new { Path = $"load-papers/{n}" },
        LoadPaper = new { Kind = new { TermContentItemIds = new[] { Kind(n % Kinds) } }, Date = new { Value = $"{Day(n)}T00:00:00Z" }, InForce = new { Value = n % 5 == 0 } },
        MarkdownBodyPart = new { Markdown = Text(OfAText) },
    };

    private object Piece(int n) => new
    {
        ContentItemId = $"loadnews{n:D18}", ContentType = "News", PublishedUtc = Published(n * 20), TitlePart = new { Title = Text(OfATitle) }, AutoroutePart = new { Path = $"load-news-{n}" },
        MarkdownBodyPart = new { Markdown = Text(OfAText) },
    };

    private static DateTime Published(int n) => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(n * 30);
    private string Text(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => Words[Place(chance)]));

    private static string[] Made()
    {
        var (chance, syllables, words) = (new Random(2), Syllables.Split(' '), new HashSet<string>());
        while (words.Count < Vocabulary)
        {
            var word = new StringBuilder();
            for (var n = chance.Next(3, 5); n > 0; n--) word.Append(syllables[chance.Next(syllables.Length)]);
            words.Add(word.Append('р').ToString());
        }
        return [.. words];
    }
}
