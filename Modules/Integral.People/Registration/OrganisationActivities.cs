using System.Globalization;
using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.People.Organisations;
using Integral.Platform.Sheets;
using Integral.Workflows.Contracts;

namespace Integral.People.Registration;

/// <summary>A case begins when whoever registers an organisation has confirmed the e-mail.</summary>
internal sealed class OrganisationRegistered : Activity
{
    public const string Kind = "OrganisationRegisteredEvent";

    /// <summary>For which a workflow waits where a correction was asked for.</summary>
    public const string Corrected = "OrganisationCorrected";

    public override string Name => Kind;
    public override Sentence Title => T.Say("An organisation registers by itself");
    public override bool IsStart => true;
    public override string? SubjectKind => OrganisationRegistration.Subject;
    public override Task<string?> DoAsync(Step step) => Task.FromResult<string?>(Done);
}

/// <summary>Says how far a registration has come; whoever sent it reads the reason of the decision before it.</summary>
internal sealed class AnswerOrganisation(OrganisationLetters letters) : Activity
{
    private const string Answer = "State";

    private static readonly RegistrationState[] Answers = [RegistrationState.Asked, RegistrationState.Refused];

    public override string Name => "AnswerOrganisationTask";
    public override Sentence Title => T.Say("Answers the organisation that registers");
    public override IReadOnlyList<ActivitySetting> Settings => [new(Answer, T.Say("What the registration becomes"), SettingKind.Choice) { Choices = [.. Answers.Select(s => new SaidWord($"{s}", s.Word()))] }];
    public override Sentence? Fault(JsonObject said) => Of(said) is null ? T.Say("A registration can't become '{0}'.", $"{said[Answer]}") : null;

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) =>
        Of(said) is { } state ? [T.Say("The registration becomes: {0}", state.Word()), T.Say("Whoever sent it gets a letter and reads the reason.")] : [];

    public override async Task<string?> DoAsync(Step step)
    {
        var id = step.Subject.Id;
        var one = await step.Db.OrganisationRegistrations.SingleAsync(r => r.Id == id);
        step.Kept = $"{one.State}";
        one.Become(Of(step.Said)!.Value, step.Reason);
        letters.Became(step.Acting.Outbox, step.Acting.Tenant, one);
        return Done;
    }

    public override async Task UndoAsync(Step step)
    {
        var id = step.Subject.Id;
        var one = await step.Db.OrganisationRegistrations.SingleAsync(r => r.Id == id);
        one.Become(Enum.Parse<RegistrationState>(step.Kept!), null);
        letters.Became(step.Acting.Outbox, step.Acting.Tenant, one);
    }

    private static RegistrationState? Of(JsonObject said) => Enum.TryParse<RegistrationState>($"{said[Answer]}", out var state) && Answers.Contains(state) ? state : null;
}

/// <summary>Writes the organisation into the register, or joins it to the one that is there: whoever decides has said which. Its representative may come in.</summary>
internal sealed class AcceptOrganisation(OrganisationLetters letters, Texts texts) : Activity
{
    private const string Joins = "JoinsExisting";

    public override string Name => "AcceptOrganisationTask";
    public override Sentence Title => T.Say("Takes the organisation into the register");
    public override IReadOnlyList<ActivitySetting> Settings => [new(Joins, T.Say("It is joined to the one with its tax number or name that is there already"), SettingKind.Flag)];

    public override IReadOnlyList<Sentence> Effects(JsonObject said, string? outcome) =>
        [IsJoining(said) ? T.Say("The contact person is written to the organisation that is there.") : T.Say("The organisation stands in the register."), T.Say("The contact person gets a letter and comes in as its representative.")];

    public override async Task<string?> DoAsync(Step step)
    {
        var (id, db, tenant) = (step.Subject.Id, step.Db, step.Acting.Tenant);
        var one = await db.OrganisationRegistrations.SingleAsync(r => r.Id == id);
        Rule.Require(one.OrganisationId is null, "It is accepted already.");
        var organisation = IsJoining(step.Said) ? await one.AlikeAsync(db) : new();
        Rule.Require(organisation is not null, "No organisation here has this tax number or name. Accept it as a new one.");
        if (IsJoining(step.Said)) organisation.RequireHere();
        else
        {
            await OrganisationRules.WriteAsync(db, organisation, one.ToWords(), tenant.Culture);
            db.Add(organisation);
        }
        one.Accept(organisation.Id, await ContactAsync(step, one, organisation.Id));
        letters.Became(step.Acting.Outbox, tenant, one);
        return Done;
    }

    // Whoever is written down there with this very e-mail is the same contact person.
    private async Task<Guid> ContactAsync(Step step, OrganisationRegistration one, Guid organisation)
    {
        var email = one.Email;
        if (await step.Db.ContactPersons.Where(c => c.OrganisationId == organisation && c.Email == email).OrderBy(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync() is { } there) return there;
        var (contact, today) = (new ContactPerson(organisation), step.Acting.Tenant.Zone.DayOf(step.Now));
        var agreed = step.Acting.Tenant.Zone.DayOf(one.ConfirmedAt ?? one.SentAt);
        var name = one.Contact.FullName;
        contact.Describe(new(name.Length > ContactPerson.LongestName ? name[..ContactPerson.LongestName] : name, one.Post, one.Phone, one.Email, agreed < today ? agreed : today, texts.Say(T.Say("On registering at the site"), CultureInfo.GetCultureInfo(step.Acting.Tenant.Culture))), today);
        step.Db.Add(contact);
        return contact.Id;
    }

    private static bool IsJoining(JsonObject said) => bool.TryParse($"{said[Joins]}", out var joins) && joins;
}
