using System.Globalization;
using System.Text.Json.Nodes;
using Integral.People.Data;
using Integral.People.Organisations;
using Integral.Platform.Sheets;
using Integral.Workflows.Contracts;

namespace Integral.People.Registration;

/// <summary>Registrations of organisations as what cases are about.</summary>
internal sealed class RegisteredOrganisations(Texts texts) : CaseSubjects
{
    public override string Kind => OrganisationRegistration.Subject;

    public override IReadOnlyList<SaidWord> Facts =>
        [new("kind", T.Say("Kind of the organisation: Employer, Partner")), new("country", T.Say("Its country: Kazakhstan, Russia, Ukraine or Other")), new("known", T.Say("true where one with its tax number or name is in the register"))];

    public override IReadOnlyList<SaidWord> Signals => [new(OrganisationRegistered.Corrected, T.Say("The organisation corrects it"))];

    public override async Task<JsonObject> FactsAsync(Db db, Guid id)
    {
        var one = await db.OrganisationRegistrations.AsNoTracking().SingleAsync(r => r.Id == id);
        return new() { ["kind"] = $"{one.Kind}", ["country"] = $"{one.Country}", ["known"] = await one.AlikeAsync(db) is not null };
    }

    public override async Task<SubjectCard> ShowAsync(Db db, Guid id)
    {
        var one = await db.OrganisationRegistrations.AsNoTracking().SingleAsync(r => r.Id == id);
        List<SubjectFact> facts =
        [
            new(T.Say("Name of the organisation"), one.Name), new(T.Say("Kind"), texts.Say(one.Kind.Word())), new(T.Say("Country"), texts.Say(one.Country.Word())), new(T.Say("Tax number"), string.Join(" / ", new[] { one.TaxNumber, one.Kpp }.Where(n => !string.IsNullOrEmpty(n)))),
            new(T.Say("Address"), one.Address), new(T.Say("Site"), one.Site), new(T.Say("Contact person"), one.Contact.FullName), new(T.Say("Post"), one.Post), new(T.Say("Phone"), one.Phone), new(T.Say("E-mail"), one.Email), new(T.Say("Note"), one.Note),
        ];
        // Whoever decides should know to what it would be joined.
        if (one.OrganisationId is null && await one.AlikeAsync(db) is { } alike)
            facts.Add(new(T.Say("Here already"), string.Join(", ", new[] { alike.Title, alike.TaxNumber, alike.ArchivedAt?.ToString("d", CultureInfo.CurrentCulture) is null ? null : texts["In the archive"] }.OfType<string>())));
        return new($"/Admin/Organisations/Registration/{id}", PeopleModule.ViewOrganisations, facts);
    }
}

internal static class AlikeOrganisations
{
    /// <summary>The one in the register to which it would be joined: of its tax number, the same branch first; else of its name. Null where there is none.</summary>
    public static async Task<Organisation?> AlikeAsync(this OrganisationRegistration one, Db db)
    {
        var (country, number, kpp, name) = (one.Country, one.TaxNumber, one.Kpp, one.Name);
        var organisations = db.Organisations;
        return await organisations.Where(o => number != null && o.Country == country && o.TaxNumber == number || o.Name == name)
            .OrderBy(o => number != null && o.TaxNumber == number ? o.Kpp == kpp ? 0 : 1 : 2).ThenBy(o => o.Id).FirstOrDefaultAsync();
    }
}
