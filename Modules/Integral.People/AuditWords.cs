using System.Text.Json;
using Integral.People.Contracts;
using Integral.People.Documents;
using Integral.People.Export;
using Integral.People.Families;
using Integral.People.Import;
using Integral.Platform.Audit;
using Integral.Platform.Sheets;

namespace Integral.People;

/// <summary>One value that was changed, as text.</summary>
internal sealed record AuditValue(string Name, string? Old, string? New);

/// <summary>Audit entries in words.</summary>
internal sealed class AuditWords(Texts texts, RoleWords roles, Current current)
{
    /// <summary>The kinds of records that are in the trail, with their names.</summary>
    public static IReadOnlyDictionary<string, Sentence> Kinds { get; } = new Dictionary<string, Sentence>
    {
        ["Person"] = T.Say("Person"), ["Membership"] = T.Say("Membership"), ["Account"] = T.Say("Account"), ["RoleDefinition"] = T.Say("Role"),
        ["Invitation"] = T.Say("Invitation"), ["Session"] = T.Say("Sign-in"), ["Tenant"] = T.Say("Institution"), ["Setting"] = T.Say("Setting"),
        [ExportNote.Kind] = T.Say("Export of people"), ["Remark"] = T.Say("Remark"), ["Group"] = T.Say("Group"), ["Enrolment"] = T.Say("Days in a group"), ["CalendarDay"] = T.Say("Day of the working calendar"), ["Organisation"] = T.Say("Organisation"),
        ["Specialist"] = T.Say("Somebody of the staff base"), ["SpecialistSkill"] = T.Say("Competency of somebody"), ["Competency"] = T.Say("Competency"),
        ["ContactPerson"] = T.Say("Contact person"), ["OrganisationAgreement"] = T.Say("Agreement"), ["Interaction"] = T.Say("Talk or task"), ["Application"] = T.Say("Application"), ["ApplicationList"] = T.Say("List of people"), ["FamilyLink"] = T.Say("Family member"), ["PersonDocument"] = T.Say("Document of a person"), ["ToldApart"] = T.Say("Two people told apart"), ["Announcement"] = T.Say("Announcement"),
    };

