using Integral.Applications.Contracts;
using Integral.Applications.Forms;
using Integral.People.Contracts;
using Integral.Platform.Audit;

namespace Integral.Applications;

internal enum ApplicationStatus
{
    [Display(Name = "Received")] Sent,
    [Display(Name = "Something is missing")] Asked,
    [Display(Name = "On the waiting list")] Waiting,
    [Display(Name = "Accepted")] Accepted,
    [Display(Name = "Enrolled")] Enrolled,
    [Display(Name = "Refused")] Refused,
    [Display(Name = "Withdrawn")] Withdrawn,
}

/// <summary>Somebody applies for something. What was sent is never changed; what became of it is added below it.</summary>
[Audited]
internal sealed class Application
{
    public const string Kind = "application";
    public const int LongestName = 100, LongestEmail = 200, LongestPhone = 40, LongestMessage = 2000, LongestTitle = 300, MostEvents = 200;

    public static readonly Sentence IsThere = T.Say("An application of this person for this has arrived already. Follow it by the address that was shown, or call us.");

    /// <summary>The same for whoever sends a list: nothing was shown to them.</summary>
    public static readonly Sentence IsThereByAnother = T.Say("An application of this person for this has arrived already: they have applied themselves, or somebody else has for them.");

    private Application() { }

