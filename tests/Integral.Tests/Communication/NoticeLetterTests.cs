using Integral.Communication;
using Integral.Communication.Contracts;
using Integral.Communication.Data;
using Integral.Platform.Localization;
using Integral.Platform.Messaging;
using Integral.Tests.Messaging;
using Integral.Tests.People;
using Microsoft.EntityFrameworkCore;
using static Integral.Tests.Communication.ToldPeople;

namespace Integral.Tests.Communication;

/// <summary>Letters about notices, and what becomes of them.</summary>
public sealed class NoticeLetterTests(LetterDistrict district) : IClassFixture<LetterDistrict>
{
    [Fact]
    public async Task What_comes_within_minutes_is_one_letter_and_what_was_read_meanwhile_none()
    {
        var (anna, ivan) = (await district.StaffAsync("gather", LetterChoice.AtOnce), await district.StaffAsync("reader", LetterChoice.AtOnce));
        foreach (var account in new[] { anna, ivan }) await district.AwakeAsync(account.Id);
        await district.TellAsync(News("Welding", anna.Id, ivan.Id));
        await district.PassAsync(TimeSpan.FromMinutes(5));
        await district.TellAsync(News("Cooking", anna.Id, ivan.Id));
        Assert.Empty(district.LettersTo("gather"));
        var browser = await district.ArmedAsync(ivan);
        await browser.ReadAllAsync();

        await district.PassAsync(TimeSpan.FromMinutes(16));
        await district.PassAsync(TimeSpan.FromMinutes(1));
        var letters = district.LettersTo("gather");
        Assert.Contains(letters, l => l.Text.Contains("What it is about: Welding", StringComparison.Ordinal) && l.Text.Contains("/centre/Admin/Inbox", StringComparison.Ordinal) && l.Text.Contains("/centre/notices/settings", StringComparison.Ordinal));
        Assert.Contains(letters, l => l.Text.Contains("Cooking", StringComparison.Ordinal));
        Assert.Single(letters);
        Assert.Empty(district.LettersTo("reader"));
    }

    [Fact]
    public async Task Who_has_left_meanwhile_gets_no_letter()
    {
        var (left, stays) = (await district.StaffAsync("left", LetterChoice.AtOnce), await district.StaffAsync("stays", LetterChoice.AtOnce));
        foreach (var account in new[] { left, stays }) await district.AwakeAsync(account.Id);
        await district.TellAsync(News("Inside matter", left.Id, stays.Id));
        await district.InHostAsync(async host =>
        {
            await host.WriteAsync(() => host.Memberships.Where(m => m.AccountId == left.Id).ExecuteDeleteAsync());
            return true;
        });
        await district.PassAsync(TimeSpan.FromMinutes(16));
        await district.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(district.LettersTo("stays"));
        Assert.Empty(district.LettersTo("left"));
    }

    [Fact]
    public async Task Who_hasnt_chosen_gets_one_letter_a_day_and_who_wants_none_gets_none()
    {
        var (daily, never) = (await district.StaffAsync("daily"), await district.StaffAsync("never", LetterChoice.Never));
        foreach (var matter in new[] { "One", "Two", "Three" }) await district.TellAsync(News(matter, daily.Id, never.Id));
        var due = (await district.OfAsync(daily.Id)).Select(n => n.WriteAt).Distinct().ToList();
        Assert.Single(due);
        await district.PassAsync(due[0]!.Value - district.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(1));
        await district.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("New notices: 3", Assert.Single(district.LettersTo("daily")).Subject);
        Assert.Empty(district.LettersTo("never"));
        await district.PassAsync(TimeSpan.FromDays(2));
        Assert.Single(district.LettersTo("daily"));
    }

