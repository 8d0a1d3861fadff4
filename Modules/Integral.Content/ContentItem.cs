using System.Collections.Frozen;
using Integral.Content.Contracts;

namespace Integral.Content;

/// <summary>A page, a piece of news, a widget. What visitors read stands ready in it; what was written stands in its versions.</summary>
internal sealed class ContentItem
{
    public const int LongestTitle = 500, LongestSlug = 300, LongestSummary = 1000, LongestSeoTitle = 200, LongestSeoDescription = 500;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The id that recipes and other records know it by: 26 characters.</summary>
    public required string ContentItemId { get; init; }
    public required string ContentType { get; init; }

    /// <summary>Two letters.</summary>
    public required string Culture { get; set; }

    /// <summary>Shared by the translations of one text; an item of its own has its own id here.</summary>
    public required string LocalizationSet { get; set; }

    /// <summary>Address within the site, unique per culture; empty for the front page, null for what has no address.</summary>
    public string? Slug { get; private set; }
    public string DisplayText { get; private set; } = "";

    /// <summary>By which published items are sorted by title, the same on both engines.</summary>
    public string SortKey { get; private set; } = "";
    public string Summary { get; private set; } = "";

    /// <summary>What search engines are told instead of the title and the summary; null where nothing else is.</summary>
    public string? SeoTitle { get; private set; }
    public string? SeoDescription { get; private set; }

    /// <summary>Path in the media folder of the picture that stands for it.</summary>
    public string? ImagePath { get; private set; }

    /// <summary>Rendered and cleaned when it was published, so that reading is one query and nothing more.</summary>
    public string BodyHtml { get; private set; } = "";

    /// <summary>JSON of its blocks with their texts rendered and cleaned; null where it has none.</summary>
    public string? Blocks { get; private set; }

    /// <summary>Other items name it as the list they are in.</summary>
    public bool IsList { get; private set; }

    /// <summary>ContentItemId of the list it is in.</summary>
    public string? ListId { get; private set; }

    /// <summary>LocalizationSet of the page under which it stands; null at the top. It is where it stands now: of a published item for visitors.</summary>
    public string? ParentId { get; private set; }

    /// <summary>Its place among those that stand beside it; null behind all that have one.</summary>
    public int? Position { get; private set; }
    public DateTime? PublishedAt { get; private set; }

    /// <summary>When the version of <see cref="ScheduledVersion"/> is to be published; null where nothing is planned. UTC.</summary>
    public DateTime? ScheduledAt { get; private set; }

    /// <summary>ContentItemVersionId of what is to be published then, whatever has been drafted since.</summary>
    public string? ScheduledVersion { get; private set; }

    /// <summary>ContentItemVersionId of what was sent for publishing and isn't decided yet; null where nothing waits.</summary>
    public string? SentVersion { get; private set; }

    /// <summary>The account of whoever sent it last, decided or not.</summary>
    public Guid? SentById { get; private set; }

