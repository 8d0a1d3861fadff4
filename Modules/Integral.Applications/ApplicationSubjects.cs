using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Applications.Data;
using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>Applications as what cases are about.</summary>
internal sealed class ApplicationSubjects(KnownOpenings openings, Texts texts, TimeProvider clock) : CaseSubjects
{
    public override string Kind => Application.Kind;

    public override IReadOnlyList<SaidWord> Facts =>
    [
        new("person.age", T.Say("Age in whole years")), new("culture", T.Say("Language of the application: ru, kk, uk or en")), new("for", T.Say("Kind of what it is for: programme")), new("status", T.Say("How far it has come: Sent, Asked, Waiting")),
    ];

    public override IReadOnlyList<SaidWord> Signals => [new(Following.Answered, T.Say("The applicant answers")), new(SeatGiving.Signal, T.Say("A seat is free"))];

    /// <summary><c>person.age</c> in whole years today, <c>culture</c>, <c>for</c> the kind of what it is for, <c>status</c>, <c>answers</c> by the names of the questions.</summary>
    public override async Task<JsonObject> FactsAsync(Db db, Guid id)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == id);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var person = new JsonObject();
        if (application.BornOn is { } born) person["age"] = today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);
        return new() { ["person"] = person, ["culture"] = application.Culture, ["for"] = application.ForKind, ["status"] = $"{application.Status}", ["answers"] = Answers(application) };
    }

    private static JsonObject Answers(Application application) => new(application.ReadAnswers().Select(a => KeyValuePair.Create(a.Name, a.Values.Count == 1 ? (JsonNode?)a.Values[0] : new JsonArray([.. a.Values.Select(v => JsonValue.Create(v))]))));

    public override async Task<SubjectCard> ShowAsync(Db db, Guid id)
    {
        var one = await db.Applications.AsNoTracking().Include(a => a.History).SingleAsync(a => a.Id == id);
        var answers = one.History.Where(e => e.Status is null).OrderBy(e => e.Id).Select(e => new SubjectFact(T.Say("The applicant answered"), e.Text));
        // Whoever decides should know that somebody of that name and age is here: a seat would be that person's.
        if (one.PersonId is null && await one.Who.KnownAsync(db, one.AccountId) is not null) answers = answers.Append(new(T.Say("Known here by name and date of birth"), one.FullName));
        var chosen = await openings.FindAsync(db, db.Tenant, one.ForKind, one.ForId) is { Contents: { Count: > 0 } contents } ? string.Join("; ", contents.Select(c => texts.Say(c))) : null;
        return new($"/Admin/Applications/Show/{id}", ApplicationsModule.View,
        [
            new(T.Say("No."), $"{one.Number}"), new(T.Say("For what"), one.ForTitle), .. chosen is null ? Array.Empty<SubjectFact>() : [new(T.Say("What was chosen"), chosen)], new(T.Say("Full name"), one.FullName), new(T.Say("Date of birth"), one.BornOn?.ToString("d", CultureInfo.CurrentCulture)),
            new(T.Say("E-mail"), one.Email), new(T.Say("Phone"), one.Phone), .. one.ReadAnswers().Select(a => new SubjectFact(new(a.Label), a.Shown(texts))), new(T.Say("What the applicant adds"), one.Message),
            .. one.Organisation is { } sender ? [new SubjectFact(T.Say("Sent by the organisation"), sender)] : Array.Empty<SubjectFact>(), .. answers,
        ]);
    }
}
