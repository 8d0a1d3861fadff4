using System.Text.Json.Serialization;
using Integral.Applications.Contracts;
using Integral.People.Contracts;
using Integral.Platform.Messaging;

namespace Integral.Applications.Staff;

/// <summary>A centre tells the institution above it all that its sisters can send staff for; what was told before and isn't among it is over.</summary>
[Message("applications.offered")]
internal sealed record OpeningsOffered(IReadOnlyList<OfferedPlaces> Places);

/// <summary>A school sends a list of its staff to a centre.</summary>
/// <param name="ListId">By which the school knows it.</param>
/// <param name="OpeningId">Of what it is for, at the centre; null where only its name is known.</param>
/// <param name="For">The name of that, as a recipe says it.</param>
/// <param name="SentAt">Of a list that a recipe tells of; null for one that was sent when the message was. By this day it is judged, however late it arrives.</param>
[Message("applications.staff_sent")]
internal sealed record StaffListSent(Guid ListId, Guid? OpeningId, string? For, string Contact, string Email, string? Phone, string Consent, string Culture, IReadOnlyList<ListedStaff> People, DateTime? SentAt = null);

/// <param name="Id">By which the school knows the person's place on its list.</param>
internal sealed record ListedStaff(Guid Id, NewPerson Who);

/// <summary>The centre has looked at the list.</summary>
[Message("applications.staff_answered")]
internal sealed record StaffListAnswered(Guid ListId, Guid? OpeningId, string? Title, IReadOnlyList<ListedAnswer> People);

/// <param name="Number">Of the application; null where none was kept.</param>
/// <param name="Address">Of the application's own page, where nobody else can tell the person.</param>
/// <param name="Trouble">Why none was kept.</param>
internal sealed record ListedAnswer(Guid Id, int? Number, string? Address, [property: JsonConverter(typeof(SentenceConverter))] Sentence? Trouble);

/// <summary>An application has come further.</summary>
/// <param name="Id">By which the school knows it.</param>
/// <param name="Number">Null where the centre knows of no application: there is nothing to withdraw.</param>
/// <param name="Version">Of the application, which rises with each of its changes: what is told of an earlier one comes too late. 0 of one that was told before there was a version.</param>
[Message("applications.staff_became")]
internal sealed record StaffBecame(Guid Id, int? Number, ApplicationStatus Status, int Version = 0);

/// <summary>The school withdraws somebody.</summary>
[Message("applications.staff_withdrawn")]
internal sealed record StaffWithdrawn(Guid Id);

/// <summary>A recipe tells of a list: it is sent when the institution runs, and the centre may be made by the same recipe.</summary>
/// <param name="Centre">Its path.</param>
/// <param name="For">The name of the group.</param>
/// <param name="People">Ids of persons here.</param>
[Message("applications.staff_told")]
internal sealed record StaffListTold(string Centre, string For, string Contact, string Email, string? Phone, string Consent, IReadOnlyList<Guid> People, DateTime At);

/// <summary>Applications were kept: their cases are begun after the commit.</summary>
[Message("applications.staff_kept")]
internal sealed record StaffKept;
