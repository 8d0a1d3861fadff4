using System.Text.Json.Serialization;
using Integral.Platform.Audit;
using Integral.Platform.Sheets;

namespace Integral.Applications.Staff;

/// <summary>A list of its own staff that an institution has sent to a centre of the district. What was sent is never changed; the centre tells what becomes of each.</summary>
[Audited]
internal sealed class StaffList
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Digest of the key under which it was sent: the same form sent twice is one list.</summary>
    public required string Sent { get; init; }
    public required Guid CentreId { get; init; }

    /// <summary>Of what it is for, at the centre; null as long as only its name is known.</summary>
    public Guid? OpeningId { get; set; }

    /// <summary>What that is called.</summary>
    public required string Title { get; set; }
    public required string Contact { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }

    /// <summary>The very words that the sender confirmed.</summary>
    public required string Consent { get; init; }
    public required DateTime SentAt { get; init; }
    public List<StaffListed> People { get; } = [];
}

/// <summary>One of the staff on a list.</summary>
[Audited]
internal sealed class StaffListed
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ListId { get; init; }
    public required Guid PersonId { get; set; }

    /// <summary>As it was sent.</summary>
    public required string Name { get; init; }

    /// <summary>The ticket: of the application at the centre. Null until the centre has answered, or where it has kept none.</summary>
    public int? Number { get; private set; }

    /// <summary>Null until the centre has answered, or where it has kept no application.</summary>
    public ApplicationStatus? Status { get; private set; }

    /// <summary>Of the application's own page at the centre, where nobody else can tell the person.</summary>
    public string? Address { get; private set; }

    /// <summary>Why the centre has kept no application, as JSON.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The version of the application of which the centre has told last; 0 as long as it has told of none.</summary>
    public int ToldVersion { get; private set; }
    public DateTime? ToldAt { get; private set; }

    /// <summary>When the institution asked to have it withdrawn, until the centre answers.</summary>
    public DateTime? WithdrawnAt { get; private set; }
    public int Version { get; private set; } = 1;

    /// <summary>It has ended, or never began.</summary>
    public static bool IsOver(ApplicationStatus? status, string? trouble) => trouble is not null || status is ApplicationStatus.Enrolled or ApplicationStatus.Refused or ApplicationStatus.Withdrawn;

    /// <summary>The institution has withdrawn them, and the centre has an application nevertheless: it didn't know of it then.</summary>
    public bool IsToLeave => Number is not null && (WithdrawnAt is not null || Status == ApplicationStatus.Withdrawn);

    public bool MayBeWithdrawn => !IsOver(Status, Trouble) && WithdrawnAt is null;

    /// <summary>How far it is, in a word.</summary>
    public Sentence State() => Trouble is not null ? T.Say("Not taken") : WithdrawnAt is not null ? T.Say("Being withdrawn") : Status is { } status ? status.Word() : T.Say("On its way");

    /// <summary>Why it wasn't taken; null where it was.</summary>
    public Sentence? Why() => Trouble is { } kept ? Json.Read<Told>(kept)!.Why : null;

    public void Answer(ListedAnswer said, DateTime at)
    {
        (Number, Address, Trouble) = (said.Number, said.Address, said.Trouble is { } why ? Json.Write(new Told(why)) : null);
        if (said.Number is not null) Status ??= ApplicationStatus.Sent;
        Change(at);
    }

    /// <summary>The application has come so far. Messages that had to be sent again may come after newer ones: what they tell is over.</summary>
    public void Become(int number, ApplicationStatus status, int version, DateTime at)
    {
        if (version < ToldVersion) return;
        (Number, Status, ToldVersion, WithdrawnAt) = (number, status, version, null);
        Change(at);
    }

    /// <summary>The centre knows of no application: whoever was to be withdrawn is.</summary>
    public void Leave(DateTime at)
    {
        if (WithdrawnAt is null) return;
        (Status, WithdrawnAt) = (ApplicationStatus.Withdrawn, null);
        Change(at);
    }

    /// <exception cref="RuleException">There is nothing to withdraw.</exception>
    public void Withdraw(DateTime at)
    {
        Rule.Require(MayBeWithdrawn, "This application is over already.");
        WithdrawnAt = at;
        Version++;
    }

    private void Change(DateTime at)
    {
        ToldAt = at;
        Version++;
    }

    private sealed record Told([property: JsonConverter(typeof(SentenceConverter))] Sentence Why);
}