    private static readonly Dictionary<string, Sentence> Fields = new()
    {
        ["FamilyName"] = T.Say("Family name"), ["GivenName"] = T.Say("Given name"), ["Patronymic"] = T.Say("Patronymic"), ["Email"] = T.Say("E-mail"), ["Phone"] = T.Say("Phone"),
        ["Roles"] = T.Say("Roles"), ["Reach"] = T.Say("Where the roles hold"), ["FromOn"] = T.Say("From"), ["UntilOn"] = T.Say("Until"), ["Name"] = T.Say("Name"),
        ["UserName"] = T.Say("Login"), ["PasswordHash"] = T.Say("Password"), ["BlockedAt"] = T.Say("Blocked"), ["Title"] = T.Say("Title"), ["Description"] = T.Say("Description"),
        ["Granted"] = T.Say("Permissions added"), ["Withheld"] = T.Say("Permissions taken away"), ["DeletedAt"] = T.Say("In the bin since"), ["SessionsEnded"] = T.Say("Sign-ins ended"),
        ["MustChangePassword"] = T.Say("Must change the password"), ["Culture"] = T.Say("Language"), ["device"] = T.Say("Device"),
        ["State"] = T.Say("State"), ["Kind"] = T.Say("Kind"), ["Path"] = T.Say("Address"), ["Profile"] = T.Say("What visitors read of the institution"), ["Hosts"] = T.Say("Host names"), ["TimeZone"] = T.Say("Time zone"),
        ["Code"] = T.Say("Code in the register"), ["Features"] = T.Say("Features"), ["Value"] = T.Say("Value"),
        ["BornOn"] = T.Say("Date of birth"), ["Reason"] = T.Say("Reason"), ["Number"] = T.Say("Number of people"), ["Format"] = T.Say("Kind of file"), ["Columns"] = T.Say("Columns"),
        ["Text"] = T.Say("Name or login"), ["Role"] = T.Say("Role"),
        ["Message"] = T.Say("What is wrong"), ["Page"] = T.Say("Page it is about"), ["Status"] = T.Say("Status"), ["Answer"] = T.Say("Answer"), ["SentAt"] = T.Say("Sent"), ["Key"] = T.Say("Address for the sender"), ["Seats"] = T.Say("Seats"),
        ["Series"] = T.Say("Series"), ["DocumentNumber"] = T.Say("Number of the document"), ["IssuedBy"] = T.Say("Issued by"), ["IssuedOn"] = T.Say("Issued on"), ["ValidUntil"] = T.Say("Valid until"), ["FileName"] = T.Say("File"), ["PhotoName"] = T.Say("Photo"),
        ["Day"] = T.Say("Day"), ["IsWorked"] = T.Say("Worked"),
        ["ShortName"] = T.Say("Name in short"), ["TaxNumber"] = T.Say("Tax number"), ["Kpp"] = T.Say("KPP"), ["Country"] = T.Say("Country"), ["Stage"] = T.Say("Stage"), ["Address"] = T.Say("Address"), ["Site"] = T.Say("Site"),
        ["Note"] = T.Say("Note"), ["ArchivedAt"] = T.Say("In the archive since"), ["Post"] = T.Say("Post"), ["ConsentOn"] = T.Say("Agreed on"), ["ConsentHow"] = T.Say("How they agreed"),
        ["Reference"] = T.Say("Number of the agreement"), ["SignedOn"] = T.Say("Signed on"), ["Subject"] = T.Say("What it is about"), ["On"] = T.Say("Day"), ["Agreed"] = T.Say("What was agreed, or what is to be done"),
        ["Who"] = T.Say("Who wrote it"), ["DueOn"] = T.Say("To be done by"), ["SeenAt"] = T.Say("Acknowledged"), ["DoneAt"] = T.Say("Done"), ["StruckAt"] = T.Say("Struck through"), ["StruckBy"] = T.Say("Who struck it through"), ["StruckBecause"] = T.Say("Reason"),
        ["Qualification"] = T.Say("Qualification"), ["HoursAWeek"] = T.Say("Hours a week"), ["Level"] = T.Say("How well"), ["IsPriority"] = T.Say("Priority of the region"),
        ["Ru"] = T.Say("In Russian"), ["Kk"] = T.Say("In Kazakh"), ["Uk"] = T.Say("In Ukrainian"), ["En"] = T.Say("In English"),
        ["Kept"] = T.Say("The record that goes on"), ["Merged"] = T.Say("The record that was merged"), ["Kinship"] = T.Say("What they are to the child"), ["MayRead"] = T.Say("May see groups, marks and homework"), ["MayCollect"] = T.Say("May take the child home"), ["MayDecide"] = T.Say("May decide for the child"),
    };

    private static readonly Dictionary<string, Sentence> Meanings = new()
    {
        ["Here"] = T.Say("In this institution only"), ["HereAndBelow"] = T.Say("Here and in all institutions below"), ["true"] = T.Say("Yes"), ["false"] = T.Say("No"),
        ["Creating"] = T.Say("Being created"), ["Running"] = T.Say("Running"), ["Disabled"] = T.Say("Switched off"), ["NeedsAttention"] = T.Say("Needs attention"),
        ["New"] = T.Say("Not read yet"), ["InWork"] = T.Say("Being worked on"), ["Answered"] = T.Say("Answered"), ["Closed"] = T.Say("Closed"),
    };

    // Made from what is shown already, or of no meaning to a reader.
    private static readonly HashSet<string> Inner = ["SortName", "SearchName", "NormalizedUserName", "NormalizedEmail", "AccessFailedCount", "LockoutEnabled", "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled",
        "AccountId", "PersonId", "TenantId", "ParentId", "OwnerId", "OrganisationId", "WithId", "AssigneeId", "NameKey", "EmailKey", "PhoneKey", "CodeKey", "MergedIntoId", "AdultId", "ChildId", "FirstId", "SpecialistId", "CompetencyId", "SecondId", "Version", "Schema", "Server", "kind",
        "StoredName", "MediaType", "Length", "Hash", "PhotoType"];

