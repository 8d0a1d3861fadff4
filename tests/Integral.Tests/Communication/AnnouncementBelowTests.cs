using System.Net;
using System.Net.Http.Json;
using Integral.Announcements;
using Integral.Announcements.Data;
using Integral.Communication.Data;
using Integral.Platform.Security;
using Integral.Tests.Kit;
using Integral.Tests.Messaging;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Communication.Announced;

namespace Integral.Tests.Communication;

/// <summary>What the district announces to the institutions below it.</summary>
public sealed class AnnouncementBelowTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    [Fact]
    public async Task It_is_shown_below_as_the_districts_and_the_district_learns_how_many_have_read_it()
    {
        var id = await district.AnnounceAsync("", new("From the district", "Answer by Friday.", district.TodayIn(""), null, true), new() { BelowRoles = [DeliveredRoles.Head] });
        var head = await district.SignInArmedAsync("head", "/school-1");
        Assert.Contains("From the district", await head.ReadAsync("/school-1/cabinet"), StringComparison.Ordinal);
        Assert.DoesNotContain("From the district", await (await district.SignInAsync("teacher", "/school-1")).ReadAsync("/school-1/notices/announcements"), StringComparison.Ordinal);
        var copy = await district.InDbAsync(School, db => db.Announcements.AsNoTracking().SingleAsync(a => a.OriginRecord == $"{id}"));
        Assert.Equal(district.Tenant("").Name, copy.AuthorName);
        // There is nothing to be changed here: that is done above.
        Assert.Equal(HttpStatusCode.NotFound, await head.StatusAsync($"{Desk}/Show/{copy.Id}"));

        await district.PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal((1, 0), await CountedAsync(id));
        Assert.True((await head.PressAsync($"/school-1/notices/announcements/{copy.Id}", "Read")).IsRedirect);
        await district.PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal((1, 1), await CountedAsync(id));
        var office = await district.SignInAsync("district");
        var page = await office.OpenAsync($"/Admin/Announcements/Show/{id}");
        Assert.Contains(page.Document.QuerySelectorAll("tbody tr"), r => r.QuerySelector("th")!.TextContent == district.Tenant(School).Name && r.QuerySelectorAll("td")[1].TextContent.Trim() == "1");
        Assert.DoesNotContain("Нурланова", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_above_is_a_correction_below_and_what_is_withdrawn_goes_there_too()
    {
        var id = await district.AnnounceAsync("", new("First words", "Text.", district.TodayIn(""), null, false), new() { Below = true });
        await district.PassAsync(TimeSpan.FromSeconds(30));        // its people are told
        var teacher = await district.SignInArmedAsync("teacher3", "/school-2");
        var copy = await district.InDbAsync("school-2", db => db.Announcements.AsNoTracking().SingleAsync(a => a.OriginRecord == $"{id}"));
        Assert.True((await teacher.PressAsync($"/school-2/notices/announcements/{copy.Id}", "Read")).IsRedirect);
        await district.CorrectAsync("", id, new("Second words", "Text.", district.TodayIn(""), null, false));
        await district.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("Second words", await teacher.ReadAsync("/school-2/notices/announcements?unread=true"), StringComparison.Ordinal);
        var account = await district.AccountAsync("teacher3");
        Assert.Contains(await district.InDbAsync("school-2", db => db.Notices.AsNoTracking().Where(n => n.AccountId == account.Id).ToListAsync()), n => n.Kind == CorrectedNotice.Kind);

        await district.WithdrawAsync("", id);
        await district.PassAsync(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain("Second words", await teacher.ReadAsync("/school-2/notices/announcements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_write_to_those_below_cannot_and_an_old_one_rings_no_bell_in_a_school_that_is_new()
    {
        var http = await district.ProgramAsync("school-2", DeliveredRoles.Head);
        var refused = await http.PostAsJsonAsync("/school-2/api/v1/written-announcements", new { title = "Below", text = "Text.", fromOn = district.TodayIn(School), audience = new { below = true } });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Null((await (await district.SignInAsync("head", "/school-1")).OpenAsync($"{Desk}/Edit")).Document.QuerySelector("[name='Form.Below']"));

        // The demo's own are of days ago: they stand on the boards below, and nobody was rung for them.
        await district.AllAsync();
        var old = await district.InDbAsync("school-2", db => db.Announcements.AsNoTracking().Where(a => a.OriginId != null && a.Title == "Готовность к морозам: ответ до пятницы").SingleAsync());
        Assert.Equal((old.Edition, null), (old.Told, old.TellAt));
        Assert.False(await district.InDbAsync("school-2", db => db.Notices.AnyAsync(n => n.About == AnnouncementNotice.AboutOf(old.Id))));
    }

    private Task<(int, int)> CountedAsync(Guid id)
    {
        var school = district.Tenant(School).Id;
        return district.InDbAsync("", async db => await db.AnnouncementsBelow.Where(b => b.AnnouncementId == id && b.TenantId == school).Select(b => new { b.Reached, b.Read }).SingleAsync() is { } b ? (b.Reached, b.Read) : (0, 0));
    }
}
