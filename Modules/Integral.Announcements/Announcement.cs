using Integral.Platform.Audit;

namespace Integral.Announcements;

internal enum AnnouncementStage { Draft, Published, Withdrawn }

/// <summary>What is said of an announcement.</summary>
/// <param name="Text">With the marks of Markdown.</param>
/// <param name="FromOn">The first day on which it is shown, by the institution's clock.</param>
/// <param name="UntilOn">The last one; null as long as it isn't withdrawn.</param>
/// <param name="IsImportant">Everybody is asked to say that they have read it.</param>
internal sealed record AnnouncementWords(string Title, string Text, DateOnly FromOn, DateOnly? UntilOn, bool IsImportant);

/// <summary>Something that the institution, or one above it, says to an audience.</summary>
[Audited]
internal sealed class Announcement
{
    public const int LongestTitle = 200, LongestText = 8000, LongestSummary = 300, LongestName = 200;

    private Announcement() { }

    public Announcement(Guid? author, string name, DateTime at) => (AuthorId, AuthorName, CreatedAt) = (author, Cut(name), at);

    /// <summary>A copy of what an institution above says.</summary>
    public static Announcement CopyOf(Guid origin, string name, string record, DateTime at) => new(null, name, at) { OriginId = origin, OriginRecord = record };

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>How the text begins, without its marks.</summary>
    public string Summary { get; private set; } = "";
    public DateOnly FromOn { get; private set; }
    public DateOnly? UntilOn { get; private set; }
    public bool IsImportant { get; private set; }

    /// <summary>Whom it is for.</summary>
    public List<AudiencePart> Audience { get; private init; } = [];

    /// <summary>The account that wrote it; null for one from above, and of a recipe.</summary>
    public Guid? AuthorId { get; private init; }

    /// <summary>Who says it: a person of the institution, or the institution above.</summary>
    public string AuthorName { get; private set; } = "";
    public DateTime CreatedAt { get; private init; }
    public DateTime? PublishedAt { get; private set; }

    /// <summary>When it was corrected last.</summary>
    public DateTime? ChangedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Rises with each correction: who read an earlier one has to read it once more.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>The edition of which people were told; 0 as long as they weren't. Written past the version, by the job that tells.</summary>
    public int Told { get; private set; }

    /// <summary>When they are to be told; null where nothing is left to tell.</summary>
    public DateTime? TellAt { get; private set; }

    /// <summary>The institution above that it comes from; null for an own one.</summary>
    public Guid? OriginId { get; private init; }

    /// <summary>What it is called there.</summary>
    public string? OriginRecord { get; private init; }

    /// <summary>When the institution above is to be told how many have read it.</summary>
    public DateTime? ReportAt { get; private set; }

    /// <summary>Rises with each change; who saves an older one is told.</summary>
    public int Version { get; private set; } = 1;

    public AnnouncementStage Stage => WithdrawnAt is not null ? AnnouncementStage.Withdrawn : PublishedAt is not null ? AnnouncementStage.Published : AnnouncementStage.Draft;
    public bool IsOwn => OriginId is null;
    public bool IsOver(DateOnly today) => UntilOn < today;

    /// <exception cref="RuleException">Something in it can't be so, or it is withdrawn.</exception>
    public void Describe(AnnouncementWords words, string summary, DateTime now)
    {
        Rule.Require(WithdrawnAt is null, "It is withdrawn. Write another one.");
        var (title, text) = (words.Title.Trim(), words.Text.Trim().ReplaceLineEndings("\n"));
        Rule.Require(title.Length is > 0 and <= LongestTitle, T.Say("From 1 to {0} characters.", LongestTitle), nameof(Title));
        Rule.Require(!title.Any(char.IsControl), "This is one line.", nameof(Title));
        Rule.Require(text.Length is > 0 and <= LongestText, T.Say("From 1 to {0} characters.", LongestText), nameof(Text));
        Rule.Require(words.UntilOn is null || words.FromOn <= words.UntilOn, "The last day can't be before the first one.", nameof(UntilOn));
        var isNew = words with { Title = title, Text = text } != new AnnouncementWords(Title, Text, FromOn, UntilOn, IsImportant);
        if (PublishedAt is not null && isNew) (Edition, ChangedAt) = (Edition + 1, now);
        (Title, Text, Summary) = (title, text, summary.Length > LongestSummary ? summary[..LongestSummary] : summary);
        (FromOn, UntilOn, IsImportant) = (words.FromOn, words.UntilOn, words.IsImportant);
        Version++;
    }

    /// <exception cref="RuleException">It is published already, or whom it is for was decided when it was.</exception>
    public void Address(IEnumerable<AudiencePart> parts)
    {
        Rule.Require(PublishedAt is null, "Whom it is for stays as it was published. Withdraw it and write another one.");
        Audience.Clear();
        Audience.AddRange(parts);
        Version++;
    }

    /// <exception cref="RuleException">It isn't a draft, is for nobody, or its last day is over.</exception>
    public void Publish(DateOnly today, DateTime now)
    {
        Rule.Require(Stage == AnnouncementStage.Draft, "It is published already.");
        Rule.Require(Audience.Count > 0, "Say whom it is for.", "Audience");
        Rule.Require(!IsOver(today), "Its last day is over.", nameof(UntilOn));
        PublishedAt = now;
        Version++;
    }

    /// <exception cref="RuleException">Nobody has seen it yet, or it is withdrawn already.</exception>
    public void Withdraw(DateTime now)
    {
        Rule.Require(Stage == AnnouncementStage.Published, "It isn't published.");
        (WithdrawnAt, TellAt) = (now, null);
        Version++;
    }

    /// <summary>People are to be told of it, or of its correction, at a moment.</summary>
    public void TellFrom(DateTime at) => TellAt = at;

    /// <summary>Nobody is rung for it any more: it is of long ago.</summary>
    public void KeepAsTold() => (Told, TellAt) = (Edition, null);

    /// <summary>What the institution above says now.</summary>
    public void Take(SharedAnnouncement said, string name)
    {
        (Title, Text, Summary, FromOn, UntilOn, IsImportant) = (said.Title, said.Text, said.Summary, said.FromOn, said.UntilOn, said.IsImportant);
        (AuthorName, PublishedAt, ChangedAt, WithdrawnAt, Edition) = (Cut(name), said.PublishedAt, said.ChangedAt, null, said.Edition);
        Audience.Clear();
        Audience.AddRange(said.Parts());
        Version++;
    }

    private static string Cut(string name) => name.Length > LongestName ? name[..LongestName] : name;
}
