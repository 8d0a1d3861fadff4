using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Applications.Staff;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Jobs;
using Integral.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Applications.Applying;

namespace Integral.Tests.Applications;

/// <summary>The lists of all schools joined into one: who sees how much of them, and finds the way to them.</summary>
public sealed class JoinedListTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    private const string Lists = $"{Centre}/Admin/Applications/Lists";

    [Fact]
    public async Task Taken_along_a_list_used_to_say_the_day_before_of_what_was_sent_in_the_night()
    {
        var now = district.Clock.GetUtcNow().UtcDateTime;
        var sentAt = now.Date.AddHours(-3.5);       // in Almaty a new day has begun
        var opening = await SentAsync("Ночная", sentAt);
        var day = district.Tenant("centre").Zone.DayOf(sentAt);
        Assert.NotEqual(DateOnly.FromDateTime(sentAt), day);
        var csv = await (await district.SignInAsync("centre", Centre)).ReadAsync($"{Lists}?for={opening}&handler=Table&format=Csv");
        Assert.Contains($"{day:yyyy-MM-dd}", csv, StringComparison.Ordinal);
        Assert.DoesNotContain($"{DateOnly.FromDateTime(sentAt):yyyy-MM-dd}", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_district_office_used_to_take_along_dates_of_birth_e_mails_and_phones_that_its_page_does_not_show()
    {
        var opening = await SentAsync("Личная", district.Clock.GetUtcNow().UtcDateTime.AddHours(-1));
        foreach (var who in new[] { "coordinator", "district" })
        {
            var csv = await (await district.SignInAsync(who)).ReadAsync($"{Lists}?for={opening}&handler=Table&format=Csv");
            Assert.Contains("Личная", csv, StringComparison.Ordinal);
            foreach (var own in new[] { "1990-05-17", "+7 700 000 00 00" }) Assert.DoesNotContain(own, csv, StringComparison.Ordinal);
        }
        var all = await (await district.SignInAsync("centre", Centre)).ReadAsync($"{Lists}?for={opening}&handler=Table&format=Csv");
        foreach (var own in new[] { "1990-05-17", "+7 700 000 00 00" }) Assert.Contains(own, all, StringComparison.Ordinal);

        Assert.Equal((null, null), await ToldAsync(await district.ProgramAsync("", DeliveredRoles.DistrictOffice, Reach.HereAndBelow), opening));
        Assert.Equal(("1990-05-17", "+7 700 000 00 00"), await ToldAsync(await district.ProgramAsync("centre", DeliveredRoles.CentreStaff), opening));
    }

    [Fact]
    public async Task The_districts_people_used_to_find_no_way_to_the_lists_from_their_own_site()
    {
        foreach (var who in new[] { "coordinator", "district" })
        {
            var visitor = await district.SignInAsync(who);
            var page = await visitor.OpenAsync("/Admin/Retraining/Centres");
            var link = Assert.Single(page.Document.QuerySelectorAll("main tbody a"));
            Assert.Equal((district.Tenant("centre").Name, Lists), (link.TextContent.Trim(), link.GetAttribute("href")));
            Assert.NotNull(page.Document.QuerySelector("a[href='/Admin/Retraining/Centres']"));
            Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync(Lists));
            Assert.Contains("/Admin/Retraining/Centres", await visitor.ReadAsync("/cabinet"), StringComparison.Ordinal);
        }
        // A school has no centres below it, and whose role ends here reads nothing there.
        Assert.DoesNotContain("Retraining/Centres", await (await district.SignInAsync("head", "/school-1")).ReadAsync("/school-1/cabinet"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("methodist")).StatusAsync("/Admin/Retraining/Centres"));
    }

    /// <summary>A school's list that arrived then.</summary>
    private async Task<Guid> SentAsync(string family, DateTime at)
    {
        var opening = await district.RecruitAsync($"Сводный: {family}");
        await district.ArriveAsync("school-1", "centre", new StaffListSent(Guid.NewGuid(), opening, null, "Нурланова Айгерім", "head@demo.local", null, "I agree.", "ru", [new(Guid.NewGuid(), Who(family, null))]), at);
        Assert.Equal(1, await district.InDbAsync("centre", db => db.Set<Integral.Applications.Application>().CountAsync(a => a.ForId == opening)));
        return opening;
    }

    private static async Task<(string? BornOn, string? Phone)> ToldAsync(HttpClient http, Guid opening)
    {
        var one = (await http.GetFromJsonAsync<JsonNode>($"{Api}/senders/people?for={opening}"))!["items"]!.AsArray().Single()!;
        return ((string?)one["bornOn"], (string?)one["phone"]);
    }
}
