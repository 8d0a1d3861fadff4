using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Integral.Content.Data;

namespace Integral.Content.Media;

/// <summary>A picture as a page shows it: its size keeps the place free until it has come, and a telephone takes the small one.</summary>
/// <param name="Width">Null where it isn't known.</param>
/// <param name="Widths">Of the smaller ones there are.</param>
internal sealed record ShownPicture(int? Width, int? Height, IReadOnlyList<int> Widths)
{
    public static ShownPicture Unknown { get; } = new(null, null, []);

    /// <summary>What is on it, for those who don't see it, as whoever sent the file has said; empty where nobody has.</summary>
    public string Text { get; init; } = "";

    /// <summary>For <c>srcset</c>; null where there is only one.</summary>
    public string? Set(string address) => Widths.Count == 0 || Width is null ? null : string.Join(", ", [.. Widths.Order().Select(w => $"{address}?w={w} {w}w"), $"{address} {Width}w"]);
}

/// <summary>Sizes of the pictures of a page, read in one query however many it has.</summary>
internal sealed partial class Pictures(Db db, Current current)
{
    /// <summary>How much room pictures have in a text.</summary>
    public const string InText = "(max-width: 46rem) 100vw, 44rem";
    /// <summary>How much room they have on cards.</summary>
    public const string OnCards = "(max-width: 40rem) 100vw, 22rem";
    private const int Most = 200;
    private readonly Dictionary<string, ShownPicture> known = [];

    public ShownPicture this[string? path] => path is null ? ShownPicture.Unknown : known.GetValueOrDefault(path, ShownPicture.Unknown);

    /// <summary>Reads those that aren't known yet.</summary>
    public async Task LearnAsync(IEnumerable<string?> paths)
    {
        var wanted = paths.OfType<string>().Where(p => !known.ContainsKey(p)).Distinct().Take(Most).ToList();
        if (wanted.Count == 0) return;
        var found = await db.MediaFiles.AsNoTracking().Where(f => wanted.Contains(f.Path) && f.Width != null)
            .Select(f => new { File = f, Widths = f.Sizes.Select(s => s.Width).ToList() }).ToListAsync();
        foreach (var path in wanted) known[path] = ShownPicture.Unknown;
        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        foreach (var (file, widths) in found.Select(f => (f.File, f.Widths)))
            known[file.Path] = new(file.Width, file.Height, widths) { Text = file.Alternative(culture, current.Tenant.Culture) };
    }

    /// <summary>Paths of the pictures of a rendered text.</summary>
    public static IEnumerable<string> In(string html) => OfOurs().Matches(html).Select(m => PathOf(m.Groups[1].Value));

    /// <summary>Says in a rendered text how large its pictures are and what smaller ones there are.</summary>
    /// <param name="home">The address of the site before <c>/media</c>.</param>
    /// <param name="isOwn">Of this site: what another one has by the same path is another picture.</param>
    public string Complete(string html, string home, bool isOwn) => OfOurs().Replace(html, m => Written(m.Value, m.Groups[1].Value, home, isOwn));

    private string Written(string start, string path, string home, bool isOwn)
    {
        var (text, picture) = (new StringBuilder(start), this[PathOf(path)]);
        text.Append(" loading=\"lazy\"");
        if (!isOwn || picture.Width is not { } width || picture.Height is not { } height) return text.ToString();
        text.Append(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"");
        if (picture.Set($"{home}/media/{path}") is { } set) text.Append(" srcset=\"").Append(set).Append("\" sizes=\"").Append(InText).Append('"');
        return text.ToString();
    }

    private static string PathOf(string written) => Uri.UnescapeDataString(WebUtility.HtmlDecode(written));

    // As SafeHtml and PageText write them: the address may have a query of its own, and then it is left alone.
    [GeneratedRegex("""<img src="~/media/([^"?#]+)"(?![^>]*\b(?:width|loading)=)""")]
    private static partial Regex OfOurs();
}
