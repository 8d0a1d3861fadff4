using System.Globalization;
using System.Net;
using Integral.Content.Data;
using Integral.Platform.Jobs;
using Integral.Tests.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Integral.Tests.Content;

/// <summary>Texts that appear and go by themselves.</summary>
public sealed class PublishingTimesTests(JobDistrict district) : IClassFixture<JobDistrict>
{
    private const string From = "Item.PublishWindowPart.From", Until = "Item.PublishWindowPart.Until";

    [Fact]
    public async Task What_is_to_be_seen_later_appears_by_itself_and_goes_by_itself()
    {
        var author = await district.SignInAsync("methodist");
        var desk = await author.WriteAsync("News", "Появится сама", "Текст.", more: [(From, In(2)), (Until, In(5))]);
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/news/poiavitsia-sama"));
        Assert.Contains("Ждёт своего времени", await author.ReadAsync(desk));
        Assert.Contains("Появится сама", await author.ReadAsync("/Admin/Content?state=Scheduled"));

        await district.PassAsync(TimeSpan.FromHours(2.1));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/news/poiavitsia-sama"));
        await district.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/news/poiavitsia-sama"));
    }

    [Fact]
    public async Task What_was_drafted_after_it_was_planned_isnt_published_with_it()
    {
        var author = await district.SignInAsync("methodist");
        var desk = await author.WriteAsync("News", "Запланированная", "Обещано.", more: [(From, In(2))]);
        await author.SubmitAsync(desk, new() { [Writing.Text] = "Недописано." });
        await district.PassAsync(TimeSpan.FromHours(2.1));
        Assert.Contains("Обещано.", await district.Visitor().ReadAsync("/news/zaplanirovannaia"));
        Assert.Contains("Недописано.", await author.ReadAsync(desk));
    }

    [Fact]
    public async Task An_address_that_was_taken_meanwhile_gets_a_number()
    {
        var author = await district.SignInAsync("methodist");
        await author.WriteAsync("News", "Занятый адрес", "Первая.", more: [(From, In(2))]);
        await author.WriteAsync("News", "Занятый адрес", "Вторая.");
        await district.PassAsync(TimeSpan.FromHours(2.1));
        Assert.Contains("Вторая.", await district.Visitor().ReadAsync("/news/zaniatyi-adres"));
        Assert.Contains("Первая.", await district.Visitor().ReadAsync("/news/zaniatyi-adres-2"));
    }

    [Fact]
    public async Task It_can_be_thought_better_of_and_times_that_make_no_sense_are_refused()
    {
        var author = await district.SignInAsync("methodist");
        var desk = await author.WriteAsync("News", "Передумали", "Текст.", more: [(From, In(2))]);
        await author.SubmitAsync(desk, [], to: "handler=Unschedule");
        await district.PassAsync(TimeSpan.FromHours(2.1));
        Assert.Equal(HttpStatusCode.NotFound, await district.Visitor().StatusAsync("/news/peredumali"));

        const string New = "/Admin/Content/Edit?type=News";
        var refused = await Writing.SendAsync(author, New, await author.OpenAsync(New), new() { [Writing.Title] = "Наоборот", [Writing.Text] = "Долго писал.", [From] = In(3), [Until] = In(1) }, "Publish");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Долго писал.", refused.Text);
        refused = await Writing.SendAsync(author, New, await author.OpenAsync(New), new() { [Writing.Title] = "Поздно", [Writing.Text] = "Долго писал.", [Until] = In(-1) }, "Publish");
        Assert.Contains("снят с сайта сразу", refused.Text);
    }

    [Fact]
    public async Task After_a_restoration_what_was_planned_is_found_again()
    {
        var author = await district.SignInAsync("methodist");
        await author.WriteAsync("News", "Из резервной копии", "Текст.", more: [(From, In(2))]);
        await district.InHostAsync(async host =>
        {
            host.RemoveRange(await host.DueWork.Where(d => d.Kind == "content.times").ToListAsync());
            host.Add(new DueWork { TenantId = district.Tenant("").Id, Kind = DueWork.Planned, DueAt = district.Clock.GetUtcNow().UtcDateTime, AnnouncedAt = DateTime.UnixEpoch });
            return await host.SaveChangesAsync();
        });
        await district.AllAsync();
        await district.PassAsync(TimeSpan.FromHours(2.1));
        Assert.Equal(HttpStatusCode.OK, await district.Visitor().StatusAsync("/news/iz-rezervnoi-kopii"));
        Assert.Equal(0, await district.InDbAsync("", db => db.ContentItems.CountAsync(i => i.ScheduledAt != null)));
    }

    // As the form asks for it: by the clock of the institution.
    private string In(double hours) =>
        TimeZoneInfo.ConvertTimeFromUtc(district.Clock.GetUtcNow().UtcDateTime.AddHours(hours), TimeZoneInfo.FindSystemTimeZoneById(district.Tenant("").TimeZone)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
