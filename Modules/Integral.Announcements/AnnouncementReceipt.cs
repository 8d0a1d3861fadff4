namespace Integral.Announcements;

/// <summary>Somebody has said that they have read an announcement, or opened one of which no more is asked.</summary>
internal sealed class AnnouncementReceipt
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AnnouncementId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>The edition that they read.</summary>
    public int Edition { get; private set; }
    public DateTime ReadAt { get; private set; }

    public void Read(int edition, DateTime at) => (Edition, ReadAt) = (edition, at);
}

/// <summary>How many have read it in an institution below: as that one tells it, without anybody's name.</summary>
internal sealed class AnnouncementBelow
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AnnouncementId { get; init; }
    public required Guid TenantId { get; init; }
    public int Edition { get; private set; }
    public int Reached { get; private set; }
    public int Read { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>What comes late about an earlier edition says nothing any more.</summary>
    public void Count(ReceiptsCounted said, DateTime at)
    {
        if (said.Edition >= Edition) (Edition, Reached, Read, At) = (said.Edition, said.Reached, said.Read, at);
    }
}
