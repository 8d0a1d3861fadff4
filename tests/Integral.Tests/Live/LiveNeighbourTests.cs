using System.Diagnostics;
using Integral.Platform.Live;
using Integral.Platform.Security;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Live;

/// <summary>Two nodes on one PostgreSQL: what happens on one is heard by browsers of the other.</summary>
[Trait("Engine", "PostgreSql")]
public sealed class LiveNeighbourTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    [Fact]
    public async Task What_happens_on_one_node_is_heard_on_the_other_within_two_seconds_by_those_it_is_for()
    {
        await using var neighbour = new Neighbour(district, district.Refusals);
        using var head = await Ear.AtAsync(await EnterAsync(neighbour, "head@demo.local", "/school-1"), "/school-1");
        using var teacher = await Ear.AtAsync(await EnterAsync(neighbour, "teacher@demo.local", "/school-1"), "/school-1");
        using var other = await Ear.AtAsync(await EnterAsync(neighbour, "head2@demo.local", "/school-2"), "/school-2");
        var news = district.Services.GetRequiredService<LiveNews>();
        var school = district.Tenant("school-1").Id;
        // Its listener may still be on its way to the database.
        await Until.TrueAsync(() =>
        {
            news.Tell(school, new("tests.are-you-there"));
            return Task.FromResult(head.Has("are-you-there") && teacher.Has("are-you-there"));
        }, "nothing is heard");

        var began = Stopwatch.GetTimestamp();
        news.Tell(school, new("tests.own"), (await district.AccountAsync("teacher")).Id);
        for (var i = 0; i < 50; i++) news.Tell(school, new("tests.many", $"{new string('x', 60)}-{i}"));     // more than one signal holds
        news.Tell(district.Tenant("school-2").Id, new("tests.over-there"));
        await Task.WhenAll(teacher.HearsAsync("tests.own"), head.HearsAsync("-49"), other.HearsAsync("over-there"));

        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(2), $"it took {Stopwatch.GetElapsedTime(began)}");
        Assert.Equal(50, head.Count("tests.many"));
        Assert.False(head.Has("tests.own") || head.Has("over-there") || other.Has("tests.many"));
    }

    [Fact]
    public async Task Who_is_signed_out_on_one_node_is_cut_off_on_the_other()
    {
        await using var neighbour = new Neighbour(district, district.Refusals);
        var account = await district.AddAsync("two-nodes", "school-1", DeliveredRoles.Teacher);
        using var ear = await Ear.AtAsync(await EnterAsync(neighbour, account.UserName!, "/school-1"), "/school-1");
        await district.InHostAsync(host => host.Sessions.Where(s => s.AccountId == account.Id).ForEachAsync(s => host.Remove(s)).ContinueWith(_ => host.SaveChangesAsync()).Unwrap());

        await ear.EndsAsync();
    }

    private static async Task<Visitor> EnterAsync(Neighbour node, string login, string tenant)
    {
        var visitor = new Visitor(node.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));
        var answer = await visitor.SubmitAsync($"{tenant}/sign-in", new() { ["Form.Login"] = login, ["Form.Password"] = Crew.Password });
        Assert.True(answer.IsRedirect, $"{login} could not sign in: {answer.Status} {answer.Errors}");
        return visitor;
    }
}
