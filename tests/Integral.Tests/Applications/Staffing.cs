using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications.Contracts;
using Integral.Applications.Staff;
using Integral.People.Contracts;
using Integral.Platform.Data;
using Integral.Platform.Messaging;
using Integral.Platform.Modules;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Applications;

/// <summary>Schools that send their staff to the centre of tests.</summary>
internal static class Staffing
{
    public const string Lists = "/school-1/api/v1/staff-lists";

    /// <summary>A programme that schools have been told of.</summary>
    public static async Task<Guid> OfferAsync(this District district, string name, int? seats = null)
    {
        var opening = await district.RecruitAsync(name, seats);
        await district.WakeAsync(Openings.Changed);
        await district.SettleAsync();
        return opening;
    }

    public static Task<Guid> OfferedAsync(this District district, string school, Guid opening) => district.InDbAsync(school, db => db.Set<OfferedOpening>().Where(o => o.OpeningId == opening).Select(o => o.Id).SingleAsync());
    public static Task<bool> IsOfferedAsync(this District district, string school, Guid opening) => district.InDbAsync(school, db => db.Set<OfferedOpening>().AnyAsync(o => o.OpeningId == opening));

    /// <summary>Whom the school has sent for it.</summary>
    public static Task<List<StaffListed>> ListedAsync(this District district, string school, Guid opening) => district.InDbAsync(school, db => db.Set<StaffList>().Where(l => l.OpeningId == opening).SelectMany(l => l.People).ToListAsync());

    public static Task<Guid> EmployeeAsync(this District district, string school, string family) => district.InTenantAsync(school, async services => (await services.GetRequiredService<IEmployees>().AllAsync()).Single(e => e.Who.FamilyName == family).PersonId);

    public static async Task<StaffBody> BodyAsync(this District district, string school, Guid opening, params string[] families)
    {
        var people = new List<Guid>();
        foreach (var family in families) people.Add(await district.EmployeeAsync(school, family));
        return new(await district.OfferedAsync(school, opening), $"{Guid.NewGuid()}", "Нурланова Айгерім", "head@demo.local", [.. people], true);
    }

    /// <summary>A list that the first school sends by a program.</summary>
    /// <returns>Its id.</returns>
    public static async Task<Guid> SendStaffAsync(this District district, Guid opening, params string[] families)
    {
        var http = await district.ProgramAsync("school-1", DeliveredRoles.Head);
        return Guid.Parse($"{(await ReadAsync(await http.PostAsJsonAsync(Lists, await district.BodyAsync("school-1", opening, families)), HttpStatusCode.Created))["id"]}");
    }

    /// <summary>A message arrives, as if it had been sent then.</summary>
    public static Task<bool> ArriveAsync<T>(this District district, string from, string to, T message, DateTime? sentAt = null) where T : class => district.InTenantAsync(to, async services =>
    {
        var db = services.GetRequiredService<Db>();
        await db.WriteAsync(async () =>
        {
            foreach (var receiver in services.GetRequiredService<IExtensions<IReceives<T>>>()) await receiver.ReceiveAsync(message, new(Guid.NewGuid(), district.Tenant(from).Id, sentAt ?? TimeProvider.System.GetUtcNow().UtcDateTime), default);
            return await db.SaveChangesAsync();
        });
        return true;
    });

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}

/// <summary>A list of staff as a program sends it.</summary>
internal sealed record StaffBody(Guid @for, string key, string contact, string email, IReadOnlyList<Guid> people, bool consent);
