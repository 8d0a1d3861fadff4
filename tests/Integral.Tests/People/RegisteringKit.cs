using System.Text.RegularExpressions;
using Integral.People.Registration;
using Integral.Platform.Data;
using Integral.Platform.Web;
using Integral.Tests.Kit;
using Integral.Workflows.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.People;

/// <summary>Visitors of the demo centre who register, and what is decided of them.</summary>
internal static partial class RegisteringKit
{
    public const string Register = "/centre/register", OfOrganisations = "/centre/register/organisation", Password = "three ordinary words";

    /// <summary>The form as a person fills it in and sends it.</summary>
    public static Task<Answer> RegisterAsync(this District district, string email, string family = "Новосёлова", Dictionary<string, string>? more = null, string site = Register)
    {
        var fields = new Dictionary<string, string>
        {
            ["Ticket"] = district.Ticket(), ["Form.FamilyName"] = family, ["Form.GivenName"] = "Мария", ["Form.BornOn"] = "1991-03-08", ["Form.Email"] = email, ["Form.Consent"] = "true",
        };
        foreach (var (name, value) in more ?? []) fields[name] = value;
        return district.Visitor().SubmitAsync(site, fields);
    }

    public static Task<Answer> RegisterOrganisationAsync(this District district, string email, string name, string? number = null, Dictionary<string, string>? more = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Ticket"] = district.Ticket(), ["Form.Kind"] = "Employer", ["Form.Name"] = name, ["Form.Country"] = number is null ? "Other" : "Kazakhstan", ["Form.TaxNumber"] = number ?? "",
            ["Form.FamilyName"] = "Садыкова", ["Form.GivenName"] = "Айгуль", ["Form.Post"] = "Директор", ["Form.Email"] = email, ["Form.Consent"] = "true",
        };
        foreach (var (field, value) in more ?? []) fields[field] = value;
        return district.Visitor().SubmitAsync(OfOrganisations, fields);
    }

    /// <summary>The link in the latest letter to an e-mail.</summary>
    public static async Task<string> LinkAsync(this DistrictWithMail district, string email, string part = "/register/", int letters = 1) =>
        Address().Matches((await district.Mail.ToAsync(email, letters))[^1].Text).Select(m => new Uri(m.Value).PathAndQuery).First(u => u.Contains(part, StringComparison.Ordinal));

    public static Dictionary<string, string> Chosen(string password = Password) => new() { ["Enter.Password"] = password, ["Enter.Again"] = password };

    /// <summary>Somebody decides of a registration.</summary>
    public static Task DecideAsync(this District district, string name, string outcome, string? reason = null) => district.InTenantAsync("centre", async services =>
    {
        var db = services.GetRequiredService<Db>();
        var id = await db.Set<OrganisationRegistration>().Where(r => r.Name == name).Select(r => r.Id).SingleAsync();
        await db.WriteAsync(() => services.GetRequiredService<IWorkflows>().DecideAsync(new(db, db.Tenant, "Clerk") { Outbox = services.GetRequiredService<Integral.Platform.Messaging.Outbox>() }, OrganisationRegistration.Subject, id, outcome, reason));
        return true;
    });

    private static string Ticket(this District district) => district.Services.GetRequiredService<FormTickets>().Open(TimeProvider.System.GetUtcNow().AddSeconds(-60));

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