    /// <summary>When it is to be taken off the site; null for never. UTC.</summary>
    public DateTime? WithdrawnAt { get; private set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime ModifiedAt { get; private set; }
    public string? Owner { get; set; }
    public string? Author { get; set; }

    /// <summary>The institution above that it was taken from; null for the own. A copy is read-only.</summary>
    public Guid? OriginId { get; init; }
    public int Version { get; private set; } = 1;
    public DateTime? DeletedAt { get; private set; }
    public Guid? DeletedById { get; private set; }
    public List<ContentVersion> Versions { get; } = [];
    public List<ContentField> Fields { get; } = [];
    public List<ContentReference> References { get; } = [];

    /// <summary>Addresses that it had; those of before aren't read with it, new ones are only added.</summary>
    public List<FormerAddress> FormerAddresses { get; } = [];

    public ContentVersion? Latest => Versions.SingleOrDefault(v => v.IsLatest);
    public ContentVersion? Published => Versions.SingleOrDefault(v => v.IsPublished);

    /// <summary>Keeps what was written: in the version of that id, or else as a new version.</summary>
    /// <param name="versionId">26 characters.</param>
    /// <param name="data">JSON of the parts by name.</param>
    /// <param name="author">Whoever wrote it, by name.</param>
    /// <param name="at">UTC.</param>
    /// <param name="last">Number of the last version where not all have been read.</param>
    public ContentVersion Write(string versionId, string data, string? author, DateTime at, int last = 0)
    {
        var version = Versions.SingleOrDefault(v => v.ContentItemVersionId == versionId);
        if (version is null) Versions.Add(version = new(versionId, Versions.Select(v => v.Number).Append(last).Max() + 1, at) { ItemId = Id });
        version.Write(data, author, at);
        Changed(at);
        return version;
    }

    /// <summary>Evicts the version that was the latest.</summary>
    /// <param name="version">That was just written.</param>
    /// <param name="named">What it names.</param>
    public void MakeLatest(ContentVersion version, IReadOnlySet<FieldReference> named)
    {
        foreach (var other in Versions) other.IsLatest = other == version;
        Refer(named, r => r.IsLatest, (r, isNamed) => r.IsLatest = isNamed);
        if (PublishedAt is null) (DisplayText, ParentId, Position) = (version.Title, version.Parent, version.Place ?? Position);
    }

    /// <summary>Shows this version to visitors instead of the one before it.</summary>
    public void Publish(ContentVersion version, Publication publication, DateTime at)
    {
        Rule.Require(DeletedAt is null, "This is in the bin. Restore it before publishing.");
        foreach (var other in Versions) other.IsPublished = other == version;
        version.PublishedAt = at;
        Show(publication, at);
        (ScheduledAt, ScheduledVersion, WithdrawnAt) = (null, null, publication.Until);
        Changed(at);
    }

    /// <summary>Has this version published later. Until then visitors see what they see now.</summary>
    /// <param name="from">UTC.</param>
    public void Schedule(ContentVersion version, DateTime from, DateTime at) => Schedule(version.ContentItemVersionId, from, at);

    /// <param name="version">ContentItemVersionId.</param>
    public void Schedule(string version, DateTime from, DateTime at)
    {
        Rule.Require(DeletedAt is null, "This is in the bin. Restore it before publishing.");
        (ScheduledAt, ScheduledVersion) = (from, version);
        Changed(at);
    }

    /// <summary>A version waits for somebody's decision. To visitors and to whoever writes on nothing changes.</summary>
    /// <param name="version">ContentItemVersionId.</param>
    /// <param name="by">Of whose account.</param>
    public void Send(string version, Guid? by) => (SentVersion, SentById, Version) = (version, by, Version + 1);

    /// <summary>Nobody has to decide any more.</summary>
    public void Answer() => (SentVersion, Version) = (null, Version + 1);

    /// <summary>Nothing is to be published later any more.</summary>
    public void ForgetSchedule(DateTime at)
    {
        (ScheduledAt, ScheduledVersion) = (null, null);
        Changed(at);
    }

    /// <summary>Shows what was published above, of which there are no versions here.</summary>
    /// <param name="publishedAt">When it was published there.</param>
    public void Copy(Publication publication, DateTime publishedAt, DateTime at)
    {
        Show(publication, publishedAt);
        Changed(at);
    }

    private void Show(Publication publication, DateTime at)
    {
        (PublishedAt, SortKey) = (at, NameSort.Key(publication.Title, Culture));
        Leave(publication.Slug);
        (Slug, DisplayText, Summary, ImagePath, BodyHtml) = (publication.Slug, publication.Title, publication.Summary, publication.ImagePath, publication.BodyHtml);
        (Blocks, IsList, ListId, SeoTitle, SeoDescription) = (publication.Blocks, publication.IsList, publication.ListId, publication.SeoTitle, publication.SeoDescription);
        (ParentId, Position) = (publication.ParentId, publication.Position ?? Position);
        Fields.Clear();
        Fields.AddRange(publication.Fields.Select(f => f.Of(OriginId)));
        Refer(publication.References, r => r.IsPublished, (r, isNamed) => r.IsPublished = isNamed);
    }

    /// <summary>
    /// Puts it under another page without a word of it being changed. What is written is a version of its own: who has it open joins his words with it.
    /// </summary>
    /// <param name="versionId">26 characters.</param>
    /// <param name="parent">LocalizationSet of the other one; null for the top.</param>
    /// <param name="last">Number of its last version.</param>
    public void Stand(string versionId, string? parent, int last, string? author, DateTime at)
    {
        if (ParentId == parent || Latest is not { } latest) return;
        ParentId = parent;
        var version = Write(versionId, latest.StandingUnder(parent), author, at, last);
        if (ScheduledVersion == latest.ContentItemVersionId) ScheduledVersion = version.ContentItemVersionId;
        if (Published is { } published && published != latest) published.Write(published.StandingUnder(parent), published.Author, published.ModifiedAt);
        else (version.IsPublished, version.PublishedAt, latest.IsPublished) = (latest.IsPublished, latest.PublishedAt, false);
        (version.IsLatest, latest.IsLatest) = (true, false);
    }

    /// <summary>Gives it its place among those beside it. That is no change of its own: others push it about.</summary>
    public void Place(int place, DateTime at)
    {
        if (Position == place) return;
        Position = place;
        foreach (var version in Versions.Where(v => v.IsLatest || v.IsPublished)) version.Write(version.StandingAt(place), version.Author, version.ModifiedAt);
        Changed(at);
    }

    /// <summary>Gives what is published another address. The one before leads on.</summary>
    public void Readdress(string slug, DateTime at)
    {
        Leave(slug);
        Slug = slug;
        foreach (var version in Versions.Where(v => v.IsLatest || v.IsPublished)) version.Write(version.At(slug), version.Author, version.ModifiedAt);
        Changed(at);
    }

    // Whoever has the old address in a bookmark or a letter still gets there.
    private void Leave(string? next)
    {
        if (Slug is { Length: > 0 } former && former != next) FormerAddresses.Add(new() { ItemId = Id, Slug = former, Culture = Culture });
    }

    // What stays the same keeps its row.
    private void Refer(IReadOnlySet<FieldReference> named, Func<ContentReference, bool> isNamed, Action<ContentReference, bool> set)
    {
        foreach (var reference in References) set(reference, named.Contains(new(reference.Kind, reference.Target)));
        foreach (var (kind, target) in named.Except(References.Where(isNamed).Select(r => new FieldReference(r.Kind, r.Target))))
        {
            var reference = new ContentReference { ItemId = Id, Kind = kind, Target = target };
            set(reference, true);
            References.Add(reference);
        }
        References.RemoveAll(r => !r.IsLatest && !r.IsPublished);
    }

    /// <summary>For an item that was kept before it was noted what it names; it counts as no change.</summary>
    /// <param name="latest">What the latest version names.</param>
    /// <param name="published">What the version names that visitors see.</param>
    public void Note(IReadOnlySet<FieldReference> latest, IReadOnlySet<FieldReference> published)
    {
        Refer(latest, r => r.IsLatest, (r, isNamed) => r.IsLatest = isNamed);
        Refer(published, r => r.IsPublished, (r, isNamed) => r.IsPublished = isNamed);
    }

    /// <summary>Takes it off the site; its address becomes free.</summary>
    public void Unpublish(DateTime at)
    {
        foreach (var version in Versions) version.IsPublished = false;
        Leave(null);
        (PublishedAt, Slug, BodyHtml, Blocks, Summary, ImagePath, WithdrawnAt) = (null, null, "", null, "", null, null);
        Fields.Clear();
        Refer(FrozenSet<FieldReference>.Empty, r => r.IsPublished, (r, isNamed) => r.IsPublished = isNamed);
        Changed(at);
    }

    /// <summary>Into the bin.</summary>
    public void Delete(Guid? byId, DateTime at)
    {
        Unpublish(at);
        (ScheduledAt, ScheduledVersion) = (null, null);
        (DeletedAt, DeletedById) = (at, byId);
    }

    /// <summary>It is somebody else's from now on: theirs to change, and seen by them while it is a draft.</summary>
    public void Give(string owner, DateTime at)
    {
        Owner = owner;
        Changed(at);
    }

    public void Restore(DateTime at)
    {
        (DeletedAt, DeletedById) = (null, null);
        Changed(at);
    }

    private void Changed(DateTime at)
    {
        ModifiedAt = at;
        Version++;
    }
}