    [Theory]
    [InlineData(LetterChoice.AtOnce, 21, 8, "2026-11-27 12:00", "2026-11-27 12:10")]
    [InlineData(LetterChoice.AtOnce, 21, 8, "2026-11-27 20:55", "2026-11-28 08:00")]
    [InlineData(LetterChoice.AtOnce, 21, 8, "2026-11-28 03:00", "2026-11-28 08:00")]
    [InlineData(LetterChoice.AtOnce, 21, 8, "2026-11-28 07:55", "2026-11-28 08:05")]
    [InlineData(LetterChoice.AtOnce, 12, 14, "2026-11-27 12:30", "2026-11-27 14:00")]
    [InlineData(LetterChoice.AtOnce, 5, 5, "2026-11-27 05:00", "2026-11-27 05:10")]
    [InlineData(LetterChoice.Daily, 21, 8, "2026-11-27 12:00", "2026-11-28 08:00")]
    [InlineData(LetterChoice.Daily, 21, 8, "2026-11-27 06:00", "2026-11-27 08:00")]
    [InlineData(LetterChoice.Daily, 21, 9, "2026-11-27 06:00", "2026-11-27 09:00")]
    [InlineData(LetterChoice.Never, 21, 8, "2026-11-27 12:00", null)]
    public void Quiet_hours_are_those_of_the_institutions_clock(LetterChoice choice, int from, int until, string now, string? written)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");
        var habits = new NoticeHabits { AccountId = Guid.NewGuid() };
        habits.Say(from, until, 8);
        DateTime Utc(string local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), zone);
        Assert.Equal(written is null ? null : Utc(written), habits.WriteAt(choice, zone, Utc(now)));
    }

    [Fact]
    public async Task An_administrator_sees_what_became_of_letters_and_sends_one_that_was_given_up_again()
    {
        var (anna, gone) = (await district.StaffAsync("arrives", LetterChoice.AtOnce), await district.StaffAsync("refused", LetterChoice.AtOnce));
        foreach (var account in new[] { anna, gone }) await district.AwakeAsync(account.Id);
        district.Post.Refuses["refused@mail.local"] = new RefusedException(T.Say("The mail server refused it with the number {0}.", 550), isFinal: true);
        await district.TellAsync(News("Welding", anna.Id, gone.Id));
        await district.PassAsync(TimeSpan.FromMinutes(11));
        await district.PassAsync(TimeSpan.FromMinutes(2));

        var admin = await district.SignInArmedAsync("centre", "/centre");
        var log = await admin.ReadAsync("/centre/Admin/Notices");
        foreach (var said in new[] { "arrives@mail.local", "refused@mail.local", "550" }) Assert.Contains(said, log, StringComparison.Ordinal);
        Assert.DoesNotContain("Welding", log, StringComparison.Ordinal);
        var given = await district.InDbAsync(Centre, db => db.NoticeLetters.AsNoTracking().SingleAsync(l => l.Email == "refused@mail.local"));
        Assert.Equal(LetterStage.GivenUp, given.Stage);
        Assert.DoesNotContain("arrives@mail.local", await admin.ReadAsync("/centre/Admin/Notices?Stage=GivenUp"), StringComparison.Ordinal);

        district.Post.Refuses.Clear();
        Assert.True((await admin.PostAsync($"/centre/Admin/Notices?handler=Resend&id={given.Id}", [])).IsRedirect);
        await district.PassAsync(TimeSpan.FromMinutes(2));
        await district.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Single(district.LettersTo("refused"));
        Assert.Equal(LetterStage.Sent, await district.InDbAsync(Centre, db => db.NoticeLetters.Where(l => l.Id == given.Id).Select(l => l.Stage).SingleAsync()));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/centre/Admin/Notices?handler=Resend&id={given.Id}", [])).Status);
    }

    [Fact]
    public async Task What_one_chooses_is_kept_and_holds()
    {
        var anna = await district.StaffAsync("chooses");
        var browser = await district.EnterAsync(anna, "/centre");
        Assert.Contains("Something waits for my decision", await browser.ReadAsync("/centre/notices/settings"), StringComparison.Ordinal);
        var fields = new Dictionary<string, string>
        {
            ["Form.Kinds[0].Kind"] = Waits, ["Form.Kinds[0].Letters"] = "AtOnce", ["Form.QuietFrom"] = "3", ["Form.QuietUntil"] = "3", ["Form.DailyAt"] = "17",
        };
        Assert.True((await browser.SubmitAsync("/centre/notices/settings", fields)).IsRedirect);
        await district.TellAsync(News("Welding", anna.Id));
        await district.PassAsync(TimeSpan.FromMinutes(11));
        await district.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(district.LettersTo("chooses"));
        Assert.False((await browser.SubmitAsync("/centre/notices/settings", new(fields) { ["Form.DailyAt"] = "24" })).IsRedirect);
        Assert.Equal(17, await district.InDbAsync(Centre, db => db.NoticeHabits.Where(h => h.AccountId == anna.Id).Select(h => h.DailyAt).SingleAsync()));
    }
}