    /// <summary>«head@… changed: Person».</summary>
    public string Sentence(AuditEntry entry) => entry.Action switch
    {
        "Created" => texts["{0} added: {1}", entry.Who, Kind(entry)],
        "Changed" => texts["{0} changed: {1}", entry.Who, Kind(entry)],
        "Deleted" => texts["{0} removed: {1}", entry.Who, Kind(entry)],
        "SignedIn" => texts["{0} signed in", entry.Who],
        "PasswordReset" => texts["{0} issued a new first password", entry.Who],
        "PasswordRecovered" => texts["{0} chose a new password by a link in a letter", entry.Who],
        "Blocked" => texts["{0} blocked an account", entry.Who],
        "Merged" => texts["{0} merged two records of one person", entry.Who],
        "Removed" => texts["{0} removed an account from the institution", entry.Who],
        ExportNote.Action => texts["{0} took a table of people", entry.Who],
        "SessionsEnded" => texts["{0} ended the sign-ins of an account", entry.Who],
        _ => texts["{0}: {1}, {2}", entry.Who, entry.Action, Kind(entry)],
    };

    public string Kind(AuditEntry entry) => Kinds.TryGetValue(entry.Kind, out var kind) ? texts.Say(kind) : entry.Kind;

    /// <summary>What was changed; nothing once the retention rule has erased it.</summary>
    public IReadOnlyList<AuditValue> Values(AuditEntry entry)
    {
        if (entry.Payload is null) return [];
        using var payload = JsonDocument.Parse(entry.Payload);
        if (payload.RootElement.ValueKind != JsonValueKind.Object) return [];
        return [.. payload.RootElement.EnumerateObject().Where(p => !Inner.Contains(p.Name)).Select(Value)];
    }

    private AuditValue Value(JsonProperty property)
    {
        var name = Fields.TryGetValue(property.Name, out var field) ? texts.Say(field) : property.Name;
        return property.Value is { ValueKind: JsonValueKind.Array } pair && pair.GetArrayLength() == 2
            ? new(name, Text(property.Name, pair[0]), Text(property.Name, pair[1]))
            : new(name, null, Text(property.Name, property.Value));
    }

    private string? Text(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(v => Text(field, v))),
        _ => Word(field, value.ToString()),
    };

    // A setting is kept as JSON: a line of names and values is easier to read.
    private static string Spread(string value)
    {
        try
        {
            using var setting = JsonDocument.Parse(value);
            return Spread(setting.RootElement);
        }
        catch (JsonException) { return value; }
    }

    private static string Spread(JsonElement value) => value.ValueKind != JsonValueKind.Object ? value.ToString()
        : string.Join("; ", value.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => $"{p.Name}: {Spread(p.Value)}"));

    private string Word(string field, string value) => field switch
    {
        "Roles" or "Role" => roles.Title(current.Tenant, value),
        "device" => Devices.Of(value, texts),
        "Value" => Spread(value),
        "PhotoName" => "***",       // that there is another one is what is told
        "Kinship" when Enum.TryParse<Kinship>(value, out var kinship) => texts.Say(kinship.Word()),
        "Kind" when Enum.TryParse<PersonDocumentKind>(value, out var document) => texts.Say(document.Word()),
        "Level" when Enum.TryParse<CompetencyLevel>(value, out var level) => texts.Say(level.Word()),
        "Columns" when Enum.TryParse<PersonField>(value, out var column) => texts.Say(column.Word()),
        "Reach" or "State" or "Status" or "MustChangePassword" or "IsWorked" or "IsPriority" or "MayRead" or "MayCollect" or "MayDecide" when Meanings.TryGetValue(value, out var meaning) => texts.Say(meaning),
        _ => value,
    };
}
