using System.Text.Json.Serialization;
using Integral.People.Organisations;

namespace Integral.People.Api;

/// <param name="Person">Who signs in here for the organisation, and keeps its staff.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewContact([property: Required] string Name, string? Post = null, string? Phone = null, string? Email = null, DateOnly? ConsentOn = null, string? ConsentHow = null, Guid? Person = null)
{
    public ContactWords ToWords() => new(Name, Post, Phone, Email, ConsentOn, ConsentHow, Person);
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewAgreement([property: Required] string Number, [property: Required] DateOnly? SignedOn, [property: Required] DateOnly? FromOn, [property: Required] string Subject, DateOnly? UntilOn = null)
{
    public AgreementWords ToWords() => new(Number, SignedOn!.Value, FromOn!.Value, UntilOn, Subject);
}

/// <param name="With">The contact person it was with.</param>
/// <param name="Assignee">Of a task, the person whose it is.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NewInteraction([property: Required] InteractionKind? Kind, [property: Required] DateOnly? On, [property: Required] string Text,
    Guid? With = null, Guid? Assignee = null, DateOnly? DueOn = null)
{
    public InteractionWords ToWords() => new(Kind!.Value, On!.Value, Text, With, Assignee, DueOn);
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StruckInteraction([property: Required] string Reason);

internal sealed record ContactAnswer(Guid Id, string Name, string? Post, string? Phone, string? Email, DateOnly? ConsentOn, string? ConsentHow, Guid? Person);
internal sealed record ContactsAnswer(IReadOnlyList<ContactAnswer> Items, string? Next);
internal sealed record AgreementAnswer(Guid Id, string Number, DateOnly SignedOn, DateOnly FromOn, DateOnly? UntilOn, string Subject);
internal sealed record AgreementsAnswer(IReadOnlyList<AgreementAnswer> Items, string? Next);

/// <param name="Who">Wrote it.</param>
internal sealed record InteractionAnswer(Guid Id, InteractionKind Kind, DateOnly On, string Text, string Who, Guid? With, Guid? Assignee, DateOnly? DueOn,
    DateTime? SeenAt, DateTime? DoneAt, DateTime? StruckAt, string? StruckBecause);
internal sealed record InteractionsAnswer(IReadOnlyList<InteractionAnswer> Items, string? Next);
