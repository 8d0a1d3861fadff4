using Integral.People.Organisations;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Isolation;

/// <summary>An organisation of school 1.</summary>
internal static class Organisations
{
    public static Task<Guid> SampleAsync(District district) => district.InDbAsync("school-1", async db =>
    {
        if (await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Name == "Sample") is { } there) return there.Id;
        var organisation = new Organisation();
        organisation.Describe(new(OrganisationKind.Employer, "Sample", OrganisationCountry.Other), "ru");
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    });
}
