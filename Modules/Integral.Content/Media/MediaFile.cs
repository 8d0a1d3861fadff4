namespace Integral.Content.Media;

/// <summary>A file of the site's media folder. It lies in the tenant's files under a name of ours.</summary>
internal sealed class MediaFile
{
    public const int LongestName = 200, LongestText = 300, LongestWords = 2000;

    private static readonly Dictionary<string, string> Nothing = [];

    private string path = "";
    private string name = "";

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>As pages name it: <c>news/first-bell.jpg</c>.</summary>
    public required string Path
    {
        get => path;
        set
        {
            (path, Folder) = (value, MediaPath.FolderOf(value));
            Fold();
        }
    }

    /// <summary>Path of the folder it is in; empty for the topmost.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>What people call it: the name it had with whoever sent it.</summary>
    public string Name
    {
        get => name.Length > 0 ? name : MediaPath.NameOf(path);
        set
        {
            name = value;
            Fold();
        }
    }

    public required string StoredName { get; set; }

    /// <summary>By its content, never by its name.</summary>
    public required string MediaType { get; set; }
    public required long Length { get; set; }

    /// <summary>SHA-256 in hexadecimal; also the version of what browsers keep.</summary>
    public required string Hash { get; set; }

    /// <summary>Points of a picture, as it is looked at; null of other files.</summary>
    public int? Width { get; set; }
    public int? Height { get; set; }

    /// <summary>What is on it, for those who don't see it: JSON of texts by language.</summary>
    public string Alternatives { get; private set; } = "{}";

    /// <summary>By what it is found: its name, path and texts in small letters.</summary>
    public string Words { get; private set; } = "";
    public string? Owner { get; init; }

    /// <summary>When its content was sent.</summary>
    public required DateTime ModifiedAt { get; set; }
    public DateTime? DeletedAt { get; private set; }
    public int Version { get; private set; } = 1;
    public List<PictureSize> Sizes { get; } = [];

    public bool IsPicture => Width is not null;

    /// <summary>By language.</summary>
    public IReadOnlyDictionary<string, string> Texts => Alternatives.Length == 0 ? Nothing : Json.Read<Dictionary<string, string>>(Alternatives) ?? Nothing;

    /// <summary>In this language, else in the institution's own, else in any; empty where nobody has written one.</summary>
    public string Alternative(string culture, string own)
    {
        var texts = Texts;
        return texts.GetValueOrDefault(culture) ?? texts.GetValueOrDefault(own) ?? texts.Values.FirstOrDefault() ?? "";
    }

    public void Describe(IReadOnlyDictionary<string, string> texts)
    {
        var said = texts.Where(t => t.Value.Trim().Length > 0).OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, t => new string([.. t.Value.Where(c => !char.IsControl(c))]).Trim());
        Rule.Require(said.Values.All(t => t.Length <= LongestText), T.Say("At most {0} characters.", LongestText), "Texts");
        Alternatives = Json.Write(said);
        Fold();
    }

    public void Delete(DateTime at)
    {
        DeletedAt ??= at;
        Changed();
    }

    public void Restore()
    {
        DeletedAt = null;
        Changed();
    }

    /// <summary>Whoever read it before will be told.</summary>
    public void Changed() => Version++;

    /// <summary>Works out its folder, and the words it is found by.</summary>
    public void SortIn() => Path = path;

    // The engines don't agree on what is a capital, so both sides of a search are folded here.
    private void Fold()
    {
        var words = $"{Name} {path} {string.Join(' ', Texts.Values)}".ToLowerInvariant();
        Words = words.Length <= LongestWords ? words : words[..LongestWords];
    }
}

/// <summary>A smaller picture of a file, for small screens.</summary>
internal sealed class PictureSize
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid FileId { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string MediaType { get; init; }
    public required string StoredName { get; init; }
    public required long Length { get; init; }
    public required string Hash { get; init; }
}

/// <summary>A path under which a file could be read earlier: links to it still lead there.</summary>
internal sealed class FormerMediaPath
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public required string Path { get; init; }
    public required Guid FileId { get; init; }
}