    public Application(Opening opening, NewPerson who, int number, string sent, string key, DateTime at, DateOnly on)
    {
        (ForKind, ForId, ForTitle) = (opening.Kind, opening.Id, opening.Title.Length > LongestTitle ? opening.Title[..LongestTitle] : opening.Title);
        (FamilyName, GivenName, Patronymic, BornOn, Email, Phone, SearchName) = (who.FamilyName, who.GivenName, who.Patronymic, who.BornOn, who.Email, who.Phone, who.SearchName);
        (Number, Sent, Key, SentAt, SentOn) = (number, sent, key, at, on);
        (Claim, ToBegin) = (ClaimOf(who), number);
        History.Add(new() { ApplicationId = Id, Status = ApplicationStatus.Sent, At = at });
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>By which people speak of it: rises in the institution in the order in which applications came, without gaps.</summary>
    public int Number { get; private init; }

    /// <summary>Digest of the key under which it was sent: the same form sent twice is one application.</summary>
    public string Sent { get; private init; } = "";

    /// <summary>Its address for the applicant. Kept as it is, because letters name it: it opens nothing that doesn't stand in this row.</summary>
    [Secret]
    public string Key { get; private init; } = "";
    public string ForKind { get; private init; } = "";
    public Guid ForId { get; private init; }

    /// <summary>What it was called when the application was sent.</summary>
    public string ForTitle { get; private init; } = "";
    public string FamilyName { get; private init; } = "";
    public string GivenName { get; private init; } = "";
    public string? Patronymic { get; private init; }
    public DateOnly? BornOn { get; private init; }
    public string? Email { get; private init; }
    public string? Phone { get; private init; }
    public string SearchName { get; private init; } = "";
    public string? Message { get; init; }

    /// <summary>The very words to which the applicant agreed, in their language.</summary>
    public required string Consent { get; init; }

    /// <summary>Of the institution's own words in its form; null where they were others.</summary>
    public int? ConsentVersion { get; init; }

    /// <summary>What was answered to the questions of its form, each as it was asked, as JSON; null where nothing was.</summary>
    public string? Answers { get; init; }

    /// <summary>The language that the applicant reads.</summary>
    public required string Culture { get; init; }

    /// <summary>Of an applicant who was signed in.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The list in which an organisation sent it; null where somebody applied for themselves.</summary>
    public Guid? ListId { get; init; }

    /// <summary>The name of that organisation.</summary>
    public string? Organisation { get; init; }

    /// <summary>The institution of the district that sent it for one of its staff; null otherwise. It is told what becomes of it.</summary>
    public Guid? SenderId { get; init; }

    /// <summary>By which that institution knows it.</summary>
    public Guid? SentId { get; init; }
    public DateTime SentAt { get; private init; }

    /// <summary>The day of that, by the institution's clock.</summary>
    public DateOnly SentOn { get; private init; }

    /// <summary>The day on which somebody decided first; null until then.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>After how many of the institution's working days that was.</summary>
    public int? DecidedAfter { get; private set; }
    public ApplicationStatus Status { get; private set; }

    /// <summary>Who it is here, once they have a seat.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Of one that isn't over: nobody applies twice for the same at once.</summary>
    public string? Claim { get; private set; }

    /// <summary>Its number, as long as its case hasn't been begun.</summary>
    public int? ToBegin { get; private init; }
    public int Version { get; private set; } = 1;
    public List<ApplicationEvent> History { get; } = [];

    /// <summary>By which the same person is known again among those who apply for the same.</summary>
    public static string ClaimOf(NewPerson who) => $"{who.SearchName} {who.BornOn:yyyy-MM-dd}";

    public string FullName => Who.FullName;
    public string ClaimOfIt => ClaimOf(Who);
    public NewPerson Who => new(FamilyName, GivenName, Patronymic, BornOn, Email, Phone);

    public IReadOnlyList<KeptAnswer> ReadAnswers() => Answers is null ? [] : Json.Read<List<KeptAnswer>>(Answers)!;

    /// <summary>What the inbox says of it.</summary>
    public string CaseNote => Organisation is null || ForTitle.Length + Organisation.Length + 3 > LongestTitle ? ForTitle : $"{ForTitle} · {Organisation}";

    /// <summary>Who has withdrawn it for the applicant; null where they did themselves, or nobody has.</summary>
    public string? WithdrawnBy => Status == ApplicationStatus.Withdrawn && History.Where(e => e.Status == ApplicationStatus.Withdrawn).MaxBy(e => e.Id) is { Who.Length: > 0 } last ? last.Who : null;

    /// <summary>Nothing follows any more.</summary>
    public bool IsOver => Status is ApplicationStatus.Enrolled or ApplicationStatus.Refused or ApplicationStatus.Withdrawn;

    /// <summary>A workflow has come so far with it.</summary>
    /// <param name="text">What the applicant is told.</param>
    /// <param name="who">For staff; empty where nobody did it.</param>
    public void Become(ApplicationStatus status, string? text, string who, DateTime at)
    {
        (Status, Claim) = (status, status is ApplicationStatus.Refused or ApplicationStatus.Withdrawn ? null : Claim);
        Note(new() { ApplicationId = Id, Status = status, Text = text, Who = who, At = at });
    }

    /// <summary>Somebody has decided whether there is a place for it; not where something is asked first.</summary>
    public static bool IsDecided(ApplicationStatus status) => status is ApplicationStatus.Waiting or ApplicationStatus.Accepted or ApplicationStatus.Enrolled or ApplicationStatus.Refused;

    /// <summary>Keeps when it was decided; what is decided later changes nothing of it.</summary>
    public void Decide(DateOnly on, int after)
    {
        if (DecidedOn is null) (DecidedOn, DecidedAfter) = (on, after);
    }

    /// <summary>A decision was taken back: it is as far as it was.</summary>
    public void Return(ApplicationStatus status, string who, DateTime at)
    {
        Claim = ClaimOfIt;
        if (!IsDecided(status)) (DecidedOn, DecidedAfter) = (null, null);
        Become(status, null, who, at);
    }

    public void Seat(Guid person)
    {
        PersonId = person;
        Version++;
    }

    /// <summary>The seat was taken back.</summary>
    public void Unseat()
    {
        PersonId = null;
        Version++;
    }

    /// <summary>The applicant says what was missing.</summary>
    /// <exception cref="RuleException">Nothing was asked.</exception>
    public void Answer(string text, DateTime at)
    {
        Rule.Require(Status == ApplicationStatus.Asked, "Nothing is missing from this application any more.");
        Rule.Require(text.Length is > 0 and <= LongestMessage, T.Say("From 1 to {0} characters.", LongestMessage), "Text");
        Rule.Require(History.Count < MostEvents, "So much has happened to this application that a new one is better.");      // staff can always end it
        Status = ApplicationStatus.Sent;
        Note(new() { ApplicationId = Id, Status = null, Text = text, At = at });
    }

    /// <param name="by">Who does it for the applicant; empty where they do it themselves.</param>
    /// <exception cref="RuleException">It is over.</exception>
    public void Withdraw(string by, DateTime at)
    {
        Rule.Require(Status != ApplicationStatus.Enrolled, "You are enrolled already. If you can't come, tell the institution.");
        Rule.Require(!IsOver, "This application is over already.");
        Become(ApplicationStatus.Withdrawn, null, by, at);
    }

    private void Note(ApplicationEvent one)
    {
        History.Add(one);
        Version++;
    }
}

/// <summary>One thing that happened to an application, in the order of its ids.</summary>
internal sealed class ApplicationEvent
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ApplicationId { get; init; }

    /// <summary>What it became; null where the applicant answered.</summary>
    public required ApplicationStatus? Status { get; init; }
    public string? Text { get; init; }

    /// <summary>A name as it was then; only staff see it, but for who has withdrawn it for the applicant.</summary>
    public string Who { get; init; } = "";
    public required DateTime At { get; init; }
}
