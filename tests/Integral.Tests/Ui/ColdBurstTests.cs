using System.Net;
using Integral.Tests.Kit;

namespace Integral.Tests.Ui;

/// <summary>The demo with few connections, for which one waits no longer than two seconds, and without the output cache.</summary>
public sealed class NarrowDistrict : District
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Integral:Web:OutputCache", "false"),
        new("Integral:Database:ConnectionString", $"{Engine.Settings(Path.GetFileName(Folder), Folder)["Integral:Database:ConnectionString"]};Maximum Pool Size=6;Timeout=2"),
    ];
}

[Trait("Engine", "PostgreSql")]
public sealed class ColdBurstTests
{
    [Fact]
    public async Task The_first_visitors_of_a_morning_used_to_wait_for_each_others_connections()
    {
        await using var district = new NarrowDistrict();
        await district.InitializeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => district.Visitor().StatusAsync("/school-1/")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
    }

    [Fact]
    public async Task The_first_who_signed_in_used_to_wait_for_each_others_connections()
    {
        await using var district = new NarrowDistrict();
        await district.InitializeAsync();
        var teacher = await district.SignInAsync("teacher", "/school-1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => teacher.StatusAsync("/school-1/cabinet")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
    }
}
