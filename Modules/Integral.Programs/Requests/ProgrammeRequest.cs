using Integral.Platform.Audit;

namespace Integral.Programs.Requests;

internal enum RequestStatus
{
    [Display(Name = "Received")] Sent,
    [Display(Name = "Something is missing")] Asked,
    [Display(Name = "Accepted")] Accepted,
    [Display(Name = "Refused")] Refused,
    [Display(Name = "Withdrawn")] Withdrawn,
    [Display(Name = "The programme is being written")] Built,
    [Display(Name = "The programme is in the catalogue")] Published,
}

/// <summary>What an organisation wants to have taught.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Title">What the programme is to be about.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Skills">What one is to be able to do afterwards, one a line.</param>
/// <param name="Category">Name of the category of learners; empty for everybody.</param>
/// <param name="People">How many are to learn.</param>
/// <param name="FromOn">The first day that would suit.</param>
/// <param name="UntilOn">The last one.</param>
internal sealed record Wanted(string Organisation, string Title, string Purpose, string Skills, string Category, int People, StudyForm Form, DateOnly? FromOn = null, DateOnly? UntilOn = null, string Remarks = "");

/// <summary>An organisation asks for a programme that isn't there. What was sent is never changed; what became of it is added below it.</summary>
[Audited]
internal sealed class ProgrammeRequest
{
    public const string Kind = "programme-request";
    public const int LongestName = 200, LongestText = Programme.LongestGoals, LongestRemarks = 2000, MostPeople = 10_000, MostEvents = 200;
    public static readonly Sentence IsThere = T.Say("This request was sent already.");

    private ProgrammeRequest() { }

    /// <exception cref="RuleException">Something can't be wanted so.</exception>
    public ProgrammeRequest(Guid account, string requester, Wanted wanted, string sent, DateTime at)
    {
        (AccountId, Requester, Sent, SentAt) = (account, requester.Length > LongestName ? requester[..LongestName] : requester, sent, at);
        Organisation = Written.Name(wanted.Organisation, LongestName, T.Say("From 1 to {0} characters.", LongestName), "Organisation");
        Title = Written.Name(wanted.Title, Programme.LongestName, T.Say("From 1 to {0} characters.", Programme.LongestName), "Title");
        (Purpose, Skills, Remarks) = (Written.Text(wanted.Purpose, LongestText, "Purpose"), Written.Text(wanted.Skills, LongestText, "Skills"), Written.Text(wanted.Remarks, LongestRemarks, "Remarks"));
        Rule.Require(Purpose.Length > 0, "Say what the programme is for.", "Purpose");
        Rule.Require(wanted.People is >= 1 and <= MostPeople, T.Say("From 1 to {0} people.", MostPeople), "People");
        Rule.Require(!(wanted.UntilOn < wanted.FromOn), "The last day can't be before the first one.", "UntilOn");
        (Category, People, Form, FromOn, UntilOn) = (wanted.Category, wanted.People, wanted.Form, wanted.FromOn, wanted.UntilOn);
        History.Add(new() { RequestId = Id, Status = RequestStatus.Sent, At = at });
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Digest of the key under which it was sent: the same form sent twice is one request.</summary>
    public string Sent { get; private init; } = "";

    /// <summary>Who speaks for the organisation, and sees what becomes of it.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>Their name as it was then.</summary>
    public string Requester { get; private init; } = "";
    public string Organisation { get; private init; } = "";
    public string Title { get; private init; } = "";
    public string Purpose { get; private init; } = "";
    public string Skills { get; private init; } = "";

    /// <summary>As the category of learners was called then; empty for everybody.</summary>
    public string Category { get; private init; } = "";
    public int People { get; private init; }
    public StudyForm Form { get; private init; }
    public DateOnly? FromOn { get; private init; }
    public DateOnly? UntilOn { get; private init; }
    public string Remarks { get; private init; } = "";
    public DateTime SentAt { get; private init; }
    public RequestStatus Status { get; private set; }

    /// <summary>That was written of it.</summary>
    public Guid? ProgrammeId { get; private set; }
    public int Version { get; private set; } = 1;
    public List<RequestEvent> History { get; } = [];

    public bool MayBeWithdrawn => Status is RequestStatus.Sent or RequestStatus.Asked or RequestStatus.Accepted;
    public bool MayBeBuilt => Status == RequestStatus.Accepted && ProgrammeId is null;

    /// <summary>A workflow has come so far with it.</summary>
    /// <param name="text">What the organisation is told.</param>
    /// <param name="who">For staff; empty where nobody did it.</param>
    public void Become(RequestStatus status, string? text, string who, DateTime at)
    {
        Status = status;
        Note(new() { RequestId = Id, Status = status, Text = text, Who = who, At = at });
    }

    /// <summary>The organisation says what was missing.</summary>
    /// <exception cref="RuleException">Nothing was asked.</exception>
    public void Answer(string text, DateTime at)
    {
        Rule.Require(Status == RequestStatus.Asked, "Nothing is missing from this request any more.");
        Rule.Require(text.Length is > 0 and <= LongestRemarks, T.Say("From 1 to {0} characters.", LongestRemarks), "Text");
        Rule.Require(History.Count < MostEvents, "So much has happened to this request that a new one is better.");      // staff can always end it
        Status = RequestStatus.Sent;
        Note(new() { RequestId = Id, Status = null, Text = text, At = at });
    }

    /// <exception cref="RuleException">It is over, or the programme is being written.</exception>
    public void Withdraw(DateTime at)
    {
        Rule.Require(Status is not (RequestStatus.Built or RequestStatus.Published), "The programme is written already. If you don't need it any more, tell the institution.");
        Rule.Require(MayBeWithdrawn, "This request is over already.");
        Become(RequestStatus.Withdrawn, null, "", at);
    }

    /// <summary>A programme was begun of it.</summary>
    /// <exception cref="RuleException">It wasn't accepted, or has one already.</exception>
    public void Build(Guid programme, string who, DateTime at)
    {
        Rule.Require(ProgrammeId is null, "A programme was written of this request already.");
        Rule.Require(Status == RequestStatus.Accepted, "A programme is written of a request that was accepted.");
        ProgrammeId = programme;
        Become(RequestStatus.Built, null, who, at);
    }

    /// <summary>The programme is none any more: the decision that led to it was taken back.</summary>
    public void Unbuild(string who, DateTime at)
    {
        ProgrammeId = null;
        Become(RequestStatus.Accepted, null, who, at);
    }

    /// <summary>Visitors see the programme.</summary>
    /// <returns>False where they saw it before.</returns>
    public bool Publish(string who, DateTime at)
    {
        if (Status != RequestStatus.Built) return false;
        Become(RequestStatus.Published, null, who, at);
        return true;
    }

    private void Note(RequestEvent one)
    {
        History.Add(one);
        Version++;
    }
}

/// <summary>One thing that happened to a request, in the order of its ids.</summary>
internal sealed class RequestEvent
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid RequestId { get; init; }

    /// <summary>What it became; null where the organisation answered.</summary>
    public required RequestStatus? Status { get; init; }
    public string? Text { get; init; }

    /// <summary>A name as it was then; only staff see it.</summary>
    public string Who { get; init; } = "";
    public required DateTime At { get; init; }
}
