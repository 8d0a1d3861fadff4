namespace Integral.Applications.Staff;

/// <summary>What schools below are told of something that a centre of their district offers.</summary>
internal sealed record SharedOpening(Guid CentreId, Guid OpeningId, string Title, string Address, DateOnly FromOn, DateOnly UntilOn)
{
    public const string Kind = "applications.opening";

    /// <summary>How the ids of all that a centre offers begin.</summary>
    public static string Of(Guid centre) => $"{centre:N}.";

    public string RecordId => $"{Of(CentreId)}{OpeningId:N}";
}

/// <summary>A copy of what a centre of the district offers, in the institution that can send its staff there. It is read-only here.</summary>
internal sealed class OfferedOpening
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CentreId { get; init; }

    /// <summary>Its id at the centre.</summary>
    public required Guid OpeningId { get; init; }
    public string Title { get; private set; } = "";

    /// <summary>Of the centre's public page, without the centre's part.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The first day on which one can apply.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>The last one.</summary>
    public DateOnly UntilOn { get; private set; }

    public bool IsOpenOn(DateOnly day) => FromOn <= day && day <= UntilOn;

    public void Take(SharedOpening said) => (Title, Address, FromOn, UntilOn) = (said.Title.Length > Application.LongestTitle ? said.Title[..Application.LongestTitle] : said.Title, said.Address, said.FromOn, said.UntilOn);
}
