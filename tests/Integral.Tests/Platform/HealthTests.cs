using System.Net;
using Integral.Tests.Kit;

namespace Integral.Tests.Platform;

public sealed class HealthTests(District district) : IClassFixture<District>
{
    [Fact]
    public async Task The_host_says_that_it_lives_and_is_ready()
    {
        Assert.Equal("ok", await district.Visitor().ReadAsync("/health/live"));
        Assert.Equal("ready", await district.Visitor().ReadAsync("/health/ready"));
    }

    [Fact]
    public async Task Every_institution_has_a_sign_in_page()
    {
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/sign-in"));
        Assert.Contains("Школа № 1", await district.Visitor().ReadAsync("/school-1/sign-in"));
    }
}
