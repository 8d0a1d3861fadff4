using System.Net;
using System.Text;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Isolation;

/// <summary>Who may ask for what, written down in RoleMatrix.txt and reviewed there: a change of rights shows in the diff.</summary>
public sealed class RoleMatrixTests(FullDistrict district) : IClassFixture<FullDistrict>
{
    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "Integral.Tests", "Isolation", "RoleMatrix.txt");

    [Fact]
    public void Every_address_says_who_may_ask()
    {
        var forgotten = Endpoints.All(district.Services).Where(e => e.Policy == "nobody");
        Assert.Empty(forgotten);
    }

    [Fact]
    public void The_role_matrix_is_the_one_that_was_reviewed()
    {
        var matrix = Matrix();
        if (Environment.GetEnvironmentVariable("WRITE_MATRIX") is not null) File.WriteAllText(Kept, matrix);
        Assert.True(File.Exists(Kept) && File.ReadAllText(Kept).ReplaceLineEndings() == matrix.ReplaceLineEndings(), "Rights have changed. Run with WRITE_MATRIX=1, read the diff of RoleMatrix.txt and commit it.");
    }

    [Theory]
    [InlineData("admin", ""), InlineData("methodist", ""), InlineData("district", ""), InlineData("coordinator", "")]
    [InlineData("head", "/school-1"), InlineData("deputy", "/school-1"), InlineData("registrar", "/school-1"), InlineData("teacher", "/school-1"), InlineData("classteacher", "/school-1")]
    [InlineData("pupil", "/school-1"), InlineData("parent", "/school-1"), InlineData("centre", "/centre"), InlineData("employer", "/centre"), InlineData("partner", "/centre"), InlineData("expert", "/centre")]
    public async Task The_host_answers_as_the_matrix_says(string who, string tenant)
    {
        var person = await district.SignInAsync(who, tenant);
        var account = await district.AccountAsync(who);
        var memberships = await district.InHostAsync(h => Task.FromResult(h.Memberships.Where(m => m.AccountId == account.Id).ToList()));
        var here = district.Tenant(tenant.Trim('/'));
        var book = district.Services.GetRequiredService<RoleBook>();
        var may = memberships.Where(m => m.TenantId == here.Id).SelectMany(m => book.Permissions(here, m.Roles)).ToHashSet();

        foreach (var page in Endpoints.All(district.Services).Where(e => e.Method == "GET" && !e.Parameters.Any()))
        {
            var isAllowed = page.Policy is "everyone" or "signed in" || may.Contains(page.Policy);
            var status = await person.StatusAsync($"{tenant}/{page.Pattern}");
            Assert.True(isAllowed == (status != HttpStatusCode.Forbidden), $"{who} got {status} from {page} ({page.Policy})");
            Assert.True((int)status < 500, $"{who} got {status} from {page}");
        }
    }

    private string Matrix()
    {
        var book = district.Services.GetRequiredService<RoleBook>();
        var roles = book.RolesOf(district.Tenant(""));
        var text = new StringBuilder("# Made by RoleMatrixTests: what is asked, which permission it needs, which delivered roles have it.\n");
        foreach (var e in Endpoints.All(district.Services))
        {
            var who = e.Policy is "everyone" or "signed in" ? "" : " : " + string.Join(' ', roles.Where(r => r.Permissions.Contains(e.Policy)).Select(r => r.Name));
            text.Append(e).Append(" | ").Append(e.Policy).Append(who).Append('\n');
        }
        return text.ToString();
    }
}
