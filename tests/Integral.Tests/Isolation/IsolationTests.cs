using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Integral.People.Contracts;
using Integral.Platform.Data;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Isolation;

/// <summary>Every address that the router knows, asked by the head of school 2 with records of school 1: nothing is told, nothing is changed (O4, A1, A2).</summary>
public sealed class IsolationTests(FullDistrict district) : IClassFixture<FullDistrict>
{
    [Fact]
    public async Task Every_parameter_has_a_sample()
    {
        var samples = await Samples.OfSchool1Async(district);
        Assert.All(Endpoints.All(district.Services), e => Assert.All(e.Parameters, p => Assert.True(samples.Of(e, p).IsKnown, $"{e}: give '{p}' a sample in Samples.cs")));
    }

    [Fact]
    public async Task Nobody_reaches_another_institutions_records_by_their_ids()
    {
        var head = await district.SignInArmedAsync("head2", "/school-2");
        var foreign = await WithForeignIdsAsync();      // some samples are made for it
        await district.SettleAsync();
        var before = await FingerprintAsync();
        var asked = 0;
        foreach (var (endpoint, url) in foreign)
        {
            var status = await AskAsync(head, endpoint, $"/school-2/{url}");
            asked++;
            Assert.True((int)status is >= 300 and < 500, $"{endpoint} with an id of school 1 answered {status}");
        }
        Assert.True(asked >= 20, $"only {asked} addresses were asked");
        Assert.Equal(before, await FingerprintAsync());
    }

    [Fact]
    public async Task Nobody_works_in_an_institution_where_they_have_no_role()
    {
        var head = await district.SignInArmedAsync("head2", "/school-2");
        var samples = await Samples.OfSchool1Async(district);       // making them changes something itself
        var before = await FingerprintAsync();
        foreach (var endpoint in Endpoints.All(district.Services).Where(e => e.Policy is not ("everyone" or "signed in")))
        {
            var status = await AskAsync(head, endpoint, $"/school-1/{endpoint.Filled(samples, "teacher")}");
            Assert.True(status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{endpoint} of school 1 answered {status} to the head of school 2");
        }
        Assert.Equal(before, await FingerprintAsync());
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_a_program_is_told_401()
    {
        var samples = await Samples.OfSchool1Async(district);
        foreach (var endpoint in Endpoints.All(district.Services).Where(e => e.Policy != "everyone" && e.IsRead))
        {
            var answer = await district.Visitor().OpenAsync($"/school-1/{endpoint.Filled(samples, "teacher")}");
            if (endpoint.Pattern.StartsWith("api", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            else Assert.StartsWith("/school-1/sign-in?return=", answer.Location?.ToString(), StringComparison.Ordinal);
        }
    }

    private async Task<IEnumerable<(Mapped Endpoint, string Url)>> WithForeignIdsAsync()
    {
        var samples = await Samples.OfSchool1Async(district);
        return Endpoints.All(district.Services).Where(e => e.Parameters.Any(p => samples.Of(e, p).Value is not null)).Select(e => (e, e.Filled(samples, "")));
    }

    private static async Task<HttpStatusCode> AskAsync(Visitor visitor, Mapped endpoint, string url)
    {
        using var request = new HttpRequestMessage(new(endpoint.Method), url);
        if (!endpoint.IsRead) request.Content = endpoint.Pattern.StartsWith("api", StringComparison.Ordinal) ? JsonContent.Create(new { }) : new FormUrlEncodedContent([]);
        return (await visitor.Http.SendAsync(request)).StatusCode;
    }

    /// <summary>Everything of school 1 that could have been changed.</summary>
    private async Task<string> FingerprintAsync()
    {
        var id = district.Tenant("school-1").Id;
        var people = await district.InDbAsync("school-1", db => db.Set<Person>().AsNoTracking().OrderBy(p => p.Id).Select(p => Json.Write(p)).ToListAsync());
        var members = await district.InHostAsync(h => h.Memberships.AsNoTracking().Where(m => m.TenantId == id).OrderBy(m => m.Id).Select(m => Json.Write(m)).ToListAsync());
        var tenant = await district.InHostAsync(h => h.Tenants.AsNoTracking().Where(t => t.Id == id).Select(t => Json.Write(t)).ToListAsync());
        var audit = await district.InDbAsync("school-1", db => db.Set<Integral.Platform.Audit.AuditEntry>().CountAsync());
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. people, .. members, .. tenant, $"{audit}"]))));
    }
}
