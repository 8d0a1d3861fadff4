using Integral.People.Data;
using Integral.People.Organisations;
using Integral.Tests.Kit;
using Integral.Tests.Recipes;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.People;

/// <summary>Organisations that a recipe brings.</summary>
public sealed class OrganisationsStepTests(District district) : IClassFixture<District>, IDisposable
{
    private readonly Folder folder = new();
    private readonly Terminal terminal = new(district);

    [Fact]
    public async Task Organisations_of_a_recipe_come_with_all_that_is_kept_of_them_and_only_once()
    {
        folder.Write("organisations.recipe.json", """
            { "steps": [ { "name": "Organisations", "Organisations": [
              { "Name": "Recipe works", "Kind": "Employer", "Country": "Kazakhstan", "TaxNumber": "020240000555", "Stage": "Active", "Contacts": [ { "Name": "Ann", "ConsentOn": "-3", "ConsentHow": "On paper" } ],
                "Agreements": [ { "Number": "1", "SignedOn": "2026-01-20", "Subject": "Practice" } ], "Interactions": [ { "Kind": "Call", "On": "-2", "Text": "Agreed", "With": "Ann", "Who": "Bob", "Struck": "Wrong" } ] },
              { "Name": "Recipe branch", "Kind": "employer", "Country": "Other", "Parent": "Recipe works", "IsArchived": true } ] } ] }
            """);
        for (var time = 0; time < 2; time++) await terminal.DoAsync("recipes", "run", folder.At("organisations.recipe.json"), "--tenant", "school-1");

        await district.InDbAsync("school-1", async db =>
        {
            var kept = await db.Organisations.Where(o => o.Name.Contains("Recipe ")).OrderBy(o => o.SortName).ToListAsync();
            Assert.Equal(["Recipe branch", "Recipe works"], kept.Select(o => o.Name));
            Assert.Equal((kept[1].Id, true), (kept[0].ParentId!.Value, kept[0].ArchivedAt is not null));
            var (works, day) = (kept[1].Id, new DateOnly(2026, 1, 20));
            var contact = await db.ContactPersons.SingleAsync(c => c.OrganisationId == works);
            var line = await db.Interactions.SingleAsync(i => i.OrganisationId == works);
            Assert.Equal((contact.Id, "Wrong", "Bob"), (line.WithId!.Value, line.StruckBecause, line.Who));
            Assert.Equal(day, (await db.OrganisationAgreements.SingleAsync(a => a.OrganisationId == works)).FromOn);
            return 0;
        });
    }

    [Theory]
    [InlineData("""{ "Name": "x", "Kind": "Shop", "Country": "Other" }""", "There is no kind of organisation 'Shop'.")]
    [InlineData("""{ "Name": "x", "Kind": "Partner", "Country": "France" }""", "Organisations[0].Country")]
    [InlineData("""{ "Name": "x", "Kind": "Partner", "Country": "Other", "Stage": "Late" }""", "There is no stage 'Late'.")]
    [InlineData("""{ "Name": "x", "Kind": "Partner", "Country": "Russia", "TaxNumber": "7707083894" }""", "Organisations[0].TaxNumber")]
    [InlineData("""{ "Name": "x", "Kind": "Partner", "Country": "Other", "Parent": "Nothing" }""", "There is no organisation 'Nothing' here.")]
    [InlineData("""{ "Name": "x", "Kind": "Partner", "Country": "Other", "Owner": "Nobody" }""", "Nobody here is called 'Nobody'.")]
    [InlineData("""{ "Name": "x", "Kind": "Partner", "Country": "Other", "Interactions": [ { "Kind": "Dream" } ] }""", "There is no kind of talk 'Dream'.")]
    public async Task What_cannot_be_an_organisation_is_named_with_its_place(string organisation, string said)
    {
        folder.Write("bad.recipe.json", $$"""{ "steps": [ { "name": "Organisations", "Organisations": [ {{organisation}} ] } ] }""");
        var run = await terminal.RunAsync("recipes", "run", folder.At("bad.recipe.json"), "--tenant", "school-1");
        Assert.Equal(1, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_centre_has_organisations_in_all_stages_and_tasks_for_whoever_looks_after_them()
    {
        var stages = await district.InDbAsync("centre", db => db.Organisations.Where(o => o.ArchivedAt == null).Select(o => o.Stage).Distinct().CountAsync());
        Assert.Equal(Enum.GetValues<OrganisationStage>().Length, stages);
        var centre = await district.SignInAsync("centre", "/centre");
        Assert.Contains("/centre/Admin/Organisations/Tasks", await centre.ReadAsync("/centre/cabinet"), StringComparison.Ordinal);
        Assert.Contains("Просрочено", await centre.ReadAsync("/centre/Admin/Organisations/Tasks"), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
